// Reads the commonest table of records, one row of titles over rows of bare text, in a few steps; all others are left to the thorough reader.
import type { TableCell, TableRow } from "./cell.ts";
import { type KeptRow, keepRow, keepSoFar, keptRow, readSoFar } from "./kept-rows.ts";
import { bareLabel, endsInColon, isKnown, looksLikeLabel } from "./label.ts";
import { IS, kindOf, pattern, SAID } from "./libraries.ts";
import { isVisible, tidy } from "./visible.ts";

export interface PlainRecords {
  readonly columns: readonly string[];
  readonly codes: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Rows by whose words it is told whether they are records. */
const TELLING = 11;
/** Share of words of the dictionary from which on rows may be pairs of label and value. */
const MANY = 0.3;

const endsInDigit = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return last >= 48 && last <= 57;
};

/** Texts of a row's cells when all of them are bare: no attributes, nothing but text. */
function bareRow(row: Element, tag: "TH" | "TD"): TableCell[] | undefined {
  const cells: TableCell[] = [];
  for (let node = row.firstElementChild; node !== null; node = node.nextElementSibling) {
    if (node.tagName !== tag || node.firstElementChild !== null || node.hasAttributes()) return undefined;
    cells.push({ node, text: tidy(node.textContent) });
  }
  return cells;
}

/** A row of as many bare cells; `telling` = it is told by its words whether it is a record. */
function bareRecord(node: Element, columns: number, telling: boolean, at: number): KeptRow | undefined {
  if (node.tagName !== "TR") return undefined;
  if (node.hasAttributes() && (kindOf(node) !== 0 || /virtual|recycle/.test(node.className)))
    return undefined;
  const cells = bareRow(node, "TD");
  if (cells === undefined || cells.length !== columns) return undefined;
  let first = "";
  let known = 0;
  for (const { text } of cells) {
    if (text === "") continue;
    if (first === "") first = text;
    if (telling) {
      if (endsInColon(text)) return undefined;
      // No label ends in a digit, and most values that are no words do.
      if (!endsInDigit(text) && looksLikeLabel(text) && isKnown(bareLabel(text))) known++;
    }
  }
  return {
    row: { node, cells, at },
    first: pattern(SAID.summary).test(first) ? "" : first,
    known: telling ? known : undefined,
  };
}

/** The table's records; undefined where it is anything but bare titles in a head over bare rows of as many cells. */
export function readPlainRecords(table: HTMLTableElement, anew = false): PlainRecords | undefined {
  const { tHead: head, tBodies } = table;
  const body = tBodies[0];
  if (
    head === null ||
    body === undefined ||
    tBodies.length > 1 ||
    table.caption !== null ||
    table.tFoot !== null
  )
    return undefined;
  const top = head.firstElementChild;
  if (top === null || head.childElementCount !== 1 || (kindOf(table) & ~IS.group) !== 0) return undefined;
  const titles = isVisible(top) ? bareRow(top, "TH") : undefined;
  if (titles === undefined || titles.length < 2 || !titles.every(({ text }) => looksLikeLabel(text)))
    return undefined;
  // Rows that come behind those that were read do not have them gone through again.
  const before = anew ? undefined : readSoFar(body, titles.length);
  const rows = [...(before?.rows ?? [])];
  let { seen, known, last } = before ?? { seen: 0, known: 0, last: undefined };
  for (
    let node = last === undefined ? body.firstElementChild : last.nextElementSibling;
    node !== null;
    node = node.nextElementSibling
  ) {
    const telling = seen < TELLING;
    const at = ++seen > 1 || node.nextElementSibling !== null ? seen : 0;
    let read = keptRow(node);
    if (read?.row.cells.length !== titles.length || (telling && read.known === undefined)) {
      // A row that is kept has not been hidden since: what hides it makes it be forgotten.
      if (node.hasAttribute("aria-hidden") || !isVisible(node)) return undefined;
      read = bareRecord(node, titles.length, telling, at);
      if (read === undefined) return undefined;
      keepRow(node, read);
    } else if (read.row.at !== at) keepRow(node, (read = { ...read, row: { ...read.row, at } }));
    if (telling) known += read.known!;
    if (read.first !== "") rows.push(read.row);
    last = node;
  }
  if (before !== undefined && seen !== body.childElementCount) return readPlainRecords(table, true);
  if (last === undefined || known > MANY * Math.min(seen, TELLING) * titles.length) return undefined;
  keepSoFar(body, { last, columns: titles.length, seen, known, rows });
  return { columns: titles.map(({ text }) => bareLabel(text)), codes: titles.map(() => ""), rows };
}
