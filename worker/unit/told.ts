// Who is told of a reminder and how: the officers of the case, whoever covers for them, each within their own budget.
import {
  atMost,
  budgetSince,
  type Channel,
  type Held,
  type RingingColour,
  reachOf,
} from "../../shared/supervision/reminding.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { coversOf } from "./covers.ts";
import { officersOf } from "./officers.ts";
import { remindingOf } from "./reminding.ts";

export interface Told {
  readonly member: string;
  readonly channel: Channel;
  readonly held: Held | null;
  readonly at: number;
}

/** Reminders that have reached a person within the last 24 hours and count against the budget. */
export const toldLately = (sql: SqlStorage, member: string, now: number): number =>
  row<{ n: number }>(
    sql,
    `SELECT count(*) AS n FROM told JOIN reminders ON reminders.id = told.reminder
     WHERE told.member = ? AND told.at > ? AND told.at <= ? AND told.held IS NULL
       AND told.channel <> 'list' AND reminders.colour <> 'red'`,
    member,
    budgetSince(now),
    now,
  )?.n ?? 0;

export const toldOf = (sql: SqlStorage, reminder: string): readonly Told[] =>
  rows<Told>(sql, "SELECT member, channel, held, at FROM told WHERE reminder = ? ORDER BY rowid", reminder);

/** Decides for one person and keeps it; answers whether a short message is to go out now. */
function tellOne(
  act: Act,
  reminder: string,
  colour: RingingColour,
  channel: Channel,
  member: string,
): boolean {
  const { sql, now } = act;
  const reach = reachOf(colour, channel, now, toldLately(sql, member, now), remindingOf(sql));
  run(
    sql,
    "INSERT INTO told (reminder, member, channel, held, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    reminder,
    member,
    reach.channel,
    reach.held ?? null,
    reach.at,
  );
  return reach.channel === "sms" && reach.held === undefined;
}

/**
 * Tells everybody whom a reminder of this case concerns; answers the members to whom a short message goes out now. Who
 * works on the case beside its lead officer gets no short messages: one person is enough to be woken.
 */
export function tellAll(
  act: Act,
  reminder: string,
  caseKey: string,
  colour: RingingColour,
  channel: Channel,
): readonly string[] {
  const { sql, now } = act;
  const asked = new Map<string, Channel>();
  for (const { member, leads } of officersOf(sql, caseKey)) {
    const own = leads ? channel : atMost(channel, "notice");
    asked.set(member, own);
    for (const cover of coversOf(sql, member, now)) if (!asked.has(cover)) asked.set(cover, own);
  }
  return [...asked]
    .filter(([member, own]) => tellOne(act, reminder, colour, own, member))
    .map(([member]) => member);
}
