// Which days are off: the official plans of the years we know, and what may be said of the years we do not.
import plan2025 from "chinese-days/dist/years/2025.json" with { type: "json" };
import plan2026 from "chinese-days/dist/years/2026.json" with { type: "json" };
import type { Day } from "./civil.ts";
import type { HolidayPlan } from "./period.ts";
import { dayFacts } from "./plan-index.ts";

/** `strict` gives the earlier end of a period, `lenient` the later one. */
export type Reading = "strict" | "lenient";

interface YearData {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The library's short names → the names of the festivals in 全国年节及纪念日放假办法. */
const NAMES: Readonly<Record<string, string>> = { 清明: "清明节", 端午: "端午节", 中秋: "中秋节" };

/**
 * Makes a plan from the calendar library's year files. The years are explicit because the library answers "workday" for
 * every day of a year it does not know.
 */
export function planFrom(years: Readonly<Record<number, YearData>>): HolidayPlan {
  const off: Record<string, string> = {};
  const work: string[] = [];
  for (const year of Object.values(years)) {
    for (const [day, entry] of Object.entries(year.holidays)) {
      const name = entry.split(",")[1] ?? entry;
      off[day] = NAMES[name] ?? name;
    }
    work.push(...Object.keys(year.workdays));
  }
  return { years: Object.keys(years).map(Number).sort(), off, work: work.sort() };
}

/** The official plans of 2025 (国办发明电〔2024〕12号) and 2026 (国办发明电〔2025〕7号). Marked pure so that a bundle that takes its plan from the pack drops it. */
export const basePlan: HolidayPlan = /* @__PURE__ */ planFrom({ 2025: plan2025, 2026: plan2026 });

/** Whether the official plan of the day's year is loaded. */
export const isPlanned = (day: Day, plan: HolidayPlan): boolean => dayFacts(day, plan).planned;

/** The festival a day is off for, if any; in a year without plan only those fixed by statute, and only leniently. */
export function festivalOf(day: Day, plan: HolidayPlan, reading: Reading): string | undefined {
  const { planned, festival } = dayFacts(day, plan);
  return planned || reading === "lenient" ? festival : undefined;
}

/** A weekend day that is worked in exchange for a festival day (调休上班). */
export const isMakeUpDay = (day: Day, plan: HolidayPlan): boolean => dayFacts(day, plan).worked;

/** A weekend day that is not worked; whether such a day is a 节假日 the procedure laws do not say. */
export function isPlainWeekend(day: Day, plan: HolidayPlan): boolean {
  const { weekend, worked } = dayFacts(day, plan);
  return weekend && !worked;
}

/** Whether a period that ends on this day moves on (刑诉法 105, 行政案件程序规定 35): festivals always, weekends leniently. */
export const isOff = (day: Day, plan: HolidayPlan, reading: Reading): boolean =>
  festivalOf(day, plan, reading) !== undefined || (reading === "lenient" && isPlainWeekend(day, plan));

/** Whether a day counts where the law counts working days (处罚法 85, 强制法 69, 复议法 88): 调休 included, weekends never. */
export const isWorkday = (day: Day, plan: HolidayPlan, reading: Reading): boolean =>
  festivalOf(day, plan, reading) === undefined && !isPlainWeekend(day, plan);

/** First day from `day` on that is not off. */
export function rollOn(day: Day, plan: HolidayPlan, reading: Reading): Day {
  let end = day;
  while (isOff(end, plan, reading)) end++;
  return end;
}
