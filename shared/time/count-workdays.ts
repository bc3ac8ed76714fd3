// Periods in working days: 调休 days count, weekends and festivals do not.
import type { Moment } from "../facts/sheet.ts";
import { type Day, endOfDay } from "./civil.ts";
import { becauseOf } from "./count-days.ts";
import { dayText, monthDayText } from "./format.ts";
import { isMakeUpDay, isPlanned, isWorkday, type Reading } from "./holidays.ts";
import { limitText } from "./limit.ts";
import type { HolidayPlan, Limit, WorkingLine } from "./period.ts";
import { beginDay, type Explanation, NO_SKIP, type Reckoning, type Skip } from "./reckoning.ts";
import { firstDayOut, joined, notLoaded, openBecause, WORDS } from "./words.ts";

function countedDays(begin: Day, amount: number, plan: HolidayPlan, reading: Reading): readonly Day[] {
  const days: Day[] = [];
  for (let day = begin + 1; days.length < amount; day++) if (isWorkday(day, plan, reading)) days.push(day);
  return days;
}

/** `4月30日、5月6日至5月9日（5月9日调休上班）`. */
function runsText(days: readonly Day[], plan: HolidayPlan): string {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  const text = runs.map(([a, b]) => (a === b ? monthDayText(a) : `${monthDayText(a)}至${monthDayText(b)}`));
  const made = days.filter((day) => isMakeUpDay(day, plan)).map(monthDayText);
  return `计入${text.join("、")}${made.length === 0 ? "" : `（${made.join("、")}调休上班）`}`;
}

/**
 * Working days after the first (处罚法 85, 强制法 69, 复议法 88, 行政案件程序规定 183). In a year without plan the strict reading
 * knows weekends only, the lenient one also the festivals fixed by statute.
 */
export function countWorkdays(
  from: Moment,
  limit: Limit,
  plan: HolidayPlan,
  skip: Skip = NO_SKIP,
): Reckoning {
  const begin = beginDay(from);
  const days = countedDays(begin, limit.amount + skip.strict, plan, "strict");
  const strict = days.at(-1)!;
  const lenient = countedDays(begin, limit.amount + skip.lenient, plan, "lenient").at(-1)!;
  return {
    due: endOfDay(strict),
    lenient: endOfDay(lenient),
    explain: () => explain(begin, limit, days, lenient, plan, skip),
  };
}

function explain(
  begin: Day,
  limit: Limit,
  days: readonly Day[],
  lenient: Day,
  plan: HolidayPlan,
  skip: Skip,
): Explanation {
  const strict = days.at(-1)!;
  const stranger = [begin + 1, ...days, lenient].find((day) => !isPlanned(day, plan));
  const unloaded = stranger === undefined ? undefined : notLoaded(stranger);
  const note = joined(runsText(days, plan), unloaded)!;
  const lines: WorkingLine[] = [
    { op: "", step: firstDayOut(begin), value: dayText(begin + 1) },
    { op: "+", step: WORDS.byWorkday, note, value: limitText({ ...limit, unit: "workdays" }) },
    ...skip.lines,
  ];
  if (strict === lenient) return { lines: [...lines, { op: "=", step: WORDS.due, value: dayText(strict) }] };
  lines.push({ op: "→", step: WORDS.lenientCount, value: dayText(lenient) });
  lines.push({ op: "=", step: WORDS.dueStrict, value: dayText(strict) });
  return { lines, open: openBecause([becauseOf(skip) ?? unloaded ?? WORDS.lenientCount], strict, lenient) };
}
