// An invented event of each kind, and the first row of its table, to try a connection with.
import { instantKey, MINUTE } from "../time/civil.ts";
import { columnsOf } from "./columns.ts";
import type { IntakeKind } from "./kind.ts";

const isAgo = (value: unknown): value is { readonly ago: number } =>
  typeof value === "object" && value !== null && "ago" in value;

/** An event as a system would send it at `now` (ms), with that number of its own. */
export const sampleEvent = (
  kind: IntakeKind,
  id: string,
  now: number,
): Readonly<Record<string, unknown>> => ({
  id,
  at: instantKey(now),
  ...Object.fromEntries(
    Object.entries(kind.sample).map(([key, value]) => [
      key,
      isAgo(value) ? instantKey(Math.floor(now / MINUTE) * MINUTE - value.ago * MINUTE) : value,
    ]),
  ),
});

/** The same as cells of the table, in the order of its columns. */
export function sampleRow(kind: IntakeKind, now: number): readonly string[] {
  const event = sampleEvent(kind, "", now);
  return columnsOf(kind).map(({ key }) => {
    const value = event[key];
    const text =
      value === undefined || value === null ? "" : Array.isArray(value) ? value.join("、") : String(value);
    return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 16).replace("T", " ") : text;
  });
}
