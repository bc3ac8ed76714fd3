// A list as a spreadsheet sees it: a title, the heads of its columns, and a row of plain values for each line.
import { dateOf, dayOf } from "../../../shared/time/civil.ts";
import { clockText } from "../../../shared/time/format.ts";

export type Plain = string | number | undefined;

export interface Column<T> {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly of: (row: T) => Plain;
}

export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Plain[])[];
}

export const tableOf = <T>(title: string, columns: readonly Column<T>[], rows: readonly T[]): Table => ({
  title,
  heads: columns.map(({ head }) => head),
  widths: columns.map(({ width }) => width),
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
});

/** `2026-11-20 16:30`: it sorts in a spreadsheet and is read the same in every time zone. */
export function stamp(ms: number | undefined): string | undefined {
  if (ms === undefined) return undefined;
  const { year, month, day } = dateOf(dayOf(ms));
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${clockText(ms)}`;
}
