// Civil dates at fixed +08:00 as plain integers, so that no host time zone or summer time can shift a legal day.
import type { Moment } from "../facts/sheet.ts";

/** A civil day: whole days since 1970-01-01 at +08:00. */
export type Day = number;

export interface YearMonthDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** China's offset for every year: the summer time of 1986–91 moved clocks, not the days a period is counted in. */
const OFFSET = 8 * HOUR;

/** The civil day on which an instant (ms) falls. */
export const dayOf = (ms: number): Day => Math.floor((ms + OFFSET) / DAY);

/** First instant of a day (ms): 00:00. */
export const startOfDay = (day: Day): number => day * DAY - OFFSET;

/** Last instant of a day (ms), inclusive: the end of the minute 23:59. */
export const endOfDay = (day: Day): number => startOfDay(day + 1) - 1;

/** Milliseconds since 00:00 of the instant's own civil day. */
export const clockOf = (ms: number): number => ms - startOfDay(dayOf(ms));

/** Day number of a Gregorian date (proleptic). The era arithmetic avoids every host calendar. */
export function dayFrom({ year, month, day }: YearMonthDay): Day {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Gregorian date of a day number; the inverse of `dayFrom`. */
export function dateOf(day: Day): YearMonthDay {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** Number of days of a month (1 to 12). */
export function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day `months` later, or that month's last day where it has no such day (最高法解释 202, 羁押期限规定 4). */
export function addMonths(day: Day, months: number): Day {
  const from = dateOf(day);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayFrom({ year, month, day: Math.min(from.day, monthLength(year, month)) });
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** `YYYY-MM-DD`, the form in which packs and facts carry days. */
export function dayKey(day: Day): string {
  const { year, month, day: d } = dateOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(d)}`;
}

/** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return undefined;
  const date = { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
  if (date.month < 1 || date.month > 12) return undefined;
  if (date.day < 1 || date.day > monthLength(date.year, date.month)) return undefined;
  return dayFrom(date);
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * Reads a moment: ISO 8601 date and time **with offset** → ms, `YYYY-MM-DD` → the same text (only the day is known).
 * Anything else, also a time without offset, 24:00 or a day that does not exist, is undefined: never guessed.
 */
export function parseInstant(text: string): Moment | undefined {
  const day = parseDay(text);
  if (day !== undefined) return text;
  const m = INSTANT.exec(text);
  const date = m && parseDay(m[1]!);
  if (!m || date === undefined || date === null) return undefined;
  const [hour, minute, second] = [Number(m[2]), Number(m[3]), Number(m[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zone = m[6]!.replace(":", "");
  const [zoneHour, zoneMinute] =
    zone === "Z" ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(3) || 0)];
  if (zoneHour > 23 || zoneMinute > 59) return undefined;
  const ahead = (zoneHour * HOUR + zoneMinute * MINUTE) * (zone[0] === "-" ? -1 : 1);
  const fraction = Math.floor(Number(`0.${m[5] ?? "0"}`) * 1000);
  return date * DAY + hour * HOUR + minute * MINUTE + second * 1000 + fraction - ahead;
}

/**
 * ISO 8601 at +08:00, to the minute: `2026-03-10T09:00+08:00`; seconds and milliseconds only where they say something.
 * The last instant of a minute is written as that minute, so a day's end reads 23:59.
 */
export function instantKey(ms: number): string {
  const clock = clockOf(ms);
  const rest = clock % MINUTE;
  const second = pad(Math.floor(rest / 1000));
  const milli = rest % 1000 === 0 ? "" : `.${pad(rest % 1000, 3)}`;
  const tail = rest === 0 || rest === MINUTE - 1 ? "" : `:${second}${milli}`;
  return `${dayKey(dayOf(ms))}T${pad(Math.floor(clock / HOUR))}:${pad(Math.floor((clock % HOUR) / MINUTE))}${tail}+08:00`;
}
