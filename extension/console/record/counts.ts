// The numbers of a record: self-corrections by month, what was found and mended, what was disputed and answered.
import type { Reply } from "../../../shared/api/contract.ts";
import type { Objection } from "../../../shared/supervision/objection.ts";
import { addMonths, dateOf, dayOf } from "../../../shared/time/civil.ts";

type Corrections = Reply<"record">["corrections"];
type Found = Reply<"record">["found"];
type Items = Reply<"record">["items"];

export interface Month {
  readonly year: number;
  readonly month: number;
  readonly count: number;
}

/** Self-corrections of the twelve months up to `now` (ms), the oldest first. */
export function byMonth(corrections: Corrections, now: number): readonly Month[] {
  const credited = corrections.filter(({ credit }) => credit === "credited");
  return Array.from({ length: 12 }, (_, i) => {
    const { year, month } = dateOf(addMonths(dayOf(now), i - 11));
    const count = credited.filter(({ at }) => {
      const on = dateOf(dayOf(at));
      return on.year === year && on.month === month;
    }).length;
    return { year, month, count };
  });
}

/** The notes of which no item was made: what was raised as an item stands there. */
export const notesAlone = (found: Found, items: Items): Found =>
  found.filter(({ id }) => !items.some(({ note }) => note === id));

/** What was found by others, and how much of it is mended: reported so, or closed. */
export function foundCounts(found: Found, items: Items): { readonly all: number; readonly mended: number } {
  const notes = notesAlone(found, items);
  const done = items.filter(({ state, proof }) => state === "closed" || proof !== undefined).length;
  return {
    all: notes.length + items.length,
    mended: done + notes.filter(({ note }) => note.state === "fixed" || note.state === "closed").length,
  };
}

/** 异议 and 有误 with what came of them. */
export function disputeCounts(objections: readonly Objection[], kind: Objection["kind"]) {
  const own = objections.filter((one) => one.kind === kind);
  return {
    all: own.length,
    open: own.filter(({ state }) => state === "open").length,
    upheld: own.filter(({ answer }) => answer?.outcome === "upheld").length,
  };
}
