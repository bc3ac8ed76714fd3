// The length of a period as rules write it (`12 months`) and as the screen says it (12 个月).
import { accepted, type Result, refused } from "../facts/errors.ts";
import type { Count, Limit, LimitUnit } from "./period.ts";

const UNITS: Readonly<Record<string, LimitUnit>> = {
  minute: "minutes",
  hour: "hours",
  day: "days",
  workday: "workdays",
  month: "months",
  year: "years",
};

const WORDS: Readonly<Record<LimitUnit, string>> = {
  minutes: "分钟",
  hours: "小时",
  days: "日",
  workdays: "个工作日",
  months: "个月",
  years: "年",
};

/** Which units each counting method can count; anything else is a rule that contradicts itself. */
export const UNITS_OF: Readonly<Record<Count, readonly LimitUnit[]>> = {
  hours: ["minutes", "hours"],
  "criminal-days": ["days"],
  "custody-hours": ["days", "hours"],
  "custody-days": ["days"],
  "custody-months": ["months", "years"],
  "admin-days": ["days"],
  workdays: ["workdays", "days"],
  months: ["months", "years"],
  "at-once": ["minutes", "hours"],
};

const LARGEST = 99_999;

/** Reads a literal limit: a whole number from 1 and a unit, singular or plural. Refuses with `bad-value` and says how to write it. */
export function parseLimit(text: string): Result<Limit> {
  const m = /^([1-9]\d{0,9}) +([a-z]+?)s?$/.exec(text.trim());
  const unit = m ? UNITS[m[2]!] : undefined;
  if (!m || unit === undefined || !Object.hasOwn(UNITS, m[2]!)) {
    return refused(
      "bad-value",
      `期限“${text.slice(0, 40)}”写法不能识别：应为正整数加 minutes、hours、days、workdays、months 或 years，如 12 months`,
    );
  }
  const amount = Number(m[1]);
  if (amount > LARGEST) return refused("bad-value", `期限“${text.slice(0, 40)}”过长：数目不超过 ${LARGEST}`);
  return accepted({ amount, unit });
}

/** Whether a counting method can count this limit (`12 months` by `criminal-days` cannot). */
export const limitFits = (limit: Limit, count: Count): boolean => UNITS_OF[count].includes(limit.unit);

/** `12 个月`, `3 日`, `5 个工作日`. */
export const limitText = (limit: Limit): string => `${limit.amount} ${WORDS[limit.unit]}`;

/** A period in steps, each counted from the end of the one before: `2 个月加 1 个月`. */
export const stepsText = (steps: readonly Limit[]): string => steps.map(limitText).join("加 ");

const MINUTES: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 1_440 };

/** Several steps of the same kind of time as one limit; of different units, in the smallest. Months are not added so: they clamp. */
export function sumOf(steps: readonly Limit[]): Limit {
  const [first, ...more] = steps;
  if (first === undefined) throw new RangeError("A period of no step has no length");
  if (more.every(({ unit }) => unit === first.unit)) {
    return { amount: steps.reduce((sum, { amount }) => sum + amount, 0), unit: first.unit };
  }
  if (steps.every(({ unit }) => unit === "days" || unit === "workdays")) {
    return { amount: steps.reduce((sum, { amount }) => sum + amount, 0), unit: "workdays" };
  }
  const minutes = steps.reduce((sum, { amount, unit }) => sum + amount * (MINUTES[unit] ?? Number.NaN), 0);
  return minutes % 60 === 0 ? { amount: minutes / 60, unit: "hours" } : { amount: minutes, unit: "minutes" };
}
