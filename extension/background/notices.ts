// Notifications of what the unit reminds of: shown once to whom it concerns, answered by a click that opens the case.

import type { Reminder } from "../../shared/api/shapes.ts";
import { partsOfKey } from "../../shared/facts/case-key.ts";
import { isFor, quietUntil, REMINDING } from "../../shared/supervision/reminding.ts";
import { instantText } from "../../shared/time/format.ts";
import { WORDS } from "../words/notices.ts";
import { knownCase } from "./cases.ts";
import { database, ofOfficer } from "./database.ts";
import { deskAnswers } from "./desk-answers.ts";
import { travelled } from "./interrupt.ts";
import { local } from "./kept.ts";
import { judgementOf } from "./live.ts";
import { callSigned } from "./session.ts";
import { deviceOfMember } from "./sync.ts";

const DAY = 86_400_000;
/** More than these are told as one. */
const MOST = 3;

/** Under which a reminder is remembered as told: its place and colour, or the finding of this browser that it speaks of. */
export async function toldKey({ caseKey, rule, on, colour }: Reminder): Promise<string> {
  const memory = knownCase(caseKey);
  const refs = memory && (await travelled(memory));
  const same = judgementOf(caseKey)?.findings.find(
    (f) => f.rule === rule && f.colour === colour && refs?.out(f.on) === on,
  );
  return same === undefined ? `@${caseKey}|${rule}|${on}|${colour}` : `${same.key}|${colour}`;
}

/** Whether a reminder is worth a notification to this member now. */
export async function isWorthNotice(reminder: Reminder, now: number): Promise<boolean> {
  const [member, unit] = [await local("member"), await local("packUnit")];
  if (member === undefined || unit === undefined || reminder.signed !== undefined) return false;
  const own = reminder.to?.find((one) => one.member === member.id);
  // Those to whom it has climbed have it in their list; the legal officer is the one who is to act on it.
  if (own === undefined)
    return reminder.tier === 1 && isFor(reminder, { ...member, unit }) && member.roles.includes("legal");
  if (own.held !== undefined || (own.channel !== "notice" && own.channel !== "sms")) return false;
  const reminding = (await local("reminding")) ?? REMINDING;
  return reminder.colour === "red" || quietUntil(now, reminding) === undefined;
}

const notify = (id: string, title: string, message: string): void => {
  chrome.notifications.create(id, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icon/128.png"),
    title,
    message,
  });
};

/** Shows what is worth it and has not been told in this browser; several at once as one that opens the list. */
export async function noticeReminders(reminders: readonly Reminder[], now: number): Promise<void> {
  const db = await database();
  const mine = (await deviceOfMember()) ?? "";
  const made = new Set(await db.getAllKeys("interrupted", ofOfficer(mine)));
  const fresh: Reminder[] = [];
  for (const reminder of reminders) {
    if (!(await isWorthNotice(reminder, now))) continue;
    const key = `${mine}|${await toldKey(reminder)}`;
    if (made.has(key)) continue;
    made.add(key);
    await db.put("interrupted", now, key);
    fresh.push(reminder);
  }
  if (fresh.length > MOST) return notify("|list", WORDS.more(fresh.length), WORDS.moreSay);
  for (const { id, caseKey, colour, title, due, tier } of fresh) {
    const word = (tier ?? 0) > 0 ? WORDS.climbed : WORDS.state[colour];
    notify(
      `${caseKey}|${id}`,
      WORDS.title(word, title),
      WORDS.text(partsOfKey(caseKey).number, instantText(due)),
    );
  }
}

/** What was pushed while no connection held: the reminders of the last day that are for this member. */
export async function noticeMissed(now: number): Promise<void> {
  const answer = await callSigned("reminders", { query: { of: "mine" } });
  if (!answer.ok) return;
  const told = ({ to }: Reminder): number => Math.max(0, ...(to ?? []).map(({ at }) => at));
  await noticeReminders(
    answer.value.reminders.filter((one) => Math.max(one.at, told(one)) > now - DAY),
    now,
  );
}

/** Where a click on a notification leads: to the case on its platform, else to what is known of it here. */
async function openFrom(id: string): Promise<void> {
  void chrome.notifications.clear(id);
  const caseKey = id.slice(0, Math.max(0, id.lastIndexOf("|")));
  if (caseKey !== "") {
    const opened = await deskAnswers["open-case"]({ caseKey, ...partsOfKey(caseKey) });
    if (opened.ok) return;
  }
  const page = caseKey === "" ? "#/health" : `#/cases/${encodeURIComponent(caseKey)}`;
  await chrome.tabs.create({ url: chrome.runtime.getURL(`/console.html${page}`) });
}

/** Listens for clicks on notifications; called once when the background starts. */
export const listenToNotices = (): void =>
  chrome.notifications.onClicked.addListener((id) => void openFrom(id));
