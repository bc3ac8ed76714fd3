// The sample rule with another act of the case in place of its end, for the tests of pairs.
import type { Rule } from "./rule.ts";
import { at, SAMPLE } from "./sample-rule.ts";

/** When the measure begins, and when its three hours are over. */
export const START = at("2026-03-02 09:00");
export const DUE = at("2026-03-02 12:00");

const { until: _until, ...unended } = SAMPLE.clock!;

/** The sample clock, ended by nothing. */
export { unended };

/** A change that also takes keys away. */
export const without = (keys: readonly (keyof Rule)[], change: object): Partial<Rule> => ({
  ...change,
  ...Object.fromEntries(keys.map((key) => [key, undefined])),
});

export const PAIR = {
  with: "documents",
  where: 'kind == "通知书"',
  same: { person: "person" },
  at: "servedAt",
} as const;

/** A notice served on the same person ends the period. */
export const ends: Partial<Rule> = { clock: unended, pair: PAIR };
