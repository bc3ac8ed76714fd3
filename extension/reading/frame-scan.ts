// Turns the units of a document into what goes to the background: no elements, only words and paths.
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import type { FrameScan, SeenCell, SeenGroup, SeenRow, SeenTable } from "../protocol/frame-scan.ts";
import type { Cell, TableRead, TableRow, Unit } from "./cell.ts";
import { cssPath, step } from "./css-path.ts";
import { type Group, type Groups, groupsOf } from "./groups.ts";
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
  return box.readOnly !== true || /picker|editor|select/i.test(box.parentElement?.className ?? "");
};

const seenCell = (cell: Cell, group: number): SeenCell => ({
  label: cell.label,
  value: cell.value,
  section: cell.section,
  codes: cell.codes,
  css: cssPath(cell.node),
  group,
  ...(cell.parts === undefined ? {} : { parts: cell.parts }),
  ...(cell.unit === undefined ? {} : { unit: cell.unit }),
  editable: canEdit(cell.control),
});

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

function seenRow(row: TableRow, { at, places }: Columns): SeenRow {
  const elsewhere: Record<number, string> = {};
  for (const [column, { node }] of row.cells.entries()) {
    const plain = node.parentElement === row.node ? ((node as HTMLTableCellElement).cellIndex ?? -1) : -1;
    if (plain >= 0 && places[column] === plain) continue;
    const path = fromRow(row.node, node);
    if (path !== undefined && at[column] === undefined && plain >= 0) places[column] = plain;
    if (path !== undefined && (at[column] ??= path) === path) continue;
    elsewhere[column] = cssPath(node);
  }
  const cells = row.cells.map(({ text }) => text);
  const css = cssPath(row.node);
  return Object.keys(elsewhere).length === 0 ? { css, cells } : { css, cells, elsewhere };
}

function seenTable(table: TableRead, group: number): SeenTable {
  const found: Columns = { at: [], places: [] };
  const rows = table.rows.map((row) => seenRow(row, found));
  const { columns, codes, section, complete } = table;
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
  readonly scan: FrameScan;
  /** The cells in the order in which the scan lists them. */
  readonly cells: readonly Cell[];
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
  const cells = ordered.flatMap((unit) => unit.cells.map((cell) => ({ cell, group: groupKey(unit.root) })));
  const tables = ordered.flatMap((unit) => unit.tables.map((table) => seenTable(table, groupKey(unit.root))));
  const scan: FrameScan = {
    frame,
    url: document.location?.href ?? "",
    host: document.location?.host ?? "",
    title: document.title,
    titles,
    ...(profile === undefined
      ? {}
      : { profile: { id: profile.id, ...(index === undefined ? {} : { page: index }) } }),
    groups: [],
    cells: cells.map(({ cell, group }) => seenCell(cell, group)),
    tables,
    faults: units.flatMap(({ root, fault }) =>
      fault === undefined ? [] : [{ css: cssPath(root), why: fault }],
    ),
    slow,
  };
  return {
    scan: { ...scan, groups: [...seen.values()] },
    cells: cells.map(({ cell }) => cell),
    groups,
    page,
  };
}
