// Reads record grids that are no tables: ARIA rows and cells, and EasyUI's pair of views.
import type { TableCell, TableRead, TableRow } from "./cell.ts";
import { isComplete } from "./completeness.ts";
import { readContent } from "./content.ts";
import { bareLabel } from "./label.ts";
import { withoutEmpty } from "./tables.ts";
import { isVisible, seenText } from "./visible.ts";

const read = (node: Element): TableCell => {
  const content = readContent([node], node);
  return { text: content.value, node: content.node };
};

/** Rows of elements with the roles of a table. Undefined when they have no column headers. */
export function readAriaGrid(root: Element): TableRead | undefined {
  const rows = [...root.querySelectorAll("[role=row]")].filter(isVisible);
  const header = rows.find((row) => row.querySelector("[role=columnheader]") !== null);
  if (header === undefined) return undefined;
  const titles = [...header.querySelectorAll("[role=columnheader]")];
  const records = rows
    .filter((row) => row !== header && row.querySelector("[role=columnheader]") === null)
    .map(
      (node): TableRow => ({
        node,
        cells: [...node.querySelectorAll("[role=cell],[role=gridcell],[role=rowheader]")].map(read),
      }),
    )
    .filter((row) => row.cells.some(({ text }) => text !== ""));
  const columns = titles.map((title) => bareLabel(seenText(title)));
  const codes = titles.map((title) => title.getAttribute("data-field") ?? title.getAttribute("col-id") ?? "");
  return {
    ...withoutEmpty(columns, codes, records),
    node: root,
    section: "",
    complete: isComplete(root, records.length),
  };
}

/** EasyUI draws frozen and other columns as two views whose rows carry the same index. */
export function readDatagrid(root: Element): TableRead | undefined {
  const titles: Element[] = [];
  const rows = new Map<string, { node: Element; cells: TableCell[] }>();
  for (const view of root.querySelectorAll(":scope > .datagrid-view1, :scope > .datagrid-view2")) {
    const heads = [...view.querySelectorAll(".datagrid-header .datagrid-header-row td[field]")].filter(
      (title) => isVisible(title) && title.querySelector("input[type=checkbox]") === null,
    );
    const offset = titles.length;
    titles.push(...heads);
    for (const row of view.querySelectorAll(".datagrid-body tr.datagrid-row")) {
      if (!isVisible(row)) continue;
      const index = row.getAttribute("datagrid-row-index") ?? row.getAttribute("node-id") ?? "";
      const record = rows.get(index) ?? { node: row, cells: [] };
      rows.set(index, record);
      for (const cell of row.querySelectorAll("td[field]")) {
        const at = heads.findIndex((title) => title.getAttribute("field") === cell.getAttribute("field"));
        if (at >= 0) record.cells[offset + at] = read(cell);
      }
    }
  }
  if (titles.length === 0) return undefined;
  const records = [...rows.values()].map(
    ({ node, cells }): TableRow => ({ node, cells: titles.map((_, at) => cells[at] ?? { text: "", node }) }),
  );
  const columns = titles.map((title) => bareLabel(seenText(title)));
  const codes = titles.map((title) => title.getAttribute("field") ?? "");
  return {
    ...withoutEmpty(columns, codes, records),
    node: root,
    section: "",
    complete: isComplete(root.parentElement ?? root, records.length),
  };
}
