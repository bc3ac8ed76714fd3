// Days, instants and spans of time as the screen says them in Chinese.
import { clockOf, type Day, dateOf, dayOf, HOUR, MINUTE, weekdayOf } from "./civil.ts";

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"] as const;

/** `周六`. */
export const weekdayText = (day: Day): string => WEEKDAYS[weekdayOf(day)]!;

/** `3月10日`. */
export function monthDayText(day: Day): string {
  const { month, day: d } = dateOf(day);
  return `${month}月${d}日`;
}

/** `2026年3月10日`. */
export const dayText = (day: Day): string => `${dateOf(day).year}年${monthDayText(day)}`;

/** `09:00`. */
export function clockText(ms: number): string {
  const clock = clockOf(ms);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(clock / HOUR))}:${two(Math.floor((clock % HOUR) / MINUTE))}`;
}

/** `3月10日 09:00`. */
export const instantText = (ms: number): string => `${monthDayText(dayOf(ms))} ${clockText(ms)}`;

/** `2026年3月10日 09:00`. */
export const fullInstantText = (ms: number): string => `${dayText(dayOf(ms))} ${clockText(ms)}`;

/** A span of time (ms) in its one or two largest units: `42 分钟`, `13 小时 22 分钟`, `3 天 8 小时`, `181 天`. Rounded down to minutes. */
export function spanText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const parts = (large: string, small: number, unit: string): string =>
    small === 0 ? large : `${large} ${small} ${unit}`;
  if (days >= 10) return `${days} 天`;
  if (days > 0) return parts(`${days} 天`, hours % 24, "小时");
  if (hours > 0) return parts(`${hours} 小时`, minutes % 60, "分钟");
  return minutes === 0 ? "不足 1 分钟" : `${minutes} 分钟`;
}

/**
 * What is left of a period at `now` (ms), or by how much it is over: `剩 42 分钟`, `超 12 天`.
 * `due` is inclusive. An end at the last instant of a minute counts to the full minute, so that a day's end leaves whole days.
 */
export function remainingText(due: number, now: number): string {
  const edge = due % MINUTE === MINUTE - 1 || due % MINUTE === -1 ? due + 1 : due;
  const span = spanText(now <= due ? edge - now : now - edge);
  return `${now <= due ? "剩" : "超"}${span.startsWith("不") ? "" : " "}${span}`;
}
