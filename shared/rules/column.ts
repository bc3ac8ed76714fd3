// One field of a whole list beside each other, kept as long as the list: facts change far less often than they are judged.
import type { Cell, ElementList } from "../facts/sheet.ts";
import { isStrange } from "./moment.ts";

export interface Column {
  /** The field's values on the elements, in their order. */
  readonly cells: readonly Cell[];
  /** Whether one of them is a date of another age. */
  readonly strange: boolean;
}

const columns = new WeakMap<ElementList, Map<string, Column>>();

/** The values of a field on the elements of a list. A list is never changed in place. */
export function columnOf(list: ElementList, field: string): Column {
  let known = columns.get(list);
  if (known === undefined) {
    known = new Map();
    columns.set(list, known);
  }
  let column = known.get(field);
  if (column === undefined) {
    const cells = list.items.map((one) => one.cells[field]);
    column = { cells, strange: cells.some(isStrange) };
    known.set(field, column);
  }
  return column;
}
