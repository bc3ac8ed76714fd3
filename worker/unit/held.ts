// Reminders that waited for the end of the quiet hours: told then, if they still hold and the budget allows it.
import { type Channel, type RingingColour, reachOf } from "../../shared/supervision/reminding.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { addMessage, pushReminder, stillHolds } from "./reminders.ts";
import { remindingOf } from "./reminding.ts";
import { toldLately } from "./told.ts";

/** Released in one run. */
const MOST = 200;

interface Waiting {
  readonly reminder: string;
  readonly member: string;
  readonly channel: Channel;
  readonly colour: RingingColour;
}

/** When the next held reminder is asked again (ms). */
export const nextRelease = (sql: SqlStorage): number | undefined =>
  row<{ at: number | null }>(sql, "SELECT min(at) AS at FROM told WHERE held = 'quiet'")?.at ?? undefined;

/** Tells what has waited long enough; what is over, answered or beyond the budget by now stays in the list only. */
export function release(act: Act): void {
  const { sql, now } = act;
  const waiting = rows<Waiting>(
    sql,
    `SELECT told.reminder, told.member, told.channel, reminders.colour FROM told
     JOIN reminders ON reminders.id = told.reminder
     WHERE told.held = 'quiet' AND told.at <= ? ORDER BY told.at, reminders.due LIMIT ?`,
    now,
    MOST,
  );
  for (const { reminder, member, channel, colour } of waiting) {
    const reach = reachOf(colour, channel, now, toldLately(sql, member, now), remindingOf(sql));
    const held = stillHolds(sql, reminder) ? (reach.held ?? null) : "budget";
    run(
      sql,
      "UPDATE told SET held = ?, at = ? WHERE reminder = ? AND member = ?",
      held,
      reach.at,
      reminder,
      member,
    );
    if (held !== null) continue;
    if (channel === "sms") addMessage(act, reminder, member);
    pushReminder(act, reminder);
  }
}
