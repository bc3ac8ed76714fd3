// What each case contributes to the rules over all cases: who was where and when, which act needs which other.
import { rows, run } from "../sql.ts";

/** `act`: somebody was there; `needs`: an act needs another one; `partner`: it may be the other one. */
export type Role = "act" | "needs" | "partner";

export interface Mark {
  readonly role: Role;
  /** Name of the officer, person or room; or number and value of the tie. */
  readonly key: string;
  readonly element: string;
  /** By which marks of one key are put in order; the greatest stands for all whose value was not read. */
  readonly sort: number;
  readonly json: string;
}

interface MarkRow extends Mark {
  readonly pack: number;
}

/** A mark that came or went; of one that changed, as it is now. */
export type Changed = Pick<Mark, "role" | "key" | "json">;

/** Puts a case's marks for a rule in place of those before, and answers those that changed. */
export function replaceMarks(
  sql: SqlStorage,
  rule: string,
  caseKey: string,
  pack: number,
  marks: readonly Mark[],
): readonly Changed[] {
  const nameOf = ({ role, key, element }: Mark): string => `${role}\n${key}\n${element}`;
  const known = rows<MarkRow>(
    sql,
    "SELECT role, key, element, sort, json, pack FROM marks WHERE case_key = ? AND rule = ?",
    caseKey,
    rule,
  );
  const before = new Map(known.map((mark) => [nameOf(mark), mark]));
  const changed: Changed[] = [];
  const note = ({ role, key, json }: Mark) => void changed.push({ role, key, json });
  const fresh: Mark[] = [];
  for (const mark of new Map(marks.map((one) => [nameOf(one), one])).values()) {
    const old = before.get(nameOf(mark));
    before.delete(nameOf(mark));
    if (old?.json === mark.json && old.pack === pack) continue;
    note(mark);
    fresh.push(mark);
  }
  if (fresh.length > 0)
    run(
      sql,
      `INSERT OR REPLACE INTO marks (rule, role, key, case_key, element, sort, json, pack)
       SELECT ?1, value ->> 0, value ->> 1, ?2, value ->> 2, value ->> 3, value ->> 4, ?3 FROM json_each(?4)`,
      rule,
      caseKey,
      pack,
      JSON.stringify(fresh.map(({ role, key, element, sort, json }) => [role, key, element, sort, json])),
    );
  for (const gone of before.values()) {
    note(gone);
    run(
      sql,
      "DELETE FROM marks WHERE rule = ? AND role = ? AND key = ? AND case_key = ? AND element = ?",
      rule,
      gone.role,
      gone.key,
      caseKey,
      gone.element,
    );
  }
  return changed;
}

/** The marks of one key in all cases, or in one. */
export const marksAt = <T>(
  sql: SqlStorage,
  rule: string,
  role: Role,
  key: string,
  caseKey?: string,
): readonly T[] =>
  rows<{ json: string }>(
    sql,
    `SELECT json FROM marks WHERE rule = ? AND role = ? AND key = ?${caseKey === undefined ? "" : " AND case_key = ?"}
     ORDER BY case_key, element`,
    rule,
    role,
    key,
    ...(caseKey === undefined ? [] : [caseKey]),
  ).map(({ json }) => JSON.parse(json) as T);

/** The last, in their order, of the partners one of whose ties was not read; by an index of its own. */
export const lastLoose = <T>(sql: SqlStorage, rule: string): T | undefined =>
  rows<{ json: string }>(
    sql,
    "SELECT json FROM marks WHERE rule = ? AND role = 'partner' AND key = '?' ORDER BY sort DESC LIMIT 1",
    rule,
  ).map(({ json }) => JSON.parse(json) as T)[0];

/** The stays of which it was not read whose they are, in all cases; by an index of its own. */
export const loneStays = <T>(sql: SqlStorage, rule: string): readonly T[] =>
  rows<{ json: string }>(
    sql,
    `SELECT json FROM marks WHERE rule = ? AND role = 'act' AND key = '' AND instr(json, '"line":-1') > 0
     ORDER BY case_key, element`,
    rule,
  ).map(({ json }) => JSON.parse(json) as T);

/** The cases that a query with numbered parameters answers are judged anew at once: something that another case contributed has changed. */
export function judgeSoon(sql: SqlStorage, now: number, cases: string, ...args: readonly string[]): void {
  run(sql, `UPDATE cases SET next_change = ?${args.length + 1} WHERE key IN (${cases})`, ...args, now);
}

/** Forgets what rules that are no longer in force have left. */
export function keepMarksOf(sql: SqlStorage, rules: readonly string[]): void {
  const here = JSON.stringify(rules);
  for (const table of ["marks", "across"]) {
    run(sql, `DELETE FROM ${table} WHERE rule NOT IN (SELECT value FROM json_each(?))`, here);
  }
  run(
    sql,
    "DELETE FROM findings WHERE judge = 'across' AND rule NOT IN (SELECT value FROM json_each(?))",
    here,
  );
}
