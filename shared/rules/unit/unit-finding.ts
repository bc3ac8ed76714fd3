// What a rule over all cases of a unit comes to: a finding on one act of one case, and a count of the whole.
import type { Colour, Verdict } from "../finding.ts";

/** One act of one case: `A1`, `interviews/i1`. */
export interface Ref {
  readonly caseKey: string;
  readonly on: string;
}

/** Acts that are in order have no finding: the count says how many were looked at. */
export interface UnitRuleFinding extends Ref {
  readonly rule: string;
  readonly verdict: Exclude<Verdict, "met" | "moot">;
  readonly colour: Colour;
  /** Paths of what was not read; one of another case carries its key in front: `A2 interviews/i7.endedAt`. */
  readonly missing: readonly string[];
  readonly reason?: string;
  /** The other acts that it rests on. */
  readonly against: readonly Ref[];
  readonly due?: number;
  readonly since?: number;
  readonly mended?: number;
  readonly nextChange?: number;
  /** Identity of what it rests on. */
  readonly key: string;
}

export interface UnitCount {
  readonly rule: string;
  /** Acts of which the rule speaks. */
  readonly acts: number;
  readonly breached: number;
  readonly due: number;
  readonly unknown: number;
  /** Lists that were not read or not whole, with the case in front; while there are any, nothing is said to be in order. */
  readonly open: readonly string[];
  /** The whole: `met` only where everything was read and nothing was found, `moot` where there is no such act. */
  readonly verdict: Verdict;
}

/** The whole of a rule from its parts. */
export function wholeOf(parts: Omit<UnitCount, "verdict">): UnitCount {
  const { acts, breached, due, unknown, open } = parts;
  const verdict =
    breached > 0
      ? "breached"
      : unknown > 0 || open.length > 0
        ? "unknown"
        : due > 0
          ? "due"
          : acts > 0
            ? "met"
            : "moot";
  return { ...parts, verdict };
}
