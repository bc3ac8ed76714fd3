// Makes a scan whole again that a frame has sent.
import type { FrameScan, SentScan } from "./frame-scan.ts";

/** The scan with every path in full and nothing left out. */
export function unpackScan({ paths, cells, tables, ...scan }: SentScan): FrameScan {
  const whole = (under: number | undefined, css: string): string =>
    under === undefined ? css : `${paths[under] ?? ""}${css}`;
  return {
    ...scan,
    cells: cells.map(({ under, css, section = "", codes = [], fixed, ...cell }) => ({
      ...cell,
      section,
      codes,
      css: whole(under, css),
      editable: fixed !== true,
    })),
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map(({ under, css, ...row }) => ({ ...row, css: whole(under, css) })),
    })),
  };
}
