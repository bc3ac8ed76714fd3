// A fact sheet: all that is known of one case at one moment, ready to be judged.
import type { ElementId } from "../dictionary/field.ts";

/** Milliseconds since the epoch (an instant), or `YYYY-MM-DD` where only the day was read. */
export type Moment = number | string;

/** A known value: text, number, yes/no, instant (ms), day (`YYYY-MM-DD`) or a list of texts. */
export type Value = string | number | boolean | readonly string[];

/** `undefined` (left out) = unread, `null` = looked and blank, anything else = known. */
export type Cell = Value | null | undefined;

/** One element: its id within the list (`m1`) and its cells by field id. */
export interface Element {
  readonly id: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Fields that were read with conflicting values; their cell is left out and the reason is kept here. */
  readonly conflicts?: readonly string[];
  /** How person fields were called where they were read; their cells hold the id of that person of the case. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A list of elements; `complete: false` means that there may be more than was read. */
export interface ElementList {
  readonly items: readonly Element[];
  readonly complete: boolean;
}

/** All facts of one case. A key left out = that element or list was not read at all. */
export interface FactSheet {
  readonly case?: Element;
  readonly incident?: Element;
  readonly dossier?: Element;
  readonly persons?: ElementList;
  readonly measures?: ElementList;
  readonly interviews?: ElementList;
  readonly documents?: ElementList;
  readonly approvals?: ElementList;
  readonly recordings?: ElementList;
  readonly venues?: ElementList;
  readonly property?: ElementList;
  readonly interferences?: ElementList;
  readonly examinations?: ElementList;
  readonly requests?: ElementList;
  readonly penalties?: ElementList;
}

/** Where an element or field stands: `measures/m1`, `case`. */
export interface Place {
  readonly element: ElementId;
  readonly id: string;
  readonly field?: string;
}
