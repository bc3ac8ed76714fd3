// Periods in months and years: they end on the same day of a later month, or on its last day where it has no such day.
import type { Moment } from "../facts/sheet.ts";
import { addMonths, type Day, dateOf, endOfDay } from "./civil.ts";
import { becauseOf, laterLines } from "./count-days.ts";
import { dayText } from "./format.ts";
import { festivalOf, rollOn } from "./holidays.ts";
import { limitText } from "./limit.ts";
import type { HolidayPlan, Limit, WorkingLine } from "./period.ts";
import { beginDay, NO_SKIP, type Reckoning, type Skip } from "./reckoning.ts";
import { moveLines } from "./roll.ts";
import { endsOn, joined, noSuchDay, WORDS } from "./words.ts";

const endOf = (begin: Day, limit: Limit): Day =>
  addMonths(begin, limit.unit === "years" ? limit.amount * 12 : limit.amount);

/** Each step runs from the end of the one before, so that 31 December is 28 February after two months and 28 March after three. */
const endOfSteps = (begin: Day, steps: readonly Limit[]): Day => steps.reduce(endOf, begin);

const head = (begin: Day, steps: readonly Limit[], skip: Skip): WorkingLine[] => [
  { op: "", step: WORDS.begin, value: dayText(begin) },
  ...steps.map((limit, i): WorkingLine => {
    const step = limit.unit === "years" ? WORDS.byYear : WORDS.byMonth;
    const line: WorkingLine = { op: "+", step, value: limitText(limit) };
    return i === 0 ? line : { ...line, note: WORDS.fromStepBefore };
  }),
  ...skip.lines,
];

const clampNote = (begin: Day, end: Day): string | undefined =>
  dateOf(begin).day === dateOf(end).day ? undefined : noSuchDay(end, dateOf(begin).day);

/**
 * Months and years outside custody (最高法解释 202). The strict reading ends on the day itself; the lenient one moves an end
 * on a festival or weekend, as the procedure laws allow (刑诉法 105, 行政案件程序规定 35).
 */
export function countMonths(
  from: Moment,
  steps: readonly Limit[],
  plan: HolidayPlan,
  skip: Skip = NO_SKIP,
): Reckoning {
  const begin = beginDay(from);
  const counted = endOfSteps(begin, steps);
  const end = counted + skip.strict;
  const lenient = rollOn(counted + skip.lenient, plan, "lenient");
  return {
    due: endOfDay(end),
    lenient: endOfDay(lenient),
    explain: () => {
      const note = clampNote(begin, counted);
      const move = { end, strict: end, lenient, plan, months: true, note, because: becauseOf(skip) };
      const moved = moveLines(move);
      return { lines: [...head(begin, steps, skip), ...moved.lines], open: moved.open };
    },
  };
}

/** Months in custody: the corresponding day or the month's end (羁押期限规定 4), never moved (刑诉法 105). */
export function countCustodyMonths(
  from: Moment,
  steps: readonly Limit[],
  plan: HolidayPlan,
  skip: Skip = NO_SKIP,
): Reckoning {
  const begin = beginDay(from);
  const counted = endOfSteps(begin, steps);
  const [end, lenient] = [counted + skip.strict, counted + skip.lenient];
  return {
    due: endOfDay(end),
    lenient: endOfDay(lenient),
    explain: () => {
      const festival = festivalOf(end, plan, "lenient");
      const holiday = festival === undefined ? undefined : endsOn(end, festival);
      const note = joined(clampNote(begin, counted), holiday, WORDS.custodyStays, WORDS.dayBefore)!;
      const lines = [...head(begin, steps, skip), ...laterLines(end, lenient, skip, note)];
      return { lines, open: becauseOf(skip) };
    },
  };
}
