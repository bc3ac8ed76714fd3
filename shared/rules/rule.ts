// The rule format: one duty or limit in law, as written in the catalogue.
import type { ElementId } from "../dictionary/field.ts";
import type { Basis } from "../law/statute.ts";
import type { Count } from "../time/period.ts";

export type Weight = "red-line" | "serious" | "reminder";
export type Audience = "officer" | "legal";
export type Status = "draft" | "shadow" | "trial" | "live" | "retired";
export type Gate = "none" | "soft" | "hard";

/** Stage ids; their Chinese labels stand in `stages.ts`. */
export type Stage =
  | "intake"
  | "filing"
  | "jurisdiction"
  | "interview"
  | "examination"
  | "coercive-measures"
  | "property"
  | "evidence"
  | "notice"
  | "hearing"
  | "penalty"
  | "review"
  | "dossier"
  | "closing"
  | "venue"
  | "vulnerable"
  | "counsel"
  | "long-pending"
  | "supervision";

export interface Clock {
  /** Field from which the period runs; dotted for another element: `case.acceptedAt`. */
  readonly from: string;
  /** Literal: `12 months`, `24 hours`, `30 minutes`. */
  readonly limit: string;
  readonly count: Count;
  /** Field that ends it; left out where a `pair` ends it. */
  readonly until?: string;
  /** Time before the end at which colours change; the last is orange, the one before yellow, earlier blue. */
  readonly warn: readonly string[];
  /** By `when` the event has happened, so a blank `from` is a gap (unknown), not moot. */
  readonly begun?: boolean;
}

/**
 * The other act of the same case that has to follow or go with this one: a document, an approval, a recording.
 * With a clock the earliest such act ends the period; without one there must be such an act.
 */
export interface Pair {
  /** List in which it is looked for. */
  readonly with: ElementId;
  /** CEL over the fields of that element; the rule's own element is not in reach, the case is `case`. */
  readonly where?: string;
  /** Fields that must be the same on both sides: its field → the rule's element's field, `{ person: person }`. */
  readonly same?: Readonly<Record<string, string>>;
  /** Its date field; needed with a clock. Acts that end before the period begins do not count. */
  readonly at?: string;
  /** At unit scope: a second tie in place of `same`, its field → ours (受案登记 names the call, or the call the case). */
  readonly or?: Readonly<Record<string, string>>;
  /** At unit scope: our own field that shows the other act too. It is the authority: blank there and read nowhere = there is none. */
  readonly shown?: string;
  /** At unit scope: its period has to cover ours, but for five minutes at each end; all four are date fields. */
  readonly over?: {
    readonly from: string;
    readonly until: string;
    readonly ourFrom: string;
    readonly ourUntil: string;
  };
}

/** Acts of a whole unit that cannot be at the same time, or that have to lie within others. */
export interface Clash {
  /** Of these no two with the same `who` may lie at the same time; the first line's element is the rule's own. */
  readonly acts: readonly ClashAct[];
  /** Instead: each of `acts` has to lie within the times of these (询问在入区与离区之间). */
  readonly within?: ClashAct;
  /** Overlap or gap that is put down to clocks: `5 minutes`; none when left out. */
  readonly slack?: string;
}

export interface ClashAct {
  readonly in: ElementId;
  /** Fields that name the officers, the person or the room; every name in any of them is one who is there. */
  readonly who: readonly string[];
  readonly from: string;
  readonly until: string;
  /** CEL over the element. */
  readonly where?: string;
  /** Acts equal in these fields go together; left out, acts of this line go together and clash with other lines only. */
  readonly alike?: readonly string[];
  /** How long it can have lasted where an end was not read: `24 hours`. */
  readonly most: string;
}

/** The period begins anew: from another field, where `when` holds (另有重要罪行自发现之日起重新计算). */
export interface Restart {
  readonly from: string;
  readonly when?: string;
  /** Said in the working: 另有重要罪行，自发现之日起重新计算. */
  readonly say: string;
}

/** One step of a chain of extensions: `to` counts from the beginning, `add` from the end of the step before. */
export interface Extension {
  readonly to?: string;
  readonly add?: string;
  /** CEL; true when the extension was granted. */
  readonly when?: string;
  readonly approver: string;
}

/** Time that does not count into the period: from one field to another (醒酒、鉴定), or the hours noted in a field (在途). */
export interface Stop {
  /** Fields of the rule's element, or, with `in`, of the elements of that list. */
  readonly from?: string;
  readonly until?: string;
  /** A number field in place of both; the law leaves room for it, so that only the more lenient reading takes it off. */
  readonly hours?: string;
  readonly in?: ElementId;
  /** With `in`: fields that must be the same on both sides, its field → the rule's element's field, `{ person: person }`. */
  readonly same?: Readonly<Record<string, string>>;
  /** CEL over the rule's element, or over the elements of `in`. */
  readonly where?: string;
  /** Said in the working: 鉴定期间不计入办案期限. */
  readonly say?: string;
}

/** Facts of an example in dictionary terms (FACTS.json). */
export type ExampleFacts = Readonly<Record<string, unknown>>;

export interface Example {
  readonly title: string;
  readonly given: ExampleFacts;
  readonly now: string;
  readonly expect: "met" | "moot" | "due" | "breached" | "unknown";
  /** For unknown: the one field that was left out. */
  readonly missing?: string;
  /** Element that is meant, where there are several. */
  readonly on?: string;
  readonly colour?: string;
}

export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Title while the period still runs; `title` when left out. */
  readonly titleDue?: string;
  /** The fact line, a template over fields: `{startedAt}取保候审,至{now}未解除`. */
  readonly why?: string;
  readonly stage: Stage;
  readonly weight: Weight;
  readonly audience: Audience;
  readonly status: Status;
  readonly basis: readonly Basis[];
  /** `continuing`, or the field whose date chooses the edition. */
  readonly act: string;
  readonly each?: ElementId;
  readonly when?: string;
  readonly unless?: readonly { readonly when: string; readonly say: string }[];
  readonly clock?: Clock;
  readonly require?: string;
  readonly pair?: Pair;
  /** `unit`: judged over all cases of a unit, by `clash` or by a `pair` that is looked for in every case. */
  readonly scope?: "unit";
  readonly clash?: Clash;
  readonly restart?: readonly Restart[];
  readonly attest?: { readonly say: string };
  readonly extend?: readonly Extension[];
  readonly stop?: readonly Stop[];
  readonly marker?: string;
  /** Page kinds on which it may speak. */
  readonly pages?: readonly string[];
  /**
   * Page kinds on which it speaks as well, though what it is judged on stands on another page: what was read there is said
   * here with its age. Only what is known counts there, and no submit is held.
   */
  readonly elsewhere?: readonly string[];
  /** Case kinds (刑事/行政). */
  readonly kinds?: readonly string[];
  readonly gate?: Gate;
  /** A red line that waits in the panel and does not interrupt. */
  readonly quiet?: boolean;
  /** A switched-off template: which local value (minutes, a limit, a local rule's article) it waits for. */
  readonly needs?: string;
  readonly fix: string;
  readonly guide?: string;
  readonly template?: string;
  readonly owner: string;
  readonly reviewBy: string;
  readonly examples: readonly Example[];
}
