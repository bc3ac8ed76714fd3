// Interruptions: at most one per fact state, within quiet hours and the day's budget; red ones are exempt from both.
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import { budgetSince, quietUntil, REMINDING, type Reminding } from "../../shared/supervision/reminding.ts";
import { WORDS } from "../words/background.ts";
import { due } from "./alarms.ts";
import { type CaseMemory, mergedCase } from "./cases.ts";
import { database, ofOfficer } from "./database.ts";
import { local } from "./kept.ts";
import { type References, references } from "./references.ts";
import { deviceOfMember } from "./sync.ts";

export const PER_DAY = REMINDING.perDay;

const grave = (f: Finding): f is Finding & { colour: "orange" | "red" } =>
  (f.colour === "orange" || f.colour === "red") &&
  f.audience === "officer" &&
  f.mended === undefined &&
  f.quiet !== true;

/** By day, with the product's own budget. */
const BY_DAY: Pick<Reminding, "quiet" | "perDay"> = { quiet: null, perDay: PER_DAY };

/**
 * Which of these may interrupt now, given the instants of earlier interruptions by `key|colour`: none twice, orange ones
 * outside of the quiet hours and only while fewer than the unit's number were made in the last 24 hours.
 */
export function mayInterrupt(
  findings: readonly Finding[],
  made: ReadonlyMap<string, number>,
  now: number,
  reminding: Pick<Reminding, "quiet" | "perDay"> = BY_DAY,
): Finding[] {
  const since = budgetSince(now);
  let today = [...made.entries()].filter(([key, at]) => !key.endsWith("|red") && at > since).length;
  const quiet = quietUntil(now, reminding) !== undefined;
  return findings.filter(grave).filter((f) => {
    if (made.has(`${f.key}|${f.colour}`)) return false;
    if (f.colour === "red") return true;
    if (quiet) return false;
    today += 1;
    return today <= reminding.perDay;
  });
}

/** Names under which this case travels; undefined while nobody has signed in. */
export async function travelled(memory: CaseMemory): Promise<References | undefined> {
  const key = await local("referenceKey");
  return key === undefined ? undefined : references(key, memory.key, mergedCase(memory).sheet);
}

/** What the unit has reminded of already, so that this browser does not say it again. */
const toldByUnit = async (
  memory: CaseMemory,
  made: ReadonlyMap<string, number>,
): Promise<(f: Finding) => boolean> => {
  if (![...made.keys()].some((key) => key.startsWith(`@${memory.key}|`))) return () => false;
  const refs = await travelled(memory);
  return (f) => made.has(`@${memory.key}|${f.rule}|${refs?.out(f.on) ?? f.on}|${f.colour}`);
};

/** Shows a notification for what the clock has turned orange or red. */
export async function interrupt(memory: CaseMemory, judgement: Judgement): Promise<void> {
  const db = await database();
  const mine = (await deviceOfMember()) ?? "";
  const range = ofOfficer(mine);
  const [keys, values] = [await db.getAllKeys("interrupted", range), await db.getAll("interrupted", range)];
  const made = new Map(keys.map((key, i) => [key.slice(mine.length + 1), values[i] ?? 0]));
  const reminding = (await local("reminding")) ?? REMINDING;
  const until = quietUntil(judgement.at, reminding);
  // What keeps quiet now is looked at again when the quiet hours end.
  if (until !== undefined) due("quiet", Date.now() + until - judgement.at);
  const told = await toldByUnit(memory, made);
  for (const f of mayInterrupt(judgement.findings, made, judgement.at, reminding)) {
    if (told(f)) continue;
    await db.put("interrupted", judgement.at, `${mine}|${f.key}|${f.colour}`);
    chrome.notifications.create(`${memory.key}|${f.key}`, {
      type: "basic",
      iconUrl: chrome.runtime.getURL("icon/128.png"),
      title: WORDS.notifyTitle(WORDS.stateWords[f.colour as "orange" | "red"], f.title),
      message: WORDS.notifyText(memory.number, f.why),
    });
  }
}
