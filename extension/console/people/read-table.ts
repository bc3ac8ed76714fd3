// Reads a spreadsheet or CSV file into rows under the columns that are asked for; nothing of it leaves the browser here.

/** Rows as the routes take them, with the line of the file that each stood in. */
export interface Table {
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Line of the file, from 1, by row. */
  readonly lines: readonly number[];
}

export type Read =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly why: "unreadable" | "empty" }
  | { readonly ok: false; readonly why: "missing"; readonly columns: readonly string[] };

type Cells = readonly (readonly unknown[])[];

/** Excel saves CSV in the system's old encoding; what is no UTF-8 is that. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** What all parts of a workbook may come to, unpacked (bytes). */
const MOST = 64 * 1024 * 1024;

/** The workbook with its parts unpacked: the reader unpacks large parts in a worker, which our own pages may not start. */
function opened(
  bytes: Uint8Array,
  unzip: (
    data: Uint8Array,
    options: { filter: (part: { originalSize: number }) => boolean },
  ) => Record<string, Uint8Array>,
  zip: (parts: Record<string, Uint8Array>, options: { level: 0 }) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  let size = 0;
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    size += originalSize;
    if (size > MOST) throw new Error("the workbook is too large");
    return true;
  };
  return zip(unzip(bytes, { filter }), { level: 0 }) as Uint8Array<ArrayBuffer>;
}

async function cellsOf(file: Blob): Promise<Cells | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (isZip(bytes)) {
      // The readers are loaded when a file is there to be read.
      const { unzipSync, zipSync } = await import("fflate");
      const { readSheet } = await import("read-excel-file/universal");
      return (await readSheet(new Blob([opened(bytes, unzipSync, zipSync)]))) as Cells;
    }
    const { parse } = (await import("papaparse")).default;
    const text = decode(bytes);
    return text.includes("\u0000") ? undefined : parse<string[]>(text, { skipEmptyLines: false }).data;
  } catch {
    return undefined;
  }
}

/** A date as it stands in the sheet, with its time of day where it has one. */
const dateText = (date: Date): string =>
  date.toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "");

const text = (cell: unknown): string =>
  cell === null || cell === undefined ? "" : cell instanceof Date ? dateText(cell) : String(cell).trim();
const folded = (label: unknown): string =>
  text(label)
    .normalize("NFKC")
    .replace(/[\s*()]/g, "");

export interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file, from 1, by row. */
  readonly lines: readonly number[];
}

/** All cells as text: the first line that has any, then the others; undefined for what is no table. */
export async function readSheet(file: Blob): Promise<Sheet | undefined> {
  const cells = await cellsOf(file);
  if (cells === undefined) return undefined;
  const [head, ...rest] = cells
    .map((row, i) => ({ row: row.map(text), line: i + 1 }))
    .filter(({ row }) => row.some((cell) => cell !== ""));
  return {
    head: head?.row ?? [],
    rows: rest.map(({ row }) => row),
    lines: rest.map(({ line }) => line),
  };
}

/** `columns`: key of the row → column's name in the file's first line that has cells. */
export async function readTable(file: Blob, columns: Readonly<Record<string, string>>): Promise<Read> {
  const cells = await cellsOf(file);
  if (cells === undefined) return { ok: false, why: "unreadable" };
  const filled = cells
    .map((row, i) => ({ row, line: i + 1 }))
    .filter(({ row }) => row.some((cell) => text(cell) !== ""));
  const [head, ...rest] = filled;
  if (head === undefined) return { ok: false, why: "empty" };
  const places = Object.entries(columns).map(([key, label]) => ({
    key,
    label,
    at: head.row.findIndex((cell) => folded(cell) === folded(label)),
  }));
  const missing = places.filter(({ at }) => at < 0).map(({ label }) => label);
  if (missing.length > 0) return { ok: false, why: "missing", columns: missing };
  if (rest.length === 0) return { ok: false, why: "empty" };
  return {
    ok: true,
    table: {
      rows: rest.map(({ row }) =>
        Object.fromEntries(places.map(({ key, at }) => [key, text(row[at]).slice(0, 200)])),
      ),
      lines: rest.map(({ line }) => line),
    },
  };
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
/** A cell that a spreadsheet would take for a formula is kept from being one. */
const harmless = (cell: string): string => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell);

/** CSV that Excel opens as UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(",")).join("\r\n")}\r\n`;
