// Reads one document from now on: hands each new reading out, and answers what it saw.
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { FrameReading } from "../protocol/messages.ts";
import type { Unit } from "./cell.ts";
import { type FactsCache, type Reading, readFacts } from "./facts.ts";
import { framePath } from "./frame-path.ts";
import { groupsOf } from "./groups.ts";
import { type Memory, newMemory } from "./naming.ts";
import { observe } from "./observe.ts";
import { profileMatches } from "./page-kind.ts";

export interface ReadingOptions {
  readonly document: Document;
  /** Site profiles to choose from; the one that speaks of this address is used. */
  readonly profiles?: readonly SiteProfile[];
  readonly onReading: (reading: FrameReading) => void;
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** Server clock minus ours (ms). */
  readonly now?: () => number;
}

export interface ReadingSession {
  /** Reads everything anew. */
  rescan(): void;
  setProfiles(profiles: readonly SiteProfile[]): void;
  /** The last reading. */
  readonly current: Reading | undefined;
  readonly units: readonly Unit[];
  /** Resolves when nothing is waiting to be read, at the latest after `ms`. */
  settled(ms: number): Promise<void>;
}

/** Facts that say the same, whatever the time they were read at. */
function sameReading(a: Reading | undefined, b: Reading): boolean {
  if (a === undefined || a.facts.length !== b.facts.length || a.url !== b.url || a.pageKind !== b.pageKind) return false;
  if (a.caseNumber !== b.caseNumber || a.completeLists.join() !== b.completeLists.join() || a.slow !== b.slow) return false;
  return b.facts.every((fact, at) => {
    const before = a.facts[at]!;
    return (
      before.id === fact.id &&
      before.field === fact.field &&
      before.entity === fact.entity &&
      before.state === fact.state &&
      before.reason === fact.reason &&
      before.evidence?.css === fact.evidence?.css &&
      (before.value === fact.value || JSON.stringify(before.value) === JSON.stringify(fact.value))
    );
  });
}

/** Begins to read `document`. Never throws and never writes to the page; what cannot be read stays unread. */
export function startReading(options: ReadingOptions): ReadingSession {
  const { document, signal } = options;
  const now = options.now ?? Date.now;
  const frame = framePath(document.defaultView!);
  let profiles = options.profiles ?? [];
  let memory: Memory = newMemory();
  let current: Reading | undefined;
  let cache: FactsCache | undefined;

  const profile = (): SiteProfile | undefined => profiles.find((one) => profileMatches(one, document.location.href));
  const ignored = (element: Element): boolean => {
    const rules = current?.kind.page?.ignore;
    return rules?.some((css) => matches(element, css)) === true;
  };

  const read = (structure: boolean): void => {
    try {
      if (structure) cache = undefined;
      const result = readFacts(observed.store.all(), { document, profile: profile(), frame, now: now(), memory }, cache);
      cache = result.cache;
      const reading = observed.resting ? { ...result.reading, slow: true } : result.reading;
      const same = sameReading(current, reading);
      current = reading;
      if (!same) {
        const { kind: _, ...plain } = reading;
        options.onReading(plain);
      }
    } catch (cause) {
      console.error("reading", cause);
    }
  };

  const observed = observe({
    document,
    signal,
    ignore: ignored,
    onChange: read,
    onTouched(control) {
      const group = cache?.groups.of(control) ?? groupsOf(undefined).of(control);
      memory.touched.add(group.dialog ?? group.node);
    },
    onRoute() {
      memory = newMemory();
    },
  });

  return {
    rescan: () => observed.rescan(),
    setProfiles(more) {
      profiles = more;
      observed.rescan();
    },
    get current() {
      return current;
    },
    get units() {
      return observed.store.all();
    },
    async settled(ms) {
      const until = performance.now() + ms;
      while ((!observed.settled || current === undefined) && performance.now() < until && !signal.aborted)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

function matches(element: Element, css: string): boolean {
  try {
    return element.matches(css);
  } catch {
    return false;
  }
}
