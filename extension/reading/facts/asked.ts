// Forms to search with that show no such button: over a list, mostly blank, with its heads for labels.
import { foldLabel } from "../../../shared/dictionary/fold.ts";
import type { FrameScan, SeenTable } from "../../protocol/frame-scan.ts";
import type { Box } from "./boxes.ts";
import { stepsOf } from "./steps.ts";
import type { Meant } from "./things.ts";

/** From this many labels on, a form that repeats the heads of a list is no chance. */
const FEW = 2;

/** Whether a place comes before another, as far as their paths tell: the same tags counted along. */
function isBefore(css: string, other: string): boolean {
  const [left, right] = [stepsOf(css), stepsOf(other)];
  let at = 0;
  while (left[at] !== undefined && left[at] === right[at]) at++;
  const [a, b] = [left[at], right[at]].map((step) => /^(.*?)(?::nth-of-type\((\d+)\))?$/.exec(step ?? ""));
  return a?.[1] !== "" && a?.[1] === b?.[1] && Number(a?.[2] ?? 1) < Number(b?.[2] ?? 1);
}

/** A form over a list, mostly blank, whose labels are heads of the list. */
function searches(cells: readonly Meant[], table: SeenTable, heads: ReadonlySet<string>): boolean {
  const blank = cells.filter(({ cell }) => cell.value.trim() === "").length;
  return (
    cells.length >= FEW &&
    cells.every(({ cell, told }) => told !== true && cell.editable && heads.has(foldLabel(cell.label))) &&
    blank * 2 >= cells.length &&
    isBefore(cells[0]!.cell.css, table.css)
  );
}

/** Keys of the boxes of a page in which something is asked for. */
export function askedOf(
  { tables }: FrameScan,
  cells: readonly Meant[],
  boxes: ReadonlyMap<number, Box>,
): ReadonlySet<number> {
  const asking = new Set<number>();
  const inBox = new Map<number, Meant[]>();
  for (const one of cells) {
    const there = inBox.get(one.cell.group);
    if (there === undefined) inBox.set(one.cell.group, [one]);
    else there.push(one);
  }
  // Conditions of a table of figures.
  for (const [key, own] of inBox)
    if (own.some(({ cell, told }) => told !== true && cell.editable && /^统计/.test(cell.label)))
      asking.add(key);
  for (const table of tables) {
    if (boxes.get(table.group)?.dialog !== undefined) continue;
    const heads = new Set(table.columns.map(foldLabel));
    for (const [key, own] of inBox)
      if (boxes.get(key)?.dialog === undefined && searches(own, table, heads)) asking.add(key);
  }
  return asking;
}
