// What the catalogue shows: every rule as it holds, with its source, its packed form and the layers that changed it.
import type { Statute } from "../../../shared/law/statute.ts";
import { STATUTES } from "../../../shared/law/statutes.ts";
import { packRule } from "../../../shared/rules/check-rule.ts";
import type { DutyArea } from "../../../shared/rules/duties.ts";
import { effectivePack } from "../../../shared/rules/layers/effective.ts";
import type { Layer, LayeredRule, LayerRef } from "../../../shared/rules/layers/layer.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { Stop } from "../stop.ts";
import { WORDS } from "./words.ts";

/** A rule as written, with the values that hold in place of those that a layer changed. */
export type Entry = Rule & { readonly packed: LayeredRule };

export interface Book {
  readonly entries: readonly Entry[];
  readonly statutes: readonly Statute[];
  readonly areas: readonly DutyArea[];
  readonly layers: readonly LayerRef[];
}

/** The nation's catalogue. Throws `Stop` on a rule that does not pass its checks. */
export function nationalBook(rules: readonly Rule[], areas: readonly DutyArea[]): Book {
  const from = { level: "nation", layer: WORDS.nation, changes: [] } as const;
  const entries = rules.map((rule): Entry => {
    const packed = packRule(rule, STATUTES);
    if (!packed.ok) throw new Stop(`${rule.id}：${packed.refusal.message}`);
    return { ...rule, packed: { ...packed.value, from } };
  });
  return { entries, statutes: STATUTES, areas, layers: [] };
}

/** The catalogue of a unit: the base pack with its layers. Throws `Stop` on a layer that is refused. */
export function layeredBook(
  rules: readonly Rule[],
  areas: readonly DutyArea[],
  base: Pack,
  layers: readonly Layer[],
): Book {
  const made = effectivePack(base, layers);
  if (!made.ok) throw new Stop(`${made.refusal.message}（${made.refusal.code}）`);
  const { pack } = made.value;
  const written = new Map([...rules, ...layers.flatMap(({ add }) => add)].map((rule) => [rule.id, rule]));
  const entries = pack.rules.flatMap((packed): Entry[] => {
    const rule = written.get(packed.id);
    return rule === undefined ? [] : [entryOf(rule, packed)];
  });
  return { entries, statutes: pack.statutes, areas, layers: pack.layers };
}

function entryOf(rule: Rule, packed: LayeredRule): Entry {
  const { title, titleDue, weight, status, basis, quiet, gate } = packed;
  const { needs, quiet: _, ...rest } = rule;
  return {
    ...rest,
    title,
    weight,
    status,
    basis,
    packed,
    ...(titleDue === undefined ? {} : { titleDue }),
    ...(quiet === undefined ? {} : { quiet }),
    ...(gate === undefined ? {} : { gate }),
    ...(packed.needs === undefined || needs === undefined ? {} : { needs }),
  };
}
