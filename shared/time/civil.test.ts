// Civil days agree with Temporal on every date, and written moments are read or refused, never guessed.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  clockOf,
  dateOf,
  dayFrom,
  dayKey,
  dayOf,
  endOfDay,
  instantKey,
  parseDay,
  parseInstant,
  startOfDay,
  weekdayOf,
} from "./civil.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const day = fc.integer({
  min: dayFrom({ year: 1, month: 1, day: 1 }),
  max: dayFrom({ year: 9999, month: 12, day: 31 }),
});
const instant = fc.integer({ min: Date.parse("1900-01-01T00:00Z"), max: Date.parse("2199-12-31T00:00Z") });
const two = (n: number): string => String(n).padStart(2, "0");

describe("days", () => {
  test("are Temporal's", () => {
    fc.assert(
      fc.property(day, (n) => {
        const date = EPOCH.add({ days: n });
        expect(dateOf(n)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect([dayFrom(date), dayKey(n), weekdayOf(n)]).toEqual([n, date.toString(), date.dayOfWeek % 7]);
        expect(parseDay(dayKey(n))).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });

  test("of an instant are those of a fixed +08:00, not of Asia/Shanghai", () => {
    fc.assert(
      fc.property(instant, (ms) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("+08:00");
        expect(dayKey(dayOf(ms))).toBe(zoned.toPlainDate().toString());
        expect(startOfDay(dayOf(ms))).toBe(zoned.startOfDay().epochMilliseconds);
        expect(clockOf(ms)).toBe(zoned.since(zoned.startOfDay()).total("milliseconds"));
        expect(endOfDay(dayOf(ms)) - startOfDay(dayOf(ms))).toBe(86_399_999);
      }),
      { numRuns: 2000 },
    );
    const summer = Date.parse("1988-07-01T23:30+08:00");
    expect(Temporal.Instant.fromEpochMilliseconds(summer).toZonedDateTimeISO("Asia/Shanghai").day).toBe(2);
    expect(dayKey(dayOf(summer))).toBe("1988-07-01");
  });

  test("months later are Temporal's, constrained to the month's end", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 240 }), (n, months) => {
        fc.pre(dateOf(n).year < 9970);
        const later = EPOCH.add({ days: n }).add({ months }, { overflow: "constrain" });
        expect(dayKey(addMonths(n, months))).toBe(later.toString());
      }),
      { numRuns: 2000 },
    );
  });
});

describe("written moments", () => {
  test("with offset are Temporal's", () => {
    const zone = fc.tuple(fc.constantFrom("+", "-"), fc.nat({ max: 14 }), fc.constantFrom(0, 30, 45));
    fc.assert(
      fc.property(instant, zone, (ms, [sign, h, m]) => {
        const offset = `${sign}${two(h)}:${two(m)}`;
        const text = Temporal.Instant.fromEpochMilliseconds(ms).toString({ timeZone: offset });
        expect(parseInstant(text)).toBe(ms);
        expect(parseInstant(instantKey(ms - (ms % 60_000)))).toBe(ms - (ms % 60_000));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["2026-03-01T09:00+08:00", Date.UTC(2026, 2, 1, 1)],
    ["2026-03-01T01:00Z", Date.UTC(2026, 2, 1, 1)],
    ["2026-03-01T01:00:30.5Z", Date.UTC(2026, 2, 1, 1, 0, 30, 500)],
    ["2026-03-01T09:00:00+0800", Date.UTC(2026, 2, 1, 1)],
    ["2026-03-01T09:00+08", Date.UTC(2026, 2, 1, 1)],
    ["2026-03-01T00:00+08:00", Date.UTC(2026, 1, 28, 16)],
    ["2026-03-01T00:00:00.001999999+08:00", Date.UTC(2026, 1, 28, 16) + 1],
    ["2026-03-01", "2026-03-01"],
    ["2028-02-29", "2028-02-29"],
    ["2000-02-29", "2000-02-29"],
  ])("%s is read", (text, moment) => {
    expect(parseInstant(text)).toBe(moment);
  });

  test.each([
    ["2026-03-01T09:00"],
    ["2026-03-01 09:00"],
    ["2026-02-29"],
    ["2100-02-29"],
    ["2026-02-29T09:00+08:00"],
    ["2026-13-01"],
    ["2026-00-10"],
    ["2026-04-31T09:00Z"],
    ["2026-03-01T24:00+08:00"],
    ["2026-03-01T23:60+08:00"],
    ["2026-03-01T23:59:60Z"],
    ["2026-03-01T09:00+24:00"],
    ["2026-03-01T09:00+08:60"],
    ["2026-3-1"],
    ["2026年3月1日"],
    ["20260301"],
    ["2026-03-01T09:00+08:00\n"],
    [" 2026-03-01"],
    ["２０２６-03-01"],
    ["1772326800000"],
    ["now"],
    [""],
  ])("%j is refused", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test("are written to the minute, a day's end as 23:59", () => {
    const start = startOfDay(dayFrom({ year: 2026, month: 3, day: 10 }));
    expect(instantKey(start)).toBe("2026-03-10T00:00+08:00");
    expect(instantKey(start - 1)).toBe("2026-03-09T23:59+08:00");
    expect(instantKey(start + 15_000)).toBe("2026-03-10T00:00:15+08:00");
    expect(instantKey(start + 15_250)).toBe("2026-03-10T00:00:15.250+08:00");
    expect(instantKey(Date.parse("1969-12-31T09:05+08:00"))).toBe("1969-12-31T09:05+08:00");
  });
});
