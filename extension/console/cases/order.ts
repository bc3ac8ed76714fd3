// The order of cases and findings: legal risk first, then what ends soonest.
import type { Colour } from "../../../shared/rules/finding.ts";
import { COLOURS } from "../parts/State.tsx";

const grave = (colour: string): number => {
  const at = COLOURS.indexOf(colour as Colour);
  return at === -1 ? COLOURS.length : at;
};

interface Ranked {
  readonly colour: string;
  readonly due?: number | null | undefined;
}

/** Compares two of them; a missing end comes after every end. */
export const byGravity = (a: Ranked, b: Ranked): number =>
  grave(a.colour) - grave(b.colour) ||
  (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER);
