// Days as a date field writes them, and the instant at which such a day ends at +08:00.
import { dayKey, dayOf, endOfDay, parseDay } from "../../../shared/time/civil.ts";

/** `2026-11-27` for the day (+08:00) in which an instant (ms) lies. */
export const dayText = (at: number): string => dayKey(dayOf(at));

/** The last instant of a written day (ms, +08:00); undefined when it is none. */
export function endOfDayText(text: string): number | undefined {
  const day = parseDay(text);
  return day === undefined ? undefined : endOfDay(day);
}
