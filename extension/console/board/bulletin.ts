// What a bulletin says of a period: its days by the calendar, the period before it, units by what stands open, rules that weigh most.
import type { Indicator } from "../../../shared/rollup/indicators.ts";
import {
  addMonths,
  dateOf,
  dayFrom,
  dayKey,
  dayOf,
  monthLength,
  parseDay,
  weekdayOf,
} from "../../../shared/time/civil.ts";
import { type Board, numberIn, type Period, rulesInOrder, shownUnits } from "./rows.ts";

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Monday of the week in which a day lies. */
const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7);

function daysOf(period: Period, day: number): readonly [from: number, to: number] {
  if (period === "day") return [day, day];
  if (period === "week") return [mondayOf(day), mondayOf(day) + 6];
  const { year, month } = dateOf(day);
  const first = dayFrom({ year, month, day: 1 });
  return [first, first + monthLength(year, month) - 1];
}

const spanOf = ([from, to]: readonly [number, number]): Span => ({ from: dayKey(from), to: dayKey(to) });

/**
 * The calendar day, the week from Monday to Sunday or the calendar month in which a written day lies, today where it is none
 * (`now` in ms), and the one before it.
 */
export function bulletinSpans(period: Period, until: string, now: number): { span: Span; before: Span } {
  const day = parseDay(until) ?? dayOf(now);
  const [from] = daysOf(period, day);
  const earlier = period === "month" ? addMonths(from, -1) : from - 1;
  return { span: spanOf(daysOf(period, day)), before: spanOf(daysOf(period, earlier)) };
}

/** What a bulletin counts, in its order. */
export const TOLD: readonly Indicator[] = [
  "incidents",
  "cases",
  "red",
  "orange",
  "open",
  "corrected",
  "late",
  "found",
  "items",
  "itemsClosed",
  "itemsOpen",
];

export interface Figure {
  readonly indicator: Indicator;
  readonly now: number;
  /** More or less than in the period before. */
  readonly change: number;
}

export const figuresOf = (board: Board, before: Board): readonly Figure[] =>
  TOLD.map((indicator) => {
    const now = numberIn(board.total, indicator);
    return { indicator, now, change: now - numberIn(before.total, indicator) };
  });

/** Share of what was put right by those concerned themselves, in whole percent; undefined where nothing was put right. */
export function ownShare({ total }: Board): number | undefined {
  const [own, late, found] = (["corrected", "late", "found"] as const).map((one) => numberIn(total, one));
  const all = (own ?? 0) + (late ?? 0) + (found ?? 0);
  return all === 0 ? undefined : Math.round(((own ?? 0) * 100) / all);
}

/** Units that have reported, those with most that stands open first; a unit that has not reported is in no order. */
export const unitsRanked = (board: Board): Board["children"] =>
  shownUnits(board)
    .filter(({ reportedAt }) => reportedAt !== null)
    .sort(
      (a, b) =>
        numberIn(b.counts, "open") - numberIn(a.counts, "open") ||
        numberIn(b.counts, "red") - numberIn(a.counts, "red") ||
        (a.unitName < b.unitName ? -1 : 1),
    );

/** Units without numbers of this period: never reported, or silent since before it. */
export const unitsMissing = (board: Board): Board["children"] =>
  shownUnits(board).filter(({ reportedAt, silent, closed }) => !closed && (reportedAt === null || silent));

/** Units right below that have reported themselves, with how many of those under them have not. */
export const unitsMissingBelow = (board: Board): readonly (readonly [unitName: string, n: number])[] =>
  shownUnits(board).flatMap(({ unitName, units, below, closed }) => {
    const n = Math.max(0, units - below.units) + below.silent;
    return closed || n === 0 ? [] : [[unitName, n] as const];
  });

/** The rules of which most stands open or was broken. */
export const rulesTold = (board: Board): Board["rules"] =>
  rulesInOrder(board)
    .filter(({ counts }) => numberIn(counts, "red") + numberIn(counts, "open") > 0)
    .slice(0, 10);
