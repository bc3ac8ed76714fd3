// Gathers, case by case, the rows of before into one: each could-not-be-checked had a row of its own once.
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { keep, row, rows, run, setting } from "../sql.ts";
import type { Act } from "./act.ts";
import type { FindingRow } from "./findings.ts";
import { hasUnknowns, keepUnknowns } from "./unknowns.ts";

/** The last case that is done; there only while some are left. */
const AT = "unknowns-gathered";
/** Cases of one go, so that requests get between. */
const AT_ONCE = 50;
/** The runtime takes no alarm at 0. */
const NOW = 1;

const PLAIN = "judge = 'unit' AND verdict = 'unknown' AND colour = 'grey' AND due IS NULL AND since IS NULL";

/** When it goes on (ms): at once, while there is something left. */
export const nextGather = (sql: SqlStorage): number | undefined =>
  setting(sql, AT) === undefined ? undefined : NOW;

function gatherCase(sql: SqlStorage, caseKey: string): void {
  const found = rows<FindingRow>(sql, `SELECT * FROM findings WHERE case_key = ? AND ${PLAIN}`, caseKey);
  if (found.length === 0) return;
  const findings = found.map(
    ({ rule, element: on, missing, key }): UnitFinding => ({
      rule,
      on,
      verdict: "unknown",
      colour: "grey",
      missing: JSON.parse(missing) as string[],
      key,
    }),
  );
  // A case that has been judged since has them together already.
  if (!hasUnknowns(sql, caseKey)) keepUnknowns(sql, caseKey, findings, found[0]?.pack ?? 0);
  run(sql, `DELETE FROM findings WHERE case_key = ? AND ${PLAIN}`, caseKey);
}

/** The next cases; what is done stays done when the object is closed in between. */
export function gather({ sql }: Act): void {
  let at = setting(sql, AT);
  for (let n = 0; at !== undefined && n < AT_ONCE; n += 1) {
    const next = row<{ key: string }>(
      sql,
      "SELECT case_key AS key FROM findings WHERE case_key > ? ORDER BY case_key LIMIT 1",
      at,
    );
    at = next?.key;
    if (at !== undefined) gatherCase(sql, at);
  }
  if (at === undefined) run(sql, "DELETE FROM settings WHERE key = ?", AT);
  else keep(sql, AT, at);
}
