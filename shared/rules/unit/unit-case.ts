// One case as the unit knows it, and how what stands in it is called beyond the case.

import type { FieldType } from "../../dictionary/field.ts";
import { squeeze } from "../../dictionary/fold.ts";
import { PERSON_REFERENCE } from "../../dictionary/privacy.ts";
import { partsOfKey } from "../../facts/case-key.ts";
import type { Cell, Element, ElementList, FactSheet } from "../../facts/sheet.ts";
import { oneOf, type Reader } from "../scope.ts";

export interface UnitCase {
  /** `警综平台:A9901…`. */
  readonly key: string;
  readonly sheet: FactSheet;
}

type Kind = Pick<Reader, "element" | "many">;

const EMPTY: ElementList = { items: [], complete: false };

/** The elements of one kind, and whether all of them were read. */
export function elementsOf(sheet: FactSheet, { element, many }: Kind): ElementList {
  const part = sheet[element];
  if (part === undefined) return EMPTY;
  return many ? (part as ElementList) : { items: [part as Element], complete: true };
}

/** Whether a list was read to its end. */
export const isWhole = (sheet: FactSheet, kind: Kind): boolean => elementsOf(sheet, kind).complete;

/** Whether a list that belongs here was not read to its end: what holds no case, such as a call alone, has no such list. */
export const isOpen = (sheet: FactSheet, kind: Kind): boolean =>
  kind.many && (sheet[kind.element] !== undefined || sheet.case !== undefined) && !isWhole(sheet, kind);

/** The cell that a reader means: on the element itself or on the case beside it. */
export const cellOf = (sheet: FactSheet, self: Element, on: string, reader: Reader): Cell =>
  reader.element === on ? self.cells[reader.field] : oneOf(sheet, reader.element).cells[reader.field];

/** `interviews/i1.endedAt`, `case.number`. */
export const pathIn = (self: Element, on: string, reader: Reader): string =>
  reader.many && reader.element === on
    ? `${reader.element}/${self.id}.${reader.field}`
    : `${reader.element}.${reader.field}`;

/** An auxiliary is marked behind the name; the mark is no part of it. */
const STANDING = /[（(](?:辅警|协警|民警)[)）]$/;

/** Names already folded: a unit has few officers and many interviews. */
const folded = new Map<string, string>();
const MOST_FOLDED = 5_000;

function foldedName(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const name = squeeze(text).replace(STANDING, "").toUpperCase();
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(text, name);
  return name;
}

/**
 * The names of a `who` field, one for each who is there; undefined where it was not read, none where it is blank. An officer
 * is known by name or number within one unit; a person by the reference, or else only within the case.
 */
export function namesIn(cell: Cell, is: FieldType["is"], caseKey: string): readonly string[] | undefined {
  if (cell === undefined) return undefined;
  if (cell === null) return [];
  if (is === "person") {
    const name = String(cell);
    return [PERSON_REFERENCE.test(name) ? name : `${caseKey}#${foldedName(name)}`];
  }
  const texts = Array.isArray(cell) ? (cell as readonly string[]) : [String(cell)];
  return texts.map(foldedName).filter((name) => name !== "");
}

/** A tie's value as both sides say it; a case's number that was not read stands in its key. */
export function tieText(cell: Cell, reader: Reader, caseKey: string): string | null | undefined {
  const number = reader.element === "case" && reader.field === "number";
  const value = number && (cell === undefined || cell === null) ? partsOfKey(caseKey).number : cell;
  if (value === undefined || value === null) return value;
  const text = squeeze(Array.isArray(value) ? value.join("、") : String(value)).toUpperCase();
  return text === "" ? null : text;
}
