// Compares moments of which some are read to the minute and others only to the day.
import type { Cell, Moment } from "../facts/sheet.ts";
import { dayFrom, endOfDay, parseDay, startOfDay } from "../time/civil.ts";

/** Earliest instant (ms) a moment can be; NaN for a text that is no day. */
export const earliest = (moment: Moment): number =>
  typeof moment === "number" ? moment : startOfDay(parseDay(moment) ?? Number.NaN);

/** Latest instant (ms) a moment can be: the end of the day where only the day was read. */
export const latest = (moment: Moment): number =>
  typeof moment === "number" ? moment : endOfDay(parseDay(moment) ?? Number.NaN);

/** A moment this far ahead of our clock is taken for a difference of clocks, farther ahead for something still to come (ms). */
export const AHEAD = 5 * 60_000;

/**
 * How much earlier than its beginning a duty may have been done (ms): where it is due at once, a day, for what is told first
 * and done then is told in time, and offices write each other's hours.
 */
export const slackOf = (count: string | undefined): number => (count === "at-once" ? 86_400_000 : 0);

/** Whether a moment is still to come at `now` (ms), a difference of clocks aside. */
export const isAhead = (moment: Moment, now: number): boolean => earliest(moment) > now + AHEAD;

/** A text that is no day of the calendar has no place in time. */
export const isTime = (moment: Moment): boolean => !Number.isNaN(earliest(moment));

/** Whether `a` lies before `b`; undefined where the days alone do not tell. */
export function before(a: Moment, b: Moment): boolean | undefined {
  if (latest(a) < earliest(b)) return true;
  return earliest(a) >= latest(b) ? false : undefined;
}

/** Whether both are the same moment: two days by their names, a day and an instant only where they cannot be. */
export function same(a: Moment, b: Moment): boolean | undefined {
  if (typeof a === typeof b) return a === b;
  return latest(a) < earliest(b) || latest(b) < earliest(a) ? false : undefined;
}

/** 1900-01-01 and 2200-01-01 at +08:00 (ms): no living person's case lies before the one or after the other. */
const FIRST = startOfDay(dayFrom({ year: 1900, month: 1, day: 1 }));
const LAST = startOfDay(dayFrom({ year: 2200, month: 1, day: 1 }));
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a cell holds a date of another age: year 1, year 9999. Amounts and counts are never so large. */
export function isStrange(cell: Cell): boolean {
  if (typeof cell === "number") return cell < FIRST || cell >= LAST;
  return (
    typeof cell === "string" && cell.length === 10 && DAY_TEXT.test(cell) && (cell < "1900" || cell >= "2200")
  );
}
