// Makes a scan whole again that a frame has sent.
import type { FrameScan, SeenCell, SeenTable, SentCell, SentScan, SentTable } from "./frame-scan.ts";
import { tickedIn } from "./signed-choices.ts";

type Paths = readonly string[];

const whole = (paths: Paths, under: number | undefined, css: string): string =>
  under === undefined ? css : `${paths[under] ?? ""}${css}`;

/** A cell with its path in full and nothing left out. */
export const unpackCell = (
  { under, css, section = "", codes = [], fixed, ...cell }: SentCell,
  paths: Paths,
): SeenCell => ({
  ...cell,
  value: tickedIn(cell.value),
  section,
  codes,
  css: whole(paths, under, css),
  editable: fixed !== true,
});

/** A table with the paths of its rows in full. */
export const unpackTable = (table: SentTable, paths: Paths): SeenTable => ({
  ...table,
  rows: table.rows.map(({ under, css, ...row }) => ({
    ...row,
    cells: row.cells.map(tickedIn),
    css: whole(paths, under, css),
  })),
});

/** The scan with every path in full and nothing left out. */
export function unpackScan({ paths, cells, tables, ...scan }: SentScan): FrameScan {
  return {
    ...scan,
    cells: cells.map((cell) => unpackCell(cell, paths)),
    tables: tables.map((table) => unpackTable(table, paths)),
  };
}
