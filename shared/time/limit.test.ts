// Limits are read as rules write them and said as the screen says them.
import { describe, expect, test } from "vitest";
import { limitFits, limitText, parseLimit } from "./limit.ts";

describe("a limit", () => {
  test.each([
    ["30 minutes", { amount: 30, unit: "minutes" }, "30 分钟"],
    ["1 minute", { amount: 1, unit: "minutes" }, "1 分钟"],
    ["24 hours", { amount: 24, unit: "hours" }, "24 小时"],
    ["1 hour", { amount: 1, unit: "hours" }, "1 小时"],
    ["3 days", { amount: 3, unit: "days" }, "3 日"],
    ["1 day", { amount: 1, unit: "days" }, "1 日"],
    ["5 workdays", { amount: 5, unit: "workdays" }, "5 个工作日"],
    ["1 workday", { amount: 1, unit: "workdays" }, "1 个工作日"],
    ["12 months", { amount: 12, unit: "months" }, "12 个月"],
    ["1 month", { amount: 1, unit: "months" }, "1 个月"],
    ["2 years", { amount: 2, unit: "years" }, "2 年"],
    ["  1 year ", { amount: 1, unit: "years" }, "1 年"],
  ])("%j is read", (text, value, said) => {
    const limit = parseLimit(text);
    expect(limit).toEqual({ ok: true, value });
    if (limit.ok) expect(limitText(limit.value)).toBe(said);
  });

  test.each([
    [""],
    ["12"],
    ["months"],
    ["0 days"],
    ["-3 days"],
    ["1.5 hours"],
    ["012 months"],
    ["12months"],
    ["12 Months"],
    ["3 weeks"],
    ["3 dayss"],
    ["3 constructors"],
    ["3 days 4 hours"],
    ["三日"],
    ["100000 days"],
    ["99999999999999999999 days"],
  ])("%j is refused and says how to write it", (text) => {
    const limit = parseLimit(text);
    expect(limit.ok).toBe(false);
    if (!limit.ok) {
      expect(limit.refusal.code).toBe("bad-value");
      expect(limit.refusal.message).toContain(text.slice(0, 40));
    }
  });

  test("fits the methods that can count it", () => {
    expect(limitFits({ amount: 3, unit: "days" }, "criminal-days")).toBe(true);
    expect(limitFits({ amount: 12, unit: "months" }, "criminal-days")).toBe(false);
    expect(limitFits({ amount: 5, unit: "workdays" }, "criminal-days")).toBe(false);
  });
});
