// Counts minutes on the stamps of the platforms, which are Beijing time.
import type { Stamp } from "../model-values.ts";

const EIGHT_HOURS = 8 * 3_600_000;
const two = (n: number): string => String(n).padStart(2, "0");

/** The stamp of an instant (ms since the epoch), minutes cut off. */
export function stamp(ms: number): Stamp {
  const d = new Date(ms + EIGHT_HOURS);
  return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
}

/** The instant (ms) of a stamp. */
export const instant = (at: Stamp): number => Date.parse(`${at.replace(" ", "T")}:00+08:00`);

/** The stamp so many minutes after another. */
export const after = (at: Stamp, minutes: number): Stamp => stamp(instant(at) + minutes * 60_000);

/** The stamp so many hours after another. */
export const hours = (at: Stamp, count: number): Stamp => after(at, Math.round(count * 60));
