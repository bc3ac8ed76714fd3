// Time is said as the screen says it.
import { expect, test } from "vitest";
import { DAY, endOfDay, HOUR, MINUTE, parseDay, parseInstant } from "./civil.ts";
import { dayText, fullInstantText, instantText, remainingText, spanText, weekdayText } from "./format.ts";

const day = parseDay("2026-03-10")!;
const at = (text: string): number => parseInstant(text) as number;

test("days and instants", () => {
  expect(dayText(day)).toBe("2026年3月10日");
  expect(weekdayText(day)).toBe("周二");
  expect(instantText(at("2026-03-10T09:00+08:00"))).toBe("3月10日 09:00");
  expect(instantText(endOfDay(day))).toBe("3月10日 23:59");
  expect(fullInstantText(at("1982-03-10T23:05+08:00"))).toBe("1982年3月10日 23:05");
});

test.each([
  [42 * MINUTE, "42 分钟"],
  [42 * MINUTE + 59_999, "42 分钟"],
  [59_999, "不足 1 分钟"],
  [HOUR, "1 小时"],
  [13 * HOUR + 22 * MINUTE, "13 小时 22 分钟"],
  [DAY, "1 天"],
  [3 * DAY + 8 * HOUR, "3 天 8 小时"],
  [9 * DAY + HOUR, "9 天 1 小时"],
  [10 * DAY + HOUR, "10 天"],
  [181 * DAY + 5 * HOUR, "181 天"],
])("a span of %d ms is %s", (ms, text) => {
  expect(spanText(ms)).toBe(text);
});

test("what is left and what is over, on both sides of an inclusive end", () => {
  const due = at("2026-11-20T16:30+08:00");
  expect(remainingText(due, due - 42 * MINUTE)).toBe("剩 42 分钟");
  expect(remainingText(due, due)).toBe("剩不足 1 分钟");
  expect(remainingText(due, due + 1)).toBe("超不足 1 分钟");
  expect(remainingText(due, due + 12 * DAY)).toBe("超 12 天");
  expect(remainingText(endOfDay(day), endOfDay(day - 2))).toBe("剩 2 天");
  expect(remainingText(endOfDay(day), at("2026-03-10T09:00+08:00"))).toBe("剩 15 小时");
  expect(remainingText(endOfDay(day), at("2026-03-13T00:00+08:00"))).toBe("超 2 天");
});
