// The sample rule with another period, and the end that it answers, for the tests of chains, restarts and stops.
import type { Cell, FactSheet } from "../facts/sheet.ts";
import { instantKey } from "../time/civil.ts";
import type { Count } from "../time/period.ts";
import type { Extension, Rule } from "./rule.ts";
import { at, finding, measure, SAMPLE } from "./sample-rule.ts";

/** A moment after the end of every period in these tests. */
export const FAR = at("2030-01-01 00:00");
/** Last minute of the period that a rule answers for one measure: `2026-03-10T23:59`. */
export const dueOf = (
  rule: Partial<Rule>,
  cells: Readonly<Record<string, Cell>>,
  more: FactSheet = {},
): string => {
  const { due } = finding(rule, measure({ endedAt: null, ...cells }, more), FAR);
  return due === undefined ? "" : instantKey(due).slice(0, 16);
};

/** The sample rule with this period and these steps. */
export const period = (limit: string, count: Count, extend: readonly Extension[] = []): Partial<Rule> => ({
  clock: { ...SAMPLE.clock!, limit, count },
  extend,
});
