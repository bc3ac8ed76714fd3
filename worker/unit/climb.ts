// An unanswered red reminder climbs: after its grace to the legal officer, the leader, the unit above – one tier at a time.
import { climbsAt, TOP_TIER } from "../../shared/supervision/reminding.ts";
import { row, rows, run } from "../sql.ts";
import { unitAbove } from "./above.ts";
import type { Act } from "./act.ts";
import { pushReminder, stillHolds } from "./reminders.ts";
import { remindingOf } from "./reminding.ts";

/** Climbs in one run. */
const MOST = 200;

/** When the next reminder climbs (ms). */
export const nextClimb = (sql: SqlStorage): number | undefined =>
  row<{ at: number | null }>(sql, "SELECT min(climb_at) AS at FROM reminders")?.at ?? undefined;

/**
 * Takes each reminder whose grace has passed one tier up; the next grace begins now, so that after a stop of the service
 * every tier has its own time. What was mended or answered climbs no more.
 */
export function climb(act: Act): void {
  const { sql, now } = act;
  const due = rows<{ id: string; tier: number; case_key: string; rule: string; element: string }>(
    sql,
    "SELECT id, tier, case_key, rule, element FROM reminders WHERE climb_at <= ? ORDER BY climb_at LIMIT ?",
    now,
    MOST,
  );
  const top = unitAbove(sql) === undefined ? TOP_TIER - 1 : TOP_TIER;
  for (const { id, tier, case_key: caseKey, rule, element: on } of due) {
    if (tier >= top || !stillHolds(sql, id)) {
      run(sql, "UPDATE reminders SET climb_at = NULL WHERE id = ?", id);
      continue;
    }
    const next = tier + 1 >= top ? undefined : climbsAt(tier + 1, now, remindingOf(sql));
    run(sql, "UPDATE reminders SET tier = ?, climb_at = ? WHERE id = ?", tier + 1, next ?? null, id);
    const body = { reminder: id, rule, on, tier: tier + 1 };
    act.append({ kind: "climbed", by: "object", byName: "", caseKey, body });
    pushReminder(act, id);
  }
}
