// Finds the spans of time that an article names (二十四小时, 三日, 十二个月), to compare them with a rule's limits.
import { chineseInteger } from "../../facts/numeral.ts";
import type { Limit } from "../../time/period.ts";

const SPAN = /([零〇一二两三四五六七八九十百\d]{1,8}|半) ?(个?小时|分钟|个?工作日|个?自然日|日|天|个月|年)/g;
const MINUTES = { 分钟: 1, 小时: 60, 个小时: 60 } as const;

const amountOf = (text: string): number | undefined =>
  /^\d+$/.test(text) ? Number(text) : chineseInteger(text);

/** A span as one word: `m1440` minutes, `d3` days, `w5` workdays, `n12` months. */
type Span = `${"m" | "d" | "w" | "n"}${number}`;

function spanOf(amount: string, unit: string): Span | undefined {
  const number = amount === "半" ? 0.5 : amountOf(amount);
  if (number === undefined) return undefined;
  if (unit in MINUTES) return `m${number * MINUTES[unit as keyof typeof MINUTES]}`;
  if (unit.endsWith("工作日")) return `w${number}`;
  if (unit === "个月") return number === 0.5 ? "d15" : `n${number}`;
  if (unit === "年") return `n${number * 12}`;
  return `d${number}`;
}

/** Every span that a text names; 第三日 and 2018年 name none. */
export function spansIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(SPAN)) {
    const [whole, amount = "", unit = ""] = match;
    if (text[match.index - 1] === "第" || (/^\d{4}$/.test(amount) && unit === "年")) continue;
    // 十月二十六日 is a day of the calendar.
    if (/[日天]$/.test(whole) && /[\d一二三四五六七八九十]月$/.test(text.slice(0, match.index))) continue;
    const span = spanOf(amount, unit);
    if (span !== undefined) found.add(span);
  }
  return found;
}

const daysOf = (spans: ReadonlySet<string>): readonly number[] =>
  [...spans].filter((one) => one.startsWith("d")).map((one) => Number(one.slice(1)));

/** 37 days where the article says seven days and thirty days: the two steps of one period together. */
const areSum = (spans: ReadonlySet<string>, amount: number): boolean => {
  const days = daysOf(spans);
  return days.some((one) => one !== amount - one && days.includes(amount - one));
};

/**
 * Whether one of the spans is this limit; three days may be written as 72 hours, a year as twelve months, and days may be
 * the sum of two steps that the article names.
 */
export function names(spans: ReadonlySet<string>, { amount, unit }: Limit): boolean {
  switch (unit) {
    case "minutes":
      return spans.has(`m${amount}`);
    case "hours":
      return spans.has(`m${amount * 60}`) || (amount % 24 === 0 && spans.has(`d${amount / 24}`));
    case "days":
      return spans.has(`d${amount}`) || spans.has(`w${amount}`) || areSum(spans, amount);
    case "workdays":
      return spans.has(`w${amount}`) || spans.has(`d${amount}`);
    case "months":
      return spans.has(`n${amount}`);
    case "years":
      return spans.has(`n${amount * 12}`);
  }
}
