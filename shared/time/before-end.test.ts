// Steps that must be done some days before a period ends.
import fc from "fast-check";
import { expect, test } from "vitest";
import { beforeEnd } from "./before-end.ts";
import { DAY, dayKey, dayOf, endOfDay, parseDay } from "./civil.ts";
import { deadline } from "./deadline.ts";
import { basePlan, isOff } from "./holidays.ts";

const end = (text: string): number => endOfDay(parseDay(text)!);
const days = ({ due, lenient }: { due: number; lenient: number }): string[] => [
  dayKey(dayOf(due)),
  dayKey(dayOf(lenient)),
];

test("custody of 10 January ends on 10 March, the request to extend it goes out by 3 March", () => {
  const custody = deadline("2026-01-10", { amount: 2, unit: "months" }, "custody-months", basePlan);
  const found = beforeEnd(custody.due, 7, basePlan);
  expect(days(found)).toEqual(["2026-03-03", "2026-03-03"]);
  expect(found.open).toBeUndefined();
  expect(found.working).toEqual([
    { op: "", step: "届满", value: "2026年3月10日" },
    { op: "−", step: "从届满日往回数", value: "7 日" },
    { op: "=", step: "最迟当日办完", value: "2026年3月3日" },
  ]);
});

test.each([
  ["2026-10-10", 7, "2026-09-30", "2026-10-03", "within 国庆: the last working day before it"],
  ["2026-06-07", 1, "2026-06-05", "2026-06-06", "a plain Saturday"],
  ["2026-05-10", 1, "2026-05-09", "2026-05-09", "a worked Saturday stays"],
  ["2026-03-03", 3, "2026-02-28", "2026-02-28", "into the month before, a worked Saturday"],
  ["2027-01-16", 15, "2026-12-31", "2027-01-01", "元旦 of a year without plan"],
])("%s less %d days is %s, leniently %s: %s", (due, amount, strict, lenient) => {
  const found = beforeEnd(end(due), amount, basePlan);
  expect(days(found)).toEqual([strict, lenient]);
  expect(found.open === undefined).toBe(strict === lenient);
});

test("is never later than the days say, never on a day off, and the clock of the end does not matter", () => {
  const instant = fc.integer({ min: end("2025-02-01"), max: end("2028-01-01") });
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 30 }), (due, amount) => {
      const found = beforeEnd(due, amount, basePlan);
      expect(dayOf(found.lenient)).toBe(dayOf(due) - amount);
      expect(found.due).toBeLessThanOrEqual(found.lenient);
      expect(found.lenient - found.due).toBeLessThan(10 * DAY);
      expect(isOff(dayOf(found.due), basePlan, "lenient")).toBe(false);
      expect(found.open === undefined).toBe(found.due === found.lenient);
    }),
  );
});
