// What one kind of data from another system is: which fields of the dictionary it brings, under what it is filed, what an event does.
import type { ElementId } from "../dictionary/field.ts";

/** The kinds of system whose data a unit takes. */
export type IntakeId = "incident" | "cabinet" | "recorder" | "venue" | "store" | "complaint" | "outcome";

/** What an act sets: the event's own time, or a fixed value. */
export type ActValue = { readonly at: true } | { readonly is: string };

/** One act that a system reports: 存入, 出区. */
export interface IntakeAct {
  /** How systems say it, the first one first. */
  readonly words: readonly string[];
  /** Fields of the element by id. */
  readonly sets: Readonly<Record<string, ActValue>>;
}

export interface IntakeKind {
  readonly id: IntakeId;
  /** The word on screen: 智能卷宗柜. */
  readonly label: string;
  /** One sentence about what is sent and when. */
  readonly say: string;
  /** The element that its events are about. */
  readonly element: ElementId;
  /** Its field that tells one element from another; `key` where the dictionary has none and the event says it itself. */
  readonly identity: string;
  /** By which numbers an event is filed: that of the case, of the call, or its own. */
  readonly ties: readonly ("caseNumber" | "incidentNumber" | "own")[];
  /** Fields that an event may bring, in the order of the table's columns; all of class `unit`. */
  readonly fields: readonly string[];
  /** Those of them without which an event is refused. */
  readonly required: readonly string[];
  readonly acts: readonly IntakeAct[];
  /** Whether every event has to name its act. */
  readonly acting: boolean;
  /** Fields of which the earliest time counts: a second deposit is not a late one. */
  readonly first: readonly string[];
  /** Values that every event of the kind has. */
  readonly fixed: Readonly<Record<string, string>>;
  /** What a source that covers the whole unit lets be known of a case in which it reported nothing. */
  readonly silence: "field" | "list" | "none";
  /** An invented event for the page to try it; instants are minutes before now. */
  readonly sample: Readonly<Record<string, unknown>>;
}
