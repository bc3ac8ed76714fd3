// Tries what waits in the outbox and records how it went.
import type { Env } from "../env.ts";
import { directoryOf } from "../env.ts";
import { rows } from "../sql.ts";
import { sendSms } from "./gateway.ts";
import type { GroupCommit } from "./group-commit.ts";
import { noteFailed, noteSent, type Parcel, parcelsDue } from "./outbox.ts";

async function tryParcel(env: Env, unit: string, parcel: Parcel): Promise<string | undefined> {
  try {
    if (parcel.kind === "home") {
      await directoryOf(env).addHome(parcel.case_key, unit);
      return undefined;
    }
    if (env.SMS_URL === undefined || env.SMS_URL === "") return "没有配置短信网关";
    const to = await directoryOf(env).phoneFor(parcel.member, unit);
    if (to === null) return "办案民警和单位领导都没有登记手机号";
    const { id, ...rest } = JSON.parse(parcel.body) as Record<string, unknown>;
    return await sendSms(env.SMS_URL, env.SMS_SECRET ?? "", JSON.stringify({ id, to, ...rest }));
  } catch (error) {
    console.error(`outbox ${parcel.kind}: ${error instanceof Error ? error.message : "failed"}`);
    return "发送时出错";
  }
}

/** One try for everything that is due. A crash between sending and recording repeats the message under the same id. */
export async function deliver(env: Env, unit: string, sql: SqlStorage, commit: GroupCommit): Promise<void> {
  const due = parcelsDue(sql, Date.now());
  const outcomes = await Promise.all(
    due.map(async (parcel) => ({ parcel, error: await tryParcel(env, unit, parcel) })),
  );
  if (outcomes.length === 0) return;
  await commit.run((act) => {
    for (const { parcel, error } of outcomes) {
      if (error !== undefined) {
        noteFailed(act.sql, parcel, error, act.now);
        continue;
      }
      noteSent(act.sql, parcel);
      if (parcel.kind !== "sms") continue;
      const [found] = rows<{ rule: string; element: string; colour: string }>(
        act.sql,
        "SELECT rule, element, colour FROM reminders WHERE id = ?",
        parcel.id,
      );
      const body = { reminder: parcel.id, rule: found?.rule, on: found?.element, colour: found?.colour };
      act.append({ kind: "reminded", by: "object", byName: "", caseKey: parcel.case_key, body });
    }
  });
}
