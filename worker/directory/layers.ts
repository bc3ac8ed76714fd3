// The layers of the units, each kept revision by revision, and which of them lie between the root and a unit.
import type { Unit } from "../../shared/api/shapes.ts";
import type { Layer } from "../../shared/rules/layers/layer.ts";
import { row, rows, run } from "../sql.ts";
import { currentRevision } from "./packs.ts";

/** Which level of the rules a level of the org tree is. */
export const LAYER_LEVEL: Readonly<Record<Unit["level"], Layer["level"]>> = {
  province: "province",
  city: "city",
  county: "bureau",
  station: "station",
};

/** The layer of a unit as it was published last; undefined for a unit that has none. */
export function layerOf(sql: SqlStorage, unit: string): Layer | undefined {
  const found = row<{ json: string }>(
    sql,
    "SELECT json FROM layers WHERE unit = ? ORDER BY revision DESC LIMIT 1",
    unit,
  );
  return found === undefined ? undefined : (JSON.parse(found.json) as Layer);
}

interface Publication {
  readonly revision: number;
  readonly by: string;
  readonly say: string;
  readonly now: number;
}

/** Keeps a new revision of a unit's layer; the ones before stay on record. */
export function keepLayer(
  sql: SqlStorage,
  unit: string,
  layer: Layer,
  { revision, by, say, now }: Publication,
): void {
  run(
    sql,
    "INSERT INTO layers (unit, revision, json, by, say, at) VALUES (?, ?, ?, ?, ?, ?)",
    unit,
    revision,
    JSON.stringify(layer),
    by,
    say,
    now,
  );
}

export interface Link {
  readonly unit: string;
  readonly revision: number;
}

/** The present layers on the way from the root down to a unit and its own, the widest first. */
export const linksTo = (sql: SqlStorage, unit: string): readonly Link[] =>
  rows<Link>(
    sql,
    `WITH RECURSIVE up (id, depth) AS (
       SELECT ?, 0
       UNION ALL SELECT units.parent, depth + 1 FROM units JOIN up ON units.id = up.id WHERE units.parent IS NOT NULL
     )
     SELECT up.id AS unit, max(layers.revision) AS revision
       FROM up JOIN layers ON layers.unit = up.id GROUP BY up.id ORDER BY max(depth) DESC`,
    unit,
  );

/** Of every unit the revision of what holds in it: that of the newest publication on its way from the root. */
export function revisionsOfAll(sql: SqlStorage): ReadonlyMap<string, number> {
  const base = currentRevision(sql).revision;
  const own = new Map(
    rows<Link>(sql, "SELECT unit, max(revision) AS revision FROM layers GROUP BY unit").map(
      ({ unit, revision }) => [unit, revision],
    ),
  );
  const parents = new Map(
    rows<{ id: string; parent: string | null }>(sql, "SELECT id, parent FROM units").map(({ id, parent }) => [
      id,
      parent,
    ]),
  );
  const known = new Map<string, number>();
  const revisionOf = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const parent = parents.get(id) ?? null;
    const revision = Math.max(own.get(id) ?? 0, parent === null ? base : revisionOf(parent));
    known.set(id, revision);
    return revision;
  };
  for (const id of parents.keys()) revisionOf(id);
  return known;
}
