// Publishing: what a unit's administrator changed becomes a new revision once enough others have approved.
import * as v from "valibot";
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Unit } from "../../shared/api/shapes.ts";
import { caseKey } from "../../shared/facts/case-key.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { buildPack, checkRule } from "../../shared/rules/build-pack.ts";
import { readProfile } from "../../shared/rules/check-profile.ts";
import type { Checklist, Pack } from "../../shared/rules/pack.ts";
import { checklistShape } from "../../shared/rules/pack-shape.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { readRule } from "../../shared/rules/rule-shape.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { iso } from "../sql.ts";
import { packOf, revisionOf } from "./effective.ts";
import { groundOf, isEdit, isSameLayer, type LayerEdit, layerWith, type Publisher } from "./layer-edit.ts";
import { keepLayer } from "./layers.ts";
import { contentOf, currentPack, keepPack, labelOf, nextRevision, type StoredPack } from "./packs.ts";
import { checklistSources, keepSource, ruleSources } from "./sources.ts";

/** A change that has been read: what replaces rules and checklists of the root's pack, and what is done to the unit's layer. */
export interface Change {
  readonly rules: readonly Rule[];
  readonly checklists: readonly Checklist[];
  readonly profiles: readonly SiteProfile[];
  readonly layer: LayerEdit;
}

/** The root unit issues the pack itself; every other unit changes only what is above it. */
export const issues = ({ parent }: Unit): boolean => parent === null;

/** Whether an edited rule goes into the unit's layer: every one below the root; at the root the local values of a template. */
export const isLayered = (sql: SqlStorage, unit: Unit, rule: Rule): boolean =>
  !issues(unit) ||
  (rule.needs === undefined &&
    ruleSources(sql).some(({ id, needs }) => id === rule.id && needs !== undefined));

/** Every part checked by itself, examples included; refuses with the place of the first that does not hold. */
export function readChange(
  sql: SqlStorage,
  unit: Unit,
  body: Pick<Body<"publish">, "rules" | "checklists" | "profiles" | "changes" | "statutes">,
): Result<Change> {
  const law = contentOf(currentPack(sql));
  const rules: Rule[] = [];
  const layered: Rule[] = [];
  for (const [i, input] of body.rules.entries()) {
    const rule = readRule(input);
    if (!rule.ok) return refused("bad-rule", rule.refusal.message, `rules[${i}].${rule.refusal.at ?? ""}`);
    if (isLayered(sql, unit, rule.value)) {
      layered.push(rule.value);
      continue;
    }
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
  const checklists = readChecklists(unit, body.checklists);
  if (!checklists.ok) return checklists;
  // Their shape is read with the layer that they become a part of.
  const edit = { rules: layered, changes: body.changes ?? [], statutes: body.statutes ?? [] } as LayerEdit;
  const profiles = readProfiles(unit, body.profiles ?? []);
  if (!profiles.ok) return profiles;
  return accepted({ rules, checklists: checklists.value, profiles: profiles.value, layer: edit });
}

function readProfiles(unit: Unit, inputs: readonly unknown[]): Result<readonly SiteProfile[]> {
  if (inputs.length > 0 && !issues(unit))
    return refused(
      "bad-layer",
      `${unit.name}：页面档案由发布规则包的单位统一维护，本单位可以导出交给它发布`,
      "profiles[0]",
    );
  const profiles: SiteProfile[] = [];
  for (const [i, input] of inputs.entries()) {
    const read = readProfile(input);
    if (!read.ok) return refused("bad-rule", read.refusal.message, `profiles[${i}].${read.refusal.at ?? ""}`);
    profiles.push(read.value);
  }
  return accepted(profiles);
}

function readChecklists(unit: Unit, inputs: readonly unknown[]): Result<readonly Checklist[]> {
  if (inputs.length > 0 && !issues(unit))
    return refused(
      "bad-layer",
      `${unit.name}：清单由发布规则包的单位统一维护，本单位不能改`,
      "checklists[0]",
    );
  const checklists: Checklist[] = [];
  for (const [i, input] of inputs.entries()) {
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
  return accepted(checklists);
}

const replaced = <T extends { readonly id: string }>(
  all: readonly T[],
  changed: readonly T[],
): readonly T[] => [
  ...all.map((one) => changed.find(({ id }) => id === one.id) ?? one),
  ...changed.filter(({ id }) => !all.some((one) => one.id === id)),
];

/** Cases go by their platform's name: a profile in force that gives it another one would make two cases of each. */
function partedCases(
  inForce: readonly SiteProfile[],
  changed: readonly SiteProfile[],
): Result<never> | undefined {
  for (const [i, { id, name, platform }] of changed.entries()) {
    const was = inForce.find((one) => one.id === id)?.platform;
    if (was === undefined || caseKey(was, "1") === caseKey(platform, "1")) continue;
    return refused(
      "bad-rule",
      `页面档案“${name}”的归并名由“${was}”改成了“${platform}”，已经记下的案件会和以后读到的分成两个；请恢复原来的归并名，换叫法只改名称`,
      `profiles[${i}].platform`,
    );
  }
  return undefined;
}

/** The pack that the root's part of a change would make; refuses when it does not build. */
function packWith(
  sql: SqlStorage,
  change: Change,
  rules: readonly Rule[],
  revision: number,
  now: number,
): Result<Pack> {
  const { statutes, holidays, profiles, issuer } = contentOf(currentPack(sql));
  const parted = partedCases(profiles, change.profiles);
  if (parted !== undefined) return parted;
  return buildPack({
    rules,
    checklists: replaced(checklistSources(sql), change.checklists),
    profiles: replaced(profiles, change.profiles),
    statutes,
    holidays,
    issuer,
    revision,
    label: labelOf(now, revision),
    publishedAt: iso(now),
  });
}

/** Everything of a change made ready, nothing kept yet: what does not hold refuses the whole of it. */
export function madeReady(
  sql: SqlStorage,
  unit: Unit,
  change: Change,
  publisher: Publisher,
): Result<(by: string) => StoredPack> {
  const { now, say } = publisher;
  const revision = nextRevision(sql);
  const toPack = change.rules.length + change.checklists.length + change.profiles.length > 0;
  const written = replaced(ruleSources(sql), change.rules);
  const pack = toPack ? packWith(sql, change, written, revision, now) : accepted(undefined);
  if (!pack.ok) return pack;
  const layer = isEdit(change.layer)
    ? layerWith(sql, unit, change.layer, publisher, groundOf(sql, unit.id, pack.value, written))
    : accepted(undefined);
  if (!layer.ok) return layer;
  if (!toPack && (layer.value === undefined || isSameLayer(sql, unit.id, layer.value)))
    return refused("bad-rule", "没有改动,不能发布", "rules");
  return accepted((by: string) => {
    for (const rule of change.rules) keepSource(sql, "rule", rule);
    for (const checklist of change.checklists) keepSource(sql, "checklist", checklist);
    if (pack.value !== undefined) keepPack(sql, pack.value, { by, say, now });
    if (layer.value !== undefined) keepLayer(sql, unit.id, layer.value, { revision, by, say, now });
    return packOf(sql, unit.id);
  });
}

/** Whether the change was made on what still holds in the unit. */
export const onCurrent = (sql: SqlStorage, unit: string, base: number): Result<null> => {
  const { revision } = revisionOf(sql, unit);
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
