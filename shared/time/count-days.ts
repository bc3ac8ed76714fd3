// Periods in natural days: the first day is out, the last one ends at 23:59 and may move over a holiday, in custody never.
import type { Moment } from "../facts/sheet.ts";
import { type Day, endOfDay } from "./civil.ts";
import { dayText } from "./format.ts";
import { festivalOf, rollOn } from "./holidays.ts";
import { limitText } from "./limit.ts";
import type { HolidayPlan, Limit, WorkingLine } from "./period.ts";
import { beginDay, type Reckoning } from "./reckoning.ts";
import { moveLines } from "./roll.ts";
import { endsOn, firstDayOut, joined, WORDS } from "./words.ts";

const head = (begin: Day, limit: Limit): WorkingLine[] => [
  { op: "", step: firstDayOut(begin), value: dayText(begin + 1) },
  { op: "+", step: WORDS.byNaturalDay, value: limitText(limit) },
];

/**
 * Criminal days (刑诉法 105) and administrative natural days (行政案件程序规定 35). An end on a festival of a loaded plan moves
 * to the first day after it by both readings; on a plain weekend, or in a year without plan, only by the lenient one.
 */
export function countDays(from: Moment, limit: Limit, plan: HolidayPlan): Reckoning {
  const begin = beginDay(from);
  const end = begin + limit.amount;
  const strict = rollOn(end, plan, "strict");
  const lenient = rollOn(end, plan, "lenient");
  return {
    due: endOfDay(strict),
    lenient: endOfDay(lenient),
    explain: () => {
      const moved = moveLines({ end, strict, lenient, plan });
      return { lines: [...head(begin, limit), ...moved.lines], open: moved.open };
    },
  };
}

/** Days in custody: the end never moves, both readings agree (刑诉法 105, 行政案件程序规定 35). */
export function countCustodyDays(from: Moment, limit: Limit, plan: HolidayPlan): Reckoning {
  const begin = beginDay(from);
  const end = begin + limit.amount;
  return {
    due: endOfDay(end),
    lenient: endOfDay(end),
    explain: () => {
      const festival = festivalOf(end, plan, "lenient");
      const note = joined(festival === undefined ? undefined : endsOn(end, festival), WORDS.custodyStays)!;
      return { lines: [...head(begin, limit), { op: "=", step: WORDS.due, note, value: dayText(end) }] };
    },
  };
}
