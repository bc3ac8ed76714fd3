// The seven files of the walk, as both halves of the system are checked against them.
import cell from "./1-page-cell.json" with { type: "json" };
import fact from "./2-fact.json" with { type: "json" };
import finding from "./3-finding.json" with { type: "json" };
import entry from "./4-entry.json" with { type: "json" };
import rows from "./5-unit-rows.json" with { type: "json" };
import alarm from "./6-alarm.json" with { type: "json" };
import reminder from "./7-reminder.json" with { type: "json" };

export const walk = { cell, fact, finding, entry, rows, alarm, reminder };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+08:00$/;

/** An instant of a file (`2030-03-05T17:00+08:00`) in ms. */
export function ms(instant: string): number {
  if (!INSTANT.test(instant)) throw new Error(`${instant} is no instant as the walk's files write it`);
  return Date.parse(instant);
}

const inMs = (part: unknown): unknown => {
  if (typeof part === "string") return INSTANT.test(part) ? ms(part) : part;
  if (Array.isArray(part)) return part.map(inMs);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inMs(value)]));
};

/** A part of a file as the product holds it: every instant in ms, all else as it stands. */
export const held = (part: object): object => inMs(part) as object;
