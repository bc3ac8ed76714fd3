// Finds the edition of a statute that was in force on a day.
import type { Edition, Statute } from "./statute.ts";

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * The edition in force on `day` (YYYY-MM-DD in +08:00; both ends of an edition count), or undefined when the list holds
 * none of that day. Throws on a day written otherwise, because a wrong day would silently choose a wrong law.
 */
export function editionOn(statute: Statute, day: string): Edition | undefined {
  if (!DAY.test(day)) throw new RangeError(`editionOn: "${day}" is no day of the form YYYY-MM-DD`);
  return statute.editions.find((one) => one.from <= day && (one.until === undefined || day <= one.until));
}

/** The statute of that title in a list, or undefined. Titles are compared as written, without 《》. */
export function statuteOf(statutes: readonly Statute[], title: string): Statute | undefined {
  return statutes.find((one) => one.title === title);
}
