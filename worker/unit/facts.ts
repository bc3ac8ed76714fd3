// The unit-class facts of cases in SQLite: keeping what a batch brings, and the sheet by which a case is judged.
import type { Fact } from "../../shared/facts/fact.ts";
import { mergeFacts } from "../../shared/facts/merge.ts";
import type { FactSheet } from "../../shared/facts/sheet.ts";
import type { UnitFact } from "../../shared/supervision/entry.ts";
import { rows, run } from "../sql.ts";
import { coversOf, withSilence } from "./intake/silence.ts";

interface FactRow {
  readonly entity: string;
  readonly id: string;
  readonly field: string;
  readonly state: UnitFact["state"];
  readonly value: string | null;
  readonly at: number;
  readonly page: string;
}

/** Keeps newer readings; an unread field never overwrites one that was read, nor does a clock that runs ahead of ours. */
export function keepFacts(sql: SqlStorage, caseKey: string, facts: readonly UnitFact[], now: number): void {
  for (const { entity, id, field, state, value, at, page } of facts) {
    run(
      sql,
      `INSERT INTO facts (case_key, entity, id, field, state, value, at, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (case_key, entity, id, field) DO UPDATE
       SET state = excluded.state, value = excluded.value, at = excluded.at, page = excluded.page
       WHERE excluded.state <> 'unread' AND (excluded.at >= facts.at OR facts.state = 'unread')`,
      caseKey,
      entity,
      id,
      field,
      state,
      value === undefined ? null : JSON.stringify(value),
      Math.min(at, now),
      page,
    );
  }
}

/** Lists of which every row has been read once stay complete. */
export function keepLists(sql: SqlStorage, caseKey: string, complete: readonly string[]): void {
  for (const entity of complete)
    run(sql, "INSERT OR IGNORE INTO lists (case_key, entity) VALUES (?, ?)", caseKey, entity);
}

/** Forgets rows that a wholly read list no longer has, with the browser's findings on them: a deleted row rings no more. */
export function dropRows(
  sql: SqlStorage,
  caseKey: string,
  rowsOf: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [entity, ids] of Object.entries(rowsOf)) {
    const here = JSON.stringify(ids);
    const places = JSON.stringify(ids.map((id) => `${entity}/${id}`));
    run(
      sql,
      `DELETE FROM facts WHERE case_key = ?1 AND entity = ?2 AND id NOT IN (SELECT value FROM json_each(?3))
         AND id NOT IN (SELECT id FROM facts WHERE case_key = ?1 AND entity = ?2 AND page LIKE 'intake-%')`,
      caseKey,
      entity,
      here,
    );
    run(
      sql,
      "DELETE FROM findings WHERE case_key = ? AND judge = 'browser' AND element LIKE ? AND element NOT IN (SELECT value FROM json_each(?))",
      caseKey,
      `${entity}/%`,
      places,
    );
  }
}

export const factsOf = (sql: SqlStorage, caseKey: string): UnitFact[] =>
  rows<FactRow>(
    sql,
    "SELECT entity, id, field, state, value, at, page FROM facts WHERE case_key = ? ORDER BY entity, id, field",
    caseKey,
  ).map(({ value, ...fact }) =>
    value === null ? fact : { ...fact, value: JSON.parse(value) as NonNullable<UnitFact["value"]> },
  );

export const listsOf = (sql: SqlStorage, caseKey: string): string[] =>
  rows<{ entity: string }>(sql, "SELECT entity FROM lists WHERE case_key = ?", caseKey).map(
    ({ entity }) => entity,
  );

/** All that the unit knows of a case, ready to be judged. */
export const sheetOf = (sql: SqlStorage, caseKey: string): FactSheet =>
  withSilence(
    mergeFacts(factsOf(sql, caseKey) as readonly Fact[], listsOf(sql, caseKey)).sheet,
    coversOf(sql),
  );
