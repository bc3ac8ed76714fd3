// When an act surely and when it possibly takes place, by what was read of its beginning and its end.
import type { Cell, Moment } from "../../facts/sheet.ts";
import { MINUTE } from "../../time/civil.ts";
import { earliest, latest } from "../moment.ts";

/** Instants (ms). Surely from `sureFrom` to before `sureUntil` (empty where the first is not smaller), possibly in the wider span. */
export interface Bounds {
  readonly sureFrom: number;
  readonly sureUntil: number;
  readonly mayFrom: number;
  readonly mayUntil: number;
}

/** `none`: it has not taken place; `unread`: nothing of it was read; `order`: it ends before it begins; `future`. */
export type Timeless = "none" | "unread" | "order" | "future";

/** A beginning this far ahead of our clock is taken for a difference of clocks (ms). */
const AHEAD = 5 * MINUTE;

/**
 * The bounds of an act. An end that was not read or is blank leaves it as long as `most` (ms) at the most and a minute at the
 * least: who began an interview was there. A day without its hour widens the possible span and narrows the sure one.
 */
export function boundsOf(from: Cell, until: Cell, most: number, now: number): Bounds | Timeless {
  const [start, end] = [from as Moment | null | undefined, until as Moment | null | undefined];
  if (start === null && end === null) return "none";
  if (start !== null && start !== undefined) {
    if (earliest(start) > now + AHEAD) return "future";
    if (end === null || end === undefined) {
      const sureFrom = latest(start);
      return span(sureFrom, sureFrom + MINUTE, earliest(start), sureFrom + most);
    }
    if (latest(end) <= earliest(start)) return "order";
    return span(latest(start), earliest(end), earliest(start), latest(end));
  }
  if (end === null || end === undefined) return "unread";
  return span(earliest(end) - MINUTE, earliest(end), latest(end) - most, latest(end));
}

const span = (sureFrom: number, sureUntil: number, mayFrom: number, mayUntil: number): Bounds => ({
  sureFrom,
  sureUntil,
  mayFrom,
  mayUntil,
});
