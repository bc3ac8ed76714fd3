// Reminders: one per case, rule, element, colour and state of facts; each colour has its way to a person.
import type { Reminder } from "../../shared/api/shapes.ts";
import type { PackedRule } from "../../shared/rules/pack.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { channelOf, climbsAt } from "../../shared/supervision/reminding.ts";
import { fullInstantText } from "../../shared/time/format.ts";
import { chance } from "../chance.ts";
import { iso, row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { numberOf } from "./case-number.ts";
import { reminderOf } from "./reminder-list.ts";
import { remindingOf } from "./reminding.ts";
import { tellAll } from "./told.ts";

const WORDS: Readonly<Record<string, string>> = { orange: "临近届满", red: "已超期" };

/** The message: case number, rule, due – nothing that names a person. */
const messageOf = (number: string, title: string, due: number, colour: string): string =>
  `【第一粒扣】案件 ${number}：${title}，期限 ${fullInstantText(due)}，${WORDS[colour] ?? ""}，请及时办理。`;

/** Announces a reminder as it stands now. */
export function pushReminder(act: Act, id: string): void {
  const reminder = reminderOf(act.sql, act.unit, id);
  if (reminder !== undefined) act.push({ type: "reminder", caseKey: reminder.caseKey, reminder });
}

/** Whether what a reminder speaks of still has its colour and nobody has answered it. */
export const stillHolds = (sql: SqlStorage, id: string): boolean =>
  row(
    sql,
    `SELECT 1 FROM reminders JOIN findings ON findings.case_key = reminders.case_key
       AND findings.rule = reminders.rule AND findings.element = reminders.element
     WHERE reminders.id = ? AND reminders.signed IS NULL AND findings.colour = reminders.colour
       AND findings.mended IS NULL`,
    id,
  ) !== undefined;

/** Puts the short message of a reminder to one member into the outbox. */
export function addMessage(act: Act, id: string, member: string): void {
  const { sql, now } = act;
  const found = row<{ case_key: string; title: string; colour: Reminder["colour"]; due: number }>(
    sql,
    "SELECT case_key, title, colour, due FROM reminders WHERE id = ?",
    id,
  );
  if (found === undefined) throw new Error(`there is no reminder ${id}`);
  const { case_key: caseKey, title, colour, due } = found;
  const first = row(sql, "SELECT 1 FROM outbox WHERE id = ?", id) === undefined;
  const parcel = first ? id : `${id}.${member}`;
  const text = messageOf(numberOf(sql, caseKey), title, due, colour);
  run(
    sql,
    "INSERT INTO outbox (id, kind, case_key, member, body, next_at, at) VALUES (?, 'sms', ?, ?, ?, ?, ?)",
    parcel,
    caseKey,
    member,
    JSON.stringify({ id: parcel, text, caseKey, colour, due: iso(due) }),
    now,
    now,
  );
}

/** What was red, was mended and is red again has been reminded of already; unanswered it climbs on. */
function climbAgain({ sql, now }: Act, caseKey: string, { rule, on, key, colour }: UnitFinding): void {
  run(
    sql,
    `UPDATE reminders SET climb_at = ? WHERE case_key = ? AND rule = ? AND element = ? AND facts = ? AND colour = ?
       AND colour = 'red' AND signed IS NULL AND climb_at IS NULL`,
    climbsAt(0, now, remindingOf(sql)) ?? null,
    caseKey,
    rule,
    on,
    key,
    colour,
  );
}

/** Makes the reminder for a new colour, unless it has been made already. */
export function remind(
  act: Act,
  caseKey: string,
  finding: UnitFinding,
  due: number,
  rule: PackedRule | undefined,
): void {
  const { colour } = finding;
  if (colour === "green" || colour === "grey") return;
  const { sql, now } = act;
  const reminding = remindingOf(sql);
  const title = (finding.verdict === "due" ? rule?.titleDue : undefined) ?? rule?.title ?? finding.rule;
  const way = channelOf(colour, reminding);
  const channel = way === "sms" && !act.sms ? "notice" : way;
  const id = `r${chance(8)}`;
  const made = rows(
    sql,
    `INSERT INTO reminders (id, case_key, rule, title, element, colour, facts, due, at, channel, climb_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
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
    (colour === "red" ? climbsAt(0, now, reminding) : undefined) ?? null,
  );
  if (made.length === 0) {
    climbAgain(act, caseKey, finding);
    return;
  }
  for (const member of tellAll(act, id, caseKey, colour, channel)) addMessage(act, id, member);
  pushReminder(act, id);
}
