// What the studio of a unit edits: the rules that hold in it as written, the checklists, and its own layer's part in them.
import type { Reply } from "../../shared/api/contract.ts";
import { begun } from "../../shared/rules/layers/effective.ts";
import type { EffectivePack } from "../../shared/rules/layers/layer.ts";
import { asideOf, layersTo, packOf } from "./effective.ts";
import { groundOf } from "./layer-edit.ts";
import { sourcesIn } from "./layer-sources.ts";
import { LAYER_LEVEL, layerOf } from "./layers.ts";
import { contentOf } from "./packs.ts";
import { issues } from "./publish.ts";
import { checklistSources, ruleSources } from "./sources.ts";
import { unitById } from "./units.ts";

export function unitSources(sql: SqlStorage, id: string): Reply<"packSources"> {
  const stored = packOf(sql, id);
  const unit = unitById(sql, id);
  const own = layerOf(sql, id);
  const pack: EffectivePack = begun(contentOf(stored));
  const changed = new Set(own?.changes.map(({ rule }) => rule));
  return {
    revision: stored.revision,
    label: stored.label,
    rules: [...sourcesIn(pack, layersTo(sql, id), ruleSources(sql))],
    checklists: checklistSources(sql),
    layer: {
      unit: id,
      unitName: unit.name,
      level: LAYER_LEVEL[unit.level],
      issues: issues(unit),
      above: changed.size === 0 ? [] : groundOf(sql, id).sources.filter((rule) => changed.has(rule.id)),
      added: (own?.add ?? []).map((rule) => rule.id),
      aside: asideOf(sql, id).map(({ rule, code, message }) => ({ rule, code, message })),
    },
  };
}
