// What one tab's page is to draw, put together from case memory, judgement, session and answers.
import { pathOf } from "../../shared/dictionary/path.ts";
import { pathLabel } from "../../shared/dictionary/words.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import { applicableOn } from "../../shared/rules/applicable.ts";
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import { offeredChecklists } from "../../shared/rules/offered.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import type { EvidenceView, FindingAnswer, FrameReading, PageState } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";
import { type CaseMemory, mergedCase } from "./cases.ts";
import { database, ofOfficer } from "./database.ts";
import { caseOf, draftKey, type FramePort, framesOf } from "./frames.ts";
import { localItems } from "./items.ts";
import { local, session } from "./kept.ts";
import { originsOf } from "./origins.ts";
import { refusalFor } from "./other-officer.ts";
import { packView } from "./packs.ts";
import { lostNow } from "./page-hits.ts";
import { references } from "./references.ts";
import { remindedOf } from "./reminded.ts";
import { deviceOfMember, syncState, waitingHere } from "./sync.ts";

const pathOfFact = ({ entity, id, field }: Fact): string => pathOf({ element: entity, id, field });

const evidenceViews = (
  memory: CaseMemory,
  shown: readonly FrameReading[],
  pages: ReadonlyMap<string, string>,
): Record<string, EvidenceView> => {
  const here = new Map<string, Fact>();
  for (const reading of shown)
    for (const fact of reading.facts) if (fact.evidence !== undefined) here.set(pathOfFact(fact), fact);
  const views: Record<string, EvidenceView> = {};
  const view = (path: string, { page, at, evidence }: Fact, isHere: boolean): void => {
    views[path] = {
      label: evidence?.label ?? "",
      text: evidence?.text ?? "",
      css: evidence?.css ?? "",
      frame: evidence?.frame ?? "",
      pageLabel: page === "ledger" ? WORDS.fromLedger : (pages.get(page) ?? page),
      at,
      here: isHere,
    };
  };
  for (const [path, fact] of Object.entries(mergedCase(memory).evidence)) view(path, fact, false);
  for (const [path, fact] of here) view(path, fact, true);
  return views;
};

/** How long a page waits for the answers given earlier (ms): a fresh profile has none and is slow to open its database. */
const PATIENCE = 150;

const soon = <T>(wanted: Promise<T>, ms: number): Promise<T | undefined> =>
  Promise.race([wanted, new Promise<undefined>((late) => setTimeout(late, ms, undefined))]);

const answersTo = async (findings: readonly Finding[]): Promise<Record<string, FindingAnswer>> => {
  const db = await soon(database(), PATIENCE);
  if (db === undefined) return {};
  const mine = await deviceOfMember();
  const { store } = db.transaction("answers");
  const answers: Record<string, FindingAnswer> = {};
  // A case has thousands of findings and an officer has answered few.
  const answered = new Set(await store.getAllKeys(ofOfficer(mine)));
  for (const { key } of findings) {
    const kept = `${mine ?? ""}|${key}`;
    const answer = answered.has(kept) ? await store.get(kept) : undefined;
    if (answer !== undefined) answers[key] = answer;
  }
  return answers;
};

/**
 * Findings for the page: most rules do not speak of most elements, and only checklists show that they do not. What is for the
 * legal desk does not stand on an officer's page.
 */
function shown(findings: readonly Finding[], { checklists }: Pack, legal: boolean): readonly Finding[] {
  const listed = new Set(checklists.flatMap(({ items }) => items.map(({ rule }) => rule)));
  const speaking = new Set(findings.filter(({ applies }) => applies !== "no").map(({ rule }) => rule));
  const silent = new Set<string>();
  return findings.filter(({ applies, audience, rule }) => {
    if (applies !== "no") return listed.has(rule) || legal || audience === "officer";
    // That a listed rule speaks of nothing here is said once, not for each of a thousand elements.
    if (!listed.has(rule) || speaking.has(rule) || silent.has(rule)) return false;
    silent.add(rule);
    return true;
  });
}

const caseLine = (memory: CaseMemory): string => {
  const cells = mergedCase(memory).sheet.case?.cells ?? {};
  return [cells["cause"], cells["category"]].filter((c) => typeof c === "string" && c !== "").join(" · ");
};

export interface PageInput {
  readonly tab: number;
  readonly pack: Pack;
  readonly memory?: CaseMemory | undefined;
  readonly judgement?: Judgement | undefined;
}

/** The state of one tab at the judgement's instant. */
export async function pageState({ tab, pack, memory, judgement }: PageInput): Promise<PageState> {
  // Of two cases in two frames only the one that the tab shows is drawn: no value of the other stands beside it.
  const mine = (frame: FramePort): boolean =>
    memory === undefined || (caseOf(frame)?.key ?? draftKey(tab)) === memory.key;
  const readings = framesOf(tab).flatMap((f) => (f.reading === undefined || !mine(f) ? [] : [f.reading]));
  const main = readings.reduce<FrameReading | undefined>(
    (a, b) => (a === undefined || b.facts.length > a.facts.length ? b : a),
    undefined,
  );
  const pages = new Map(pack.profiles.flatMap((p) => p.pages.map((k) => [k.id, k.label] as const)));
  const profile = pack.profiles.find((p) => p.platform === main?.platform);
  const kind = profile?.pages.find((p) => p.id === main?.pageKind);
  const member = await local("member");
  const legal = member?.roles.some((role) => role !== "officer") ?? false;
  const all = shown(judgement?.findings ?? [], pack, legal);
  const facts = readings.flatMap((r) => r.facts);
  const view = {
    kind: main?.pageKind ?? "",
    elements: [...new Set(facts.map((f) => pathOf({ element: f.entity, id: f.id })))],
    shows: [...new Set([...facts.map((f) => `${f.entity}.${f.field}`), ...(kind?.shows ?? [])])],
    platformShows: profile?.pages.flatMap(({ shows }) => shows ?? []),
    here: facts.map(pathOfFact),
    legal,
  };
  const lost = lostNow(profile, main, readings);
  const paused = await session(`pause:${tab}`);
  const key = await local("referenceKey");
  const sheet = memory === undefined ? {} : mergedCase(memory).sheet;
  const back =
    memory === undefined || key === undefined ? undefined : references(key, memory.key, sheet).back;
  const judged = judgement?.at ?? Date.now() + ((await local("clockOffset")) ?? 0);
  const line = memory === undefined ? "" : caseLine(memory);
  const checklists = offeredChecklists(pack.checklists, sheet, judged, pack.holidays);
  const otherOfficer = await refusalFor(tab);
  return {
    ...(otherOfficer === undefined ? {} : { otherOfficer }),
    ...(memory === undefined || memory.key.startsWith("tab:")
      ? {}
      : { caseKey: memory.key, caseNumber: memory.number }),
    ...(line === "" ? {} : { caseLine: line }),
    pageKind: main?.pageKind ?? "",
    pageLabel: main?.pageLabel ?? "",
    applicable: main === undefined ? [] : applicableOn(all, pack.rules, view),
    all,
    evidence: memory === undefined ? {} : evidenceViews(memory, readings, pages),
    checklists,
    origins: originsOf(pack.rules, all, checklists),
    ticks: memory?.ticks ?? [],
    ...(memory?.items === undefined || memory.items.length === 0
      ? {}
      : { items: localItems(memory.items, back) }),
    ...(memory?.reminders === undefined || memory.reminders.length === 0
      ? {}
      : { reminded: remindedOf(memory.reminders, back) }),
    notes: (memory?.notes ?? []).map((note) =>
      note.anchor.field === undefined || back === undefined
        ? note
        : { ...note, anchor: { ...note.anchor, field: back(note.anchor.field) } },
    ),
    // A store that cannot be read costs what was answered and waits, never the findings.
    answers: await answersTo(all).catch(() => ({})),
    pack: await packView(),
    ...(member === undefined ? {} : { member }),
    connection: member === undefined ? "signed-out" : syncState.connection,
    waiting: await waitingHere().catch(() => 0),
    at: judged,
    clockOffset: (await local("clockOffset")) ?? 0,
    ...(paused === undefined || paused.until <= Date.now() ? {} : { paused }),
    ...(readings.some(({ slow }) => slow === true) ? { slow: true } : {}),
    submits: kind?.submits ?? [],
    ...(lost.length === 0
      ? {}
      : {
          drift: {
            fields: lost.map(({ field }) => pathLabel(field)),
            since: Math.min(...lost.map(({ since }) => since)),
          },
        }),
    state: memory === undefined ? (main === undefined ? "reading" : "no-case") : "ready",
  };
}
