// One event of another system once it has been read: what it says of which thing, and what was wrong with it.
import type { Code } from "../facts/errors.ts";
import type { Value } from "../facts/sheet.ts";

/** Where an event comes from: a message of a system, or a row of a table that a person uploads. */
export type Way = "webhook" | "table";

export interface EventProblem {
  /** Key of the event or column of the table. */
  readonly column: string;
  readonly code: Code;
  readonly message: string;
}

/** One event that may be kept. */
export interface IntakeEvent {
  /** When it happened or was last changed, as the system says (ms). */
  readonly at: number;
  /** The unit that it is for, where the event names one. */
  readonly unit?: string;
  /** The number under which it is filed, folded. */
  readonly number: string;
  /** What tells its element from others of the same kind. */
  readonly identity: string;
  /** Cells of its element by field; null is blank. */
  readonly cells: Readonly<Record<string, Value | null>>;
}

export interface ReadEvent {
  readonly event?: IntakeEvent;
  readonly problems: readonly EventProblem[];
  /** Labels of personal fields that were not taken. */
  readonly dropped: readonly string[];
  /** What was given of all that may be taken, a person by reference: two events that say the same have the same. */
  readonly taken: Readonly<Record<string, unknown>>;
}
