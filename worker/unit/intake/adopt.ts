// A case that another system named first is the same when an officer opens it on a platform: what was reported moves to its key.
import { rows, run } from "../../sql.ts";
import type { Act } from "../act.ts";
import { markRollup } from "../rollup/dirty.ts";

/** What was found under the key that nobody else knows; it is found anew under the case's own. */
const FOUND = ["facts", "lists", "findings", "unknowns", "marks", "across", "wrong", "reminders"];

/** Moves what systems reported of a case, before anybody opened it, to the key of its platform. */
export function adoptReported({ sql, now }: Act, caseKey: string): void {
  const reported = rows<{ key: string }>(
    sql,
    `SELECT key FROM cases WHERE by = '' AND key <> ?1
       AND substr(key, instr(key, ':') + 1) = substr(?1, instr(?1, ':') + 1)
       AND NOT EXISTS (SELECT 1 FROM facts WHERE case_key = cases.key AND page NOT LIKE 'intake-%')`,
    caseKey,
  );
  for (const { key } of reported) {
    run(sql, "UPDATE OR IGNORE facts SET case_key = ? WHERE case_key = ?", caseKey, key);
    run(sql, "UPDATE items SET case_key = ? WHERE case_key = ?", caseKey, key);
    run(sql, "DELETE FROM told WHERE reminder IN (SELECT id FROM reminders WHERE case_key = ?)", key);
    run(sql, "DELETE FROM outbox WHERE case_key = ? AND state = 'waiting'", key);
    for (const table of FOUND) run(sql, `DELETE FROM ${table} WHERE case_key = ?`, key);
    run(sql, "DELETE FROM cases WHERE key = ?", key);
    markRollup(sql, `case ${key}`, now);
  }
}
