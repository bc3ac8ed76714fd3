// Keeps the scan of one document up to date: changes are collected, then read in slices, only where something changed.

import type { Renewed, Unit } from "./cell.ts";
import { ALL, CLEAN, digest, isTicking, learnMute } from "./changes.ts";
import { forgetPaths } from "./css-path.ts";
import { forgetRows } from "./kept-rows.ts";
import { isSeen, nowAndThen } from "./now-and-then.ts";
import type { Observed, ObserveOptions } from "./observed.ts";
import { browserClock, PAUSE, pace } from "./pace.ts";
import { renewals } from "./renew.ts";
import { type Change, reread } from "./reread.ts";
import { beginScan, type Scan } from "./scan.ts";
import { controlOf } from "./touched-control.ts";
import { unitStore } from "./unit-store.ts";
import { tidy } from "./visible.ts";
import { LOOK_EVERY, valueWatch } from "./watch-values.ts";
import { WATCHED } from "./watched.ts";

/** Records that are looked through as soon as they are due; more wait for an idle moment. */
const FEW = 40;

/** Begins to read and to watch; ends wholly with the signal. */
export function observe(options: ObserveOptions): Observed {
  const { document, signal } = options;
  const window = document.defaultView!;
  const clock = options.clock ?? browserClock(window);
  const store = unitStore();
  const values = valueWatch();
  const hidden = new Set<Element>();
  let records: MutationRecord[] = [];
  let typed = new Set<Element>();
  let scan: Scan | undefined;
  let everything = true;
  let structure = true;
  let settled = false;
  let url = document.location?.href;
  let root: Element | null = null;
  let lastKey = Number.NEGATIVE_INFINITY;
  let keyBefore = lastKey;
  let looks = 0;

  /** A page at rest may not be read for long: what it throws away meanwhile is not kept for that. */
  const letGo = (): void => {
    if (!work.resting || records.length === 0) return;
    everything = true;
    records = [];
  };

  const observer = new MutationObserver((more) => {
    const ticks = settled && isTicking(more);
    options.onStir?.(ticks);
    if (ticks) return;
    if (records.length <= 1_000) for (const record of more) records.push(record);
    letGo();
    settled = false;
    // What changes out of sight is read as soon as it is seen.
    if (isSeen()) work.soon();
    stir();
  });

  const begin = (roots: readonly Element[]): Scan =>
    beginScan(roots, {
      ignore: options.ignore,
      onHidden: (element) => hidden.add(element),
      onRead: values.read,
      onShadow: (shadow) => observer.observe(shadow, WATCHED),
    });

  let changes: Change[] = [];
  let gone: Unit[] = [];
  let dirt = CLEAN;
  let moved = false;
  /** The page may show another case now: more than that something came has happened. */
  let another = false;
  let renewed: Renewed[] = [];

  const startPass = (): void => {
    const pile = records;
    const keys = typed;
    records = [];
    typed = new Set();
    dirt = everything ? ALL : digest(pile, store, hidden);
    another ||= dirt.another;
    if (dirt.moved) forgetPaths();
    moved ||= dirt.moved || dirt.removed;
    if (dirt.structure || options.turned?.() === true) structure = true;
    if (dirt.removed && store.sweep()) structure = true;
    if (dirt.all) {
      everything = false;
      hidden.clear();
      store.clear();
      forgetRows();
      scan = begin(document.body === null ? [] : [document.body]);
      return;
    }
    const roots = new Set(dirt.roots);
    for (const control of keys) {
      if (!control.isConnected) continue;
      try {
        if (!reread(control, store, values, changes)) roots.add(store.over(control)?.root ?? control);
      } catch {
        roots.add(control);
      }
    }
    gone = [...roots].flatMap((one) => store.dropWithin(one));
    if (roots.size > 0) scan = begin([...roots]);
  };

  const slice = (until: number): boolean => {
    if (signal.aborted) return true;
    if (scan === undefined) startPass();
    if (scan !== undefined) {
      if (!scan.step(clock.now, until)) return false;
      const instead = renewals(gone, scan.units);
      if (instead === undefined) structure = true;
      else renewed.push(...instead);
      learnMute(dirt, scan.units, store, hidden);
      dirt = CLEAN;
      store.add(scan.units);
      gone = [];
      scan = undefined;
      // A script may have put other values beside what was just read: a page that shows the next case says it in its words
      // first, and what stands in its boxes is told by no event.
      for (const { cells } of another ? store.all() : [])
        for (const cell of cells) if (values.differs(cell)) typed.add(cell.control!);
      another = false;
      if (clock.now() > until) return false;
    }
    if (records.length > 0 || typed.size > 0 || everything) return false;
    if (changes.length + renewed.length > 0 || structure) options.onChange(structure, changes, renewed);
    changes = [];
    renewed = [];
    structure = false;
    settled = true;
    options.onSettled?.(moved);
    moved = false;
    return true;
  };
  const work = pace(clock, slice, () => scan === undefined && records.length < FEW && !everything);

  const heard = (event: Event): Element | undefined => {
    const control = controlOf(event);
    stir();
    if (control !== undefined && event.isTrusted) options.onTouched(control);
    return control;
  };
  /** The page's own listeners have seen the key: what stands in the box now is what they left there. */
  const onKey = (event: Event): void => {
    const control = heard(event);
    if (control === undefined) return;
    const first = event.timeStamp - lastKey > PAUSE && !(event as InputEvent).isComposing;
    lastKey = event.timeStamp;
    // The first key after a pause is read at once, those close behind it together. A typed key changes nothing but the text in
    // its box; it comes before the engine has warmed up to many small functions.
    const cell =
      first && settled && records.length === 0 && !work.resting ? store.cellOf(control) : undefined;
    if (cell?.raw !== undefined) {
      const value = tidy((cell.raw = (control as HTMLInputElement).value));
      if (value === cell.value) return;
      cell.value = value;
      options.onChange(false, [{ old: cell, fresh: cell }], []);
      return;
    }
    typed.add(control);
    settled = false;
    work.soon();
  };
  const onLeave = (event: Event): void => {
    const control = heard(event);
    if (control === undefined) return;
    typed.add(control);
    settled = false;
    work.now();
  };
  const onRoute = (): void => {
    if (document.location?.href === url) return;
    url = document.location?.href;
    work.refresh();
    options.onRoute();
    structure = true;
    settled = false;
    work.soon();
  };

  const listen = (): void => {
    root = document.documentElement;
    observer.disconnect();
    observer.observe(document, WATCHED);
    const how = { capture: true, passive: true, signal };
    for (const type of ["change", "focusout", "submit"]) document.addEventListener(type, onLeave, how);
    // A page that keeps its keys to itself is noticed by the next look.
    window.addEventListener("input", onKey, { passive: true, signal });
    for (const type of ["popstate", "hashchange"])
      window.addEventListener(type, onRoute, { passive: true, signal });
  };

  const lookAtValues = (): void => {
    const { changed, gone } = values.look(store, hidden);
    for (const one of changed) typed.add(one);
    for (const element of gone) {
      store.dropWithin(element);
      if (element.isConnected) hidden.add(element);
      structure = true;
    }
    if (changed.length + gone.length > 0) work.now();
  };

  const look = (): void => {
    if (document.documentElement !== root) {
      // document.open() threw away the page with our listeners.
      everything = true;
      listen();
      work.now();
      return;
    }
    letGo();
    if (records.length > 0) work.soon();
    if (settled || work.resting) onRoute();
    // While somebody types, every third look will do: they feel each one, and a script's values wait no longer than that.
    if (settled && (lastKey === keyBefore || ++looks % 3 === 0)) lookAtValues();
    keyBefore = lastKey;
  };
  const stir = nowAndThen(look, (job) => clock.after(LOOK_EVERY, job), signal);

  signal.addEventListener("abort", () => {
    observer.disconnect();
    work.end();
    store.clear();
    hidden.clear();
  });
  listen();
  work.now();

  return {
    store,
    get resting() {
      return work.resting;
    },
    get settled() {
      return settled;
    },
    rescan() {
      everything = true;
      settled = false;
      work.refresh();
      work.now();
    },
  };
}
