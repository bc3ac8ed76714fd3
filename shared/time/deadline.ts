// When a period ends, by each of the law's counting methods, with both readings and the working.
import type { Moment } from "../facts/sheet.ts";
import { countCustodyDays, countDays } from "./count-days.ts";
import { countHours } from "./count-hours.ts";
import { countCustodyMonths, countMonths } from "./count-months.ts";
import { countWorkdays } from "./count-workdays.ts";
import { limitFits, limitText } from "./limit.ts";
import type { Count, Deadline, HolidayPlan, Limit } from "./period.ts";
import type { Reckoning } from "./reckoning.ts";

/**
 * Both ends of a period in numbers, with the working still unsaid: what judging needs on every keystroke.
 * Throws a RangeError on a limit that the method cannot count or a moment that is none: packs and facts are checked before.
 */
export function reckon(from: Moment, limit: Limit, count: Count, plan: HolidayPlan): Reckoning {
  if (!limitFits(limit, count)) throw new RangeError(`${count} cannot count ${limitText(limit)}`);
  switch (count) {
    case "hours":
    case "at-once":
    case "custody-hours":
      return countHours(from, limit, count);
    case "criminal-days":
    case "admin-days":
      return countDays(from, limit, plan);
    case "custody-days":
      return countCustodyDays(from, limit, plan);
    case "custody-months":
      return countCustodyMonths(from, limit, plan);
    case "workdays":
      return countWorkdays(from, limit, plan);
    case "months":
      return countMonths(from, limit, plan);
  }
}

/**
 * When a period ends: `due` and `lenient` in ms, inclusive (a day ends with its minute 23:59), the working line by line in
 * Chinese, and `open` where the readings differ. `from` is an instant (ms) or, where only the day was read, `YYYY-MM-DD`.
 * Throws as `reckon` does.
 */
export function deadline(from: Moment, limit: Limit, count: Count, plan: HolidayPlan): Deadline {
  const { due, lenient, explain } = reckon(from, limit, count, plan);
  const { lines, open } = explain();
  return open === undefined ? { due, lenient, working: lines } : { due, lenient, working: lines, open };
}
