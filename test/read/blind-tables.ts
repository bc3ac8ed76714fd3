// Compares record tables cell by cell: each filled cell of a row counts as one labelled value.

import { foldLabel } from "../../shared/dictionary/fold.ts";
import { type Counts, type Expected, same, type Table } from "./blind-score.ts";

const name = (column: string): string => foldLabel(column.replace(/^\?/, ""));

const shared = (a: Table, b: Table): number =>
  a.columns.filter((column) => b.columns.some((other) => name(other) === name(column))).length;

/** How many filled cells two rows have in common. */
const likeness = (read: Table, row: readonly string[], wanted: Table, goal: readonly string[]): number =>
  wanted.columns.filter((column, at) => {
    const there = row[read.columns.findIndex((other) => name(other) === name(column))];
    return there !== undefined && goal[at] !== "" && same(there, goal[at] ?? "");
  }).length;

const alike = (read: Table, goal: Table): number =>
  Math.max(0, ...goal.rows.flatMap((row) => read.rows.map((there) => likeness(read, there, goal, row))));

/** Counts the cells of all tables; the columns with `?` count in neither direction. */
export function tableCells(
  read: readonly Table[],
  expected: Expected["tables"],
): { counts: Counts; missed: readonly string[] } {
  const left = new Set(read);
  const missed: string[] = [];
  let right = 0;
  let readCells = 0;
  let wanted = 0;
  for (const goal of expected) {
    const table = [...left]
      .sort((a, b) => shared(b, goal) - shared(a, goal) || alike(b, goal) - alike(a, goal))
      .find((one) => shared(one, goal) > 0);
    if (table !== undefined) left.delete(table);
    const free = new Set((table?.rows ?? []).map((_, at) => at));
    const may = goal.columns.filter((column) => column.startsWith("?")).map(name);
    for (const row of goal.rows) {
      const best = [...free]
        .map((at) => ({
          at,
          like: table === undefined ? 0 : likeness(table, table.rows[at] ?? [], goal, row),
        }))
        .sort((a, b) => b.like - a.like || a.at - b.at)[0];
      const there = best === undefined || best.like === 0 ? undefined : best.at;
      if (there !== undefined) free.delete(there);
      goal.columns.forEach((column, at) => {
        if (column.startsWith("?") || goal.may === true) return;
        const good = row[at] ?? "";
        const index = table?.columns.findIndex((other) => name(other) === name(column)) ?? -1;
        const got = there === undefined || index < 0 ? undefined : table?.rows[there]?.[index];
        if (good !== "") wanted++;
        if (got !== undefined && got !== "") readCells++;
        if (got !== undefined && got !== "" && same(got, good)) right++;
        else if (good !== (got ?? ""))
          missed.push(`table cell ${column} | expected ${good} | got ${got ?? "nothing"}`);
      });
    }
    if (goal.may === true || table === undefined) continue;
    const extra = table.columns.flatMap((column, at) =>
      name(column) === "" ||
      may.includes(name(column)) ||
      goal.columns.some((other) => name(other) === name(column))
        ? []
        : [at],
    );
    table.rows.forEach((row, at) => {
      row.forEach((value, index) => {
        const column = table.columns[index] ?? "";
        const surplus = free.has(at) ? !may.includes(name(column)) : extra.includes(index);
        if (value === "" || !surplus) return;
        readCells++;
        missed.push(`table cell ${column} | expected nothing | got ${value}`);
      });
    });
    if (table.complete !== goal.complete)
      missed.push(`table ${goal.columns[0]}… | expected complete ${goal.complete} | got ${table.complete}`);
  }
  for (const table of left)
    for (const row of table.rows)
      row.forEach((value, at) => {
        if (value === "") return;
        readCells++;
        missed.push(`table cell ${table.columns[at] ?? ""} | expected nothing | got ${value}`);
      });
  return { counts: { right, read: readCells, expected: wanted }, missed };
}
