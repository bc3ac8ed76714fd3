// Adds numbers of days, rules and indicators; a nought is never kept, so that equal numbers have equal text.
import * as v from "valibot";
import { canonicalJson } from "../rules/canonical.ts";
import { type Counts, INDICATORS, type Indicator, type Line, type Tally } from "./indicators.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));
/** Ids of rules are file names. */
const RULE = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}._-]{0,120}$/u));

export const TallyShape = v.record(v.picklist(INDICATORS), count);
export const CountsShape = v.record(RULE, TallyShape);

type Open = Map<string, Map<Indicator, number>>;

const open = (counts: Counts): Open =>
  new Map(
    Object.entries(counts).map(([rule, tally]) => [
      rule,
      new Map(Object.entries(tally) as [Indicator, number][]),
    ]),
  );

function addTo(all: Open, rule: string, indicator: Indicator, n: number): void {
  const of = all.get(rule) ?? new Map<Indicator, number>();
  all.set(rule, of);
  of.set(indicator, (of.get(indicator) ?? 0) + n);
}

function closed(all: Open): Counts {
  const rules = [...all].map(([rule, of]) => [rule, [...of].filter(([, n]) => n !== 0)] as const);
  return Object.fromEntries(
    rules.filter(([, of]) => of.length > 0).map(([rule, of]) => [rule, Object.fromEntries(of)]),
  );
}

/** The sum of several counts. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum: Open = new Map();
  for (const counts of all)
    for (const [rule, tally] of Object.entries(counts))
      for (const [indicator, n] of Object.entries(tally)) addTo(sum, rule, indicator as Indicator, n);
  return closed(sum);
}

/** The counts of a day after some of its lines were replaced by others; lines of other days are left aside. */
export function exchanged(counts: Counts, day: number, gone: readonly Line[], come: readonly Line[]): Counts {
  const all = open(counts);
  for (const [lines, sign] of [[gone, -1] as const, [come, 1] as const])
    for (const [on, rule, indicator, n] of lines) if (on === day) addTo(all, rule, indicator, sign * n);
  return closed(all);
}

/** All rules together. */
export function tallyOf(counts: Counts): Tally {
  const all: Partial<Record<Indicator, number>> = {};
  for (const tally of Object.values(counts))
    for (const [indicator, n] of Object.entries(tally) as [Indicator, number][])
      all[indicator] = (all[indicator] ?? 0) + n;
  return all;
}

/** The one text of these counts. */
export const textOf = (counts: Counts): string => canonicalJson(counts);
