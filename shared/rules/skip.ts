// How much of a period did not count, by either reading, every stretch of time once.

import type { Moment } from "../facts/sheet.ts";
import { DAY, dayOf, HOUR } from "../time/civil.ts";
import { reckon } from "../time/deadline.ts";
import { spanText } from "../time/format.ts";
import { isWorkday, type Reading } from "../time/holidays.ts";
import type { Count, HolidayPlan, WorkingLine } from "../time/period.ts";
import { NO_SKIP, type Skip } from "../time/reckoning.ts";
import { earliest, latest } from "./moment.ts";
import type { Steps } from "./span.ts";
import type { Noted, Pause, Stopped } from "./stops.ts";
import { momentText } from "./template.ts";
import { WORDS } from "./words.ts";

/** Counting methods that run by the clock; by all others, time that does not count is taken off in whole days. */
const BY_CLOCK: ReadonlySet<Count> = new Set(["hours", "custody-hours", "at-once"]);

/** Days of one stop that are looked at; a slip of the pen in a year must not keep the judge busy. */
const LONGEST = 40_000;

/** A period that is to be prolonged by the time that does not count. */
export interface Stretch {
  readonly start: Moment;
  readonly steps: Steps;
  readonly count: Count;
  readonly plan: HolidayPlan;
  readonly now: number;
}

export interface Skipped {
  readonly skip: Skip;
  /** Since when it stands still by the stricter and by the more lenient reading; undefined where it runs. */
  readonly since: number | undefined;
  readonly sinceLenient: number | undefined;
  /** Instant at which a stop without end begins that is still to come. */
  readonly next: number | undefined;
}

const RUNS: Skipped = { skip: NO_SKIP, since: undefined, sinceLenient: undefined, next: undefined };

/** What the stops come to in a period. Those that begin after its end do not revive it. */
export function skippedOf(stopped: Stopped, stretch: Stretch): Skipped {
  if (stopped.pauses.length === 0 && stopped.noted.length === 0) return RUNS;
  const begun = stopped.pauses.filter(({ from, until }) => until !== null || earliest(from) <= stretch.now);
  const coming = stopped.pauses.filter((one) => !begun.includes(one)).map(({ from }) => earliest(from));
  const strict = sumOf(begun, stretch, "strict");
  const lenient = sumOf(begun, stretch, "lenient");
  const byClock = BY_CLOCK.has(stretch.count);
  const noted = stopped.noted.reduce(
    (sum, { hours }) => sum + (byClock ? hours * HOUR : Math.ceil(hours / 24)),
    0,
  );
  return {
    skip: {
      strict: strict.sum,
      lenient: Math.max(lenient.sum, strict.sum) + noted,
      get lines() {
        return [
          ...begun.flatMap((one) =>
            pauseLine(one, strict.parts.get(one) ?? 0, lenient.parts.get(one) ?? 0, stretch),
          ),
          ...stopped.noted.map((one) => notedLine(one)),
        ];
      },
    },
    since: strict.since,
    sinceLenient: lenient.since,
    next: coming.length === 0 ? undefined : Math.min(...coming),
  };
}

interface Sum {
  readonly sum: number;
  readonly since: number | undefined;
  readonly parts: ReadonlyMap<Pause, number>;
}

function sumOf(pauses: readonly Pause[], stretch: Stretch, reading: Reading): Sum {
  const byClock = BY_CLOCK.has(stretch.count);
  const parts = new Map<Pause, number>();
  let cursor = byClock ? earliest(stretch.start) : dayOf(earliest(stretch.start)) + 1;
  let sum = 0;
  const end = (): number => {
    const { due, lenient } = reckon(stretch.start, stretch.steps, stretch.count, stretch.plan, {
      ...NO_SKIP,
      strict: sum,
      lenient: sum,
    });
    const at = reading === "strict" ? due : lenient;
    return byClock ? at : dayOf(at);
  };
  const ranges = pauses.map((one) => ({ one, ...rangeOf(one, byClock, reading) }));
  for (const { one, from, until } of ranges.sort((a, b) => a.from - b.from)) {
    if (from > end()) break;
    const begin = Math.max(from, cursor);
    if (!Number.isFinite(until)) return { sum, since: earliest(one.from), parts };
    if (until <= begin) continue;
    const part = lengthOf(begin, until, stretch, reading);
    sum += part;
    parts.set(one, part);
    cursor = until;
  }
  return { sum, since: undefined, parts };
}

/** Both ends of a pause, the second exclusive: instants, or days of which the stricter reading leaves the first one out. */
function rangeOf(
  { from, until }: Pause,
  byClock: boolean,
  reading: Reading,
): { from: number; until: number } {
  if (byClock) {
    const begin = reading === "strict" ? latest(from) : earliest(from);
    if (until === null) return { from: begin, until: Number.POSITIVE_INFINITY };
    return { from: begin, until: reading === "strict" ? earliest(until) : latest(until) };
  }
  const begin = dayOf(earliest(from)) + (reading === "strict" ? 1 : 0);
  return { from: begin, until: until === null ? Number.POSITIVE_INFINITY : dayOf(earliest(until)) + 1 };
}

function lengthOf(begin: number, until: number, { count, plan }: Stretch, reading: Reading): number {
  if (BY_CLOCK.has(count)) return Math.min(until - begin, LONGEST * DAY);
  const days = Math.min(until - begin, LONGEST);
  if (count !== "workdays") return days;
  let worked = 0;
  for (let day = begin; day < begin + days; day++) if (isWorkday(day, plan, reading)) worked++;
  return worked;
}

function pauseLine(
  pause: Pause,
  strict: number,
  lenient: number,
  { count, now }: Stretch,
): readonly WorkingLine[] {
  const { by, from, until } = pause;
  if (lenient === 0 || until === null || by.from === undefined || by.until === undefined) return [];
  const note = `${by.from.label} ${momentText(from, now)}，${by.until.label} ${momentText(until, now)}`;
  const long = BY_CLOCK.has(count) ? spanText(lenient) : `${lenient} 日`;
  const short = BY_CLOCK.has(count) ? spanText(strict) : `${strict} 日`;
  const value = strict === lenient ? long : `${short}至 ${long}`;
  return [{ op: "+", step: by.say ?? WORDS.stops, note, value }];
}

const notedLine = ({ by, hours }: Noted): WorkingLine => ({
  op: "+",
  step: by.say ?? WORDS.stops,
  note: `${by.hours?.label ?? ""} ${hours} 小时，${WORDS.notedOnly}`,
  value: spanText(hours * HOUR),
});
