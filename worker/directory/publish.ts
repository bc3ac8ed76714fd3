// Publishing: changed rules and checklists become a new signed revision once enough others have approved.
import * as v from "valibot";
import type { Body, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { buildPack, checkRule } from "../../shared/rules/build-pack.ts";
import type { Checklist, Pack } from "../../shared/rules/pack.ts";
import { checklistShape } from "../../shared/rules/pack-shape.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { readRule } from "../../shared/rules/rule-shape.ts";
import { iso } from "../sql.ts";
import { currentPack, keepPack, type StoredPack } from "./packs.ts";
import { checklistSources, keepSource, ruleSources } from "./sources.ts";

/** A change that has been checked: whole rules and checklists that replace those of their id. */
export interface Change {
  readonly rules: readonly Rule[];
  readonly checklists: readonly Checklist[];
}

/** Every part checked by itself, examples included; refuses with the place of the first that does not hold. */
export function readChange(
  sql: SqlStorage,
  body: Pick<Body<"publish">, "rules" | "checklists">,
): Result<Change> {
  const law = JSON.parse(currentPack(sql).body) as Pack;
  const rules: Rule[] = [];
  for (const [i, input] of body.rules.entries()) {
    const rule = readRule(input);
    if (!rule.ok) return refused("bad-rule", rule.refusal.message, `rules[${i}].${rule.refusal.at ?? ""}`);
    const checked = checkRule(rule.value, law);
    if (!checked.ok) {
      return refused(
        checked.refusal.code,
        checked.refusal.message,
        `rules[${i}].${checked.refusal.at ?? ""}`,
      );
    }
    rules.push(rule.value);
  }
  const checklists: Checklist[] = [];
  for (const [i, input] of body.checklists.entries()) {
    const read = v.safeParse(checklistShape, input);
    if (!read.success) {
      return refused(
        "bad-rule",
        `清单结构不对:${read.issues[0].message}`,
        `checklists[${i}].${v.getDotPath(read.issues[0]) ?? ""}`,
      );
    }
    checklists.push(read.output as Checklist);
  }
  return accepted({ rules, checklists });
}

const replaced = <T extends { readonly id: string }>(
  all: readonly T[],
  changed: readonly T[],
): readonly T[] => [
  ...all.map((one) => changed.find(({ id }) => id === one.id) ?? one),
  ...changed.filter(({ id }) => !all.some((one) => one.id === id)),
];

/** 2026.11.3: year and month at +08:00, then the revision. */
const labelOf = (now: number, revision: number): string => {
  const day = iso(now + 8 * 3_600_000);
  return `${day.slice(0, 4)}.${Number(day.slice(5, 7))}.${revision}`;
};

/** The pack that the change would make; refuses when it does not build. */
export function packWith(sql: SqlStorage, change: Change, now: number): Result<Pack> {
  const base = currentPack(sql);
  const { statutes, holidays, profiles, issuer } = JSON.parse(base.body) as Pack;
  return buildPack({
    rules: replaced(ruleSources(sql), change.rules),
    checklists: replaced(checklistSources(sql), change.checklists),
    profiles,
    statutes,
    holidays,
    issuer,
    revision: base.revision + 1,
    label: labelOf(now, base.revision + 1),
    publishedAt: iso(now),
  });
}

/** Builds, signs and keeps the new revision with its sources; part of one transaction. */
export function publishChange(
  sql: SqlStorage,
  change: Change,
  by: string,
  say: string,
  now: number,
): Result<StoredPack> {
  const pack = packWith(sql, change, now);
  if (!pack.ok) return pack;
  for (const rule of change.rules) keepSource(sql, "rule", rule);
  for (const checklist of change.checklists) keepSource(sql, "checklist", checklist);
  keepPack(sql, pack.value, { by, say, now });
  return accepted(currentPack(sql));
}

/** Whether the change was made on the revision that is still current. */
export const onCurrent = (sql: SqlStorage, base: number): Result<null> => {
  const { revision } = currentPack(sql);
  return base === revision
    ? accepted(null)
    : refused("conflict", `规则包已是第 ${revision} 版,您的改动基于第 ${base} 版,请刷新后重做`, "base");
};

export const publishedReply = (
  { revision, label, hash }: StoredPack,
  state: "published" | "waiting",
  approvals: number,
  needed: number,
): Reply<"publish"> => ({ revision, label, hash, state, approvals, needed });
