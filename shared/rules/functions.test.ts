// Proves the two waiting functions against days counted by hand from the calendar of 2026.
import { expect, test } from "vitest";
import { parseInstant } from "../time/civil.ts";
import { basePlan } from "../time/holidays.ts";
import { FUNCTIONS } from "./functions.ts";

const at = (text: string) => parseInstant(text);
const days = (a: string, b: string) => FUNCTIONS.daysPassed!.of(at(a), at(b));
const workdays = (a: string, b: string) => FUNCTIONS.workdaysPassed!.of(at(a), at(b), basePlan);

test("whole days between, neither end counted, by the clock of +08:00", () => {
  expect(days("2026-03-01T09:00+08:00", "2026-03-08T23:00+08:00")).toBe(6);
  expect(days("2026-03-01T23:59+08:00", "2026-03-09T00:00+08:00")).toBe(7);
  expect(days("2026-03-01", "2026-03-09")).toBe(7);
  expect(days("2026-03-09", "2026-03-01")).toBe(-9);
  expect(FUNCTIONS.daysPassed!.of("no day", at("2026-03-01"))).toBeUndefined();
});

test("working days between, over a weekend, a festival and a worked Saturday", () => {
  expect(workdays("2026-03-02", "2026-03-10")).toBe(5);
  // 30 April, 6 to 8 May and the worked Saturday 9 May lie between 29 April and 11 May (10 May is a Sunday).
  expect(workdays("2026-04-29T10:00+08:00", "2026-05-11")).toBe(5);
  expect(workdays("2026-04-29", "2026-05-09")).toBe(4);
  expect(workdays("2026-03-10", "2026-03-02")).toBe(0);
});

test("a year without a plan leaves open what its festivals would decide", () => {
  expect(workdays("2031-03-03", "2031-03-11")).toBe(5);
  expect(workdays("2031-09-29", "2031-10-13")).toBeUndefined();
  expect(workdays("1950-01-01", "2026-01-01")).toBeUndefined();
});
