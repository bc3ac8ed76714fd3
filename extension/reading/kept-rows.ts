// What was read of a table's bare rows, kept as long as nothing in them changes: rows that come cost what they are, not the table.
import type { TableRow } from "./cell.ts";

export interface KeptRow {
  readonly row: TableRow;
  /** The first of its texts that says something; "" also where that makes it the row of a sum, which is no record. */
  readonly first: string;
  /** How many of its texts are words of the dictionary; undefined where nobody asked. */
  readonly known: number | undefined;
}

let kept = new WeakMap<Node, KeptRow>();

export const keptRow = (row: Element): KeptRow | undefined => kept.get(row);

export const keepRow = (row: Element, read: KeptRow): void => void kept.set(row, read);

/** Forgets the rows in which a change lies, and those that were taken out: outside of the page nobody watches them. */
export function forgetRowsOf({ target, removedNodes }: MutationRecord): void {
  // A bare row holds cells, and they hold text.
  for (let at: Node | null = target, n = 0; at !== null && n < 3; at = at.parentNode, n++) kept.delete(at);
  for (const node of removedNodes)
    if (!kept.delete(node) && node.firstChild !== null && (node as Element).querySelector("tr") !== null)
      forgetRows();
}

export const forgetRows = (): void => {
  kept = new WeakMap();
};
