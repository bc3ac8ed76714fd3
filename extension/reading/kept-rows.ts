// What was read of a table's bare rows, kept as long as nothing in them changes: rows that come cost what they are, not the table.
import type { TableRow } from "./cell.ts";

export interface KeptRow {
  readonly row: TableRow;
  /** The first of its texts that says something; "" also where that makes it the row of a sum, which is no record. */
  readonly first: string;
  /** How many of its texts are words of the dictionary; undefined where nobody asked. */
  readonly known: number | undefined;
}

/** What was read of a table from its first row to its `last`. */
export interface ReadSoFar {
  readonly last: Element;
  readonly columns: number;
  readonly seen: number;
  readonly known: number;
  readonly rows: readonly TableRow[];
}

let kept = new WeakMap<Node, KeptRow>();
/** By the tables' bodies; all of them are forgotten with any row, since none knows which rows are its. */
let soFar = new WeakMap<Element, ReadSoFar>();

export const keptRow = (row: Element): KeptRow | undefined => kept.get(row);

export const keepRow = (row: Element, read: KeptRow): void => void kept.set(row, read);

/** Undefined also where it is one row, which has no number until another comes. */
export function readSoFar(body: Element, columns: number): ReadSoFar | undefined {
  const read = soFar.get(body);
  return read?.columns === columns && read.seen > 1 && read.last.parentNode === body ? read : undefined;
}

export const keepSoFar = (body: Element, read: ReadSoFar): void => void soFar.set(body, read);

const forget = (row: Node): boolean => {
  const was = kept.delete(row);
  if (was) soFar = new WeakMap();
  return was;
};

/** Forgets the rows in which a change lies, and those that were taken out: outside of the page nobody watches them. */
export function forgetRowsOf({ target, removedNodes }: MutationRecord): void {
  // A bare row holds cells, and they hold text.
  for (let at: Node | null = target, n = 0; at !== null && n < 3; at = at.parentNode, n++) forget(at);
  for (const node of removedNodes)
    if (!forget(node) && node.firstChild !== null && (node as Element).querySelector("tr") !== null)
      forgetRows();
}

export const forgetRows = (): void => {
  kept = new WeakMap();
  soFar = new WeakMap();
};
