// Notices that the server's clock was set back, and takes back what a future that did not come has left behind.
import { keep, rows, run, setting } from "../sql.ts";
import type { Act } from "./act.ts";
import { heedRollups } from "./rollup/dirty.ts";

/** Clocks are set right by seconds all the time; from here on it was a jump (ms). */
const JUMP = 2 * 60_000;
/** How often the furthest instant is written down (ms). */
const EVERY = 30_000;
/** A parcel waits no longer than this after a jump (ms). */
const SOON = 60_000;

/**
 * To be called at the start of every write. After a jump back all cases are judged anew, reminders made in the future that
 * did not come are forgotten so that they ring again in time, and nothing waits for that future. The ledger keeps its order
 * and gets an entry that says from when to when the clock went.
 */
export function heedClock(act: Act): void {
  const { sql, now } = act;
  const furthest = Number(setting(sql, "clock") ?? "0");
  if (now >= furthest) {
    if (now - furthest >= EVERY) keep(sql, "clock", String(now));
    return;
  }
  if (furthest - now < JUMP) return;
  keep(sql, "clock", String(now));
  const early = rows<{ id: string }>(sql, "SELECT id FROM reminders WHERE at > ?", now).map(({ id }) => id);
  const list = JSON.stringify(early);
  // Their findings count as not yet rung, else the same colour in its own time would ring for nobody.
  run(
    sql,
    `UPDATE findings SET colour = 'green' WHERE (case_key, rule, element) IN
       (SELECT case_key, rule, element FROM reminders WHERE at > ?)`,
    now,
  );
  for (const [table, column] of [
    ["told", "reminder"],
    ["reminders", "id"],
  ] as const)
    run(sql, `DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, list);
  run(sql, "DELETE FROM outbox WHERE kind = 'sms' AND state <> 'sent' AND at > ?", now);
  run(sql, "UPDATE outbox SET next_at = ?, at = min(at, ?) WHERE next_at > ?", now + SOON, now, now + SOON);
  run(sql, "UPDATE facts SET at = ? WHERE at > ?", now, now);
  run(sql, "UPDATE cases SET next_change = ?", now);
  heedRollups(sql, now);
  run(sql, "UPDATE told SET at = ? WHERE held = 'quiet' AND at > ?", now, now);
  act.append({
    kind: "clock-jumped",
    by: "object",
    byName: "",
    caseKey: "",
    body: { from: furthest, to: now, reminders: early.length },
  });
}
