// Case memory: what was read of each case on any page, kept for this browser session only.
import { caseKey } from "../../shared/facts/case-key.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import { type Merged, mergeFacts } from "../../shared/facts/merge.ts";
import type { CaseNote, CaseTick } from "../../shared/supervision/note.ts";
import type { FrameReading } from "../protocol/messages.ts";
import type { Reminded } from "../protocol/reminded.ts";
import type { CaseItem } from "../protocol/supervision.ts";
import { local } from "./kept.ts";

export interface CaseMemory {
  readonly key: string;
  readonly number: string;
  readonly platform: string;
  /** Latest fact per element, field and page. */
  readonly facts: Record<string, Fact>;
  /** Lists read wholly that are all there is, with the time of that reading (ms). */
  readonly complete: Record<string, number>;
  /** Which elements each place showed when it was read last, with its address. */
  readonly seen?: Record<
    string,
    { readonly url: string; readonly ids: Readonly<Record<string, readonly string[]>> }
  >;
  notes: readonly CaseNote[];
  ticks: readonly CaseTick[];
  items?: readonly CaseItem[];
  /** What the unit has reminded of. */
  reminders?: readonly Reminded[];
  /** When the unit's object was last asked (ms). */
  asked?: number;
}

const PREFIX = "case:";
const known = new Map<string, CaseMemory>();
const merged = new WeakMap<CaseMemory, Merged>();
const unsaved = new Set<string>();
let restoring: Promise<void> | undefined;

/** Brings back the cases of this session after the background was restarted. */
export const restore = (): Promise<void> => {
  restoring ??= chrome.storage.session.get(null).then((all) => {
    for (const [key, value] of Object.entries(all))
      if (key.startsWith(PREFIX) && !known.has(key.slice(PREFIX.length)))
        known.set(key.slice(PREFIX.length), value as CaseMemory);
  });
  return restoring;
};

/**
 * Keeps what changed for a restart of the background. The draft of a tab belongs to its page, and what was read while nobody
 * was signed in belongs to nobody: neither is kept.
 */
const keepChanged = async (): Promise<void> => {
  const member = await local("member");
  const batch: Record<string, CaseMemory> = {};
  for (const key of unsaved) {
    const memory = known.get(key);
    if (memory !== undefined && member !== undefined && memory.number !== "") batch[PREFIX + key] = memory;
  }
  unsaved.clear();
  await chrome.storage.session.set(batch);
};

const keepSoon = (key: string): void => {
  // Below Chromium 112 the session area holds 1 MB: a full area costs the memory of a restart, not the warnings.
  if (unsaved.size === 0) setTimeout(() => void keepChanged().catch(() => {}), 300);
  unsaved.add(key);
};

/** The memory of one case, made when first seen. */
export function caseMemory(key: string, number: string, platform: string): CaseMemory {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made: CaseMemory = { key, number, platform, facts: {}, complete: {}, seen: {}, notes: [], ticks: [] };
  known.set(key, made);
  return made;
}

export const knownCase = (key: string): CaseMemory | undefined => known.get(key);

export const knownCases = (): readonly CaseMemory[] => [...known.values()];

/** Notes that a memory changed: its merged sheet is stale and it is kept soon. */
export const touched = (memory: CaseMemory): void => {
  merged.delete(memory);
  keepSoon(memory.key);
};

const factKey = (fact: Fact, source: string): string => `${fact.entity}/${fact.id}.${fact.field}@${source}`;

const idsOf = (reading: FrameReading): Record<string, string[]> => {
  const ids: Record<string, string[]> = {};
  for (const { entity, id } of reading.facts)
    if (id !== "" && !ids[entity]?.includes(id)) (ids[entity] ??= []).push(id);
  return ids;
};

/**
 * A page of one record whose record goes by another name than a moment ago shows the same record: its natural key was
 * read more fully now. What this place said under the older name is dropped, else it would be judged as a second one.
 */
const dropRenamed = (memory: CaseMemory, reading: FrameReading, source: string): void => {
  const before = memory.seen?.[source];
  const ids = idsOf(reading);
  if (before?.url === reading.url)
    for (const [entity, [now, ...more]] of Object.entries(ids)) {
      const [was, ...others] = before.ids[entity] ?? [];
      if (was === undefined || was === now || more.length > 0 || others.length > 0) continue;
      for (const [key, fact] of Object.entries(memory.facts))
        if (fact.entity === entity && fact.id === was && key.endsWith(`@${source}`)) delete memory.facts[key];
    }
  if (memory.seen !== undefined) memory.seen[source] = { url: reading.url, ids };
};

/**
 * Takes one frame's reading in. What the same place says anew replaces what it said before; rows that a wholly shown
 * list no longer has are forgotten; everything else stays with its age.
 */
export function takeReading(memory: CaseMemory, reading: FrameReading, source: string): void {
  dropRenamed(memory, reading, source);
  for (const list of reading.completeLists) {
    const rows = new Set(reading.facts.filter((f) => f.entity === list).map((f) => f.id));
    for (const [key, fact] of Object.entries(memory.facts))
      if (fact.entity === list && !rows.has(fact.id)) delete memory.facts[key];
  }
  for (const list of reading.wholeLists) memory.complete[list] = reading.at;
  for (const fact of reading.facts) memory.facts[factKey(fact, source)] = fact;
  touched(memory);
}

/** Takes what the unit's object knows: it never overrides what this browser has read itself. */
export function takeLedger(
  memory: CaseMemory,
  facts: readonly Fact[],
  complete: readonly string[],
  at: number,
): void {
  for (const fact of facts) memory.facts[factKey(fact, "ledger")] = { ...fact, page: "ledger" };
  for (const list of complete) memory.complete[list] ??= at;
  memory.asked = at;
  touched(memory);
}

/** All that is known of the case as one sheet, with the evidence of each value. */
export function mergedCase(memory: CaseMemory): Merged {
  const found = merged.get(memory);
  if (found !== undefined) return found;
  const made = mergeFacts(Object.values(memory.facts), Object.keys(memory.complete));
  merged.set(memory, made);
  return made;
}

/**
 * Keeps a case under the name that its platform has now, as when a site profile comes into force: two memories of one case
 * would be two cases to whoever reads them. What has been read under the newer name stays as it is.
 */
export function renameCase(memory: CaseMemory, platform: string): CaseMemory {
  const key = caseKey(platform, memory.number) ?? memory.key;
  if (key === memory.key) return memory;
  const { key: _, platform: __, ...was } = memory;
  const now = known.get(key);
  const made: CaseMemory = {
    ...was,
    ...now,
    key,
    platform,
    facts: { ...was.facts, ...now?.facts },
    complete: { ...was.complete, ...now?.complete },
    seen: { ...was.seen, ...now?.seen },
  };
  known.delete(memory.key);
  unsaved.delete(memory.key);
  void chrome.storage.session.remove(PREFIX + memory.key).catch(() => undefined);
  known.set(key, made);
  touched(made);
  return made;
}

/** Forgets one case. */
export const forgetCase = (key: string): boolean => known.delete(key);

/** What places said of an unsaved form that are no longer shown is of another form: only what stands at these addresses stays. */
export function keepShown(memory: CaseMemory, shown: ReadonlySet<string>): void {
  for (const [source, { url }] of Object.entries(memory.seen ?? {})) {
    if (shown.has(url)) continue;
    delete (memory.seen as Record<string, unknown>)[source];
    for (const list of Object.keys(memory.complete)) delete memory.complete[list];
    for (const key of Object.keys(memory.facts)) if (key.endsWith(`@${source}`)) delete memory.facts[key];
    touched(memory);
  }
}

/** Takes back what a place has said of a case since `from` (ms): it turned out to show another one. */
export function takeBack(memory: CaseMemory, source: string, from: number): void {
  for (const [key, fact] of Object.entries(memory.facts))
    if (key.endsWith(`@${source}`) && fact.at >= from) delete memory.facts[key];
  touched(memory);
}

/** Forgets every case and all else of this browser session but who is signed in now: nothing of one officer is left to the next. */
export async function forgetCases(): Promise<void> {
  known.clear();
  unsaved.clear();
  const { token, tokenUntil, ...rest } = await chrome.storage.session.get(null);
  await chrome.storage.session.remove(Object.keys(rest));
}
