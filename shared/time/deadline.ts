// When a period ends, by each of the law's counting methods, with both readings and the working.
import type { Moment } from "../facts/sheet.ts";
import { countCustodyDays, countDays } from "./count-days.ts";
import { countHours } from "./count-hours.ts";
import { countCustodyMonths, countMonths } from "./count-months.ts";
import { countWorkdays } from "./count-workdays.ts";
import { limitFits, stepsText, sumOf } from "./limit.ts";
import type { Count, Deadline, HolidayPlan, Limit } from "./period.ts";
import { NO_SKIP, type Reckoning, type Skip } from "./reckoning.ts";

/**
 * Both ends of a period in numbers, with the working still unsaid: what judging needs on every keystroke. A period may have
 * several steps (an extension counted from the end of what was extended); time that does not count (`skip`) moves the end
 * before a holiday does.
 * Throws a RangeError on a limit that the method cannot count or a moment that is none: packs and facts are checked before.
 */
export function reckon(
  from: Moment,
  limits: Limit | readonly Limit[],
  count: Count,
  plan: HolidayPlan,
  skip: Skip = NO_SKIP,
): Reckoning {
  const steps = "unit" in limits ? [limits] : limits;
  if (!steps.every((step) => limitFits(step, count))) {
    throw new RangeError(`${count} cannot count ${stepsText(steps)}`);
  }
  if (count === "months") return countMonths(from, steps, plan, skip);
  if (count === "custody-months") return countCustodyMonths(from, steps, plan, skip);
  const limit = sumOf(steps);
  switch (count) {
    case "hours":
    case "at-once":
    case "custody-hours":
      return countHours(from, limit, count, skip);
    case "criminal-days":
    case "admin-days":
      return countDays(from, limit, plan, skip);
    case "custody-days":
      return countCustodyDays(from, limit, plan, skip);
    case "workdays":
      return countWorkdays(from, limit, plan, skip);
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
