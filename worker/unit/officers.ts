// Who works on a case: the lead and assisting officers that the host page names, as far as this unit knows them.

import type { Member } from "../../shared/api/shapes.ts";
import { parseOfficers } from "../../shared/facts/officers.ts";
import { row, rows, run } from "../sql.ts";

export interface OnCase {
  readonly member: string;
  /** 主办, or whoever read the case last where the page names nobody that this unit knows. */
  readonly leads: boolean;
}

/** Remembers an officer of this unit, so that the name or number on a page is known for a member. */
export function knowOfficer(sql: SqlStorage, { id, name, officerId, roles }: Member): void {
  if (!roles.includes("officer")) return;
  run(
    sql,
    `INSERT INTO officers (id, name, officer_id) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, officer_id = excluded.officer_id
     WHERE name <> excluded.name OR officer_id IS NOT excluded.officer_id`,
    id,
    name,
    officerId,
  );
}

/** The one officer of this name or number; nobody where two have the same name. */
function memberNamed(sql: SqlStorage, text: string): string | undefined {
  const found = rows<{ id: string }>(
    sql,
    "SELECT id FROM officers WHERE officer_id = ?1 OR name = ?1 LIMIT 2",
    text,
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

function named(sql: SqlStorage, caseKey: string, field: "leadOfficer" | "handlers"): readonly string[] {
  const found = row<{ value: string | null }>(
    sql,
    "SELECT value FROM facts WHERE case_key = ? AND entity = 'case' AND field = ? AND state = 'known'",
    caseKey,
    field,
  );
  const value: unknown = found?.value == null ? [] : JSON.parse(found.value);
  const texts = Array.isArray(value) ? value.map(String) : [String(value)];
  return texts
    .flatMap((text) => parseOfficers(text) ?? [])
    .flatMap(({ name }) => memberNamed(sql, name) ?? []);
}

/** Whether the case was handed over since the page last named its lead officer. */
const isHanded = (sql: SqlStorage, caseKey: string): boolean =>
  row(
    sql,
    `SELECT 1 FROM entries WHERE case_key = ?1 AND kind = 'handed-over' AND at > ifnull((SELECT at FROM facts
       WHERE case_key = ?1 AND entity = 'case' AND field = 'leadOfficer' LIMIT 1), 0) LIMIT 1`,
    caseKey,
  ) !== undefined;

/** Everybody who is to be reminded of a case, the lead officers first. */
export function officersOf(sql: SqlStorage, caseKey: string): readonly OnCase[] {
  const leads = isHanded(sql, caseKey) ? [] : named(sql, caseKey, "leadOfficer");
  const handlers = named(sql, caseKey, "handlers");
  const by = row<{ by: string }>(sql, "SELECT by FROM cases WHERE key = ?", caseKey)?.by;
  const first = leads.length > 0 || by === undefined ? leads : [by];
  const all = new Map<string, boolean>();
  for (const member of first) all.set(member, true);
  for (const member of handlers) if (!all.has(member)) all.set(member, false);
  return [...all].map(([member, isLead]) => ({ member, leads: isLead }));
}
