// How late the alarm was, day by day: the number that says whether deadlines ring in time.
import type { Reply } from "../../shared/api/contract.ts";
import { dayOf } from "../../shared/time/civil.ts";
import { row, run } from "../sql.ts";

/** Days that are kept. */
const KEPT = 31;

/** Notes one ring that came `late` ms after what it stood for. */
export function noteLateness(sql: SqlStorage, now: number, late: number): void {
  const day = dayOf(now);
  const made = run(
    sql,
    `INSERT INTO lateness (day, rings, worst, total) VALUES (?1, 1, ?2, ?2)
     ON CONFLICT (day) DO UPDATE SET rings = rings + 1, worst = max(worst, ?2), total = total + ?2`,
    day,
    late,
  );
  if (made > 0) run(sql, "DELETE FROM lateness WHERE day < ?", day - KEPT);
}

/** The rings of the last seven days with the worst and the mean lateness (ms). */
export function latenessOf(
  sql: SqlStorage,
  now: number,
): Pick<Reply<"unitHealth">["units"][number]["alarm"], "rings" | "worst" | "mean"> {
  const found = row<{ rings: number | null; worst: number | null; total: number | null }>(
    sql,
    "SELECT sum(rings) AS rings, max(worst) AS worst, sum(total) AS total FROM lateness WHERE day > ?",
    dayOf(now) - 7,
  );
  const rings = found?.rings ?? 0;
  return { rings, worst: found?.worst ?? 0, mean: rings === 0 ? 0 : Math.round((found?.total ?? 0) / rings) };
}
