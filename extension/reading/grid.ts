// An HTML table as a grid of places: which cell covers which rows and columns, and what can be told of each by its looks.
import { hasControl } from "./controls.ts";
import { bareLabel, endsInColon, hasLabelCellClass, isKnown, looksLikeLabel } from "./label.ts";
import { IS, is, kindOf, pattern, SAID, told } from "./libraries.ts";
import { isVisible, shortText } from "./visible.ts";

export interface Place {
  readonly node: HTMLTableCellElement;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Text when it is short enough for a label, "" for blank, undefined for long ones. */
  readonly text: string | undefined;
  readonly control: boolean;
  /** Holds a table, a form item or a list of its own: to be read by itself. */
  readonly deep: boolean;
  readonly th: boolean;
  label: boolean;
}

export interface Grid {
  readonly rows: readonly (readonly Place[])[];
  readonly nodes: readonly HTMLTableRowElement[];
  /** Rows that are in the page but not shown. */
  readonly hidden: number;
}

const MAX_SPAN = 200;

function place(
  node: HTMLTableCellElement,
  row: number,
  column: number,
  telling: boolean,
  spans: boolean,
): Place {
  const plain = node.firstElementChild === null;
  const control = !plain && hasControl(node);
  const deep =
    !plain &&
    node.querySelector(told[SAID.cellInside]!) !== null &&
    // A table that only holds the boxes of one value in their places.
    !(control && pattern(SAID.bareMarks).test(node.textContent));
  const text =
    control || deep ? undefined : telling || !plain ? shortText(node, 40) : node.textContent.trim();
  return {
    node,
    row,
    column,
    rows: spans ? Math.min(Math.max(node.rowSpan, 1), MAX_SPAN) : 1,
    columns: spans ? Math.min(Math.max(node.colSpan, 1), MAX_SPAN) : 1,
    text,
    control,
    deep,
    th: node.tagName === "TH",
    label: false,
  };
}

/** Not only unseen but out of the way: an unseen cell keeps its column. */
const isAway = (cell: Element): boolean => !isVisible(cell) && getComputedStyle(cell).display === "none";

/** Rows of a table of records by which it is told what they are; those below are like them. */
const TELLING_ROWS = 12;

/** A table that begins with a row of nothing but th. */
function isHeaded(table: HTMLTableElement): boolean {
  const first = table.rows[0]?.cells;
  return first !== undefined && first.length > 1 && [...first].every(({ tagName }) => tagName === "TH");
}

/** Lays a table out. Rows that are not shown are left out and counted. `body` = nothing but records, its header is elsewhere. */
export function layOut(table: HTMLTableElement, body = false): Grid {
  const telling = body ? 0 : isHeaded(table) ? TELLING_ROWS : Number.POSITIVE_INFINITY;
  const rows: Place[][] = [];
  const nodes: HTMLTableRowElement[] = [];
  const taken: Set<number>[] = [];
  let hidden = 0;
  for (const tr of table.rows) {
    if (tr.parentElement !== table && tr.parentElement?.parentElement !== table) continue;
    if ((kindOf(tr) & IS.noRecord) !== 0 || tr.getAttribute("aria-hidden") === "true") continue;
    if (!isVisible(tr)) {
      if (tr.cells.length > 0 && tr.textContent.trim() !== "") hidden++;
      continue;
    }
    const at = rows.length;
    const line: Place[] = [];
    let column = 0;
    for (let one = tr.firstElementChild; one !== null; one = one.nextElementSibling) {
      if (one.tagName !== "TD" && one.tagName !== "TH") continue;
      const cell = one as HTMLTableCellElement;
      const said = cell.hasAttributes();
      while (taken[at]?.has(column)) column++;
      if (said && (cell.hasAttribute("style") || cell.hasAttribute("hidden")) && isAway(cell)) continue;
      const put = place(cell, at, column, at < telling, said);
      for (let r = 1; r < put.rows; r++) {
        taken[at + r] ??= new Set();
        for (let c = 0; c < put.columns; c++) taken[at + r]!.add(column + c);
      }
      line.push(put);
      column += put.columns;
    }
    rows.push(line);
    nodes.push(tr);
  }
  if (!body) markLabels(rows.flatMap((line, at) => (at < telling || line.some(({ th }) => th) ? line : [])));
  if (!body) {
    markBeforeControls(rows);
    markAlternating(rows);
    markColumns(rows);
  }
  return { rows, nodes, hidden };
}

/** What tells label cells from value cells, and header rows from others, by looks alone. */
function look({ node, th }: Place): string {
  if (th) return "th";
  const row = node.parentElement!;
  const said = (name: string): string => node.getAttribute(name) ?? "";
  const around = row.hasAttributes() ? `${row.className}|${row.getAttribute("bgcolor") ?? ""}` : "|";
  const inside = node.firstElementChild?.localName ?? "";
  if (!node.hasAttributes()) return `${around}|||||${inside}`;
  const drawn = pattern(SAID.drawn).exec(said("style"))?.[0] ?? "";
  return `${around}|${node.className}|${said("bgcolor")}|${said("align")}|${drawn}|${inside}`;
}

/** Says of each cell whether it is a label: by tag, colon, class, dictionary, and by the looks of those so recognised. */
function markLabels(all: readonly Place[]): void {
  const looks = new Map<string, { count: number; labels: number; cells: Place[]; apart: boolean }>();
  const ofRow = new Map<number, string>();
  for (const cell of all) {
    const { node, text, control, deep, row } = cell;
    const could = text !== undefined && !control && !deep && looksLikeLabel(text);
    cell.label =
      could &&
      (cell.th ||
        endsInColon(text) ||
        hasLabelCellClass(node) ||
        is(node, IS.descriptionLabel) ||
        node.querySelector(":scope > label") !== null ||
        isKnown(bareLabel(text)));
    const name = look(cell);
    let kind = looks.get(name);
    if (kind === undefined) looks.set(name, (kind = { count: 0, labels: 0, cells: [], apart: cell.th }));
    kind.count++;
    const before = ofRow.get(row);
    ofRow.set(row, name);
    // Labels that are drawn otherwise than what stands in their own row.
    if (before !== undefined && before !== name) kind.apart = looks.get(before)!.apart = true;
    if (control || deep || text === undefined || text === "") continue;
    if (cell.label) kind.labels++;
    if (could) kind.cells.push(cell);
  }
  const kinds = [...looks.values()];
  const telling = kinds.filter(({ count, labels }) => count > 1 && labels / count > 0.6);
  if (kinds.length < 2) return;
  for (const { cells } of telling) for (const cell of cells) cell.label = true;
  // A value that happens to be a word of the dictionary among values that are none.
  if (telling.some(({ apart }) => apart))
    for (const { count, labels, cells } of kinds)
      if (count > 2 && labels / count < 0.34)
        for (const cell of cells) if (!endsInColon(cell.text ?? "")) cell.label = cell.th;
}

/** Words right before a control are its label, whatever they are. */
function markBeforeControls(rows: readonly (readonly Place[])[]): void {
  for (const line of rows)
    for (const [at, cell] of line.entries()) {
      const next = line[at + 1];
      if (
        !cell.label &&
        next?.control &&
        cell.text !== undefined &&
        looksLikeLabel(cell.text) &&
        !line[at - 1]?.label
      )
        cell.label = true;
    }
}

/** Cells that take turns by their looks: those in front are the labels. */
function markAlternating(rows: readonly (readonly Place[])[]): void {
  const front: Place[] = [];
  const fronts = new Set<string>();
  const backs = new Set<string>();
  for (const line of rows) {
    if (line.length < 2) continue;
    if (line.length % 2 !== 0) return;
    for (const [at, cell] of line.entries())
      if (at % 2 === 0) {
        front.push(cell);
        fronts.add(look(cell));
      } else backs.add(look(cell));
  }
  if (
    front.length < 2 ||
    fronts.size !== 1 ||
    backs.has([...fronts][0]!) ||
    front.some(({ text }) => text === undefined)
  )
    return;
  for (const cell of front) if (looksLikeLabel(cell.text!)) cell.label = true;
}

/** A column in which most cells are labels: the other short ones in front of a value are labels too. */
function markColumns(rows: readonly (readonly Place[])[]): void {
  const columns = new Map<number, { cell: Place; next: Place }[]>();
  for (const line of rows)
    for (const [at, cell] of line.entries()) {
      const next = line[at + 1];
      if (next === undefined || cell.text === undefined || cell.text === "") continue;
      const column = columns.get(cell.column);
      if (column === undefined) columns.set(cell.column, [{ cell, next }]);
      else column.push({ cell, next });
    }
  for (const column of columns.values()) {
    const labels = column.filter(({ cell, next }) => cell.label && !next.label).length;
    if (labels < 3 || labels / column.length < 0.6) continue;
    for (const { cell, next } of column)
      if (!next.label && looksLikeLabel(cell.text!) && !/\d/.test(cell.text!)) cell.label = true;
  }
}
