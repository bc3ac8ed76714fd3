// A limit as written, split into the amount that is typed and its unit; unfinished typing survives the round trip.
import type { LimitUnit } from "../../../shared/time/period.ts";

export interface LimitParts {
  readonly amount: string;
  readonly unit: LimitUnit;
}

const UNITS: readonly LimitUnit[] = ["minutes", "hours", "days", "workdays", "months", "years"];

/** `12 months` → 12, months; `1 month` → 1, months; `十二 months` → 十二, months. */
export function limitParts(text: string): LimitParts {
  const at = text.lastIndexOf(" ");
  const [amount, word] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  return { amount, unit: UNITS.find((unit) => unit === word || unit === `${word}s`) ?? "days" };
}

export const limitWritten = ({ amount, unit }: LimitParts): string => `${amount} ${unit}`;

/** Whether the amount can be counted: a whole number from 1. */
export const goodAmount = (amount: string): boolean => /^[1-9]\d{0,4}$/.test(amount.trim());
