// The next revision of a unit's layer: what its administrator edited, put upon everything above it or refused whole.
import type { Unit } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Statute } from "../../shared/law/statute.ts";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import { changeOf, type Why } from "../../shared/rules/layers/as-change.ts";
import { layerOnto } from "../../shared/rules/layers/effective.ts";
import type { EffectivePack, Layer, LayerChange } from "../../shared/rules/layers/layer.ts";
import { readLayer } from "../../shared/rules/layers/read-layer.ts";
import { settledOnto } from "../../shared/rules/layers/settle.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { iso } from "../sql.ts";
import { layersTo, packAbove } from "./effective.ts";
import { sourcesIn } from "./layer-sources.ts";
import { LAYER_LEVEL, layerOf } from "./layers.ts";
import { ruleSources } from "./sources.ts";

/** What is to be done to a unit's layer. */
export interface LayerEdit {
  /** Rules edited whole; one that the units above do not have is added. */
  readonly rules: readonly Rule[];
  /** Changes as a layer's file has them. */
  readonly changes: readonly LayerChange[];
  /** Local texts that the local values rest on. */
  readonly statutes: readonly Statute[];
}

export const NO_EDIT: LayerEdit = { rules: [], changes: [], statutes: [] };

export const isEdit = ({ rules, changes }: LayerEdit): boolean => rules.length + changes.length > 0;

export interface Publisher {
  readonly name: string;
  readonly say: string;
  readonly now: number;
  /** Those who have approved a hard gate, or stand for those who have yet to. */
  readonly approvers: readonly string[];
}

/** Upon what a layer lies, with the sources of its rules. */
export interface Ground {
  readonly above: EffectivePack;
  readonly sources: readonly Rule[];
}

/** The ground of a unit's layer; `base` and `written` in place of the root's present pack and sources. */
export function groundOf(sql: SqlStorage, unit: string, base?: Pack, written?: readonly Rule[]): Ground {
  const above = packAbove(sql, unit, base);
  const own = layerOf(sql, unit)?.level;
  const layers = layersTo(sql, unit).filter(({ level }) => level !== own);
  return { above, sources: sourcesIn(above, layers, written ?? ruleSources(sql)) };
}

/**
 * The unit's layer with the edit in it. What the units above have overtaken is left out of it for good. Codes: those of a
 * layer that does not hold, naming rule and key.
 */
export function layerWith(
  sql: SqlStorage,
  unit: Unit,
  edit: LayerEdit,
  { name, say, now, approvers }: Publisher,
  ground: Ground = groundOf(sql, unit.id),
): Result<Layer> {
  const before: Layer = layerOf(sql, unit.id) ?? {
    level: LAYER_LEVEL[unit.level],
    name: unit.name,
    author: name,
    changes: [],
    add: [],
  };
  const [held = { ...before, statutes: [], changes: [], add: [] }] = settledOnto(ground.above, [before]).kept;
  const changes = new Map(held.changes.map((one) => [one.rule, one]));
  const add = new Map(held.add.map((rule) => [rule.id, rule]));
  const why: Why = { reason: say, author: name, at: iso(now) };
  const keep = (change: LayerChange): void => {
    const was = changes.get(change.rule);
    // The same deed once more keeps who did it first, and why.
    if (was !== undefined && deed(was) === deed(change)) return;
    const hard = change.tighten?.["gate"] === "hard";
    changes.set(change.rule, hard ? { ...change, approvedBy: approvers } : change);
  };
  for (const rule of edit.rules) {
    const source = ground.sources.find(({ id }) => id === rule.id);
    if (source === undefined) {
      add.set(rule.id, rule);
      continue;
    }
    const change = changeOf(source, rule, why);
    if (!change.ok) return refused(change.refusal.code, `${unit.name}：${change.refusal.message}`, rule.id);
    if (change.value === undefined) changes.delete(rule.id);
    else keep(change.value);
  }
  for (const change of edit.changes) keep({ ...change, author: name, at: iso(now) });
  const layer = {
    ...before,
    name: unit.name,
    author: name,
    statutes: withStatutes(held.statutes ?? [], edit.statutes),
    changes: [...changes.values()],
    add: [...add.values()],
  };
  const read = readLayer(JSON.parse(JSON.stringify(layer)));
  if (!read.ok) return read;
  const made = layerOnto(ground.above, read.value);
  return made.ok ? accepted(read.value) : made;
}

const deed = ({ tighten, configure, off }: LayerChange): string => canonicalJson({ tighten, configure, off });

/** Whether a layer does what the unit's present one does. */
export function isSameLayer(sql: SqlStorage, unit: string, layer: Layer): boolean {
  const { changes = [], add = [], statutes = [] } = layerOf(sql, unit) ?? {};
  const told = (one: Pick<Layer, "changes" | "add" | "statutes">): string =>
    canonicalJson([one.changes, one.add, one.statutes ?? []]);
  return told({ changes, add, statutes }) === told(layer);
}

const withStatutes = (before: readonly Statute[], edited: readonly Statute[]): readonly Statute[] => [
  ...before.filter(({ title }) => !edited.some((one) => one.title === title)),
  ...edited,
];
