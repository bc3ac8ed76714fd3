// What judging one rule on one element comes to, before it is put into words.
import type { Moment } from "../facts/sheet.ts";
import type { Explanation, Reckoning, Skip } from "../time/reckoning.ts";
import type { Colour, Finding, Verdict } from "./finding.ts";
import type { PreparedBasis } from "./prepare.ts";
import type { PreparedRestart } from "./prepare-clauses.ts";
import type { Steps } from "./span.ts";

/** A counted period; its text is made when first asked for and kept. */
export interface Period {
  readonly due: number;
  readonly lenient: number;
  readonly reckoning: Reckoning;
  said?: Explanation;
}

/** How the period was counted. */
export interface Counting {
  readonly start: Moment;
  readonly steps: Steps;
  readonly period: Period;
  /** The limit's own first day, where the state is older than the limit. */
  readonly floor?: string | undefined;
  /** Time that did not count. */
  readonly skip: Skip;
  /** Index of the extension that was granted; -1 for none. */
  readonly granted: number;
  /** By which the period began anew. */
  readonly restart: PreparedRestart | undefined;
  readonly ended?: Moment | undefined;
}

/** What one edition answers, where an act lies across two that answer differently. */
export interface Told {
  readonly basis: PreparedBasis;
  readonly verdict: Verdict;
  readonly colour: Colour;
  readonly due?: number;
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
  readonly readings?: readonly Told[] | undefined;
}

/** An outcome of a period that ends with a field, with all that it depends on beside its beginning. */
export interface Stood {
  readonly from: number;
  readonly until: Moment | null;
  readonly basis: PreparedBasis;
  /** It stands from `at` to before `next` (ms). */
  readonly at: number;
  readonly next: number;
  readonly outcome: Outcome;
}

/** Parts that only some outcomes have. */
export type Parts = Omit<Outcome, "verdict" | "colour" | "applies">;

/**
 * An outcome with all its keys in one order: objects of one shape are read several times faster than of ten, and judging
 * makes one for every rule and element.
 */
export function outcomeOf(
  verdict: Verdict,
  colour: Colour,
  applies: Finding["applies"],
  more?: Parts,
): Outcome {
  return {
    verdict,
    colour,
    applies,
    basis: more?.basis,
    due: more?.due,
    lenient: more?.lenient,
    since: more?.since,
    mended: more?.mended,
    reason: more?.reason,
    exception: more?.exception,
    next: more?.next,
    counting: more?.counting,
    readings: more?.readings,
  };
}

export const MET = outcomeOf("met", "green", "yes");

/** Green like `met`: it is no open point. Screens tell the two apart by the verdict. */
const MOOT_NO = outcomeOf("moot", "green", "no");
const MOOT_YES = outcomeOf("moot", "green", "yes");

/** `no`: the rule does not speak of this element; `yes`: it does, and asks nothing now. */
export const moot = (applies: "yes" | "no"): Outcome => (applies === "no" ? MOOT_NO : MOOT_YES);

const UNKNOWN = outcomeOf("unknown", "grey", "yes");
const UNTOLD = outcomeOf("unknown", "grey", "unknown");

export const unknown = (reason?: string, applies: "yes" | "unknown" = "yes"): Outcome => {
  const plain = applies === "yes" ? UNKNOWN : UNTOLD;
  return reason === undefined ? plain : { ...plain, reason };
};
