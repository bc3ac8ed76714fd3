// Reads record grids that are no tables: ARIA rows and cells, and EasyUI's pair of views.
import type { TableCell, TableRead, TableRow } from "./cell.ts";
import { isComplete } from "./completeness.ts";
import { readContent } from "./content.ts";
import { bareLabel } from "./label.ts";
import { SAID, told } from "./libraries.ts";
import { withoutEmpty } from "./tables.ts";
import { isVisible, seenText } from "./visible.ts";

const read = (node: Element): TableCell => {
  const content = readContent([node], node);
  return { text: content.value, node: content.node };
};

/** Rows of elements with the roles of a table, also in several parts side by side. Undefined when they have no column headers. */
export function readAriaGrid(root: Element): TableRead | undefined {
  const apart = [...root.querySelectorAll("[role=table],[role=grid]")];
  const titles: Element[] = [];
  const rows = new Map<string, { node: Element; cells: TableCell[] }>();
  let left = 0;
  for (const part of apart.length > 1 ? apart : [root]) {
    const lines = [...part.querySelectorAll("[role=row]")].filter(isVisible);
    const headers = lines.map((line) => [...line.querySelectorAll("[role=columnheader]")]);
    const records = lines.filter((_, at) => headers[at]!.length === 0);
    const cellsOf = (line: Element): readonly Element[] => [...line.querySelectorAll(told[SAID.gridCells]!)];
    const width = records[0] === undefined ? 0 : cellsOf(records[0]).length;
    const heads =
      headers.find(({ length }) => length === width) ?? headers.find(({ length }) => length > 0) ?? [];
    const offset = titles.length;
    titles.push(...heads);
    for (const [at, node] of records.entries()) {
      const cells = cellsOf(node);
      if (cells.length !== heads.length) {
        left++;
        continue;
      }
      const key = node.getAttribute("rowkey") ?? node.getAttribute("aria-rowindex") ?? String(at);
      const record = rows.get(key) ?? { node, cells: [] };
      rows.set(key, record);
      for (const [place, cell] of cells.entries()) record.cells[offset + place] = read(cell);
    }
  }
  if (titles.length === 0) return undefined;
  const codes = titles.map((title) => title.getAttribute("data-field") ?? title.getAttribute("col-id") ?? "");
  return gridOf(root, root, titles, codes, rows, left);
}

function gridOf(
  root: Element,
  around: Element,
  titles: readonly Element[],
  codes: readonly string[],
  rows: ReadonlyMap<string, { readonly node: Element; readonly cells: readonly TableCell[] }>,
  left: number,
): TableRead {
  const records = [...rows.values()]
    .map(
      ({ node, cells }): TableRow => ({
        node,
        cells: titles.map((_, at) => cells[at] ?? { text: "", node }),
      }),
    )
    .filter((row) => row.cells.some(({ text }) => text !== ""));
  const columns = titles.map((title) => bareLabel(seenText(title)));
  return {
    ...withoutEmpty(columns, codes, records),
    node: root,
    section: "",
    complete: left === 0 && isComplete(around, records.length),
  };
}

/** EasyUI draws frozen and other columns as two views whose rows carry the same index. */
export function readDatagrid(root: Element): TableRead | undefined {
  const titles: Element[] = [];
  const rows = new Map<string, { node: Element; cells: TableCell[] }>();
  for (const view of root.querySelectorAll(told[SAID.views]!)) {
    const heads = [...view.querySelectorAll(told[SAID.viewTitles]!)].filter(
      (title) => isVisible(title) && title.querySelector("input[type=checkbox]") === null,
    );
    const offset = titles.length;
    /** Cells over several rows, by column, with how many rows they still cover. */
    const over = new Map<number, { cell: TableCell; left: number }>();
    titles.push(...heads);
    for (const row of view.querySelectorAll(told[SAID.viewRows]!)) {
      if (!isVisible(row)) continue;
      const index = row.getAttribute("datagrid-row-index") ?? row.getAttribute("node-id") ?? "";
      const record = rows.get(index) ?? { node: row, cells: [] };
      rows.set(index, record);
      for (const cell of row.querySelectorAll("td[field]")) {
        const at = heads.findIndex((title) => title.getAttribute("field") === cell.getAttribute("field"));
        if (at < 0) continue;
        const kept = over.get(at);
        const here = kept !== undefined && kept.left-- > 0 ? kept.cell : read(cell);
        record.cells[offset + at] = here;
        const { rowSpan } = cell as HTMLTableCellElement;
        if (rowSpan > 1) over.set(at, { cell: here, left: rowSpan - 1 });
      }
    }
  }
  if (titles.length === 0) return undefined;
  const codes = titles.map((title) => title.getAttribute("field") ?? "");
  return gridOf(root, root.parentElement ?? root, titles, codes, rows, 0);
}
