// The order of an officer's desk: legal risk first, then the time that is left; and which matters each filter shows.
import type { Colour, Verdict } from "../rules/finding.ts";

/** A duty of a case, a legal officer's note, a matter handed over, or what could not be checked in a case. */
export type DeskKind = "finding" | "note" | "item" | "unchecked";

/** One matter on the desk, with what its place in the order rests on. */
export interface DeskMatter {
  readonly id: string;
  readonly kind: DeskKind;
  readonly caseKey: string;
  /** Of a finding only; decided by the judge. */
  readonly verdict?: Verdict;
  readonly colour?: Colour;
  readonly weight?: "red-line" | "serious" | "reminder";
  /** By when it is to be done (ms); absent when nothing says so. */
  readonly due?: number | undefined;
  /** Since when it stands (ms): a note's date, the begin of a breach. */
  readonly since?: number | undefined;
  /** Acknowledged, explained, reported done or disputed by somebody. */
  readonly answered?: boolean;
}

export type DeskFilter = "all" | "todo" | "soon" | "unsigned" | "notes" | "items" | "unchecked";

const COLOUR_RISK: Readonly<Record<Colour, number>> = {
  red: 0,
  orange: 1,
  yellow: 2,
  blue: 4,
  green: 5,
  grey: 6,
};
/** Where a note or a matter handed over stands: beside the breaches of reminders once its day has passed, else after 临近. */
const [LATE, OPEN] = [1, 3];
const WEIGHTS = ["red-line", "serious", "reminder"];

/** The class of legal risk at `now` (ms): 0 is gravest. */
export function riskOf(matter: DeskMatter, now: number): number {
  if (matter.kind === "unchecked") return COLOUR_RISK.grey;
  if (matter.kind === "finding") return COLOUR_RISK[matter.colour ?? "grey"];
  return matter.due !== undefined && matter.due < now ? LATE : OPEN;
}

const weightOf = ({ weight }: DeskMatter): number =>
  weight === undefined ? WEIGHTS.length : WEIGHTS.indexOf(weight);

const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Compares two matters at `now` (ms): class of risk, weight of the rule, time left – the longest overdue first, those without
 * an end last –, then the older one, then the id, so that the order never depends on the order of arrival.
 */
export const byRisk =
  (now: number) =>
  (a: DeskMatter, b: DeskMatter): number =>
    riskOf(a, now) - riskOf(b, now) ||
    weightOf(a) - weightOf(b) ||
    (a.due ?? LAST) - (b.due ?? LAST) ||
    (a.since ?? LAST) - (b.since ?? LAST) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const isBreach = ({ kind, verdict }: DeskMatter): boolean => kind === "finding" && verdict === "breached";
const isSoon = ({ kind, verdict, colour }: DeskMatter): boolean =>
  kind === "finding" && verdict === "due" && colour !== "green";

/** Whether a matter is shown under a filter; one matter may stand under several. */
export function isUnder(filter: DeskFilter, matter: DeskMatter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "todo":
      return isBreach(matter);
    case "soon":
      return isSoon(matter);
    case "unsigned":
      return (isBreach(matter) || (isSoon(matter) && matter.colour === "orange")) && matter.answered !== true;
    case "notes":
      return matter.kind === "note";
    case "items":
      return matter.kind === "item";
    case "unchecked":
      return matter.kind === "unchecked";
  }
}
