// The live loop: readings come in, cases are judged, pages are told, the unit gets its report, the alarm is set.
import type { Judgement } from "../../shared/rules/finding.ts";
import { type JudgeAgain, keepJudged } from "../../shared/rules/judge-again.ts";
import type { Prepared } from "../../shared/rules/prepare.ts";
import { profileMatches } from "../reading/page-kind.ts";
import {
  type CaseMemory,
  caseMemory,
  forgetCase,
  keepShown,
  knownCase,
  knownCases,
  mergedCase,
  renameCase,
  restore,
  takeBack,
  takeReading,
} from "./cases.ts";
import { bindDraft } from "./draft-reason.ts";
import { changeFor, slim } from "./frame-state.ts";
import { caseOf, caseOfTab, draftKey, type FramePort, framesOf, send, tabs } from "./frames.ts";
import { local } from "./kept.ts";
import { isOthers } from "./other-officer.ts";
import { currentPack } from "./packs.ts";
import { pageState } from "./page-state.ts";
import { rememberPlace } from "./places.ts";
import { report } from "./report.ts";
import { deviceOfMember } from "./sync.ts";
import { showStopped, tellTrouble } from "./trouble.ts";

export interface LiveEvents {
  /** Something was queued: send soon. */
  readonly onQueued: () => void;
  /** The earliest instant at which any judgement changes by itself changed (ms). */
  readonly onNextChange: (at: number | undefined) => void;
  /** A case was judged by the clock, not by a reading: it may be worth an interruption. */
  readonly onTick: (memory: CaseMemory, judgement: Judgement) => void;
  /** A case was recognised for the first time in this session. */
  readonly onCase: (memory: CaseMemory) => void;
}

const judgements = new Map<string, Judgement>();
/** One judge per case: it remembers what it judged, so that a keystroke costs what it changes. */
const judges = new Map<string, { readonly prepared: Prepared; readonly again: JudgeAgain }>();

export const judgementOf = (key: string): Judgement | undefined => judgements.get(key);

const now = async (): Promise<number> => Date.now() + ((await local("clockOffset")) ?? 0);

/** What people have ticked of this case, as the judge names it: `rule@on`. */
const ticked = (memory: CaseMemory): ReadonlySet<string> =>
  new Set(
    memory.ticks.filter((t) => t.ticked).map((t) => (t.item.includes("@") ? t.item : `${t.item}@case`)),
  );

/** Cases whose judging failed: what was found of them before may no longer hold. */
const failed = new Set<string>();

/** Judges; a case at which the engine throws is kept as failed, with nothing found, until it is judged again. */
function sparing(key: string, judge: () => Judgement): Judgement {
  try {
    const judgement = judge();
    failed.delete(key);
    return judgement;
  } catch (cause) {
    failed.add(key);
    judgements.delete(key);
    judges.delete(key);
    throw cause;
  }
}

const judgeCase = async (memory: CaseMemory): Promise<Judgement> => {
  const { prepared } = await currentPack();
  const at = await now();
  let judge = judges.get(memory.key);
  if (judge?.prepared !== prepared) judge = { prepared, again: keepJudged(prepared) };
  const judgement = sparing(memory.key, () => judge.again(mergedCase(memory).sheet, at, ticked(memory)));
  if (knownCase(memory.key) === memory) {
    judges.set(memory.key, judge);
    judgements.set(memory.key, judgement);
  }
  return judgement;
};

const earliest = (): number | undefined => {
  let at: number | undefined;
  for (const { nextChange } of judgements.values())
    if (nextChange !== undefined && (at === undefined || nextChange < at)) at = nextChange;
  return at;
};

/** Tells every frame of a tab what to draw. */
export async function tellTab(tab: number): Promise<void> {
  const shown = caseOfTab(tab);
  const memory = knownCase(shown?.key ?? draftKey(tab));
  if (memory !== undefined && failed.has(memory.key)) return showStopped(tab);
  const { pack } = await currentPack();
  const state = await pageState({ tab, pack, memory, judgement: memory && judgements.get(memory.key) });
  const slimmed = slim(state);
  for (const frame of framesOf(tab)) {
    const change = changeFor(frame.told, frame.whole === true ? state : slimmed);
    if (change !== undefined) send(frame, { type: "state", ...change });
  }
}

/** Tells every tab that shows this case, or all tabs. */
export async function tell(key?: string): Promise<void> {
  for (const tab of tabs())
    if (key === undefined || (caseOfTab(tab)?.key ?? draftKey(tab)) === key) await tellTab(tab);
}

const reportCase = async (memory: CaseMemory, judgement: Judgement, events: LiveEvents): Promise<void> => {
  const device = await deviceOfMember();
  const key = await local("referenceKey");
  if (device === undefined || key === undefined || memory.key.startsWith("tab:")) return;
  if (isOthers(memory.key)) return;
  if ((await report(device, key, memory, judgement)) > 0) events.onQueued();
};

/** Forgets what a tab's unsaved form has said: another document is another form. */
export function forgetDraft(tab: number): void {
  const key = draftKey(tab);
  forgetCase(key);
  judgements.delete(key);
  judges.delete(key);
}

/** Judges one case again, tells its pages, and reports what changed. */
export async function refresh(memory: CaseMemory, events: LiveEvents): Promise<Judgement> {
  const judgement = await judgeCase(memory);
  // Forgotten meanwhile: what it held is told to nobody any more.
  if (knownCase(memory.key) !== memory) return judgement;
  await tell(memory.key);
  // A store that is full costs the report, which is made again with the next reading, not the warnings.
  await reportCase(memory, judgement, events).catch((cause: unknown) => tellTrouble("store", cause));
  events.onNextChange(earliest());
  return judgement;
}

/** One frame has read its page. */
export async function onReading(frame: FramePort, events: LiveEvents): Promise<void> {
  await restore();
  if (frame.reading === undefined) return;
  const touchedCases = new Set<CaseMemory>();
  // A number that has just appeared in one frame gives its case to the frames around it as well.
  for (const each of framesOf(frame.tab)) {
    if (each.reading === undefined || (each !== frame && each.reading.caseNumber !== undefined)) continue;
    const shown = caseOf(each) ?? { key: draftKey(each.tab), number: "", platform: each.reading.platform };
    if (each.reading.facts.length === 0 && each !== frame) continue;
    const fresh = knownCase(shown.key) === undefined;
    const memory = caseMemory(shown.key, shown.number, shown.platform);
    if (shown.number === "")
      keepShown(memory, new Set(framesOf(frame.tab).map(({ reading }) => reading?.url ?? "")));
    const source = `${each.reading.pageKind}|${each.reading.frame}`;
    if (each.placed?.url === each.reading.url && each.placed.shown.key !== shown.key) {
      const wrong = knownCase(each.placed.shown.key);
      if (wrong !== undefined && each.reading.caseNumber === undefined) {
        takeBack(wrong, source, each.turned ?? 0);
        touchedCases.add(wrong);
      }
    }
    if (shown.number !== "" && each.placed?.url !== each.reading.url)
      void rememberPlace(shown, each.reading).catch(() => {});
    if (shown.number !== "") each.placed = { shown, url: each.reading.url };
    takeReading(memory, each.reading, source);
    touchedCases.add(memory);
    if (fresh && shown.number !== "") events.onCase(memory);
  }
  for (const memory of touchedCases) {
    const judgement = await refresh(memory, events);
    if (isOthers(memory.key)) continue;
    if ((await bindDraft(draftKey(frame.tab), memory, judgement)) > 0) events.onQueued();
  }
  await tellTab(frame.tab);
}

/** The clock has moved: judges all known cases again. */
export async function onClock(events: LiveEvents): Promise<void> {
  await restore();
  for (const memory of knownCases()) {
    const judgement = await refresh(memory, events);
    events.onTick(memory, judgement);
  }
}

/** The pack changed: every known case is judged by it, every page is told. */
export async function onPackChanged(events: LiveEvents): Promise<void> {
  await restore();
  const { profiles } = (await currentPack()).pack;
  for (const memory of knownCases()) {
    const pages = Object.values(memory.seen ?? {});
    const profile = profiles.find((one) => pages.some(({ url }) => profileMatches(one, url)));
    if (profile === undefined || memory.number === "") continue;
    const named = renameCase(memory, profile.platform);
    if (named === memory) continue;
    judgements.delete(memory.key);
    judges.delete(memory.key);
    events.onCase(named);
  }
  for (const memory of knownCases()) await refresh(memory, events);
  await tell();
}

/** Forgets the judgements of cases that are no longer in memory. */
export const forgetJudgements = (): void => {
  judgements.clear();
  judges.clear();
  failed.clear();
};
