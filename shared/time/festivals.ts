// The festivals that the statute itself makes days off, for years whose official plan is not loaded.
import { type Day, dateOf, dayFrom, dayKey } from "./civil.ts";

/** Month and day of the festivals of fixed date (全国年节及纪念日放假办法 2). */
const FIXED: Readonly<Record<string, string>> = {
  "01-01": "元旦",
  "05-01": "劳动节",
  "10-01": "国庆节",
  "10-02": "国庆节",
  "10-03": "国庆节",
};

/** First day of the lunar year, 清明, 端午 and 中秋. Outside these years only the festivals of fixed date are known. */
const MOVING: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2015: ["02-19", "04-05", "06-20", "09-27"],
  2016: ["02-08", "04-04", "06-09", "09-15"],
  2017: ["01-28", "04-04", "05-30", "10-04"],
  2018: ["02-16", "04-05", "06-18", "09-24"],
  2019: ["02-05", "04-05", "06-07", "09-13"],
  2020: ["01-25", "04-04", "06-25", "10-01"],
  2021: ["02-12", "04-04", "06-14", "09-21"],
  2022: ["02-01", "04-05", "06-03", "09-10"],
  2023: ["01-22", "04-05", "06-22", "09-29"],
  2024: ["02-10", "04-04", "06-10", "09-17"],
  2025: ["01-29", "04-04", "05-31", "10-06"],
  2026: ["02-17", "04-05", "06-19", "09-25"],
  2027: ["02-06", "04-05", "06-09", "09-15"],
  2028: ["01-26", "04-04", "05-28", "10-03"],
  2029: ["02-13", "04-04", "06-16", "09-22"],
  2030: ["02-03", "04-05", "06-05", "09-12"],
};

/** 劳动节 has its second day and 除夕 is a festival since 国务院令 795, in force from this year. */
const AMENDED = 2025;

const dayIn = (year: number, monthDay: string): Day =>
  dayFrom({ year, month: Number(monthDay.slice(0, 2)), day: Number(monthDay.slice(3)) });

/**
 * The festival that falls on a day by statute alone, without bridging days: 元旦, 春节 (eve to the third day), 清明节, 劳动节,
 * 端午节, 中秋节, 国庆节. Undefined on all other days.
 */
export function statutoryFestival(day: Day): string | undefined {
  const { year } = dateOf(day);
  const monthDay = dayKey(day).slice(5);
  const fixed = FIXED[monthDay];
  if (fixed !== undefined) return fixed;
  if (monthDay === "05-02" && year >= AMENDED) return "劳动节";
  const moving = MOVING[year];
  if (!moving) return undefined;
  const spring = day - dayIn(year, moving[0]);
  if (spring >= (year >= AMENDED ? -1 : 0) && spring <= 2) return "春节";
  if (monthDay === moving[1]) return "清明节";
  if (monthDay === moving[2]) return "端午节";
  return monthDay === moving[3] ? "中秋节" : undefined;
}
