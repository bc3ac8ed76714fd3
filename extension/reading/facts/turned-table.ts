// A table that lies on its side, one column one thing, made to stand: 项目 | 嫌疑人一 | 嫌疑人二.
import type { SeenRow, SeenTable } from "../../protocol/frame-scan.ts";
import { allOf, meaningOf } from "./match.ts";

/** Titles over two states of one thing. */
const CHANGES = /修改|变更|之前|之后|^[原旧新]|[前后]$|对比/;

const isField = (text: string): boolean => allOf(meaningOf(text, "", [])).length > 0;

/** Where the cell of a row stands in a column. */
const placeOf = (table: SeenTable, row: SeenRow, column: number): string =>
  row.elsewhere?.[column] ?? `${row.css}${table.at[column] ?? ""}`;

/** The table with its columns as rows where its first column names fields and its titles don't; else as it is. */
export function standing(table: SeenTable): SeenTable {
  const { columns, rows } = table;
  const [, ...titles] = columns;
  if (rows.length < 2 || titles.length < 2) return table;
  if (columns.some(isField) || titles.some((title) => CHANGES.test(title))) return table;
  const names = rows.map(({ cells }) => cells[0] ?? "");
  if (names.filter(isField).length * 5 < names.length * 3) return table;
  return {
    ...table,
    columns: names,
    codes: names.map(() => ""),
    at: [],
    rows: titles.map((_, at) => ({
      css: placeOf(table, rows[0]!, at + 1),
      cells: rows.map(({ cells }) => cells[at + 1] ?? ""),
      elsewhere: Object.fromEntries(rows.map((row, field) => [field, placeOf(table, row, at + 1)])),
    })),
  };
}
