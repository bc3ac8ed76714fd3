// A table of one row whose titles are fields of what a case has only once: labels that stand over their values.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { SeenCell, SeenTable } from "../../protocol/frame-scan.ts";
import { meaningOf } from "./match.ts";
import { isMany } from "./things.ts";

/** The element of which most of the titles are fields. */
function mostOf(table: SeenTable): ElementId | undefined {
  const counts = new Map<ElementId, number>();
  for (const [at, label] of table.columns.entries()) {
    const elements = meaningOf(label, "", [table.codes[at] ?? ""]).candidates.map(({ element }) => element);
    for (const element of new Set(elements)) counts.set(element, (counts.get(element) ?? 0) + 1);
  }
  const [best, next] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < 2 || best[1] === next?.[1] ? undefined : best[0];
}

/** The cells of such a table; none where it is a list. */
export function asCells(table: SeenTable): readonly SeenCell[] {
  const [row, more] = table.rows;
  if (row === undefined || more !== undefined) return [];
  const main = mostOf(table);
  if (main === undefined || isMany(main)) return [];
  return table.columns.map((label, at) => ({
    label,
    value: row.cells[at] ?? "",
    section: table.section,
    codes: table.codes[at] ? [table.codes[at]] : [],
    css: row.elsewhere?.[at] ?? `${row.css}${table.at[at] ?? ""}`,
    group: table.group,
    editable: false,
  }));
}
