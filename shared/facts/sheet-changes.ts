// What differs between two sheets of one case: which fields of which elements, and which lists gained, lost or moved rows.
import type { ElementId } from "../dictionary/field.ts";
import type { Cell, Element, ElementList, FactSheet } from "./sheet.ts";

export interface ElementChange {
  readonly element: ElementId;
  /** Id of the element within its list; "" for one that exists once. */
  readonly id: string;
  readonly fields: readonly string[];
}

export interface SheetChanges {
  readonly elements: readonly ElementChange[];
  /** Lists whose rows are others or in another order, or of which more or less is known to be there. */
  readonly lists: ReadonlySet<ElementId>;
  /** Elements that exist once and were read for the first time, or are no longer read. */
  readonly ones: ReadonlySet<ElementId>;
}

/**
 * Parts that are the same object are taken to be the same; all others are compared cell by cell. Undefined where two rows of
 * a list go by one id, so that it cannot be told which is which.
 */
export function sheetChanges(before: FactSheet, after: FactSheet): SheetChanges | undefined {
  const elements: ElementChange[] = [];
  const lists = new Set<ElementId>();
  const ones = new Set<ElementId>();
  for (const element of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<ElementId>) {
    const [a, b] = [before[element], after[element]] as (Element | ElementList | undefined)[];
    if (a === b) continue;
    const compare = (one: Element, other: Element, id: string): void => {
      const fields = changedFields(one, other);
      if (fields.length > 0) elements.push({ element, id, fields });
    };
    if (isList(a) || isList(b)) {
      const [was, is] = [a as ElementList | undefined, b as ElementList | undefined];
      if (!sameRows(was, is)) lists.add(element);
      const known = new Map((was?.items ?? []).map((one) => [one.id, one]));
      const now = new Set((is?.items ?? []).map(({ id }) => id));
      if (known.size < (was?.items.length ?? 0) || now.size < (is?.items.length ?? 0)) return undefined;
      for (const one of is?.items ?? []) compare(known.get(one.id) ?? NONE, one, one.id);
    } else if (a === undefined || b === undefined) ones.add(element);
    else compare(a, b, "");
  }
  return { elements, lists, ones };
}

const NONE: Element = { id: "", cells: {} };

const isList = (part: Element | ElementList | undefined): part is ElementList =>
  part !== undefined && "items" in part;

function sameRows(a: ElementList | undefined, b: ElementList | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.complete !== b.complete || a.items.length !== b.items.length) return false;
  return a.items.every(({ id }, i) => b.items[i]!.id === id);
}

function changedFields(a: Element, b: Element): readonly string[] {
  if (a === b) return [];
  const fields: string[] = [];
  for (const field of Object.keys(b.cells)) if (!sameCell(a.cells[field], b.cells[field])) fields.push(field);
  for (const field of Object.keys(a.cells))
    if (!(field in b.cells) && a.cells[field] !== undefined) fields.push(field);
  const [was, is] = [a.conflicts ?? [], b.conflicts ?? []];
  for (const field of [...was, ...is])
    if (was.includes(field) !== is.includes(field) && !fields.includes(field)) fields.push(field);
  // A person may get a name, or another, while the id stays: what is said of them changes.
  const [called, call] = [a.names ?? {}, b.names ?? {}];
  for (const field of Object.keys({ ...called, ...call }))
    if (called[field] !== call[field] && !fields.includes(field)) fields.push(field);
  return fields;
}

const sameCell = (a: Cell, b: Cell): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => one === b[i]));
