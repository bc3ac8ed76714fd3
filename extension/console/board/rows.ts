// What the board shows of an answer: its units, who of them has reported, and which period is asked for.
import type { Reply } from "../../../shared/api/contract.ts";
import type { RollupChild } from "../../../shared/api/routes/rollup.ts";
import type { Indicator, Tally } from "../../../shared/rollup/indicators.ts";
import { dayKey, dayOf, parseDay } from "../../../shared/time/civil.ts";

export type Board = Reply<"rollup">;
export const PERIODS = { day: 1, week: 7, month: 30 } as const;
export type Period = keyof typeof PERIODS;

/** Columns of the tables, in their order. */
export const COLUMNS: readonly Indicator[] = [
  "incidents",
  "cases",
  "red",
  "orange",
  "yellow",
  "open",
  "corrected",
  "late",
  "found",
  "itemsOpen",
  "unknown",
  "blind",
];
/** Numbers of a rule; calls and cases are of none. */
export const RULE_COLUMNS: readonly Indicator[] = [
  "red",
  "orange",
  "yellow",
  "open",
  "corrected",
  "late",
  "found",
  "answered",
  "disputed",
];

export const numberIn = (tally: Tally, indicator: Indicator): number => tally[indicator] ?? 0;

/** First and last day of a period that ends on a written day; today where that is none. */
export function spanOf(period: Period, until: string, now: number): { from: string; to: string } {
  const end = parseDay(until) ?? dayOf(now);
  return { from: dayKey(end - PERIODS[period] + 1), to: dayKey(end) };
}

const isOpen = ({ closed, reportedAt }: RollupChild): boolean => !closed || reportedAt !== null;

/** Units that are to be shown: a closed one only while it has numbers. */
export const shownUnits = ({ children }: Board): readonly RollupChild[] => children.filter(isOpen);

/** How many units there are below, how many of them have ever reported, and how many are silent. */
export function reporting(board: Board): { units: number; reported: number; silent: number } {
  let [units, reported, silent] = [0, 0, 0];
  for (const child of shownUnits(board)) {
    if (child.closed) continue;
    units += 1 + child.units;
    const told = (child.reportedAt === null ? 0 : 1) + Math.min(child.below.units, child.units);
    reported += told;
    // Whoever has never reported anywhere below is silent as well.
    silent += (child.silent ? 1 : 0) + child.below.silent + Math.max(0, child.units - child.below.units);
  }
  return { units, reported, silent };
}

/** Rules by what is still open, then by what was broken. */
export const rulesInOrder = ({ rules }: Board): Board["rules"] =>
  rules
    .filter(({ rule }) => rule !== "")
    .sort(
      (a, b) =>
        numberIn(b.counts, "open") - numberIn(a.counts, "open") ||
        numberIn(b.counts, "red") - numberIn(a.counts, "red") ||
        numberIn(b.counts, "corrected") - numberIn(a.counts, "corrected") ||
        (a.rule < b.rule ? -1 : 1),
    );
