// Instants and times of day as people type them into the forms of this page.
import { dayFrom, HOUR, MINUTE, monthLength, startOfDay } from "../../../shared/time/civil.ts";

/** `2026-11-25 08:30` at +08:00 in ms; undefined when it is none. */
export function instantTyped(text: string): number | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2})[:：](\d{2})$/.exec(text.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const minute = minuteTyped(`${found[4]}:${found[5]}`);
  if (minute === undefined || month < 1 || month > 12 || day < 1 || day > monthLength(year, month))
    return undefined;
  return startOfDay(dayFrom({ year, month, day })) + minute * MINUTE;
}

/** `22:00` in minutes of the day; undefined when it is none. */
export function minuteTyped(text: string): number | undefined {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim());
  if (found === null) return undefined;
  const [hours = 0, minutes = 0] = [Number(found[1]), Number(found[2])];
  return hours < 24 && minutes < 60 ? hours * (HOUR / MINUTE) + minutes : undefined;
}

/** Minutes of the day as `22:00`. */
export const minuteText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
