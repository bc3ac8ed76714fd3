// Reads the catalogue's YAML strictly, at build time only: what YAML would swallow silently is refused.
import * as v from "valibot";
import { parseDocument, visit } from "yaml";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { readProfile } from "./check-profile.ts";
import type { Checklist } from "./pack.ts";
import { checklistShape } from "./pack-shape.ts";
import type { Rule } from "./rule.ts";
import { readRule } from "./rule-shape.ts";
import type { SiteProfile } from "./site-profile.ts";

const BLOCK = "条件请写成块文本（| 换行）";

/** The value of a YAML text without tags, references, doubled keys or warnings; `bad-rule` names the file. */
export function readYaml(text: string, file: string): Result<unknown> {
  const refuse = (why: string) => refused("bad-rule", `${file}：${why}`);
  const parsed = parseDocument(text, { version: "1.2", uniqueKeys: true, merge: false });
  const trouble = parsed.errors[0] ?? parsed.warnings[0];
  if (trouble !== undefined) {
    const tag = /tag/i.test(trouble.message) ? `；条件里的 ! 会被当成 YAML 标签，${BLOCK}` : "";
    return refuse(`YAML 写法不对：${trouble.message.split("\n")[0]}${tag}`);
  }
  let odd: string | undefined;
  visit(parsed, {
    Node(_key, node) {
      if ("tag" in node && String(node.tag ?? "").startsWith("!")) odd = String(node.tag);
    },
    Alias(_key, node) {
      odd = `*${node.source}`;
    },
  });
  if (odd !== undefined) return refuse(`不能用 YAML 标签或引用 ${odd}；${BLOCK}`);
  return accepted(parsed.toJS());
}

const idOf = (file: string): string => /([^/\\]+)\.yaml$/.exec(file)?.[1] ?? file;

const named = <T extends { readonly id: string }>(value: T, file: string): Result<T> =>
  value.id === idOf(file)
    ? accepted(value)
    : refused("bad-rule", `${file}：id 是 ${value.id}，应与文件名 ${idOf(file)} 相同`, "id");

/** A rule from the text of `…/<id>.yaml`, or `bad-rule` that names the file and says how to mend it. */
export function readRuleYaml(text: string, file: string): Result<Rule> {
  const value = readYaml(text, file);
  if (!value.ok) return value;
  const rule = readRule(value.value);
  if (!rule.ok) return refused("bad-rule", `${file}：${rule.refusal.message}`, rule.refusal.at);
  return named(rule.value, file);
}

const readShaped = <T extends { readonly id: string }>(
  text: string,
  file: string,
  shape: v.GenericSchema<unknown, unknown>,
): Result<T> => {
  const value = readYaml(text, file);
  if (!value.ok) return value;
  const read = v.safeParse(shape, value.value);
  if (read.success) return named(read.output as T, file);
  const at = v.getDotPath(read.issues[0]) ?? "";
  return refused("bad-rule", `${file}：${at} ${read.issues[0].message}`, at);
};

export const readChecklistYaml = (text: string, file: string): Result<Checklist> =>
  readShaped(text, file, checklistShape);

/** A site profile from the text of `…/<id>.yaml`, checked whole. */
export function readProfileYaml(text: string, file: string): Result<SiteProfile> {
  const value = readYaml(text, file);
  if (!value.ok) return value;
  const profile = readProfile(value.value);
  if (!profile.ok) return refused("bad-rule", `${file}：${profile.refusal.message}`, profile.refusal.at);
  return named(profile.value, file);
}
