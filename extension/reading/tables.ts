// Reads one table of any kind: pairs, records, or a mere frame around other content.
import type { Cell, TableCell, TableRead, TableRow } from "./cell.ts";
import { isComplete } from "./completeness.ts";
import { readContent } from "./content.ts";
import { layOut, type Place } from "./grid.ts";
import { bareLabel, endsInColon, isKnown, looksLikeLabel } from "./label.ts";
import { IS, is, pattern, SAID, told } from "./libraries.ts";
import { type Pair, readPairs } from "./pair-table.ts";
import { type PlainRecords, readPlainRecords } from "./plain-records.ts";
import { headerOf, isSummary, recordBlocks, recordsOf } from "./record-table.ts";
import { knownPairs, readRunningText } from "./side-by-side.ts";
import { isVisible, tidy } from "./visible.ts";

export interface TableYield {
  readonly cells: readonly Cell[];
  readonly tables: readonly TableRead[];
  /** Elements inside that are still to be read by themselves. */
  readonly inside: readonly Element[];
  /** Other elements that were read along and are done. */
  readonly done: readonly Element[];
}

const cellOf = ({ label, value, more, section }: Pair): Cell => {
  const again = () =>
    readContent(
      [value, ...more].map(({ node }) => node),
      value.node,
    );
  return { ...again(), label, section, again };
};

/** Drops columns without title and content, such as check boxes and row handles. */
export function withoutEmpty(
  columns: readonly string[],
  codes: readonly string[],
  rows: readonly TableRow[],
): Pick<TableRead, "columns" | "codes" | "rows"> {
  const keep = columns.map(
    (title, at) => title !== "" || rows.some((row) => !pattern(SAID.ticked).test(row.cells[at]?.text ?? "")),
  );
  if (keep.every(Boolean)) return { columns, codes, rows };
  const pick = <T>(list: readonly T[]): T[] => list.filter((_, at) => keep[at]);
  return {
    columns: pick(columns),
    codes: pick(codes),
    rows: rows.map((row) => ({ node: row.node, cells: pick(row.cells) })),
  };
}

const deepOnes = (places: readonly Place[]): readonly Element[] =>
  places.filter((place) => place.deep).map(({ node }) => node);

/** The table below that has the rows to a table of nothing but titles. */
function bodyOf(header: HTMLTableElement, columns: number): HTMLTableElement | undefined {
  let at: Element = header;
  for (let level = 0; level < 4; level++) {
    const next: Element | null = at.nextElementSibling;
    const table = next === null ? null : next.tagName === "TABLE" ? next : next.querySelector("table");
    if (table !== null) {
      const body = table as HTMLTableElement;
      const first = body.rows[0];
      // An empty list has the next one behind it: that has titles of its own.
      return first?.cells.length === columns &&
        body.tHead === null &&
        !isKnown(tidy(first.cells[columns - 1]!.textContent)) &&
        isVisible(body)
        ? body
        : undefined;
    }
    if (next !== null && tidy(next.textContent) !== "") return undefined;
    if (at.parentElement === null || at.parentElement.tagName === "BODY") return undefined;
    at = at.parentElement;
  }
  return undefined;
}

const recordsAlone = (table: HTMLTableElement, { columns, codes, rows }: PlainRecords): TableYield => {
  const complete = isComplete(table, rows.length, true);
  const kept = withoutEmpty(columns, codes, rows);
  const bare = kept.columns.length === columns.length;
  const read: TableRead = { ...kept, node: table, section: "", complete, bare };
  return { cells: [], tables: [read], inside: [], done: [] };
};

/** Reads a table that is one element of the page. */
export function readTable(table: HTMLTableElement): TableYield {
  const plain = readPlainRecords(table);
  return plain === undefined ? readAnyTable(table) : recordsAlone(table, plain);
}

/** The thorough reading, which every table can be given. */
export function readAnyTable(table: HTMLTableElement): TableYield {
  const grid = layOut(table);
  const caption = table.caption ? tidy(table.caption.textContent) : "";
  const section = /[:：]/.test(caption) ? caption.split(" ")[0]! : caption;
  const cells: Cell[] = [];
  const tables: TableRead[] = [];
  const inside: Element[] = table.caption && section !== caption ? [table.caption] : [];
  const done: Element[] = [];
  const described =
    is(table, IS.descriptionLabel) || grid.rows[0]?.[0]?.node.matches("[class*=descriptions]") === true;
  const blocks = described ? [] : recordBlocks(grid);
  let from = 0;
  const pairs = (until: number): void => {
    const { pairs, rest } = readPairs(grid.rows.slice(from, until), section);
    for (const pair of pairs) {
      const cell = cellOf(pair);
      cells.push(cell);
      if (cell.control === undefined && pattern(SAID.anyPair).test(cell.node.textContent))
        cells.push(...knownPairs(cell.node));
    }
    // Where label and value share a cell, a label alone in its own is one with a blank.
    const shared = rest.some(({ place }) => pattern(SAID.filledPair).test(place.text ?? ""));
    for (const { place, section } of rest) {
      const { label, control, deep, text = "", node } = place;
      const within = section === "" || control || deep ? [] : readRunningText(node);
      for (const cell of within) cells.push({ ...cell, section });
      if (within.length > 0 || isSummary(text)) continue;
      if (!label || control || deep || (shared && endsInColon(text))) inside.push(node);
    }
  };
  for (const { header, top, from: first, until } of blocks) {
    pairs(top);
    from = until;
    const other = until === first && blocks.length === 1 ? bodyOf(table, header.columns.length) : undefined;
    const body = other ? layOut(other, true) : grid;
    if (other) done.push(other);
    const rows = other
      ? recordsOf(body, 0, body.rows.length, header.columns.length)
      : recordsOf(grid, first, until, header.columns.length);
    const titled = grid.rows[top - 1]?.length === 1 ? bareLabel(grid.rows[top - 1]![0]!.text ?? "") : "";
    tables.push({
      ...withoutEmpty(header.columns, header.codes, rows),
      node: other ?? table,
      section: titled || section,
      complete: body.hidden === 0 && isComplete(other ?? table, rows.length),
    });
    inside.push(...deepOnes((other ? body.rows : grid.rows.slice(first, until)).flat()));
  }
  pairs(grid.rows.length);
  return { cells, tables, inside, done };
}

const own = (root: Element, selector: string): Element | undefined =>
  [...root.querySelectorAll(selector)].find((part) => part.closest(told[SAID.splitGrid]!) === root);

/** Cells that a library hides because a fixed copy lies over them are read all the same. */
const unhidden = (row: TableRow): TableRow => ({
  node: row.node,
  cells: row.cells.map((cell): TableCell => {
    if (cell.text !== "" || cell.node.firstElementChild === null) return cell;
    const hidden = pattern(SAID.hiddenCopy).test(cell.node.getAttribute("class") ?? "");
    return hidden ? { node: cell.node, text: tidy(cell.node.textContent) } : cell;
  }),
});

/** Records of a body that is drawn without a table. */
const drawnRows = (root: Element, columns: number): readonly TableRow[] =>
  [...root.querySelectorAll(told[SAID.drawnRow]!)]
    .filter((node) => node.childElementCount === columns && isVisible(node))
    .map((node) => ({
      node,
      cells: [...node.children].map((cell) => ({ text: readContent([cell], cell).value, node: cell })),
    }));

/** Reads a grid whose header and body are tables apart; undefined when it is not drawn like that. */
export function readSplitGrid(root: Element): TableYield | undefined {
  const header = own(root, told[SAID.splitHeader]!)?.querySelector("table");
  const bodies = own(root, told[SAID.splitBody]!)?.querySelector("table");
  if (!header) return undefined;
  const head = layOut(header);
  const { columns, codes } = headerOf(head.rows, 0);
  const body = bodies ? layOut(bodies, true) : undefined;
  const rows = body
    ? recordsOf(body, 0, body.rows.length, columns.length).map(unhidden)
    : drawnRows(root, columns.length);
  return {
    cells: [],
    tables: [
      {
        ...withoutEmpty(columns, codes, rows),
        node: root,
        section: "",
        complete: (body?.hidden ?? 0) === 0 && isComplete(root, rows.length),
      },
    ],
    inside: body ? deepOnes(body.rows.flat()) : [],
    done: [],
  };
}

/** A table of two columns, of which the first holds nothing but the labels of the second: 项目 | 内容. */
export const isPairs = ({ columns, rows }: TableRead): boolean =>
  columns.length === 2 &&
  rows.length > 1 &&
  !isKnown(columns[1]!) &&
  rows.every(({ cells }) => looksLikeLabel(cells[0]!.text)) &&
  rows.filter(({ cells }) => isKnown(bareLabel(cells[0]!.text))).length * 2 > rows.length;

/** The labelled cells of such a table. */
export const pairsOf = ({ rows }: TableRead): readonly Cell[] =>
  rows.map(({ cells }) => {
    const { node } = cells[1]!;
    const again = () => readContent([node], node);
    return { ...again(), label: bareLabel(cells[0]!.text), section: "", again };
  });
