// What holds of every counting method, whatever the period.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Moment } from "../facts/sheet.ts";
import { clockOf, DAY, dayKey, dayOf, endOfDay, MINUTE, startOfDay } from "./civil.ts";
import { deadline, reckon } from "./deadline.ts";
import { dayText } from "./format.ts";
import { basePlan, isWorkday } from "./holidays.ts";
import { UNITS_OF } from "./limit.ts";
import type { Count, Limit, LimitUnit } from "./period.ts";

const COUNTS = Object.keys(UNITS_OF) as Count[];
const RUNS = { numRuns: 400 };

const at = (text: string): number => Date.parse(text);

/** Mostly the years with a plan and their neighbours, often next to midnight, sometimes far away. */
const instant: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: at("2024-06-01T00:00Z"), max: at("2027-12-31T00:00Z") }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.integer({ min: dayOf(at("2024-12-01T00:00Z")), max: dayOf(at("2027-03-01T00:00Z")) }),
        fc.constantFrom(0, 1, MINUTE, -1, -MINUTE),
      )
      .map(([day, edge]) => startOfDay(day) + edge),
  },
  { weight: 1, arbitrary: fc.integer({ min: at("1985-01-01T00:00Z"), max: at("1992-01-01T00:00Z") }) },
  { weight: 1, arbitrary: fc.integer({ min: at("1949-10-01T00:00Z"), max: at("2199-12-31T00:00Z") }) },
);

const day: fc.Arbitrary<string> = instant.map((ms) => dayKey(dayOf(ms)));
const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: instant },
  { weight: 1, arbitrary: day },
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

const ends = (from: Moment, limit: Limit, count: Count): [number, number] => {
  const { due, lenient } = reckon(from, limit, count, basePlan);
  return [due, lenient];
};

describe.each(COUNTS)("%s", (count) => {
  const limits = limitFor(count);
  const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): void =>
    fc.assert(property, RUNS);

  test("the lenient end is never earlier, and `open` is there exactly when they differ", () => {
    check(
      fc.property(moment, limits, (from, limit) => {
        const found = deadline(from, limit, count, basePlan);
        expect(found.lenient).toBeGreaterThanOrEqual(found.due);
        expect(found.open !== undefined).toBe(found.lenient !== found.due);
        expect(Object.hasOwn(found, "open")).toBe(found.open !== undefined);
      }),
    );
  });

  test("a later beginning never ends earlier, nor does a longer limit", () => {
    check(
      fc.property(instant, fc.nat({ max: 40 * DAY }), limits, (from, delay, limit) => {
        const [due, lenient] = ends(from, limit, count);
        const longer = { ...limit, amount: limit.amount + 1 };
        for (const [laterDue, laterLenient] of [
          ends(from + delay, limit, count),
          ends(from, longer, count),
        ]) {
          expect(laterDue).toBeGreaterThanOrEqual(due);
          expect(laterLenient).toBeGreaterThanOrEqual(lenient);
        }
      }),
    );
  });

  test("a day without clock encloses every instant of that day", () => {
    check(
      fc.property(instant, limits, (from, limit) => {
        const [due, lenient] = ends(from, limit, count);
        const [first, last] = ends(dayKey(dayOf(from)), limit, count);
        expect(first).toBeLessThanOrEqual(due);
        expect(last).toBeGreaterThanOrEqual(lenient);
      }),
    );
  });

  test("the working's last line is the strict end", () => {
    check(
      fc.property(moment, limits, (from, limit) => {
        const { due, working } = deadline(from, limit, count, basePlan);
        const last = working.at(-1)!;
        expect(last.op).toBe("=");
        const text = dayText(dayOf(due));
        expect(text.endsWith(last.value.split(" ")[0]!)).toBe(true);
        expect(working.every((line) => line.step !== "" && line.value !== "")).toBe(true);
      }),
    );
  });
});

describe("what a method never does", () => {
  const byDay = COUNTS.filter((count) => !["hours", "at-once", "custody-hours"].includes(count));

  test("days, workdays and months end with the minute 23:59, whatever the clock at the beginning", () => {
    for (const count of byDay) {
      fc.assert(
        fc.property(instant, limitFor(count), (from, limit) => {
          const [due, lenient] = ends(from, limit, count);
          expect([due, lenient]).toEqual([endOfDay(dayOf(due)), endOfDay(dayOf(lenient))]);
          expect(ends(dayKey(dayOf(from)), limit, count)).toEqual([due, lenient]);
        }),
      );
    }
  });

  test("workdays never end on a day off", () => {
    fc.assert(
      fc.property(moment, limitFor("workdays"), (from, limit) => {
        const [due, lenient] = ends(from, limit, "workdays");
        expect(isWorkday(dayOf(due), basePlan, "strict")).toBe(true);
        expect(isWorkday(dayOf(lenient), basePlan, "lenient")).toBe(true);
      }),
      RUNS,
    );
  });

  test("custody never moves: two readings of an instant are one, and the clock stays", () => {
    for (const count of ["custody-hours", "custody-days", "custody-months"] as const) {
      fc.assert(
        fc.property(instant, limitFor(count), (from, limit) => {
          const [due, lenient] = ends(from, limit, count);
          expect(lenient).toBe(due);
          if (count === "custody-hours" && limit.unit === "days") expect(clockOf(due)).toBe(clockOf(from));
        }),
      );
    }
  });

  test("no reading of criminal days, administrative days or months ends leniently on a day off", () => {
    for (const count of ["criminal-days", "admin-days", "months"] as const) {
      fc.assert(
        fc.property(moment, limitFor(count), (from, limit) => {
          expect(isWorkday(dayOf(ends(from, limit, count)[1]), basePlan, "lenient")).toBe(true);
        }),
        RUNS,
      );
    }
  });
});
