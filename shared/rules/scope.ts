// What a compiled condition evaluates in: the facts, the element that is judged, and a record of what was read.
import type { ElementId } from "../dictionary/field.ts";
import type { Cell, Element, ElementList, FactSheet } from "../facts/sheet.ts";
import type { HolidayPlan } from "../time/period.ts";
import { Notes, type Reader } from "./notes.ts";
import type { Paired } from "./pair.ts";

export interface Scope {
  sheet: FactSheet;
  self: Element;
  /** The moment at which it is judged (ms). */
  now: number;
  plan: HolidayPlan;
  /** Whether a person ticked this rule on this element. */
  ticked: boolean;
  edition: string | undefined;
  /** The other act that ends the period or has to be there, looked up once per evaluation. */
  paired: Paired | undefined;
  /** Elements bound by `exists` and `all`, by depth. */
  readonly bound: unknown[];
  /** Every read in order. */
  readonly reads: Notes;
  /** Reads that an unknown answer rests on. */
  readonly missing: Notes;
}

/** Stands for an element that was not read at all: every field of it is unread. */
export const NOTHING: Element = { id: "", cells: {} };

export const newScope = (sheet: FactSheet, now: number, plan: HolidayPlan): Scope => ({
  sheet,
  self: NOTHING,
  now,
  plan,
  ticked: false,
  edition: undefined,
  paired: undefined,
  bound: [],
  reads: new Notes(),
  missing: new Notes(),
});

/** The value of a field: undefined = unread (and noted as missing), null = blank. */
export function readCell(scope: Scope, reader: Reader, element: Element): Cell {
  scope.reads.add(reader, element);
  const value = element.cells[reader.field];
  if (value === undefined) scope.missing.add(reader, element);
  return value;
}

/** The same without noting it as missing: for fields of which only some verdicts need to know. */
export function peekCell(scope: Scope, reader: Reader, element: Element): Cell {
  scope.reads.add(reader, element);
  return element.cells[reader.field];
}

/** The element's own id; it is always known. */
export function readId(scope: Scope, reader: Reader, element: Element): Cell {
  scope.reads.add(reader, element);
  return element.cells.id ?? element.id;
}

/** The element that exists once per case; an empty one where it was not read. */
export const oneOf = (sheet: FactSheet, element: ElementId): Element =>
  (sheet[element] as Element | undefined) ?? NOTHING;

export const listOf = (sheet: FactSheet, element: ElementId): ElementList | undefined =>
  sheet[element] as ElementList | undefined;

/** `measures/m1`, `case`. */
export const placeOf = (reader: Reader, element: Element): string =>
  reader.many && reader.field !== "" ? `${reader.element}/${element.id}` : reader.element;

/** `measures/m1.startedAt`, `case.acceptedAt`, and the list's name for a list that was not read. */
export const pathOf = (reader: Reader, element: Element): string =>
  reader.field === "" ? reader.element : `${placeOf(reader, element)}.${reader.field}`;

export type { Read, Reader } from "./notes.ts";
