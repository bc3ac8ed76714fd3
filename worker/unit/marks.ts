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

/** Puts a case's marks for a rule in place of those before, and answers the keys, with their role, at which something changed. */
export function replaceMarks(
  sql: SqlStorage,
  rule: string,
  caseKey: string,
  pack: number,
  marks: readonly Mark[],
): readonly Pick<Mark, "role" | "key">[] {
  const nameOf = ({ role, key, element }: Mark): string => `${role}\n${key}\n${element}`;
  const known = rows<MarkRow>(
    sql,
    "SELECT role, key, element, sort, json, pack FROM marks WHERE case_key = ? AND rule = ?",
    caseKey,
    rule,
  );
  const before = new Map(known.map((mark) => [nameOf(mark), mark]));
  const changed = new Map<string, Pick<Mark, "role" | "key">>();
  const note = ({ role, key }: Mark) => changed.set(`${role}\n${key}`, { role, key });
  for (const mark of new Map(marks.map((one) => [nameOf(one), one])).values()) {
    const old = before.get(nameOf(mark));
    before.delete(nameOf(mark));
    if (old?.json === mark.json && old.pack === pack) continue;
    note(mark);
    run(
      sql,
      "INSERT OR REPLACE INTO marks (rule, role, key, case_key, element, sort, json, pack) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      rule,
      mark.role,
      mark.key,
      caseKey,
      mark.element,
      mark.sort,
      mark.json,
      pack,
    );
  }
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
  return [...changed.values()];
}

/** The marks of one key in all cases. */
export const marksAt = <T>(sql: SqlStorage, rule: string, role: Role, key: string): readonly T[] =>
  rows<{ json: string }>(
    sql,
    "SELECT json FROM marks WHERE rule = ? AND role = ? AND key = ? ORDER BY case_key, element",
    rule,
    role,
    key,
  ).map(({ json }) => JSON.parse(json) as T);

/** The mark of one key that stands last in their order. */
export const lastMarkAt = <T>(sql: SqlStorage, rule: string, role: Role, key: string): T | undefined =>
  rows<{ json: string }>(
    sql,
    "SELECT json FROM marks WHERE rule = ? AND role = ? AND key = ? ORDER BY sort DESC LIMIT 1",
    rule,
    role,
    key,
  ).map(({ json }) => JSON.parse(json) as T)[0];

/** The cases are judged anew at once: something that another case contributed has changed. */
export function judgeSoon(sql: SqlStorage, now: number, cases: string, ...args: readonly string[]): void {
  run(sql, `UPDATE cases SET next_change = ? WHERE key IN (${cases})`, now, ...args);
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
