// Interruptions: at most one per fact state, eight new ones per officer and day; red ones are not counted.
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import { WORDS } from "../words/background.ts";
import type { CaseMemory } from "./cases.ts";
import { database, ofOfficer } from "./database.ts";
import { deviceOfMember } from "./sync.ts";

export const PER_DAY = 8;
const DAY = 86_400_000;

const grave = (f: Finding): f is Finding & { colour: "orange" | "red" } =>
  (f.colour === "orange" || f.colour === "red") &&
  f.audience === "officer" &&
  f.mended === undefined &&
  f.quiet !== true;

/**
 * Which of these may interrupt now, given the instants of earlier interruptions by `key|colour`: none twice, orange
 * ones only while fewer than eight were made in the last 24 hours.
 */
export function mayInterrupt(
  findings: readonly Finding[],
  made: ReadonlyMap<string, number>,
  now: number,
): Finding[] {
  let today = [...made.entries()].filter(([key, at]) => !key.endsWith("|red") && now - at < DAY).length;
  return findings.filter(grave).filter((f) => {
    if (made.has(`${f.key}|${f.colour}`)) return false;
    if (f.colour === "red") return true;
    today += 1;
    return today <= PER_DAY;
  });
}

/** Shows a notification for what the clock has turned orange or red. */
export async function interrupt(memory: CaseMemory, judgement: Judgement): Promise<void> {
  const db = await database();
  const mine = (await deviceOfMember()) ?? "";
  const range = ofOfficer(mine);
  const [keys, values] = [await db.getAllKeys("interrupted", range), await db.getAll("interrupted", range)];
  const made = new Map(keys.map((key, i) => [key.slice(mine.length + 1), values[i] ?? 0]));
  for (const f of mayInterrupt(judgement.findings, made, judgement.at)) {
    await db.put("interrupted", judgement.at, `${mine}|${f.key}|${f.colour}`);
    chrome.notifications.create(`${memory.key}|${f.key}`, {
      type: "basic",
      iconUrl: chrome.runtime.getURL("icon/128.png"),
      title: WORDS.notifyTitle(WORDS.stateWords[f.colour as "orange" | "red"], f.title),
      message: WORDS.notifyText(memory.number, f.why),
    });
  }
}
