// Tables of records: where a header row stands, which rows belong to it, and what each row says in each column.
import type { TableCell, TableRow } from "./cell.ts";
import { readContent } from "./content.ts";
import type { Grid, Place } from "./grid.ts";
import { bareLabel, endsInColon, isKnown, looksLikeLabel } from "./label.ts";
import { pattern, SAID } from "./libraries.ts";
import { tidy } from "./visible.ts";

export interface Header {
  readonly columns: readonly string[];
  readonly codes: readonly string[];
  /** First row of records. */
  readonly next: number;
}

export interface Block {
  readonly header: Header;
  /** First row of the header. */
  readonly top: number;
  /** Rows that are records, by their index in the grid. */
  readonly from: number;
  readonly until: number;
}

/** Cells that say something; the box that selects all rows stands in a header and says nothing. */
const filled = (line: readonly Place[]): readonly Place[] =>
  line.filter((cell) => !pattern(SAID.noTitle).test(cell.text ?? "-") && !(cell.control && cell.th));

const inHead = (line: readonly Place[]): boolean =>
  line[0]?.node.parentElement?.parentElement?.tagName === "THEAD";

const width = (line: readonly Place[]): number =>
  line.reduce((sum, cell) => Math.max(sum, cell.column + cell.columns), 0);

/** The row after the header that begins at `at`: cells over several rows or columns call for further header rows. */
function endOfHeader(grid: Grid, at: number): number {
  let next = at + 1;
  for (; next < grid.rows.length; next++) {
    const line = grid.rows[next]!;
    if (inHead(line)) continue;
    const above = grid.rows[next - 1]!;
    const open = grid.rows
      .slice(at, next)
      .some((head, row) => head.some((cell) => at + row + cell.rows > next));
    const grouped = above.some((cell) => cell.columns > 1);
    const below =
      line.length > 0 &&
      line.length < width(grid.rows[at]!) &&
      line.every((cell) => cell.label || cell.text === "");
    if (!below || !(open || grouped)) break;
  }
  return next;
}

/** A first row that is drawn otherwise than the rows below it, which are all drawn alike. */
function isDrawnApart(grid: Grid, at: number, next: number): boolean {
  const line = grid.rows[at]!;
  const looks = grid.nodes.slice(next, next + 3).map((row) => row.className);
  return (
    next === at + 1 &&
    looks.length >= 2 &&
    line.length >= 3 &&
    new Set(looks).size === 1 &&
    grid.nodes[at]!.className !== looks[0] &&
    areTitles(line, grid.rows[next]!)
  );
}

/** Bare words over as many cells, and the box that chooses all rows over those that choose one. */
const areTitles = (line: readonly Place[], below: readonly Place[]): boolean =>
  below.length === line.length &&
  line.every(({ text, control }, at) =>
    control ? below[at]!.control : text !== undefined && looksLikeLabel(text) && !/\d/.test(text),
  );

/** Rows of nothing but labels over a row that is not one, or rows of th in thead. */
function isHeader(grid: Grid, at: number, next: number): boolean {
  const line = grid.rows[at] ?? [];
  const words = filled(line);
  if (isDrawnApart(grid, at, next)) return true;
  const told = words.filter((cell) => cell.label).length;
  if (words.length < 2 || told * 2 < words.length) return false;
  if (inHead(line) && line.every((cell) => cell.th)) return true;
  const below = grid.rows[next];
  // More than half of them are known: pairs have as many values as labels.
  if (told < words.length && (told < 3 || told * 2 <= words.length || !below || !areTitles(line, below)))
    return false;
  if (inHead(line)) return true;
  if (line.every((cell) => cell.th) && (below === undefined || below.every((cell) => !cell.th))) return true;
  if (below === undefined || below.length < 2) return false;
  const labels = below.filter((cell) => cell.label).length;
  const aligned = below.length === words.length || width(below) === width(line);
  const least = words.some((cell) => isKnown(bareLabel(cell.text ?? ""))) ? 2 : 3;
  return aligned && labels <= below.length / 3 && words.length >= least;
}

/** Column titles of one or several header rows; a title over several columns is taken from the row below it. */
export function headerOf(rows: readonly (readonly Place[])[], next: number): Header {
  const columns: string[] = [];
  const codes: string[] = [];
  for (const line of rows)
    for (const cell of line)
      for (let c = 0; c < cell.columns; c++) {
        columns[cell.column + c] = bareLabel(cell.text || tidy(cell.node.textContent));
        codes[cell.column + c] =
          cell.node.getAttribute("data-field") ??
          cell.node.getAttribute("field") ??
          cell.node.getAttribute("data-key") ??
          "";
      }
  return { columns: [...columns].map((c) => c ?? ""), codes: [...codes].map((c) => c ?? ""), next };
}

/** Blocks of records in a grid, in order; what lies between them are pairs. */
export function recordBlocks(grid: Grid): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < grid.rows.length; at++) {
    const next = endOfHeader(grid, at);
    if (!isHeader(grid, at, next)) continue;
    const header = headerOf(grid.rows.slice(at, next), next);
    let until = next;
    while (until < grid.rows.length && isRecord(grid.rows, until, header.columns.length)) until++;
    if (until === next && !inHead(grid.rows[at]!) && next < grid.rows.length) continue;
    blocks.push({ header, top: at, from: next, until });
    at = Math.max(at, until - 1);
  }
  return blocks;
}

/** 合计：3 and its like. */
export const isSummary = (text: string): boolean =>
  pattern(SAID.summary).test(text) || pattern(SAID.sum).test(text);

function isRecord(rows: Grid["rows"], at: number, columns: number): boolean {
  const line = rows[at]!;
  if (line.length === 0) return true;
  if (line.some((cell) => cell.th) && line.filter((cell) => cell.label && !cell.th).length > 1) return false;
  if (line.some((cell) => cell.label && endsInColon(cell.text!))) return false;
  // Signatures under the list: labels with their values in cells of their own.
  if (
    line.length > 1 &&
    line.length < columns &&
    line.every(({ text = "" }) => pattern(SAID.filledPair).test(text))
  )
    return false;
  if (line.length === 1 && columns > 1) {
    const below = rows[at + 1];
    // A remark over the whole row; the records go on behind it.
    return (
      pattern(SAID.summary).test(line[0]!.text ?? "") ||
      (below?.length === columns && !below.some((cell) => cell.label))
    );
  }
  // A label with a value over the rest of the row: the pairs go on.
  if (line[0]!.label && !line[0]!.th && line.length < columns && line.some((cell) => cell.columns > 1))
    return false;
  const labels = line.filter((cell) => cell.label && !cell.th).length;
  return labels <= line.length / 2 || labels < 2;
}

/** The records of some rows: each column's content, cells over several rows repeated in each of them. */
export function recordsOf(grid: Grid, from: number, until: number, columns: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  const above = new Map<number, { cell: TableCell; until: number }>();
  for (let at = from; at < until; at++) {
    const cells: TableCell[] = [];
    for (const [column, kept] of above) if (kept.until > at) cells[column] = kept.cell;
    for (const put of grid.rows[at]!) {
      const content = readContent([put.node], put.node);
      const cell = { text: content.value, node: content.node };
      for (let c = 0; c < put.columns; c++) {
        cells[put.column + c] = cell;
        if (put.rows > 1) above.set(put.column + c, { cell, until: at + put.rows });
      }
    }
    const line = Array.from({ length: columns }, (_, c) => cells[c] ?? { text: "", node: grid.nodes[at]! });
    const only = grid.rows[at]!.length === 1 && columns > 1;
    if (
      line.every(({ text }) => text === "") ||
      only ||
      pattern(SAID.summary).test(line.find(({ text }) => text !== "")!.text)
    )
      continue;
    rows.push({ node: grid.nodes[at]!, cells: line });
  }
  return rows;
}
