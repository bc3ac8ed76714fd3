// How the end of a period moves over a holiday, said line by line.
import type { Day } from "./civil.ts";
import { dayText, monthDayText } from "./format.ts";
import { festivalOf, isPlanned } from "./holidays.ts";
import type { HolidayPlan, WorkingLine } from "./period.ts";
import type { Explanation } from "./reckoning.ts";
import { endsOn, joined, monthsOpen, notLoaded, openBecause, WORDS, weekendOpen } from "./words.ts";

interface Move {
  /** The last day as counted. */
  readonly end: Day;
  /** Where it moves by either reading. */
  readonly strict: Day;
  readonly lenient: Day;
  readonly plan: HolidayPlan;
  /** Set for months and years, which the strict reading never moves. */
  readonly months?: boolean;
  /** Why the lenient reading ends later, where that is no roll. */
  readonly because?: string | undefined;
  /** A remark that belongs to the counted last day. */
  readonly note?: string | undefined;
}

/** The lines from the counted last day to the answer, and why the readings differ if they do. */
export function moveLines({ end, strict, lenient, plan, months, note, because }: Move): Explanation {
  const lines: WorkingLine[] = [];
  const push = (op: WorkingLine["op"], step: string, day: Day, text?: string | undefined): void => {
    lines.push(
      text === undefined ? { op, step, value: dayText(day) } : { op, step, note: text, value: dayText(day) },
    );
  };
  const unloaded = isPlanned(lenient, plan)
    ? isPlanned(end, plan)
      ? undefined
      : notLoaded(end)
    : notLoaded(lenient);
  if (strict === end && lenient === end) {
    push("=", WORDS.due, end, joined(note, unloaded));
    return { lines };
  }
  push("", WORDS.endDay, end, note);
  if (strict !== end) {
    push(
      "→",
      WORDS.rollFestival,
      strict,
      `${endsOn(end, festivalOf(end, plan, "strict"))}，顺延至${monthDayText(strict)}`,
    );
  }
  if (strict === lenient) {
    push("=", WORDS.due, strict, unloaded);
    return { lines };
  }
  const festival = festivalOf(strict, plan, "lenient");
  const reasons = because === undefined ? [endsOn(strict, festival)] : [because];
  if (because === undefined && festival === undefined) reasons.push(weekendOpen);
  if (because === undefined && months) reasons.push(monthsOpen);
  if (unloaded !== undefined) reasons.push(unloaded);
  push("→", because === undefined ? WORDS.rollLenient : WORDS.lenientSkip, lenient, reasons.join("，"));
  push("=", WORDS.dueStrict, strict, unloaded);
  return { lines, open: openBecause(reasons, strict, lenient) };
}
