// The reminders of a unit as they are shown: what, how it was told to whom, how far it has climbed, who has answered.
import type { Reminder } from "../../shared/api/shapes.ts";
import type { RingingColour } from "../../shared/supervision/reminding.ts";
import { row, rows } from "../sql.ts";
import { unitAbove } from "./above.ts";
import { type Told, toldOf } from "./told.ts";

interface ReminderRow {
  readonly id: string;
  readonly case_key: string;
  readonly rule: string;
  readonly title: string;
  readonly element: string;
  readonly colour: RingingColour;
  readonly due: number;
  readonly at: number;
  readonly channel: Reminder["channel"];
  readonly tier: number;
  readonly signed: string | null;
  readonly state: "waiting" | "sent" | "parked" | "lapsed" | null;
}

const shown = (
  found: ReminderRow,
  told: readonly Told[],
  unit: string,
  above: string | undefined,
): Reminder => ({
  id: found.id,
  caseKey: found.case_key,
  rule: found.rule,
  title: found.title,
  on: found.element,
  colour: found.colour,
  due: found.due,
  at: found.at,
  channel: found.channel,
  state: found.channel === "sms" ? (found.state ?? "listed") : "listed",
  to: told.map(({ held, ...one }) => (held === null ? one : { ...one, held })),
  tier: found.tier,
  unit,
  above: above ?? null,
  ...(found.signed === null ? {} : { signed: JSON.parse(found.signed) as NonNullable<Reminder["signed"]> }),
});

const REMINDER =
  "SELECT reminders.*, outbox.state FROM reminders LEFT JOIN outbox ON outbox.id = reminders.id";

const all = (sql: SqlStorage, unit: string, found: readonly ReminderRow[]): Reminder[] => {
  const above = unitAbove(sql);
  return found.map((one) => shown(one, toldOf(sql, one.id), unit, above));
};

export const reminderOf = (sql: SqlStorage, unit: string, id: string): Reminder | undefined => {
  const found = row<ReminderRow>(sql, `${REMINDER} WHERE reminders.id = ?`, id);
  return found && all(sql, unit, [found])[0];
};

export const remindersOf = (sql: SqlStorage, unit: string, caseKey: string): Reminder[] =>
  all(
    sql,
    unit,
    rows<ReminderRow>(sql, `${REMINDER} WHERE reminders.case_key = ? ORDER BY reminders.at DESC`, caseKey),
  );

/** The unit's latest reminders. */
export const allReminders = (sql: SqlStorage, unit: string): Reminder[] =>
  all(sql, unit, rows<ReminderRow>(sql, `${REMINDER} ORDER BY reminders.at DESC LIMIT 500`));
