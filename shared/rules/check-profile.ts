// Checks a site profile where it enters: shape, patterns, selectors, fields and codes; a refusal names the place and the way out.
import * as v from "valibot";
import { elementOf } from "../dictionary/dictionary.ts";
import { fieldNamed } from "../dictionary/field-named.ts";
import { nearest, nearestElement, nearestField } from "../dictionary/nearest.ts";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { readValue } from "../facts/value.ts";
import { profileShape } from "./pack-shape.ts";
import { selectorFault } from "./selector.ts";
import type { CodeTable, PageKind, SiteProfile } from "./site-profile.ts";

/** `[place, what is wrong with it]`. */
type Fault = readonly [at: string, say: string];

const maybe = (near: string | undefined): string => (near === undefined ? "" : `，是不是 ${near}`);

function* fieldFaults(path: string, at: string): Generator<Fault> {
  const [element = "", id = ""] = path.split(".");
  if (elementOf(element) === undefined)
    yield [at, `“${path}”写成“要素.字段”，要素字典里没有 ${element}${maybe(nearestElement(element))}`];
  else if (fieldNamed(path) === undefined)
    yield [at, `字段 ${path} 不在要素字典中${maybe(nearestField(element, id))}`];
}

function* cssFaults(css: string | undefined, at: string): Generator<Fault> {
  const fault = css === undefined ? undefined : selectorFault(css);
  if (fault !== undefined) yield [at, `CSS 选择器“${css}”${fault}`];
}

function* tableFaults(tables: readonly CodeTable[] | undefined, at: string): Generator<Fault> {
  for (const [i, { field: path, values }] of (tables ?? []).entries()) {
    const here = `${at}codeTables.${i}`;
    yield* fieldFaults(path, `${here}.field`);
    const field = fieldNamed(path);
    if (field === undefined) continue;
    for (const [code, word] of Object.entries(values)) {
      const reading = readValue(field, word);
      if (reading.state === "known") continue;
      const near =
        field.type.is === "choice"
          ? nearest(word, [...field.type.values, ...Object.keys(field.type.aliases)])
          : undefined;
      yield [`${here}.values.${code}`, `代码 ${code} 的“${word}”不是${field.label}的值${maybe(near)}`];
    }
  }
}

function* pageFaults(page: PageKind, at: string): Generator<Fault> {
  if (page.url === undefined && page.heading === undefined && page.css === undefined)
    yield [at, `页面类型“${page.label}”没有说怎样认出来：写 url、heading 或者 css`];
  yield* cssFaults(page.css, `${at}css`);
  for (const [i, { css }] of (page.roots ?? []).entries()) yield* cssFaults(css, `${at}roots.${i}.css`);
  for (const [i, css] of (page.ignore ?? []).entries()) yield* cssFaults(css, `${at}ignore.${i}`);
  for (const [i, one] of (page.corrections ?? []).entries()) {
    const here = `${at}corrections.${i}`;
    if (one.label === undefined && one.css === undefined)
      yield [here, "更正没有说更正哪里：写 label 或者 css"];
    yield* cssFaults(one.css, `${here}.css`);
    if (one.field !== "") yield* fieldFaults(one.field, `${here}.field`);
  }
  for (const [i, path] of (page.shows ?? []).entries()) yield* fieldFaults(path, `${at}shows.${i}`);
  for (const [i, { css, text }] of (page.submits ?? []).entries()) {
    if (css === undefined && text === undefined)
      yield [`${at}submits.${i}`, "提交按钮没有说是哪一个：写 css 或者 text"];
    yield* cssFaults(css, `${at}submits.${i}.css`);
  }
  yield* tableFaults(page.codeTables, at);
}

function* faultsOf(profile: SiteProfile): Generator<Fault> {
  const seen = new Set<string>();
  for (const [i, page] of profile.pages.entries()) {
    if (seen.has(page.id))
      yield [`pages.${i}.id`, `页面类型 ${page.id}（${page.label}）写了两次，请合成一个`];
    seen.add(page.id);
    yield* pageFaults(page, `pages.${i}.`);
  }
  yield* cssFaults(profile.officer?.css, "officer.css");
  yield* tableFaults(profile.codeTables, "");
}

/** A profile from outside, checked whole; the first thing that does not hold is `bad-rule` with its place. */
export function readProfile(input: unknown): Result<SiteProfile> {
  const read = v.safeParse(profileShape, input);
  if (!read.success) {
    const [issue] = read.issues;
    const at = v.getDotPath(issue) ?? "";
    const unknown = issue.type === "strict_object" && issue.expected === "never";
    const say = unknown ? `没有 ${issue.received} 这个键，请删去或者改名` : issue.message;
    return refused("bad-rule", `页面档案：${at === "" ? "" : `${at} `}${say}`, at);
  }
  const profile = read.output as SiteProfile;
  for (const [at, say] of faultsOf(profile))
    return refused("bad-rule", `页面档案 ${profile.id}：${at} ${say}`, at);
  return accepted(profile);
}

/** The fault of the profiles of one pack taken together; undefined when there is none. */
export const twiceNamed = (profiles: readonly SiteProfile[]): string | undefined =>
  profiles.find(({ id }, at) => profiles.findIndex((other) => other.id === id) !== at)?.id;
