// How a page stands: which findings are open, how many were checked, which face the button shows.
import type { Colour, Finding } from "../../shared/rules/finding.ts";
import type { ButtonFace } from "../look/button.ts";
import type { PageState } from "../protocol/messages.ts";

/** Gravest first; grey after all that is known, green last. */
export const GRAVITY: readonly Colour[] = ["red", "orange", "yellow", "blue", "grey", "green"];

/** A finding that asks for something: breached and not mended, unknown, or a period whose first warning has passed. */
export const isOpen = (finding: Finding): boolean =>
  finding.mended === undefined &&
  finding.verdict !== "moot" &&
  finding.verdict !== "met" &&
  finding.colour !== "green";

export interface Standing {
  /** Applicable without those a lawful exception took out. */
  readonly all: readonly Finding[];
  readonly open: readonly Finding[];
  readonly mended: readonly Finding[];
  /** Met, or within a period whose warnings are still ahead. */
  readonly fine: readonly Finding[];
  readonly moot: number;
  readonly unknown: number;
  readonly checked: number;
  /** Number of open findings of each colour. */
  readonly counts: Readonly<Record<Colour, number>>;
}

const byGravity = (a: Finding, b: Finding): number =>
  GRAVITY.indexOf(a.colour) - GRAVITY.indexOf(b.colour) || (a.due ?? Infinity) - (b.due ?? Infinity);

/** Counts what the judge decided; no colour is made here. */
export function standingOf(findings: readonly Finding[]): Standing {
  const all = findings.filter((finding) => finding.verdict !== "moot");
  const open = all.filter(isOpen).sort(byGravity);
  const mended = all.filter((finding) => finding.mended !== undefined);
  const counts: Record<Colour, number> = { red: 0, orange: 0, yellow: 0, blue: 0, green: 0, grey: 0 };
  for (const finding of open) counts[finding.colour] += 1;
  // Where only the two readings of the law differ, it was checked: that one is orange, not grey.
  const unknown = counts.grey;
  return {
    all,
    open,
    mended,
    fine: all.filter((finding) => !isOpen(finding) && finding.mended === undefined),
    moot: findings.length - all.length,
    unknown,
    checked: all.length - unknown,
    counts,
  };
}

/** The button's form; `reachable: false` = the background does not answer, which is never green. */
export function faceOf(
  state: PageState | undefined,
  standing: Standing,
  reachable: boolean,
): { readonly face: ButtonFace; readonly number: number } {
  const plain = (is: Exclude<ButtonFace["is"], "count">) => ({ face: { is }, number: 0 }) as const;
  if (!reachable || state?.state === "error") return plain("stopped");
  if (state === undefined || state.state === "reading") return plain("reading");
  if (state.paused !== undefined) return plain("paused");
  if (state.state === "no-case") return plain("idle");
  const gravest = standing.open[0]?.colour;
  if (gravest !== undefined)
    return {
      face: { is: "count", colour: gravest, dashed: gravest === "grey" },
      number: standing.open.length,
    };
  return plain(standing.all.length > 0 && standing.mended.length === 0 ? "sewn" : "idle");
}
