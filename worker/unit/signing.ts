// 签收 of reminders: an answer to a finding answers what reminded of it, and a reminder can be signed from the list.

import type { Reminder } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { iso, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { reminderOf } from "./reminder-list.ts";
import { pushReminder } from "./reminders.ts";
import { markRollup } from "./rollup/dirty.ts";

/** Marks all unanswered reminders of one rule on one element as answered; they climb no more. */
export function noteAnswered(act: Act, { member }: Caller, caseKey: string, rule: string, on: string): void {
  run(
    act.sql,
    `UPDATE reminders SET signed = ?, climb_at = NULL
     WHERE case_key = ? AND rule = ? AND element = ? AND signed IS NULL`,
    JSON.stringify({ by: member.id, byName: member.name, at: iso(act.now) }),
    caseKey,
    rule,
    on,
  );
  markRollup(act.sql, `case ${caseKey}`, act.now);
}

/** Signs one reminder with an entry of its own; a second time changes nothing. */
export function signReminder(
  act: Act,
  caller: Caller,
  caseKey: string,
  id: string,
): Result<{ reminder: Reminder }> {
  const before = reminderOf(act.sql, act.unit, id);
  if (before === undefined || before.caseKey !== caseKey) return refused("not-found", "没有找到这条提醒");
  if (before.signed !== undefined) return accepted({ reminder: before });
  const { rule, on, colour } = before;
  const { id: by, name: byName } = caller.member;
  act.append({ kind: "signed", by, byName, caseKey, body: { reminder: id, rule, on, colour } });
  noteAnswered(act, caller, caseKey, rule, on);
  pushReminder(act, id);
  const reminder = reminderOf(act.sql, act.unit, id);
  if (reminder === undefined) throw new Error(`reminder ${id} is gone right after it was signed`);
  return accepted({ reminder });
}
