// What a member has put right and what others have found on their cases, told from the ledger, the notes and the items.
import type { Reply } from "../../shared/api/contract.ts";
import type { ItemView } from "../../shared/api/routes/items.ts";
import type { Note } from "../../shared/api/shapes.ts";
import { correctionsOf, type LedgerEvent } from "../../shared/supervision/self-correction.ts";
import { DAY } from "../../shared/time/civil.ts";
import type { Caller } from "../caller.ts";
import { rows } from "../sql.ts";
import { numberOf } from "./case-number.ts";
import type { Whose } from "./desk-cases.ts";
import { itemView } from "./items.ts";

/** How far back a record goes (ms). */
const BACK = 366 * DAY;
/** Notes that find fault; praise and guidance are nothing to put right. */
const FAULTS: readonly string[] = ["问题", "瑕疵"];

interface EntryRow {
  readonly idx: number;
  readonly at: number;
  readonly kind: string;
  readonly by: string;
  readonly case_key: string;
  readonly record: string;
}

/** All that may have come before what a member put right: their cases' entries of the kinds that find, end or mend. */
function eventsOf(sql: SqlStorage, member: string, since: number): readonly LedgerEvent[] {
  return rows<EntryRow>(
    sql,
    `SELECT idx, at, kind, by, case_key, record FROM entries
     WHERE case_key IN (SELECT DISTINCT case_key FROM mended WHERE handler = ? AND at >= ?)
       AND (kind IN ('mended', 'noted', 'note-closed') OR kind LIKE 'item%')`,
    member,
    since,
  ).map(({ idx, at, kind, by, case_key, record }) => ({
    index: idx,
    at,
    kind,
    by,
    caseKey: case_key,
    body: (JSON.parse(record) as { body: unknown }).body,
  }));
}

/** Items that others raised or confirmed since then, of the member or on the member's cases; what a rule alone has warned of is none yet. */
function itemsAgainst(sql: SqlStorage, { id, unit }: Caller["member"], since: number): ItemView[] {
  return rows<{ id: string }>(
    sql,
    `SELECT id FROM items WHERE json_extract(json, '$.foundAt') >= ?
       AND (json_extract(json, '$.owner.id') = ? OR case_key IN (SELECT key FROM cases WHERE by = ?))
     ORDER BY json_extract(json, '$.foundAt') DESC, id`,
    since,
    id,
    id,
  ).flatMap((found) => {
    const item = itemView(sql, unit, found.id);
    return item === undefined || item.by === id ? [] : [item];
  });
}

/** The record of the caller alone: nobody else's can be asked for. */
export function recordOf(sql: SqlStorage, { member }: Caller, _: Whose, now: number): Reply<"record"> {
  const since = now - BACK;
  const numbers = new Map<string, string>();
  const number = (key: string): string => {
    const known = numbers.get(key) ?? numberOf(sql, key);
    numbers.set(key, known);
    return known;
  };
  const corrections = correctionsOf(eventsOf(sql, member.id, since), member.id)
    .filter(({ at }) => at >= since)
    .map(({ handler: __, late: ___, foundBy: ____, ...one }) => ({ ...one, number: number(one.caseKey) }));
  const found = rows<{ id: string; case_key: string; json: string }>(
    sql,
    `SELECT notes.id, case_key, json FROM notes JOIN cases ON cases.key = notes.case_key
     WHERE cases.by = ? ORDER BY place DESC`,
    member.id,
  ).flatMap(({ id, case_key, json }) => {
    const note = JSON.parse(json) as Note;
    const mine = note.by === member.id || !FAULTS.includes(note.kind) || Date.parse(note.at) < since;
    return mine ? [] : [{ id, caseKey: case_key, number: number(case_key), note }];
  });
  return { corrections: corrections.reverse(), found, items: itemsAgainst(sql, member, since), at: now };
}
