// The rules of a unit as written: the root's sources and those that layers add, with what the layers have made of each.
import { sourceIn } from "../../shared/rules/layers/edited-source.ts";
import type { EffectivePack, Layer, LayeredRule } from "../../shared/rules/layers/layer.ts";
import type { Rule } from "../../shared/rules/rule.ts";

/** `written` are the root's sources, `layers` those of which `pack` was made. */
export function sourcesIn(
  pack: EffectivePack,
  layers: readonly Layer[],
  written: readonly Rule[],
): readonly Rule[] {
  const base = new Map(written.map((rule) => [rule.id, rule]));
  const at = (level: string): Layer | undefined => layers.find((layer) => layer.level === level);
  return pack.rules.flatMap((packed) => {
    const { id, from } = packed;
    const source = from.level === "nation" ? base.get(id) : at(from.level)?.add.find((one) => one.id === id);
    return source === undefined ? [] : [sourceIn(source, packed, localWhenOf(packed, at))];
  });
}

/** The condition that a layer put beside the template's, as it was written. */
function localWhenOf(
  { id, from }: LayeredRule,
  at: (level: string) => Layer | undefined,
): string | undefined {
  const change = from.changes.find(({ key }) => key === "when");
  if (change === undefined) return undefined;
  return at(change.level)?.changes.find(({ rule }) => rule === id)?.configure?.when;
}
