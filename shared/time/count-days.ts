// Periods in natural days: the first day is out, the last one ends at 23:59 and may move over a holiday, in custody never.
import type { Moment } from "../facts/sheet.ts";
import { type Day, endOfDay } from "./civil.ts";
import { dayText } from "./format.ts";
import { festivalOf, rollOn } from "./holidays.ts";
import { limitText } from "./limit.ts";
import type { HolidayPlan, Limit, WorkingLine } from "./period.ts";
import { beginDay, NO_SKIP, type Reckoning, type Skip } from "./reckoning.ts";
import { moveLines } from "./roll.ts";
import { endsOn, firstDayOut, joined, WORDS } from "./words.ts";

const head = (begin: Day, limit: Limit, skip: Skip): WorkingLine[] => [
  { op: "", step: firstDayOut(begin), value: dayText(begin + 1) },
  { op: "+", step: WORDS.byNaturalDay, value: limitText(limit) },
  ...skip.lines,
];

/** Why the lenient end is later, where that is because of the time that does not count. */
export const becauseOf = (skip: Skip): string | undefined =>
  skip.lenient > skip.strict ? WORDS.skipOpen : undefined;

/**
 * Criminal days (刑诉法 105) and administrative natural days (行政案件程序规定 35). An end on a festival of a loaded plan moves
 * to the first day after it by both readings; on a plain weekend, or in a year without plan, only by the lenient one.
 */
export function countDays(from: Moment, limit: Limit, plan: HolidayPlan, skip: Skip = NO_SKIP): Reckoning {
  const begin = beginDay(from);
  const end = begin + limit.amount + skip.strict;
  const strict = rollOn(end, plan, "strict");
  const lenient = rollOn(begin + limit.amount + skip.lenient, plan, "lenient");
  return {
    due: endOfDay(strict),
    lenient: endOfDay(lenient),
    explain: () => {
      const moved = moveLines({ end, strict, lenient, plan, because: becauseOf(skip) });
      return { lines: [...head(begin, limit, skip), ...moved.lines], open: moved.open };
    },
  };
}

/** Days in custody: the end never moves, both readings agree (刑诉法 105, 行政案件程序规定 35). */
export function countCustodyDays(
  from: Moment,
  limit: Limit,
  plan: HolidayPlan,
  skip: Skip = NO_SKIP,
): Reckoning {
  const begin = beginDay(from);
  const end = begin + limit.amount + skip.strict;
  const lenient = begin + limit.amount + skip.lenient;
  return {
    due: endOfDay(end),
    lenient: endOfDay(lenient),
    explain: () => {
      const festival = festivalOf(end, plan, "lenient");
      const note = joined(festival === undefined ? undefined : endsOn(end, festival), WORDS.custodyStays)!;
      const lines = [...head(begin, limit, skip), ...laterLines(end, lenient, skip, note)];
      return { lines, open: becauseOf(skip) };
    },
  };
}

/** The end in custody, and before it the later one where time that does not count may be longer. */
export function laterLines(end: Day, lenient: Day, skip: Skip, note: string): readonly WorkingLine[] {
  const due: WorkingLine = {
    op: "=",
    step: end === lenient ? WORDS.due : WORDS.dueStrict,
    note,
    value: dayText(end),
  };
  if (end === lenient) return [due];
  return [{ op: "→", step: WORDS.lenientSkip, note: becauseOf(skip) ?? "", value: dayText(lenient) }, due];
}
