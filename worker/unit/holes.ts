// What the unit has not seen: numbers of a device that were used and whose entries have not come, and those that never will.
import { row, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { markRollup } from "./rollup/dirty.ts";

/** A device came with a later number than was due: what lies between is missing until it comes. */
export function noteHole({ sql, now }: Act, device: string, from: number, to: number): void {
  run(
    sql,
    `INSERT INTO holes (device, first, last, at, lost) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (device, first) DO UPDATE SET last = max(last, excluded.last) WHERE lost = 0`,
    device,
    from,
    to,
    now,
  );
  markRollup(sql, "holes", now);
}

/** What has come by now is missing no longer. */
export function fillHoles({ sql, now }: Act, device: string, acked: number): void {
  const filled =
    run(sql, "DELETE FROM holes WHERE device = ? AND lost = 0 AND last <= ?", device, acked) +
    run(
      sql,
      "UPDATE holes SET first = ? WHERE device = ? AND lost = 0 AND first <= ?",
      acked + 1,
      device,
      acked,
    );
  if (filled > 0) markRollup(sql, "holes", now);
}

/** A device says that it no longer has these entries: an entry of the ledger instead, and the count goes on behind them. */
export function loseEntries(
  act: Act,
  who: { by: string; byName: string },
  device: string,
  from: number,
  to: number,
): void {
  run(act.sql, "DELETE FROM holes WHERE device = ? AND first >= ? AND first <= ?", device, from, to);
  run(
    act.sql,
    "INSERT INTO holes (device, first, last, at, lost) VALUES (?, ?, ?, ?, 1)",
    device,
    from,
    to,
    act.now,
  );
  markRollup(act.sql, "holes", act.now);
  act.append({ kind: "lost", ...who, caseKey: "", body: { device, from, to } });
}

/** The last number of a device that it has declared lost; 0 for none. */
export const lostUpTo = (sql: SqlStorage, device: string): number =>
  row<{ last: number | null }>(
    sql,
    "SELECT max(last) AS last FROM holes WHERE device = ? AND lost = 1",
    device,
  )?.last ?? 0;

/** Whether a number lies in what was declared lost. */
export const isLost = (sql: SqlStorage, device: string, seq: number): boolean =>
  lostAround(sql, device, seq) !== undefined;

const lostAround = (sql: SqlStorage, device: string, seq: number) =>
  row<{ first: number; last: number; at: number }>(
    sql,
    "SELECT first, last, at FROM holes WHERE device = ? AND lost = 1 AND first <= ? AND last >= ?",
    device,
    seq,
    seq,
  );

/** What was declared lost has come after all. */
export function foundAgain({ sql, now }: Act, device: string, seq: number): void {
  const hole = lostAround(sql, device, seq);
  if (hole === undefined) return;
  markRollup(sql, "holes", now);
  run(sql, "DELETE FROM holes WHERE device = ? AND first = ?", device, hole.first);
  for (const [first, last] of [[hole.first, seq - 1] as const, [seq + 1, hole.last] as const])
    if (first <= last)
      run(
        sql,
        "INSERT INTO holes (device, first, last, at, lost) VALUES (?, ?, ?, ?, 1)",
        device,
        first,
        last,
        hole.at,
      );
}

/** How many entries of all devices the unit knows to exist and has not got: its blindness. */
export const blindness = (sql: SqlStorage): number =>
  row<{ n: number }>(sql, "SELECT ifnull(sum(last - first + 1), 0) AS n FROM holes")?.n ?? 0;
