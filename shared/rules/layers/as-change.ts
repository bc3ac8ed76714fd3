// A rule that somebody has edited, told as the change of a layer: what differs from the rule above, key by key.
import { accepted, type Result, refused } from "../../facts/errors.ts";
import { parseLimit } from "../../time/limit.ts";
import { canonicalJson } from "../canonical.ts";
import type { Clock, Rule } from "../rule.ts";
import { keyWord } from "../rule-words.ts";
import { localWhen } from "./edited-source.ts";
import type { Configure, LayerChange } from "./layer.ts";

/** What is kept with every change: why, and where known by whom and when (ISO 8601). */
export type Why = Pick<LayerChange, "reason" | "by" | "author" | "at" | "approvedBy">;

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

const limitKey = (text: string): string => {
  const limit = parseLimit(text);
  return limit.ok ? `${limit.value.amount} ${limit.value.unit}` : text;
};
const sameLimits = (a: readonly string[], b: readonly string[]): boolean =>
  same(a.map(limitKey), b.map(limitKey));

/** What a key says when it is left out. */
const LEFT_OUT: Readonly<Record<string, unknown>> = { quiet: false, gate: "none" };

/**
 * The change that makes `edited` of `above`; undefined where they say the same. It is not yet tried on a pack: keys that a
 * layer may not touch are in it and are refused there by name. Code: `bad-layer`.
 */
export function changeOf(above: Rule, edited: Rule, why: Why): Result<LayerChange | undefined> {
  if (above.needs !== undefined) return filledIn(above, edited, why);
  const keys = differing(above, edited);
  if (Object.keys(keys).length === 0) return accepted(undefined);
  const rule = above.id;
  if (keys["status"] !== "retired") return accepted({ rule, ...why, tighten: keys });
  if (Object.keys(keys).length > 1)
    return refused("bad-layer", `${rule}（${above.title}）：停用时不能同时改别的，请先撤回其他改动`, rule);
  return accepted({ rule, ...why, off: true });
}

function differing(above: Rule, edited: Rule): Record<string, unknown> {
  const { clock: oldClock, ...old } = above;
  const { clock: newClock, ...is } = edited;
  const keys: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(is)])) {
    const [a, b] = [(old as Record<string, unknown>)[key], (is as Record<string, unknown>)[key]];
    if (!same(a ?? LEFT_OUT[key], b ?? LEFT_OUT[key])) keys[key] = b ?? LEFT_OUT[key] ?? null;
  }
  if (oldClock === undefined || newClock === undefined) {
    if (oldClock !== newClock) keys["clock"] = newClock ?? null;
    return keys;
  }
  return { ...keys, ...clockKeys(oldClock, newClock) };
}

function clockKeys(old: Clock, is: Clock): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  if (!sameLimits([old.limit], [is.limit])) keys["limit"] = is.limit;
  if (!sameLimits(old.warn, is.warn)) keys["warn"] = is.warn;
  for (const key of ["from", "until", "count", "begun"] as const)
    if (!same(old[key], is[key])) keys[key] = is[key] ?? null;
  return keys;
}

/** Keys of a template that a unit fills in. */
const FILLED: readonly string[] = [
  "needs",
  "basis",
  "title",
  "titleDue",
  "status",
  "when",
  "limit",
  "count",
  "warn",
];

function filledIn(above: Rule, edited: Rule, why: Why): Result<LayerChange | undefined> {
  const { id: rule, title } = above;
  const place = `${rule}（${title}）`;
  const keys = differing(above, edited);
  if (Object.keys(keys).length === 0) return accepted(undefined);
  if (edited.needs !== undefined)
    return refused("bad-layer", `${place}：这条规则等待本地值（${above.needs}），请填好以后再发布`, rule);
  const other = Object.keys(keys).find((key) => !FILLED.includes(key));
  if (other !== undefined)
    return refused("bad-layer", `${place}${keyWord(other)}：填本地值时不能改这一项`, `${rule}.${other}`);
  const when = localWhen(above.when, edited.when);
  if (when === undefined)
    return refused("bad-layer", `${place}${keyWord("when")}：只能在模板的条件之外再加条件`, `${rule}.when`);
  const { clock } = edited;
  const configure: Configure = {
    basis: edited.basis,
    ...(clock === undefined ? {} : { limit: clock.limit, count: clock.count, warn: clock.warn }),
    ...(when === "" ? {} : { when }),
    ...(keys["title"] === undefined ? {} : { title: edited.title }),
    ...(keys["titleDue"] === undefined || edited.titleDue === undefined ? {} : { titleDue: edited.titleDue }),
    ...(edited.status === "shadow" || edited.status === "trial" ? { status: edited.status } : {}),
  };
  if (edited.status === "draft" || edited.status === "retired")
    return refused(
      "bad-layer",
      `${place}${keyWord("status")}：填好本地值的规则应为生效、试行或者静默`,
      `${rule}.status`,
    );
  return accepted({ rule, ...why, configure });
}
