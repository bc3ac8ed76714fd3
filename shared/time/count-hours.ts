// Periods that run by the clock: hours and minutes, at once, and the 24-hour days of detention.
import type { Moment } from "../facts/sheet.ts";
import { DAY, dateOf, dayOf, HOUR, MINUTE } from "./civil.ts";
import { dayText, fullInstantText, instantText } from "./format.ts";
import { limitText } from "./limit.ts";
import type { Limit, WorkingLine } from "./period.ts";
import { beginDay, beginInstants, NO_SKIP, type Reckoning, type Skip } from "./reckoning.ts";
import { WORDS } from "./words.ts";

const LENGTH = { minutes: MINUTE, hours: HOUR, days: DAY } as const;

/** Why the clock of one method looks as it does; `at-once` has no number in law, the minutes are the unit's own. */
const STEPS = {
  hours: { step: WORDS.byMinute, note: WORDS.byMinuteNote },
  "at-once": { step: WORDS.atOnce },
  "custody-hours": { step: WORDS.byFullDay, note: WORDS.custodyStays },
} as const;

/**
 * Minute-exact and never stopping: nights, weekends and festivals count, and no hour is given away for 期间开始的时不计
 * (刑诉法 105). `custody-hours` is the same for 拘留后满二十四小时为一日 (羁押期限规定 4). Where only the day was read the
 * strict reading begins at 00:00, the lenient one at the end of that day.
 */
export function countHours(
  from: Moment,
  limit: Limit,
  count: keyof typeof STEPS,
  skip: Skip = NO_SKIP,
): Reckoning {
  const length = limit.amount * LENGTH[limit.unit as keyof typeof LENGTH];
  const [first, last] = beginInstants(from);
  const [due, lenient] = [first + length + skip.strict, last + length + skip.lenient];
  return { due, lenient, explain: () => explain(from, limit, count, [due, lenient], skip) };
}

function explain(
  from: Moment,
  limit: Limit,
  count: keyof typeof STEPS,
  [due, lenient]: readonly [number, number],
  skip: Skip,
) {
  const [begin] = beginInstants(from);
  const sameYear = dateOf(dayOf(begin)).year === dateOf(dayOf(lenient)).year;
  const at = sameYear ? instantText : fullInstantText;
  const lines: WorkingLine[] = [];
  if (typeof from === "string") {
    lines.push({ op: "", step: WORDS.begin, note: WORDS.strictBegin, value: dayText(beginDay(from)) });
  } else {
    lines.push({ op: "", step: WORDS.begin, value: at(begin) });
  }
  lines.push({ op: "+", ...STEPS[count], value: limitText(limit) }, ...skip.lines);
  if (due === lenient) return { lines: [...lines, { op: "=", step: WORDS.due, value: at(due) }] as const };
  const bySkip = typeof from !== "string";
  lines.push({ op: "→", step: bySkip ? WORDS.lenientSkip : WORDS.lenientBegin, value: at(lenient) });
  lines.push({ op: "=", step: WORDS.dueStrict, value: at(due) });
  return { lines, open: bySkip ? WORDS.skipOpen : WORDS.dayOnly };
}
