// Reminders: one per case, rule, element, colour and state of facts; yellow is listed, orange and red go out as SMS.
import type { Reminder } from "../../shared/api/shapes.ts";
import type { PackedRule } from "../../shared/rules/pack.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { fullInstantText } from "../../shared/time/format.ts";
import { chance } from "../chance.ts";
import { iso, row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { numberOf } from "./case-number.ts";

interface ReminderRow {
  readonly id: string;
  readonly case_key: string;
  readonly rule: string;
  readonly title: string;
  readonly element: string;
  readonly colour: Reminder["colour"];
  readonly due: number;
  readonly at: number;
  readonly channel: Reminder["channel"];
  readonly state: "waiting" | "sent" | "parked" | null;
}

const WORDS: Readonly<Record<string, string>> = { yellow: "即将到期", orange: "临近届满", red: "已超期" };

/** The message: case number, rule, due – nothing that names a person. */
const messageOf = (number: string, title: string, due: number, colour: string): string =>
  `【第一粒扣】案件 ${number}：${title}，期限 ${fullInstantText(due)}，${WORDS[colour] ?? ""}，请及时办理。`;

/** Makes the reminder for a new colour, unless it has been made already. */
export function remind(
  act: Act,
  caseKey: string,
  finding: UnitFinding,
  due: number,
  rule: PackedRule | undefined,
): void {
  const { colour } = finding;
  if (colour !== "yellow" && colour !== "orange" && colour !== "red") return;
  const { sql, now } = act;
  const title = (finding.verdict === "due" ? rule?.titleDue : undefined) ?? rule?.title ?? finding.rule;
  const channel = colour !== "yellow" && act.sms ? "sms" : "list";
  const id = `r${chance(8)}`;
  const made = rows(
    sql,
    `INSERT INTO reminders (id, case_key, rule, title, element, colour, facts, due, at, channel)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
    id,
    caseKey,
    finding.rule,
    title,
    finding.on,
    colour,
    finding.key,
    due,
    now,
    channel,
  );
  if (made.length === 0) return;
  if (channel === "sms") {
    const member = row<{ by: string }>(sql, "SELECT by FROM cases WHERE key = ?", caseKey)?.by ?? "";
    const text = messageOf(numberOf(sql, caseKey), title, due, colour);
    const body = JSON.stringify({ id, text, caseKey, colour, due: iso(due) });
    run(
      sql,
      "INSERT INTO outbox (id, kind, case_key, member, body, next_at, at) VALUES (?, 'sms', ?, ?, ?, ?, ?)",
      id,
      caseKey,
      member,
      body,
      now,
      now,
    );
  }
  const reminder = remindersOf(sql, caseKey).find((one) => one.id === id);
  if (reminder !== undefined) act.push({ type: "reminder", caseKey, reminder });
}

const shown = (found: ReminderRow): Reminder => ({
  id: found.id,
  caseKey: found.case_key,
  rule: found.rule,
  title: found.title,
  on: found.element,
  colour: found.colour,
  due: found.due,
  at: found.at,
  channel: found.channel,
  state: found.channel === "list" ? "listed" : (found.state ?? "waiting"),
});

const REMINDER =
  "SELECT reminders.*, outbox.state FROM reminders LEFT JOIN outbox ON outbox.id = reminders.id";

export const remindersOf = (sql: SqlStorage, caseKey: string): Reminder[] =>
  rows<ReminderRow>(sql, `${REMINDER} WHERE reminders.case_key = ? ORDER BY reminders.at DESC`, caseKey).map(
    shown,
  );

/** The unit's latest reminders. */
export const allReminders = (sql: SqlStorage): Reminder[] =>
  rows<ReminderRow>(sql, `${REMINDER} ORDER BY reminders.at DESC LIMIT 500`).map(shown);
