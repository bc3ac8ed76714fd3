// Decides the colour of a finding; no screen computes one.
import { DAY, HOUR, MINUTE } from "../time/civil.ts";
import type { Limit } from "../time/period.ts";
import type { Colour } from "./finding.ts";
import type { Weight } from "./rule.ts";

const LENGTH: Readonly<Record<string, number>> = { minutes: MINUTE, hours: HOUR, days: DAY };

/** Warnings as milliseconds before the end, the earliest first. Months have no fixed length, so a warning is never one. */
export function warningLengths(warn: readonly Limit[]): readonly number[] {
  return warn.map(({ amount, unit }) => amount * (LENGTH[unit] ?? Number.NaN)).sort((a, b) => b - a);
}

/** Whether a limit can be a warning: minutes, hours or days. */
export const isWarning = (limit: Limit): boolean => Object.hasOwn(LENGTH, limit.unit);

/**
 * The colour of a running period that ends at `due` (ms, inclusive): green, and from the instant a warning is reached the
 * colour of that warning; the last is orange, the one before yellow, all earlier ones blue. After `due` orange, because then
 * only the more lenient reading still runs.
 */
export function dueColour(now: number, due: number, warnings: readonly number[]): Colour {
  if (now > due) return "orange";
  const passed = warnings.filter((length) => now >= due - length).length;
  const left = warnings.length - passed;
  if (passed === 0) return "green";
  return left === 0 ? "orange" : left === 1 ? "yellow" : "blue";
}

/** Next instant (ms) after `now` at which `dueColour` is another; undefined when none is left before `due` passes. */
export function nextWarning(now: number, due: number, warnings: readonly number[]): number | undefined {
  for (const length of warnings) if (due - length > now) return due - length;
  return undefined;
}

export const breachColour = (weight: Weight): Colour => (weight === "reminder" ? "orange" : "red");
