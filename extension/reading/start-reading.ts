// Reads one document from now on, and tells the background what stands in it and what changes.
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { ScanChange, SentCell, SentScan, Writable } from "../protocol/frame-scan.ts";
import type { Renewed } from "./cell.ts";
import { framePath } from "./frame-path.ts";
import { boxOf, type Keys, keys, type Scanned, scanOf } from "./frame-scan.ts";
import { groupsOf } from "./groups.ts";
import { learnLabels } from "./label.ts";
import { learnClasses } from "./libraries.ts";
import { observe } from "./observe.ts";
import type { Observed } from "./observed.ts";
import { profileMatches, profilePage } from "./page-kind.ts";
import { renew } from "./renew.ts";
import type { Change } from "./reread.ts";

export type ScanMessage =
  | { readonly type: "scan"; readonly scan: SentScan }
  | { readonly type: "values"; readonly change: ScanChange };

export interface ReadingOptions {
  readonly document: Document;
  readonly say: (message: ScanMessage) => void;
  /** The document has changed; said often, before anything is read. `ticks` when nothing but figures changed where nothing is found. */
  readonly stirred?: (ticks: boolean) => void;
  /** All that changed has been read; elements are found as before unless they may have `moved`. */
  readonly settled?: (moved: boolean) => void;
  /** Ends everything. */
  readonly signal: AbortSignal;
}

export interface ReadingSession {
  /** Reads everything anew. */
  rescan(): void;
  /**
   * Begins with the dictionary's labels (folded, separated by spaces), the libraries' class names (a line for each kind)
   * and the site profiles; again when they changed.
   */
  learn(labels: string, classes: string, profiles: readonly SiteProfile[]): void;
  /** What a new line to the background must hear first. */
  greet(): readonly ScanMessage[];
}

/** Begins to read once it has learnt the labels. Never throws and never writes to the page. */
export function startReading({ document, say, stirred, settled, signal }: ReadingOptions): ReadingSession {
  const frame = framePath(document.defaultView!);
  let profiles: readonly SiteProfile[] = [];
  let marks: Keys = keys();
  let observed: Observed | undefined;
  let last: Scanned | undefined;
  let touched: number[] = [];
  /** A person stays with one control for many keys. */
  let touchedLast: Element | undefined;
  /** The selectors of what the last scan did not read. */
  let passedOver = "";
  let unsaid = false;
  let learnt = "";
  let classesLearnt = "";

  const readAll = (): void => {
    if (observed === undefined) return;
    const profile = profiles.find((one) => profileMatches(one, document.location.href));
    const slow = observed.resting;
    const fresh = scanOf(observed.store.all(), document, { frame, profile, slow, keys: marks });
    const same = last !== undefined && JSON.stringify(last.scan) === JSON.stringify(fresh.scan);
    last = fresh;
    // Which page this is, and so what is not to be read of it, is known only now.
    const ignored = fresh.page?.ignore?.join("\n") ?? "";
    if (ignored !== passedOver) {
      passedOver = ignored;
      unsaid = true;
      observed.rescan();
      return;
    }
    touched = [];
    touchedLast = undefined;
    if (!same || unsaid) say({ type: "scan", scan: fresh.scan });
    unsaid = false;
  };

  /** What is kept may no longer be what the background has. */
  const readAnew = (): void => {
    last = undefined;
    readAll();
  };

  const readSome = (changes: readonly Change[], renewed: readonly Renewed[]): void => {
    if (last === undefined || last.scan.slow !== observed!.resting) {
      readAll();
      return;
    }
    const { scan, places } = last;
    const cells: Writable<ScanChange["cells"][number]>[] = [];
    // Every key comes by here, mostly before the engine has warmed up: nothing is made that is not sent.
    for (let n = 0; n < changes.length; n++) {
      const { old, fresh } = changes[n]!;
      const at = places.get(old);
      if (at === undefined) {
        readAnew();
        return;
      }
      if (fresh !== old) {
        places.delete(old);
        places.set(fresh, at);
      }
      // The kept scan must stay what the background has, for the next comparison and the next greeting.
      const kept = scan.cells[at] as Writable<SentCell>;
      const sent: (typeof cells)[number] = { at, value: (kept.value = fresh.value) };
      if (fresh.parts !== undefined) sent.parts = kept.parts = fresh.parts;
      cells.push(sent);
    }
    const change: Writable<ScanChange> = { cells, touched };
    if (renewed.length > 0) {
      const renewal = renew(last, renewed);
      if (renewal === undefined) {
        readAnew();
        return;
      }
      if (cells.length + renewal.paths.length + renewal.cells.length + renewal.tables.length < 1) return;
      change.renewal = renewal;
    }
    say({ type: "values", change });
  };

  const begin = (): Observed =>
    observe({
      document,
      signal,
      ignore: (element) => last?.page?.ignore?.some((css) => matches(element, css)) === true,
      onChange(structure, changes, renewed) {
        try {
          if (structure) readAll();
          else readSome(changes, renewed);
        } catch (cause) {
          console.error("reading", cause);
        }
      },
      onStir: stirred,
      onSettled: settled,
      onTouched(control) {
        if (control === touchedLast) return;
        touchedLast = control;
        const box = boxOf((last?.groups ?? groupsOf(undefined)).of(control));
        marks.touch(box);
        const mark = marks.of(box);
        if (!touched.includes(mark)) touched.push(mark);
      },
      turned() {
        const profile = profiles.find(({ id }) => id === last?.scan.profile?.id);
        if (profile?.pages.some(({ css }) => css !== undefined) !== true) return false;
        return profilePage(profile, document, last!.scan.titles) !== last!.scan.profile!.page;
      },
      onRoute() {
        marks = keys();
        touchedLast = undefined;
      },
    });

  return {
    rescan: () => observed?.rescan(),
    learn(labels, classes, more) {
      const same = observed !== undefined && JSON.stringify(more) === JSON.stringify(profiles);
      if (same && classes === classesLearnt && labels === learnt) return;
      profiles = more;
      if (classes !== classesLearnt) learnClasses((classesLearnt = classes));
      if (labels !== learnt) learnLabels((learnt = labels));
      if (observed === undefined) observed = begin();
      else observed.rescan();
    },
    greet: () => (last === undefined ? [] : [{ type: "scan", scan: last.scan }]),
  };
}

function matches(element: Element, css: string): boolean {
  try {
    return element.matches(css);
  } catch {
    return false;
  }
}
