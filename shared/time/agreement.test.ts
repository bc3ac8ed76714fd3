// Every counting method agrees with a naive, independent account, day by day on Temporal, on periods nobody thought of.
import chineseDays from "chinese-days";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Moment } from "../facts/sheet.ts";
import { OFF, WORKED } from "./cases/official-days.ts";
import { reckon } from "./deadline.ts";
import { basePlan } from "./holidays.ts";
import { UNITS_OF } from "./limit.ts";
import type { Count, Limit, LimitUnit } from "./period.ts";

const ZONE = "+08:00";
type Date = Temporal.PlainDate;

const firstOf = (from: Moment): Temporal.ZonedDateTime =>
  typeof from === "string"
    ? Temporal.PlainDate.from(from).toZonedDateTime(ZONE)
    : Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(ZONE);

const lastOf = (from: Moment): Temporal.ZonedDateTime =>
  typeof from === "string" ? firstOf(from).add({ days: 1 }).subtract({ milliseconds: 1 }) : firstOf(from);

const endOf = (date: Date): number => date.add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds - 1;

const planned = (date: Date): boolean => date.year === 2025 || date.year === 2026;

const official = (date: Date): boolean =>
  OFF.some(([, first, last]) => first <= date.toString() && date.toString() <= last);

const lunarFestivals = new Map<number, ReadonlySet<string>>();

function lunarOf(year: number): ReadonlySet<string> {
  const known = lunarFestivals.get(year);
  if (known) return known;
  const days = new Set<string>();
  if (year >= 2015 && year <= 2030) {
    const spring = Temporal.PlainDate.from(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date);
    for (let n = year < 2025 ? 0 : -1; n <= 2; n++) days.add(spring.add({ days: n }).toString());
    days.add(chineseDays.getSolarTermDate(year, 4, "pure_brightness"));
    days.add(chineseDays.getSolarDateFromLunar(`${year}-05-05`).date);
    days.add(chineseDays.getSolarDateFromLunar(`${year}-08-15`).date);
  }
  lunarFestivals.set(year, days);
  return days;
}

function byStatute(date: Date): boolean {
  if (date.month === 1 && date.day === 1) return true;
  if (date.month === 5 && (date.day === 1 || (date.day === 2 && date.year > 2024))) return true;
  if (date.month === 10 && date.day < 4) return true;
  return lunarOf(date.year).has(date.toString());
}

/** Saturday or Sunday, unless the official table says that it is worked. */
const idleWeekend = (date: Date): boolean => date.dayOfWeek > 5 && !WORKED.includes(date.toString());

const festival = (date: Date, lenient: boolean): boolean =>
  planned(date) ? official(date) : lenient && byStatute(date);

/** Whether the officer is at work on the day, as far as this reading knows. */
const worksOn = (date: Date, lenient: boolean): boolean => !festival(date, lenient) && !idleWeekend(date);

function moved(date: Date, lenient: boolean): Date {
  const stays = lenient ? worksOn(date, true) : !festival(date, false);
  return stays ? date : moved(date.add({ days: 1 }), lenient);
}

/** One reading of a period's end (ms, inclusive). */
function readingOf(from: Moment, { amount, unit }: Limit, count: Count, lenient: boolean): number {
  const begin = lenient ? lastOf(from) : firstOf(from);
  const day = firstOf(from).toPlainDate();
  switch (count) {
    case "hours":
    case "at-once":
    case "custody-hours":
      return begin.toInstant().add(unit === "days" ? { hours: 24 * amount } : { [unit]: amount })
        .epochMilliseconds;
    case "custody-days":
      return endOf(day.add({ days: amount }));
    case "criminal-days":
    case "admin-days":
      return endOf(moved(day.add({ days: amount }), lenient));
    case "custody-months":
      return endOf(day.add({ [unit]: amount }, { overflow: "constrain" }));
    case "months": {
      const end = day.add({ [unit]: amount }, { overflow: "constrain" });
      return endOf(lenient ? moved(end, true) : end);
    }
    case "workdays": {
      let end = day;
      for (let left = amount; left > 0; ) {
        end = end.add({ days: 1 });
        if (worksOn(end, lenient)) left--;
      }
      return endOf(end);
    }
  }
}

/** Both readings of a period's end (ms, inclusive): stricter, more lenient. */
const oracle = (from: Moment, limit: Limit, count: Count): readonly [number, number] => [
  readingOf(from, limit, count, false),
  readingOf(from, limit, count, true),
];

const at = (text: string): number => Date.parse(text);

/** Mostly the years with a plan and their neighbours, often next to midnight, sometimes in the summers of 1986–91 or far away. */
const instant: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: at("2024-06-01T00:00Z"), max: at("2030-12-31T00:00Z") }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat({ max: 900 }), fc.constantFrom(0, 1, 60_000, -1, -60_000))
      .map(([days, edge]) => at("2024-12-01T00:00+08:00") + days * 86_400_000 + edge),
  },
  { weight: 1, arbitrary: fc.integer({ min: at("1985-01-01T00:00Z"), max: at("1992-01-01T00:00Z") }) },
  { weight: 1, arbitrary: fc.integer({ min: at("1949-10-01T00:00Z"), max: at("2199-12-31T00:00Z") }) },
);

const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: instant },
  { weight: 1, arbitrary: instant.map((ms) => firstOf(ms).toPlainDate().toString()) },
);

const LARGEST: Readonly<Record<LimitUnit, number>> = {
  minutes: 3000,
  hours: 800,
  days: 120,
  workdays: 60,
  months: 60,
  years: 12,
};

const limitFor = (count: Count): fc.Arbitrary<Limit> =>
  fc
    .constantFrom(...UNITS_OF[count])
    .chain((unit) => fc.integer({ min: 1, max: LARGEST[unit] }).map((amount) => ({ amount, unit })));

test.each(Object.keys(UNITS_OF) as Count[])(
  "%s ends where the naive account ends, by both readings",
  (count) => {
    fc.assert(
      fc.property(moment, limitFor(count), (from, limit) => {
        const { due, lenient } = reckon(from, limit, count, basePlan);
        expect([due, lenient]).toEqual(oracle(from, limit, count));
      }),
      { numRuns: 1000 },
    );
  },
);
