// A finding: what a rule says of one element at one moment, with everything that a why-card prints.
import type { WorkingLine } from "../time/period.ts";

export type Verdict = "met" | "moot" | "due" | "breached" | "unknown";
export type Colour = "green" | "blue" | "yellow" | "orange" | "red" | "grey";

/** One field that the verdict rests on. */
export interface FieldRead {
  /** `measures/m1.startedAt`. */
  readonly path: string;
  readonly label: string;
  readonly state: "known" | "absent" | "unread";
  readonly value?: string | number | boolean | readonly string[] | null;
}

/** The answer of one edition. */
export interface LawReading {
  readonly statute: string;
  readonly edition: string;
  /** How the edition is called on screen: 2025 修订. */
  readonly editionLabel: string;
  readonly article: string;
  readonly verdict: Verdict;
  readonly colour: Colour;
  readonly due?: number;
}

export interface Finding {
  readonly rule: string;
  readonly title: string;
  /** `case` or `measures/m1`. */
  readonly on: string;
  readonly verdict: Verdict;
  readonly colour: Colour;
  /** Whether the rule speaks of this element at all: its `when`, or `unknown` where that could not be told. */
  readonly applies: "yes" | "no" | "unknown";
  /** Beginning of the period (ms). */
  readonly from?: number;
  /** Instants (ms) at which the colour of the running period changes, the earliest first. */
  readonly warnings?: readonly number[];
  /** Stricter end of the period (ms). */
  readonly due?: number;
  /** More lenient end, when it differs. */
  readonly lenient?: number;
  /** Instant from which it has been breached (ms). */
  readonly since?: number;
  /** Instant at which a breach was mended (ms): shown under 已发生, no longer counted. */
  readonly mended?: number;
  /** Paths of the fields that were missing (unknown only). */
  readonly missing: readonly string[];
  /** What each edition says, where an act lies across a change of the law and the text leaves open which one governs. */
  readonly readings?: readonly LawReading[];
  /**
   * Why it is unknown beside or instead of missing fields: `edition` (none of the act's day), `conflict` (read with two
   * values), `person` (a name that several or none of the case's persons bear), `list` (not read, or in part), `begun` (a date that must be there is blank), `order` (ends before it begins), `date` (a year of another age), `value` (of another type than the field), `future` (begins later than now),
   * `day` (the hour would decide), `reading` (the two readings of the law differ; orange), `law` (the two
   * editions across which the act lies differ; also of a running clock), `attest` (a person has to tick
   * it); and of a running clock that it is `stopped`.
   */
  readonly reason?: string;
  /** One fact line with values (≤ 40 characters). */
  readonly why: string;
  /** Lawful exception that made it moot. */
  readonly exception?: string;
  readonly statute: string;
  readonly edition: string;
  /** How the edition is called on screen: 2018 修正. */
  readonly editionLabel?: string;
  /** Day of the act by which the edition was chosen, YYYY-MM-DD; absent for a continuing state. */
  readonly actDay?: string;
  readonly article: string;
  readonly quote?: string;
  readonly working: readonly WorkingLine[];
  readonly fields: readonly FieldRead[];
  /** Path of the field at which the marker stands. */
  readonly marker?: string;
  readonly weight: "red-line" | "serious" | "reminder";
  readonly audience: "officer" | "legal";
  readonly stage: string;
  readonly fix: string;
  /** Why the two readings of the period differ, in Chinese. */
  readonly open?: string;
  /** Who may extend, with the instant it would reach. */
  readonly extend?: readonly { readonly to: string; readonly approver: string; readonly due?: number }[];
  readonly gate: "none" | "soft" | "hard";
  /** On a page where what it was judged on does not stand: it speaks there, marks nothing and holds nothing. */
  readonly elsewhere?: true;
  /** A red line that waits in the panel and does not interrupt. */
  readonly quiet?: boolean;
  readonly owner: string;
  /** Instant at which this finding changes by itself (ms). */
  readonly nextChange?: number;
  /** Identity of the facts it rests on; the same facts give the same key. */
  readonly key: string;
}

export interface Judgement {
  readonly at: number;
  readonly pack: { readonly revision: number; readonly hash: string };
  readonly findings: readonly Finding[];
  /** Earliest instant at which any finding changes by itself. */
  readonly nextChange?: number;
}
