// Every spelling of a moment in use reads as the moment it says; whatever is not certain does not read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayFrom, dayKey, parseInstant, startOfDay } from "../time/civil.ts";
import { parseMoment, parseMomentRange } from "./moment-text.ts";

const at = (iso: string) => parseInstant(`${iso}+08:00`);

describe("spellings of one instant", () => {
  test.each([
    "2026年3月5日14时30分",
    "2026年03月05日14时30分00秒",
    "2026 年 3 月 5 日 14 时 30 分",
    "2026年3月5日 14:30",
    "2026年3月5日下午2时30分",
    "2026年3月5日下午两点半".replace("两点", "2点"),
    "２０２６年３月５日１４：３０",
    "2026-03-05 14:30",
    "2026-03-05 14:30:00",
    "2026-03-05 14:30:00.0",
    "2026-03-05T14:30",
    "2026-03-05T06:30:00.000Z",
    "2026-03-05 星期四 14:30",
    "2026年3月5日（星期四）14时30分",
    "2026/3/5 14:30",
    "2026.03.05 14:30",
    "20260305143000",
    "202603051430",
    "20260305 143000",
    "二〇二六年三月五日十四时三十分",
    "二○二六年三月五日下午二时三十分",
    "\u3000\t2026年3月5日14点30分\n",
  ])("%s", (text) => expect(parseMoment(text)).toBe(at("2026-03-05T14:30")));
});

describe("days alone stay days", () => {
  test.each([
    "2026年3月5日",
    "2026-03-05",
    "2026/3/5",
    "2026.03.05",
    "20260305",
    "二〇二六年三月五日",
    "2026年3月5号",
  ])("%s", (text) => expect(parseMoment(text)).toBe("2026-03-05"));
});

describe("hours with a word before them", () => {
  test.each([
    ["凌晨2时", "02:00"],
    ["上午9时15分", "09:15"],
    ["中午12时", "12:00"],
    ["中午1时", "13:00"],
    ["下午12时30分", "12:30"],
    ["下午14时", "14:00"],
    ["晚上8点", "20:00"],
    ["晚上11点59分", "23:59"],
  ])("%s", (text, clock) => expect(parseMoment(`2026年3月5日${text}`)).toBe(at(`2026-03-05T${clock}`)));
});

describe("not certain, not read", () => {
  test.each([
    "2025-02-30",
    "2025年2月29日",
    "2026-04-31 08:00",
    "2026-13-01",
    "2026-00-10",
    "2026-03-05 24:00",
    "2026-03-05 23:60",
    "2026-03-05 14:30:61",
    "3025-01-01",
    "1850-01-01",
    "3025-01-01T00:00:00Z",
    "26-03-05",
    "2026年3月",
    "3月5日14时",
    "14:30",
    "2026年3月5日14时许",
    "2026年3月5日14时左右",
    "约2026年3月5日",
    "2026-03-05 14:30 至 15:00",
    "2026年3月5日上午12时",
    "2026年3月5日晚上3时",
    "1772692200000",
    "2026030514",
    "长期",
    "",
  ])("%s", (text) => expect(parseMoment(text)).toBeUndefined());
});

const pad = (n: number) => String(n).padStart(2, "0");
const zh = (n: number): string => {
  const digits = "〇一二三四五六七八九";
  if (n < 10) return digits[n]!;
  return `${n < 20 ? "" : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : digits[n % 10]}`;
};
const day = fc.integer({
  min: dayFrom({ year: 1900, month: 1, day: 1 }),
  max: dayFrom({ year: 2099, month: 12, day: 31 }),
});
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

test("whatever moment is written in any spelling reads back as itself", () => {
  fc.assert(
    fc.property(day, minute, (d, m) => {
      const { year, month, day: date } = dateOf(d);
      const [h, min] = [Math.floor(m / 60), m % 60];
      const ms = startOfDay(d) + m * 60_000;
      const years = [...String(year)].map((c) => zh(Number(c))).join("");
      const dates = [
        `${year}年${month}月${date}日`,
        `${year}-${pad(month)}-${pad(date)}`,
        `${year}/${month}/${date}`,
        `${year}.${pad(month)}.${pad(date)}`,
        `${years}年${zh(month)}月${zh(date)}日`,
        `${year}${pad(month)}${pad(date)}`,
      ];
      for (const text of dates) expect(parseMoment(text), text).toBe(dayKey(d));
      const times = [
        `${dates[0]}${h}时${min}分`,
        `${dates[0]} ${pad(h)}:${pad(min)}`,
        `${dates[1]} ${pad(h)}:${pad(min)}:00`,
        `${dates[2]} ${h}:${pad(min)}`,
        `${dates[4]}${zh(h)}时${zh(min)}分`,
        `${dates[5]}${pad(h)}${pad(min)}00`,
      ];
      for (const text of times) expect(parseMoment(text), text).toBe(ms);
    }),
  );
});

test("any text is answered without throwing, and never with a moment outside the calendar", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9年月日时分秒上下午半:/. -]{0,24}$/), (text) => {
      const moment = parseMoment(text);
      if (typeof moment === "string") expect(moment).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      else if (moment !== undefined) expect(Number.isSafeInteger(moment)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("spans in one cell read as both ends, or not at all", () => {
  const both = [at("2026-03-05T14:30"), at("2026-03-05T16:00")];
  expect(parseMomentRange("2026年3月5日14时30分至16时00分")).toEqual(both);
  expect(parseMomentRange("2026-03-05 14:30 ~ 2026-03-05 16:00")).toEqual(both);
  expect(parseMomentRange("2026-03-05 14:30 - 16:00")).toEqual(both);
  expect(parseMomentRange("2026-03-05至2026-03-08")).toEqual(["2026-03-05", "2026-03-08"]);
  expect(parseMomentRange("2025年12月31日22时至1月1日2时")).toEqual([
    at("2025-12-31T22:00"),
    at("2026-01-01T02:00"),
  ]);
  expect(parseMomentRange("自2026年3月5日9时起至6日9时止")).toEqual([
    at("2026-03-05T09:00"),
    at("2026-03-06T09:00"),
  ]);
  for (const text of ["2026-03-05 16:00至14:30", "2026-03-05 14:30", "2026-03-05至14:30", "至"])
    expect(parseMomentRange(text), text).toBeUndefined();
});
