// The valibot schemas of a fact sheet, derived from the dictionary.
import * as v from "valibot";
import type { Cell, Element, ElementList, FactSheet, Moment, Value } from "../facts/sheet.ts";
import { dayFrom, parseDay, startOfDay } from "../time/civil.ts";
import { dictionary } from "./dictionary.ts";
import type { ElementKind, Field } from "./field.ts";

/** Longest text of one cell (characters); a long 笔录 has about 30,000. */
export const MAX_TEXT = 200_000;
/** Most elements of one list: a fraud of ten thousand victims is one case. */
export const MAX_ITEMS = 20_000;
/** Most texts of one cell. */
export const MAX_TEXTS = 2_000;
/** Years between which an instant can lie: ms of 1900-01-01 and 2100-01-01 at +08:00. */
export const EARLIEST = startOfDay(dayFrom({ year: 1900, month: 1, day: 1 }));
export const LATEST = startOfDay(dayFrom({ year: 2100, month: 1, day: 1 }));

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT));
const dayText = v.pipe(
  v.string(),
  v.check((day) => parseDay(day) !== undefined, "不是日历上的一天"),
);
const moment: v.GenericSchema<Moment> = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(EARLIEST), v.maxValue(LATEST)),
  dayText,
]);
const texts: v.GenericSchema<readonly string[]> = v.pipe(v.array(text), v.maxLength(MAX_TEXTS));

/** Schema of a known value of that field. */
export function valueSchema(field: Field): v.GenericSchema<Value> {
  switch (field.type.is) {
    case "instant":
      return moment;
    case "day":
      return dayText;
    case "number":
      return v.pipe(v.number(), v.finite());
    case "choice":
      return v.picklist(field.type.values);
    case "text":
    case "person":
      return text;
    case "officers":
    case "list":
      return texts;
  }
}

/** Schema of one element's cells: known, `null` for blank, left out for unread; other keys are refused. */
export function cellsSchema(kind: ElementKind): v.GenericSchema<Readonly<Record<string, Cell>>> {
  const entries = kind.fields.map((field) => [field.id, v.optional(v.nullable(valueSchema(field)))] as const);
  return v.strictObject(Object.fromEntries(entries)) as v.GenericSchema<Readonly<Record<string, Cell>>>;
}

/** Schema of one element with its id, its cells and the fields that were read with conflicting values. */
export const elementSchema = (kind: ElementKind): v.GenericSchema<Element> =>
  v.strictObject({
    id: v.pipe(v.string(), v.maxLength(64)),
    cells: cellsSchema(kind),
    conflicts: v.optional(v.array(v.picklist(kind.fields.map((field) => field.id)))),
  }) as v.GenericSchema<Element>;

const listSchema = (kind: ElementKind): v.GenericSchema<ElementList> =>
  v.strictObject({
    items: v.pipe(v.array(elementSchema(kind)), v.maxLength(MAX_ITEMS)),
    complete: v.boolean(),
  });

/** Schema of a whole fact sheet over the given elements. */
export function sheetSchema(kinds: readonly ElementKind[] = dictionary): v.GenericSchema<FactSheet> {
  const entries = kinds.map(
    (kind) =>
      [kind.id, v.optional(kind.cardinality === "one" ? elementSchema(kind) : listSchema(kind))] as const,
  );
  return v.strictObject(Object.fromEntries(entries)) as v.GenericSchema<FactSheet>;
}
