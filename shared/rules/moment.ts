// Compares moments of which some are read to the minute and others only to the day.
import type { Moment } from "../facts/sheet.ts";
import { endOfDay, parseDay, startOfDay } from "../time/civil.ts";

/** Earliest instant (ms) a moment can be; NaN for a text that is no day. */
export const earliest = (moment: Moment): number =>
  typeof moment === "number" ? moment : startOfDay(parseDay(moment) ?? Number.NaN);

/** Latest instant (ms) a moment can be: the end of the day where only the day was read. */
export const latest = (moment: Moment): number =>
  typeof moment === "number" ? moment : endOfDay(parseDay(moment) ?? Number.NaN);

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
