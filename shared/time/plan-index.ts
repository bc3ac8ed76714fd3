// A holiday plan by day number: packs carry days as text, counting asks for thousands of them.
import { type Day, dateOf, isWeekend, parseDay } from "./civil.ts";
import { statutoryFestival } from "./festivals.ts";
import type { HolidayPlan } from "./period.ts";

/** What a plan says of one day. */
export interface DayFacts {
  /** The official plan of the day's year is loaded. */
  readonly planned: boolean;
  /** Festival by the plan, or by statute where there is none. */
  readonly festival: string | undefined;
  readonly weekend: boolean;
  /** A weekend day that the plan says is worked. */
  readonly worked: boolean;
}

interface Index {
  readonly off: ReadonlyMap<Day, string>;
  readonly work: ReadonlySet<Day>;
  readonly asked: Map<Day, DayFacts>;
}

const indexes = new WeakMap<HolidayPlan, Index>();

/** Enough for the days around a case; bounded so that a unit's object that lives for months does not grow. */
const KEPT = 4096;

const dayIn = (text: string): Day => {
  const day = parseDay(text);
  if (day === undefined)
    throw new RangeError(`A holiday plan names ${JSON.stringify(text)}: not a day of the calendar`);
  return day;
};

function indexOf(plan: HolidayPlan): Index {
  const known = indexes.get(plan);
  if (known) return known;
  const index: Index = {
    off: new Map(Object.entries(plan.off).map(([text, name]) => [dayIn(text), name])),
    work: new Set(plan.work.map(dayIn)),
    asked: new Map(),
  };
  indexes.set(plan, index);
  return index;
}

/** Looks one day up. Throws a RangeError when the plan names a day that does not exist: packs are checked before. */
export function dayFacts(day: Day, plan: HolidayPlan): DayFacts {
  const { off, work, asked } = indexOf(plan);
  const known = asked.get(day);
  if (known) return known;
  const planned = plan.years.includes(dateOf(day).year);
  const weekend = isWeekend(day);
  const festival = planned ? off.get(day) : statutoryFestival(day);
  const facts: DayFacts = { planned, festival, weekend, worked: weekend && work.has(day) };
  if (asked.size >= KEPT) asked.clear();
  asked.set(day, facts);
  return facts;
}
