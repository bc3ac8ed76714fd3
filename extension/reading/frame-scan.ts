// Turns the units of a document into what goes to the background: no elements, only words and paths.
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import type { SeenGroup, SentCell, SentRow, SentScan, SentTable, Writable } from "../protocol/frame-scan.ts";
import type { Cell, TableRead, TableRow, Unit } from "./cell.ts";
import { cssPath, pathOfParent, splitPath, step } from "./css-path.ts";
import { type Group, type Groups, groupsOf } from "./groups.ts";
import { pattern, SAID } from "./libraries.ts";
import { profilePage, titlesOf } from "./page-kind.ts";

/** What stays with an element between scans. */
export interface Keys {
  of(element: Element): number;
  touch(element: Element): void;
  touched(element: Element): boolean;
}

/** Numbers elements as they are met. */
export function keys(): Keys {
  const numbers = new WeakMap<Element, number>();
  const touched = new WeakSet<Element>();
  let next = 1;
  return {
    of(element) {
      let key = numbers.get(element);
      if (key === undefined) numbers.set(element, (key = next++));
      return key;
    },
    touch: (element) => void touched.add(element),
    touched: (element) => touched.has(element),
  };
}

/** The box in which typing counts: the dialog, else the group. */
export const boxOf = (group: Group): Element => group.dialog ?? group.node;

const canEdit = (control: Element | undefined): boolean => {
  const box = control as HTMLInputElement | undefined;
  if (box === undefined || box.disabled === true) return false;
  return box.readOnly !== true || pattern(SAID.typesElsewhere).test(box.parentElement?.className ?? "");
};

/** The paths that several cells begin with, each once. */
export interface Paths {
  readonly all: string[];
  readonly places: Map<string, number>;
}

function placeOf(path: string, { all, places }: Paths): number {
  let at = places.get(path);
  if (at === undefined) {
    places.set(path, (at = all.length));
    all.push(path);
  }
  return at;
}

export function sentCell(cell: Cell, root: Element, group: number, paths: Paths): SentCell {
  const { beneath, label, value, section, codes, parts, unit } = cell;
  const { over, last } = splitPath(beneath === undefined ? cell.node : root);
  const css = beneath === undefined ? last : last + beneath;
  const sent: Partial<Writable<SentCell>> = { label, value, css, group };
  if (over !== undefined) sent.under = placeOf(over, paths);
  if (section !== "") sent.section = section;
  if (codes.length > 0) sent.codes = codes;
  if (parts !== undefined) sent.parts = parts;
  if (unit !== undefined) sent.unit = unit;
  if (!canEdit(cell.control)) sent.fixed = true;
  return sent as SentCell;
}

/** The path from a row to a cell in it; undefined when it stands in another row. */
function fromRow(row: Element, cell: Element): string | undefined {
  let path = "";
  for (let at: Element | null = cell; at !== row; at = at.parentElement) {
    if (at === null) return undefined;
    path = ` > ${step(at)}${path}`;
  }
  return path;
}

/** How the columns of a table are found in its rows: by path, and by the place among the row's cells where that says it all. */
interface Columns {
  readonly at: string[];
  readonly places: number[];
}

const wordsOf = (row: TableRow): readonly string[] => row.cells.map(({ text }) => text);

/** A bare row, whose number among its siblings is known. */
const bareRow = (row: TableRow, paths: Paths): SentRow => ({
  ...(row.node.id !== ""
    ? rowPlace(row.node, paths)
    : {
        under: placeOf(pathOfParent(row.node.parentElement!), paths),
        css: row.at === 0 ? " > tr" : ` > tr:nth-of-type(${row.at})`,
      }),
  cells: wordsOf(row),
});

function sentRow(row: TableRow, { at, places }: Columns, paths: Paths): SentRow {
  const elsewhere: Record<number, string> = {};
  for (const [column, { node }] of row.cells.entries()) {
    const plain = node.parentElement === row.node ? ((node as HTMLTableCellElement).cellIndex ?? -1) : -1;
    if (plain >= 0 && places[column] === plain) continue;
    const path = fromRow(row.node, node);
    if (path !== undefined && at[column] === undefined && plain >= 0) places[column] = plain;
    if (path !== undefined && (at[column] ??= path) === path) continue;
    elsewhere[column] = cssPath(node);
  }
  const cells = wordsOf(row);
  const place = rowPlace(row.node, paths);
  return Object.keys(elsewhere).length === 0 ? { ...place, cells } : { ...place, cells, elsewhere };
}

function rowPlace(row: Element, paths: Paths): Pick<SentRow, "under" | "css"> {
  const { over, last } = splitPath(row);
  return over === undefined ? { css: last } : { under: placeOf(over, paths), css: last };
}

/** A table as it is sent, with `which` of its rows: all, unless they are bare. */
export function sentTable(
  table: TableRead,
  group: number,
  paths: Paths,
  which: readonly TableRow[] = table.rows,
): SentTable {
  const { columns, codes, section, complete } = table;
  const found: Columns = { at: [], places: [] };
  if (table.bare === true) for (let n = 1; n <= columns.length; n++) found.at.push(` > td:nth-of-type(${n})`);
  const rows = which.map((row) => (table.bare === true ? bareRow(row, paths) : sentRow(row, found, paths)));
  return { columns, codes, at: found.at, rows, css: cssPath(table.node), section, group, complete };
}

/** The element itself, or the host in the document whose shadow it lies in. */
function inDocument(element: Element): Element {
  let at = element;
  for (let root = at.getRootNode(); root.nodeType === 11; root = at.getRootNode())
    at = (root as ShadowRoot).host;
  return at;
}

function inOrder(a: Element, b: Element): number {
  if (a === b) return 0;
  const position = a.compareDocumentPosition(b);
  if ((position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0)
    return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
  const [left, right] = [inDocument(a), inDocument(b)];
  return left === a && right === b ? 0 : inOrder(left, right);
}

export interface Scanned {
  readonly scan: SentScan;
  /** At which place the scan has each of them. */
  readonly places: Map<Cell | TableRead, number>;
  readonly paths: Paths;
  readonly groups: Groups;
  readonly page: PageKind | undefined;
}

/** Everything that the units of a document say. */
export function scanOf(
  units: readonly Unit[],
  document: Document,
  about: {
    readonly frame: string;
    readonly profile: SiteProfile | undefined;
    readonly slow: boolean;
    readonly keys: Keys;
  },
): Scanned {
  const { frame, profile, slow, keys } = about;
  const titles = titlesOf(document);
  const sorted = units.every((unit, at) => at === 0 || inOrder(units[at - 1]!.root, unit.root) <= 0);
  const ordered = sorted ? units : [...units].sort((a, b) => inOrder(a.root, b.root));
  const index = profile === undefined ? undefined : profilePage(profile, document, titles);
  const page = index === undefined ? undefined : profile!.pages[index];
  const groups = groupsOf(page);
  const seen = new Map<number, SeenGroup>();
  const groupKey = (element: Element): number => {
    const group = groups.of(element);
    const key = keys.of(group.node);
    if (!seen.has(key))
      seen.set(key, {
        key,
        titles: group.titles,
        ...(group.dialog === undefined ? {} : { dialog: keys.of(group.dialog) }),
        ...(group.fixed === undefined ? {} : { fixed: group.fixed }),
        search: group.search,
        touched: keys.touched(boxOf(group)),
      });
    return key;
  };
  const paths: Paths = { all: [], places: new Map() };
  const places = new Map<Cell | TableRead, number>();
  const cells: SentCell[] = [];
  for (const { root, cells: read } of ordered)
    for (const cell of read) {
      places.set(cell, cells.length);
      cells.push(sentCell(cell, root, groupKey(root), paths));
    }
  const tables: SentTable[] = [];
  for (const { root, tables: read } of ordered)
    for (const table of read) {
      places.set(table, tables.length);
      tables.push(sentTable(table, groupKey(root), paths));
    }
  const scan: SentScan = {
    frame,
    url: document.location?.href ?? "",
    host: document.location?.host ?? "",
    title: document.title,
    titles,
    ...(profile === undefined
      ? {}
      : { profile: { id: profile.id, ...(index === undefined ? {} : { page: index }) } }),
    groups: [...seen.values()],
    paths: paths.all,
    cells,
    tables,
    faults: units.flatMap(({ root, fault }) =>
      fault === undefined ? [] : [{ css: cssPath(root), why: fault }],
    ),
    slow,
  };
  return {
    scan,
    places,
    paths,
    groups,
    page,
  };
}
