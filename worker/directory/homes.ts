// Which unit's object keeps which case, so that those above find it.
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { rows, run } from "../sql.ts";
import { subtree } from "./units.ts";

export const addHome = (sql: SqlStorage, caseKey: string, unit: string, now: number): void => {
  run(sql, "INSERT OR REPLACE INTO homes (case_key, unit, at) VALUES (?, ?, ?)", caseKey, unit, now);
};

/** The unit that keeps a case: the caller's own first, else the latest in its subtree; its own when nobody does. */
export function homeOf(sql: SqlStorage, unit: string, caseKey: string): Result<string> {
  const homes = rows<{ unit: string }>(
    sql,
    "SELECT unit FROM homes WHERE case_key = ? ORDER BY at DESC",
    caseKey,
  );
  if (homes.length === 0 || homes.some((home) => home.unit === unit)) return accepted(unit);
  const scope = new Set(subtree(sql, unit).map(({ id }) => id));
  const home = homes.find((candidate) => scope.has(candidate.unit));
  return home === undefined ? refused("outside-unit", "该案由管辖范围以外的单位办理") : accepted(home.unit);
}
