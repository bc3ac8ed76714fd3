// Instants and times of day as people type them, and what is none.
import { expect, it } from "vitest";
import { instantTyped, minuteText, minuteTyped } from "./when-typed.ts";

it("reads instants and times of day as they are typed", () => {
  expect(instantTyped(" 2028-2-29 8:05 ")).toBe(Date.parse("2028-02-29T08:05+08:00"));
  for (const bad of ["2027-02-29 08:00", "2026-13-01 08:00", "2026-11-25", "2026-11-25 24:00", "明天"])
    expect(instantTyped(bad)).toBeUndefined();
  expect([minuteTyped("22:00"), minuteTyped("0：05"), minuteTyped("24:00"), minuteTyped("7")]).toEqual([
    1320,
    5,
    undefined,
    undefined,
  ]);
  expect(minuteText(425)).toBe("07:05");
});
