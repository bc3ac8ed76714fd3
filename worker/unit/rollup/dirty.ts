// What has to be counted anew before the next report, by place: a case, an item, what has not come, a day of the units below.
import { row, run } from "../../sql.ts";

/** How long after a change the numbers are settled and sent up (ms); what changes meanwhile goes with it. */
const USUAL = 60_000;
const paces = new WeakMap<SqlStorage, number>();

/** The deployment's own pace in seconds, 1 to 3600; what is no such number is left aside. */
export function settlePace(sql: SqlStorage, asked: string | undefined): void {
  const seconds = Number(asked);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 3_600) paces.set(sql, seconds * 1_000);
}

export const paceOf = (sql: SqlStorage): number => paces.get(sql) ?? USUAL;

export type Place = `case ${string}` | `item ${string}` | `day ${number}` | "holes" | "target";

/** Marks a place as changed at an instant (ms). */
export function markRollup(sql: SqlStorage, place: Place, now: number): void {
  run(sql, "INSERT INTO rollup_dirty (place, at) VALUES (?, ?) ON CONFLICT (place) DO NOTHING", place, now);
}

/** After the clock was set back nothing waits for a future that did not come. */
export function heedRollups(sql: SqlStorage, now: number): void {
  run(sql, "UPDATE rollup_dirty SET at = ? WHERE at > ?", now, now);
  run(sql, "UPDATE rollup_children SET at = ? WHERE at > ?", now, now);
  run(
    sql,
    "UPDATE settings SET value = ? WHERE key = 'rollup-at' AND CAST(value AS INTEGER) > ?",
    String(now),
    now,
  );
}

/** When the oldest change is to be settled (ms). */
export const nextSettling = (sql: SqlStorage): number | undefined => {
  const at = row<{ at: number }>(sql, "SELECT at FROM rollup_dirty ORDER BY n LIMIT 1")?.at;
  return at === undefined ? undefined : at + paceOf(sql);
};
