// The indicators that climb the tree: what is counted for each day and rule, never a person and never a case by name.

/**
 * What one number counts, by the day (+08:00) on which it falls:
 * `incidents` by the time of the call, `cases` by that of acceptance, else by when the unit first had them;
 * `red` `orange` `yellow` findings that stood so, by the day on which the unit first knew, `open` those of them that stand still;
 * `breached` by the day on which the breach began; `corrected` 自纠, `late` put right after the limit, `found` put right after
 * somebody else had found it, by the day of that; `unknown` cases in which something could not be checked, by their day;
 * `answered` and `disputed` by the day of the answer; `items` by the day of raising, `itemsOpen` those of them that are not closed,
 * `itemsClosed` by the day of closing; `blind` entries that devices numbered and that have not come.
 */
export const INDICATORS = [
  "incidents",
  "cases",
  "red",
  "orange",
  "yellow",
  "open",
  "breached",
  "corrected",
  "late",
  "found",
  "unknown",
  "answered",
  "disputed",
  "items",
  "itemsOpen",
  "itemsClosed",
  "blind",
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** Numbers by indicator; what is left out is nought. */
export type Tally = { readonly [I in Indicator]?: number };

/** Numbers by rule; what is of no rule stands under "". */
export type Counts = Readonly<Record<string, Tally>>;

/** One contribution: so many of an indicator on a day by a rule. */
export type Line = readonly [day: number, rule: string, indicator: Indicator, n: number];
