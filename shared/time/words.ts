// Every Chinese phrase of a period's working, as the why-card prints it.
import { type Day, dateOf } from "./civil.ts";
import { dayText, monthDayText, weekdayText } from "./format.ts";

export const WORDS = {
  begin: "起算",
  due: "届满",
  dueStrict: "从严届满",
  endDay: "末日",
  byMinute: "按分钟连续计算",
  byMinuteNote: "夜间、节假日不停",
  atOnce: "立即办理，按设定的分钟数提醒",
  byFullDay: "满二十四小时为一日",
  byNaturalDay: "按自然日连续计算",
  byWorkday: "按工作日计算",
  byMonth: "按月计算到对应日",
  byYear: "按年计算到对应日",
  skipOpen: "不计入的时间首尾两端是否全算，条文没有写",
  lenientSkip: "从宽首尾两端都不计入",
  fromStepBefore: "延长的期限自上一段届满日起算",
  custodyStays: "在押期间不因节假日顺延",
  dayBefore: "也有按前一日届满的做法，至少提前一日办完",
  rollFestival: "顺延至节后第一日",
  rollLenient: "从宽可顺延",
  lenientCount: "从宽扣除法定节日",
  lenientBegin: "从宽自24时起算",
  strictBegin: "只读到日期，从严自0时起算",
  dayOnly: "只读到日期，未读到钟点：从严自当日0时起算，从宽自当日24时起算",
  daysBefore: "从届满日往回数",
  latest: "最迟当日办完",
  latestStrict: "从严提前到节假日前",
} as const;

/** `3月5日不计，自3月6日起算`. */
export const firstDayOut = (begin: Day): string =>
  `${monthDayText(begin)}不计，自${monthDayText(begin + 1)}起算`;

/** `2027年放假安排未载入`. */
export const notLoaded = (day: Day): string => `${dateOf(day).year}年放假安排未载入`;

/** `末日10月3日为国庆节假期`, `末日5月30日为周六`. */
export const endsOn = (day: Day, festival: string | undefined): string =>
  `末日${monthDayText(day)}为${festival === undefined ? weekdayText(day) : `${festival}假期`}`;

export const weekendOpen = "周末是否算节假日条文没有写";
export const monthsOpen = "条文上非在押的期间可以顺延，从严不顺延";

/** `…：从严5月30日届满，从宽顺延至6月1日`. */
export const openBecause = (reasons: readonly string[], strict: Day, lenient: Day): string => {
  const text = dateOf(strict).year === dateOf(lenient).year ? monthDayText : dayText;
  return `${reasons.join("，")}：从严${text(strict)}届满，从宽至${text(lenient)}`;
};

/** `末日5月30日逢节假日，是否提前条文没有写：从严5月29日办完，从宽5月30日`. */
export const beforeOpen = (counted: Day, strict: Day): string =>
  `末日${monthDayText(counted)}逢节假日，是否提前条文没有写：从严${monthDayText(strict)}办完，从宽${monthDayText(counted)}`;

/** `2月没有31日，到月末`. */
export const noSuchDay = (end: Day, wanted: number): string =>
  `${dateOf(end).month}月没有${wanted}日，到月末`;

/** Notes that stand together on one line. */
export const joined = (...notes: readonly (string | undefined)[]): string | undefined => {
  const said = notes.filter((note) => note !== undefined);
  return said.length === 0 ? undefined : said.join("；");
};
