// The base plan is the official one of 2025 and 2026, day by day, and claims no year beyond.
import chineseDays from "chinese-days";
import { describe, expect, test } from "vitest";
import { OFF, WORKED } from "./cases/official-days.ts";
import { type Day, dayKey, isWeekend, parseDay } from "./civil.ts";
import { statutoryFestival } from "./festivals.ts";
import { basePlan, festivalOf, isMakeUpDay, isOff, isWorkday, rollOn } from "./holidays.ts";

const at = (text: string): Day => parseDay(text)!;

const official = new Map<string, string>();
for (const [name, first, last] of OFF) {
  for (let day = at(first); day <= at(last); day++) official.set(dayKey(day), name);
}

const daysOf = (first: number, last: number): Day[] => {
  const days: Day[] = [];
  for (let day = at(`${first}-01-01`); day <= at(`${last}-12-31`); day++) days.push(day);
  return days;
};

describe("the base plan against the official table", () => {
  test("knows 2025 and 2026, and nothing else", () => {
    expect(basePlan.years).toEqual([2025, 2026]);
    for (const key of [...Object.keys(basePlan.off), ...basePlan.work]) expect(key).toMatch(/^202[56]-/);
  });

  test("has the same days off, with their festival", () => {
    expect(Object.keys(basePlan.off).sort()).toEqual([...official.keys()].sort());
    for (const [key, name] of official) expect(name.split("、")).toContain(basePlan.off[key]);
  });

  test("has the same worked weekend days", () => {
    expect(basePlan.work).toEqual([...WORKED].sort());
    for (const day of WORKED)
      expect([isWeekend(at(day)), isMakeUpDay(at(day), basePlan)]).toEqual([true, true]);
  });

  test("every day of both years is a workday or not, by both readings alike", () => {
    for (const day of daysOf(2025, 2026)) {
      const key = dayKey(day);
      const works = !official.has(key) && (!isWeekend(day) || WORKED.includes(key));
      expect([key, isWorkday(day, basePlan, "strict"), isWorkday(day, basePlan, "lenient")]).toEqual([
        key,
        works,
        works,
      ]);
      expect([key, isOff(day, basePlan, "strict")]).toEqual([key, official.has(key)]);
      expect([key, isOff(day, basePlan, "lenient")]).toEqual([key, !works]);
    }
  });

  test("is data: it survives JSON", () => {
    expect(JSON.parse(JSON.stringify(basePlan))).toEqual(basePlan);
  });
});

describe("a year without plan", () => {
  test("is never answered from the library's silence: strictly nothing is a holiday", () => {
    for (const day of daysOf(2027, 2027)) expect(isOff(day, basePlan, "strict")).toBe(false);
    expect(chineseDays.isHoliday("2027-02-08")).toBe(false);
    expect(isOff(at("2027-02-08"), basePlan, "lenient")).toBe(true);
  });

  test("has weekends and the statute's festivals leniently", () => {
    expect(dayKey(rollOn(at("2027-10-01"), basePlan, "lenient"))).toBe("2027-10-04");
    expect(dayKey(rollOn(at("2027-01-01"), basePlan, "lenient"))).toBe("2027-01-04");
    expect(festivalOf(at("1982-10-01"), basePlan, "lenient")).toBe("国庆节");
    expect(isWorkday(at("2027-01-01"), basePlan, "strict")).toBe(true);
    expect(isWorkday(at("2027-01-01"), basePlan, "lenient")).toBe(false);
    expect(isWorkday(at("2027-01-02"), basePlan, "strict")).toBe(false);
  });
});

describe("festivals by statute", () => {
  test("of moving date agree with the calendar library from 2015 to 2030", () => {
    for (let year = 2015; year <= 2030; year++) {
      const spring = at(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date);
      for (let n = 0; n < 3; n++) expect([year, statutoryFestival(spring + n)]).toEqual([year, "春节"]);
      expect(statutoryFestival(spring + 3)).toBeUndefined();
      expect(statutoryFestival(spring - 1)).toBe(year >= 2025 ? "春节" : undefined);
      const named: [string, string][] = [
        [chineseDays.getSolarTermDate(year, 4, "pure_brightness"), "清明节"],
        [chineseDays.getSolarDateFromLunar(`${year}-05-05`).date, "端午节"],
        [chineseDays.getSolarDateFromLunar(`${year}-08-15`).date, "中秋节"],
      ];
      for (const [date, name] of named) {
        expect([date, statutoryFestival(at(date))]).toEqual([
          date,
          date.slice(5) < "10-01" ? name : expect.stringMatching(/中秋节|国庆节/),
        ]);
      }
    }
  });

  test("lie within the official plan of the years we have", () => {
    for (const day of daysOf(2025, 2026)) {
      if (statutoryFestival(day) !== undefined)
        expect([dayKey(day), official.has(dayKey(day))]).toEqual([dayKey(day), true]);
    }
  });

  test("have a second day of 劳动节 since 2025", () => {
    expect(statutoryFestival(at("2027-05-02"))).toBe("劳动节");
    expect(statutoryFestival(at("2024-05-02"))).toBeUndefined();
  });
});
