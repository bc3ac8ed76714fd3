// The pack that holds in a unit: the root's pack with the layers on the way down, signed once for all units that share them.

import { begun } from "../../shared/rules/layers/effective.ts";
import type { EffectivePack, Layer } from "../../shared/rules/layers/layer.ts";
import { type Aside, settledOnto } from "../../shared/rules/layers/settle.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { signPack } from "../../shared/rules/signed-pack.ts";
import { iso, row, run } from "../sql.ts";
import { type Link, linksTo } from "./layers.ts";
import {
  contentOf,
  currentPack,
  currentRevision,
  labelOf,
  type NamedPack,
  type StoredPack,
  secretOf,
} from "./packs.ts";

/** The layers of a way through the tree, and who published the newest of them. */
interface Way {
  readonly links: readonly Link[];
  /** The same for all units with the same layers upon the same pack. */
  readonly chain: string;
}

function wayTo(sql: SqlStorage, unit: string): Way {
  const links = linksTo(sql, unit);
  const steps = links.map((link) => `${link.unit}:${link.revision}`);
  return { links, chain: [currentRevision(sql).revision, ...steps].join("|") };
}

interface LayerRow {
  readonly json: string;
  readonly by: string;
  readonly at: number;
}

const layerAt = (sql: SqlStorage, { unit, revision }: Link): LayerRow => {
  const found = row<LayerRow>(
    sql,
    "SELECT json, by, at FROM layers WHERE unit = ? AND revision = ?",
    unit,
    revision,
  );
  if (found === undefined) throw new Error(`the layer ${unit}:${revision} is gone`);
  return found;
};

const layersOf = (sql: SqlStorage, links: readonly Link[]): readonly Layer[] =>
  links.map((link) => JSON.parse(layerAt(sql, link).json) as Layer);

/** Puts the layers together and keeps the signed outcome under its chain. */
function made(sql: SqlStorage, { links, chain }: Way): void {
  const base = contentOf(currentPack(sql));
  const newest = links.reduce((a, b) => (b.revision > a.revision ? b : a));
  let { by } = currentPack(sql);
  let pack: Pack = base;
  if (newest.revision >= base.revision) {
    const { by: publisher, at } = layerAt(sql, newest);
    const { revision } = newest;
    by = publisher;
    pack = { ...base, revision, label: labelOf(at, revision), publishedAt: iso(at) };
  }
  const effective = settledOnto(begun(pack), layersOf(sql, links)).pack;
  const signed = signPack(effective, secretOf(sql));
  run(
    sql,
    `INSERT OR REPLACE INTO effective (chain, revision, label, body, key, signature, hash, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    chain,
    pack.revision,
    pack.label,
    signed.body,
    signed.key,
    signed.signature,
    signed.hash,
    by,
  );
}

/** The signed pack of a unit. Where no layer lies on the way it is the root's own, byte for byte. */
export function packOf(sql: SqlStorage, unit: string): StoredPack {
  const way = wayTo(sql, unit);
  if (way.links.length === 0) return currentPack(sql);
  const ask = (): StoredPack | undefined =>
    row<StoredPack>(
      sql,
      "SELECT revision, label, body, key, signature, hash, by FROM effective WHERE chain = ?",
      way.chain,
    );
  const known = ask();
  if (known !== undefined) return known;
  made(sql, way);
  const pack = ask();
  if (pack === undefined) throw new Error(`the pack ${way.chain} is gone right after it was written`);
  return pack;
}

/** Which pack holds in a unit. */
export function revisionOf(sql: SqlStorage, unit: string): NamedPack {
  const way = wayTo(sql, unit);
  if (way.links.length === 0) return currentRevision(sql);
  const known = row<NamedPack>(
    sql,
    "SELECT revision, hash, signature FROM effective WHERE chain = ?",
    way.chain,
  );
  if (known !== undefined) return known;
  const { revision, hash, signature } = packOf(sql, unit);
  return { revision, hash, signature };
}

/** Forgets packs that no unit has any more. */
export function dropOldPacks(sql: SqlStorage, units: readonly string[]): void {
  const chains = [...new Set(units.map((unit) => wayTo(sql, unit).chain))];
  run(
    sql,
    "DELETE FROM effective WHERE chain NOT IN (SELECT value FROM json_each(?))",
    JSON.stringify(chains),
  );
}

/** What a unit's layers lie upon: everything above it, its own layer left out. `base` in place of the root's present pack. */
export function packAbove(sql: SqlStorage, unit: string, base?: Pack): EffectivePack {
  const links = linksTo(sql, unit).filter((link) => link.unit !== unit);
  return settledOnto(begun(base ?? contentOf(currentPack(sql))), layersOf(sql, links)).pack;
}

/** The layers on the way to a unit, its own included, the widest first. */
export const layersTo = (sql: SqlStorage, unit: string): readonly Layer[] =>
  layersOf(sql, linksTo(sql, unit));

/** What of the unit's own layer the units above have overtaken. */
export function asideOf(sql: SqlStorage, unit: string): readonly Aside[] {
  const own = linksTo(sql, unit).filter((link) => link.unit === unit);
  return own.length === 0 ? [] : settledOnto(packAbove(sql, unit), layersOf(sql, own)).aside;
}
