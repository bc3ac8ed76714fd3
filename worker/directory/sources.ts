// The rules and checklists as written, with their examples: what the studio edits and what a pack is built from.
import type { Checklist, Pack } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { rows, run } from "../sql.ts";
import { baseRules } from "./base.ts";

type Kind = "rule" | "checklist";

/** Replaces a source by its id; a new one goes to the end. */
export function keepSource(sql: SqlStorage, kind: Kind, source: { readonly id: string }): void {
  run(
    sql,
    `INSERT INTO sources (kind, id, place, json)
     VALUES (?1, ?2, (SELECT ifnull(max(place) + 1, 0) FROM sources WHERE kind = ?1), ?3)
     ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json`,
    kind,
    source.id,
    JSON.stringify(source),
  );
}

export function seedSources(sql: SqlStorage, { checklists }: Pack): void {
  for (const rule of baseRules()) keepSource(sql, "rule", rule);
  for (const checklist of checklists) keepSource(sql, "checklist", checklist);
}

const sourcesOf = <T>(sql: SqlStorage, kind: Kind): T[] =>
  rows<{ json: string }>(sql, "SELECT json FROM sources WHERE kind = ? ORDER BY place", kind).map(
    ({ json }) => JSON.parse(json) as T,
  );

export const ruleSources = (sql: SqlStorage): Rule[] => sourcesOf(sql, "rule");
export const checklistSources = (sql: SqlStorage): Checklist[] => sourcesOf(sql, "checklist");
