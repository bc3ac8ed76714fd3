// The latest day for a step that the law wants done so many days before a period ends.
import { dayOf, endOfDay } from "./civil.ts";
import { dayText } from "./format.ts";
import { isOff } from "./holidays.ts";
import { limitText } from "./limit.ts";
import type { Deadline, HolidayPlan, WorkingLine } from "./period.ts";
import { beforeOpen, WORDS } from "./words.ts";

/**
 * Counts `days` back from the day of `due` (ms): 届满前七日 of 10 March is 3 March (刑事案件程序规定 148 to 150, 取保规定 26).
 * That day must see the step done. Where it is a festival or weekend the strict reading takes the last day before it that is
 * worked; no text moves such an end, so the lenient one stays.
 */
export function beforeEnd(due: number, days: number, plan: HolidayPlan): Deadline {
  const end = dayOf(due);
  const counted = end - days;
  let strict = counted;
  while (isOff(strict, plan, "lenient")) strict--;
  const working: WorkingLine[] = [
    { op: "", step: WORDS.due, value: dayText(end) },
    { op: "−", step: WORDS.daysBefore, value: limitText({ amount: days, unit: "days" }) },
  ];
  if (strict === counted) {
    working.push({ op: "=", step: WORDS.latest, value: dayText(counted) });
    return { due: endOfDay(counted), lenient: endOfDay(counted), working };
  }
  working.push({ op: "", step: WORDS.endDay, value: dayText(counted) });
  working.push({ op: "=", step: WORDS.latestStrict, value: dayText(strict) });
  return { due: endOfDay(strict), lenient: endOfDay(counted), working, open: beforeOpen(counted, strict) };
}
