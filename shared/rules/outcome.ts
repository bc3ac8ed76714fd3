// What judging one rule on one element comes to, before it is put into words.
import type { Moment } from "../facts/sheet.ts";
import type { Limit } from "../time/period.ts";
import type { Reckoning } from "../time/reckoning.ts";
import type { Colour, Finding, Verdict } from "./finding.ts";
import type { PreparedBasis } from "./prepare.ts";

/** How the period was counted. */
export interface Counting {
  readonly start: Moment;
  readonly limit: Limit;
  readonly reckoning: Reckoning;
  /** The limit's own first day, where the state is older than the limit. */
  readonly floor?: string | undefined;
  /** Time that did not count (ms). */
  readonly stopped: number;
  /** Index of the extension that was granted; -1 for none. */
  readonly granted: number;
  readonly ended?: Moment | undefined;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly colour: Colour;
  readonly applies: Finding["applies"];
  readonly basis?: PreparedBasis | undefined;
  readonly due?: number | undefined;
  readonly lenient?: number | undefined;
  readonly since?: number | undefined;
  readonly mended?: number | undefined;
  readonly reason?: string | undefined;
  readonly exception?: string | undefined;
  readonly next?: number | undefined;
  readonly counting?: Counting | undefined;
}

export const met = (): Outcome => ({ verdict: "met", colour: "green", applies: "yes" });

/** Green like `met`: it is no open point. Screens tell the two apart by the verdict. */
export const moot = (applies: Finding["applies"]): Outcome => ({ verdict: "moot", colour: "green", applies });

export const unknown = (reason?: string, applies: Finding["applies"] = "yes"): Outcome => ({
  verdict: "unknown",
  colour: "grey",
  applies,
  reason,
});
