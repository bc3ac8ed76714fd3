// A legal limit in the numerals and units of statutes: 二十四小时, 一日, 十二个月; and how long it is about, to tell limits apart.
import type { Limit } from "../time/period.ts";

const DIGITS = "零一二三四五六七八九";

/** 1–9999 in Chinese numerals as statutes write them: 十二, 三十, 一百零五; `within` a longer one ten is 一十. */
export function numeral(n: number, within = false): string {
  if (n < 10) return DIGITS[n] ?? "";
  const [size, word] = n < 100 ? [10, "十"] : n < 1000 ? [100, "百"] : [1000, "千"];
  const head = Math.floor(n / size);
  const rest = n % size;
  const first = size === 10 && head === 1 && !within ? word : `${numeral(head)}${word}`;
  return `${first}${rest === 0 ? "" : rest * 10 < size ? `零${numeral(rest, true)}` : numeral(rest, true)}`;
}

const UNIT: Readonly<Record<Limit["unit"], string>> = {
  minutes: "分钟",
  hours: "小时",
  days: "日",
  workdays: "个工作日",
  months: "个月",
  years: "年",
};

/** Ways to say a limit, the usual one first: 24 hours → 二十四小时, 一日. */
export function limitWords({ amount, unit }: Limit): readonly string[] {
  const said = [`${numeral(amount)}${UNIT[unit]}`];
  if (unit === "hours" && amount % 24 === 0) said.push(`${numeral(amount / 24)}日`);
  if (unit === "days") said.push(`${numeral(amount)}天`);
  if (unit === "months" && amount % 12 === 0) said.push(`${numeral(amount / 12)}年`);
  return said;
}

const HOURS: Readonly<Record<Limit["unit"], number>> = {
  minutes: 1 / 60,
  hours: 1,
  days: 24,
  workdays: 33.6,
  months: 730,
  years: 8760,
};

/** How long it is, in hours, roughly: equal for limits that are the same time said differently. */
export const roughHours = ({ amount, unit }: Limit): number => amount * HOURS[unit];
