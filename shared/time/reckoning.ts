// What every counting method answers: both ends of a period, and on demand how they were found.

import type { Moment } from "../facts/sheet.ts";
import { type Day, dayOf, endOfDay, parseDay, startOfDay } from "./civil.ts";
import type { WorkingLine } from "./period.ts";

export interface Explanation {
  readonly lines: readonly WorkingLine[];
  readonly open?: string | undefined;
}

/** Time that does not count into a period: ms where it runs by the clock, else days (by working days, working days). */
export interface Skip {
  readonly strict: number;
  /** Never less: where only days were read, or the text leaves open whether both ends belong to it. */
  readonly lenient: number;
  /** What it was and on which facts, for the working. */
  readonly lines: readonly WorkingLine[];
}

export const NO_SKIP: Skip = { strict: 0, lenient: 0, lines: [] };

export interface Reckoning {
  /** Last instant in time by the stricter reading (ms, inclusive). */
  readonly due: number;
  /** By the more lenient one, never earlier. */
  readonly lenient: number;
  /** Apart from the numbers because judging needs only those, and text costs more than the sum. */
  readonly explain: () => Explanation;
}

const dayIn = (text: string): Day => {
  const day = parseDay(text);
  if (day === undefined)
    throw new RangeError(`A period cannot run from ${JSON.stringify(text)}: not a day of the calendar`);
  return day;
};

/** The civil day on which a period begins. Throws on a moment that is neither ms nor `YYYY-MM-DD`. */
export function beginDay(from: Moment): Day {
  if (typeof from === "string") return dayIn(from);
  if (!Number.isFinite(from)) throw new RangeError(`A period cannot run from ${from}: not an instant`);
  return dayOf(from);
}

/** Earliest and latest instant (ms) at which a period can have begun; they differ where only the day was read. */
export function beginInstants(from: Moment): readonly [number, number] {
  const day = beginDay(from);
  return typeof from === "string" ? [startOfDay(day), endOfDay(day)] : [from, from];
}
