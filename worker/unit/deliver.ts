// Tries what waits in the outbox and records how it went.
import type { Env } from "../env.ts";
import { directoryOf } from "../env.ts";
import { logError } from "../log.ts";
import { rows } from "../sql.ts";
import { sendSms } from "./gateway.ts";
import type { GroupCommit } from "./group-commit.ts";
import { itemWaits } from "./item-rules.ts";
import { noteFailed, noteLapsed, noteSent, type Parcel, parcelsDue } from "./outbox.ts";
import { pushReminder, stillHolds } from "./reminders.ts";
import { sendLeft, sendRollup } from "./rollup/send.ts";

interface Sender {
  readonly env: Env;
  readonly unit: string;
  readonly sql: SqlStorage;
  readonly commit: GroupCommit;
}

async function tryParcel({ env, unit, sql, commit }: Sender, parcel: Parcel): Promise<string | undefined> {
  try {
    if (parcel.kind === "home") {
      await directoryOf(env).addHome(parcel.case_key, unit);
      return undefined;
    }
    if (parcel.kind === "rollup") {
      if (parcel.body === "") return await sendRollup(env, unit, sql, commit);
      await sendLeft(env, unit, sql, parcel.body);
      return undefined;
    }
    if (env.SMS_URL === undefined || env.SMS_URL === "") return "没有配置短信网关";
    const to = await directoryOf(env).phoneFor(parcel.member, unit);
    if (to === null) return "办案民警和单位领导都没有登记手机号";
    const { id, ...rest } = JSON.parse(parcel.body) as Record<string, unknown>;
    return await sendSms(env.SMS_URL, env.SMS_SECRET ?? "", JSON.stringify({ id, to, ...rest }));
  } catch (error) {
    logError("parcel-failed", error, { unit, kind: parcel.kind, tries: parcel.tries });
    return "发送时出错";
  }
}

/** The reminder that a short message speaks of; messages to further members carry their id behind it. */
const reminderOf = ({ id }: Parcel): string => id.split(".")[0] ?? id;

/** A short message whose reason is gone is not sent: nobody is told of what has been mended or answered since. */
const lapsed = (sql: SqlStorage, parcel: Parcel): boolean =>
  parcel.kind === "sms" && !(itemWaits(sql, parcel.id) ?? stillHolds(sql, reminderOf(parcel)));

/** One try for everything that is due. A crash between sending and recording repeats the message under the same id. */
export async function deliver(env: Env, unit: string, sql: SqlStorage, commit: GroupCommit): Promise<void> {
  const due = parcelsDue(sql, Date.now());
  if (due.length === 0) return;
  const gone = due.filter((parcel) => lapsed(sql, parcel));
  const outcomes = await Promise.all(
    due
      .filter((parcel) => !gone.includes(parcel))
      .map(async (parcel) => ({ parcel, error: await tryParcel({ env, unit, sql, commit }, parcel) })),
  );
  await commit.run((act) => {
    for (const parcel of gone) noteLapsed(act.sql, parcel);
    for (const { parcel, error } of outcomes) {
      if (error !== undefined) {
        noteFailed(act.sql, parcel, error, act.now);
        continue;
      }
      noteSent(act.sql, parcel, act.now);
      if (parcel.kind !== "sms") continue;
      const [found] = rows<{ rule: string; element: string; colour: string }>(
        act.sql,
        "SELECT rule, element, colour FROM reminders WHERE id = ?",
        reminderOf(parcel),
      );
      const body = {
        reminder: reminderOf(parcel),
        rule: found?.rule,
        on: found?.element,
        colour: found?.colour,
      };
      pushReminder(act, reminderOf(parcel));
      act.append({ kind: "reminded", by: "object", byName: "", caseKey: parcel.case_key, body });
    }
  });
}
