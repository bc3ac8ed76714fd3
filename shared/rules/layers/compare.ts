// Which of two limits is the stricter, and whether one set of warnings speaks as early as another.
import { limitFits } from "../../time/limit.ts";
import type { Count, Limit } from "../../time/period.ts";

const MINUTES: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 1_440 };

/** Negative where `a` is the shorter, 0 where they are equal; undefined where nobody can say (30 days and 1 month). */
export function compareLimits(a: Limit, b: Limit, count: Count): number | undefined {
  if (!limitFits(a, count) || !limitFits(b, count)) return undefined;
  if (a.unit === b.unit) return a.amount - b.amount;
  // Under working days both words mean the same.
  if (count === "workdays") return a.amount - b.amount;
  const months = (one: Limit) => (one.unit === "years" ? one.amount * 12 : one.amount);
  if ([a, b].every(({ unit }) => unit === "months" || unit === "years")) return months(a) - months(b);
  const [x, y] = [MINUTES[a.unit], MINUTES[b.unit]];
  return x === undefined || y === undefined ? undefined : a.amount * x - b.amount * y;
}

const minutesOf = ({ amount, unit }: Limit): number => amount * (MINUTES[unit] ?? Number.NaN);

const falling = (warnings: readonly Limit[]): readonly number[] =>
  warnings.map(minutesOf).sort((a, b) => b - a);

/**
 * Whether every warning of `was` comes at least as early in `is`. They are compared from the last, because the last one
 * turns orange and the one before it yellow.
 */
export function warnsAsEarly(is: readonly Limit[], was: readonly Limit[]): boolean {
  const [now, before] = [falling(is), falling(was)];
  const more = now.length - before.length;
  return more >= 0 && before.every((minutes, i) => now[i + more]! >= minutes);
}
