// Walks a page from the top and cuts it into units of labelled cells and record tables, in slices of time.

import { OWN_ELEMENT } from "../look/own-element.ts";
import type { Cell, TableRead, Unit } from "./cell.ts";
import { hasControl, isControl } from "./controls.ts";
import { readAriaGrid, readDatagrid } from "./div-grids.ts";
import { readFormItem } from "./form-items.ts";
import { IS, kindOf, pattern, SAID } from "./libraries.ts";
import { readLoose } from "./loose-controls.ts";
import { readPlainItem } from "./plain-item.ts";
import { isInline } from "./run.ts";
import { readBeside, readRunningText } from "./side-by-side.ts";
import { isPairs, pairsOf, readSplitGrid, readTable, type TableYield } from "./tables.ts";
import { isDrawn, isOpen, isVisible, seenText } from "./visible.ts";

/** Elements after which a page is too large to be read to its end. */
const MOST = 200_000;

export interface ScanOptions {
  /** Elements that are not read, and nothing in them. */
  readonly ignore?: ((element: Element) => boolean) | undefined;
  /** Called for each element that is passed over because it is not shown. */
  readonly onHidden?: ((element: Element) => void) | undefined;
  /** Called for each control as its value has been read, but for those whose cell keeps it. */
  readonly onRead?: ((control: Element) => void) | undefined;
  /** Called for each open shadow root. */
  readonly onShadow?: ((root: ShadowRoot) => void) | undefined;
  /** The most elements that are looked at. */
  readonly most?: number;
}

export interface Scan {
  readonly units: readonly Unit[];
  /** Reads on until the clock (ms) says `until`; true when the end is reached. */
  readonly step: (clock: () => number, until: number) => boolean;
}

/** Boxes that stand for themselves: none of them is a label, or the value of one beside it. */
const APART = IS.heading | IS.formItem | IS.grid | IS.noContent | IS.group;

/** Whether a box holds no pair of its own: bare words without a colon, or nothing but boxes that stand for themselves. */
function isMute(element: Element): boolean {
  let boxes = 0;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) {
      if ((kindOf(node as Element) & APART) === 0) return false;
      boxes++;
    } else if (node.nodeType === 3 && (node as Text).data.trim() !== "") {
      if (boxes > 0 || hasColon((node as Text).data)) return false;
      // Words alone: a box after them may be their value.
      if (element.firstElementChild !== null) return false;
    }
  }
  return true;
}

const hasColon = (text: string): boolean => text.includes("：") || text.includes(":");

/** Begins to read what lies in `roots`, themselves included. */
export function beginScan(roots: readonly Element[], options: ScanOptions = {}): Scan {
  const units: Unit[] = [];
  const done = new Set<Node>();
  const stack: Element[] = [...roots].reverse();
  const { most = MOST } = options;
  let seen = 0;

  const emit = (root: Element, found: readonly Cell[], tables: readonly TableRead[] = []): true => {
    const named = tables.length === 0 ? tables : tables.filter(isPairs);
    if (named.length > 0)
      return emit(
        root,
        [...found, ...named.flatMap(pairsOf)],
        tables.filter((table) => !named.includes(table)),
      );
    const cells = found.filter(({ node, plain }) => plain === true || isVisible(node));
    if (cells.length < found.length) options.onHidden?.(root);
    if (cells.length > 0 || tables.length > 0) units.push({ root, cells, tables });
    for (const { control, raw } of cells)
      if (control !== undefined && raw === undefined) options.onRead?.(control);
    return true;
  };
  const pushAll = (parent: ParentNode): void => {
    for (let at = parent.lastElementChild; at !== null; at = at.previousElementSibling) stack.push(at);
  };
  const take = (root: Element, read: TableYield): true => {
    let whole = root;
    for (const other of read.done) {
      done.add(other);
      while (!whole.contains(other) && whole.parentElement !== null) whole = whole.parentElement;
    }
    emit(whole, read.cells, read.tables);
    // A cell's inside is read, not the cell again: its table has been seen.
    for (let at = read.inside.length - 1; at >= 0; at--) stack.push(read.inside[at]!);
    return true;
  };

  /** True, for every way to be done with an element. */
  function visit(element: Element): boolean {
    if (done.has(element) || element.localName === OWN_ELEMENT) return true;
    const kind = kindOf(element);
    if ((kind & (IS.noContent | IS.copy | IS.noRecord)) !== 0) return true;
    if (options.ignore?.(element)) return true;
    if (kind === IS.formItem) {
      const plain = readPlainItem(element);
      if (plain !== undefined) {
        units.push({ root: element, cells: [plain], tables: [] });
        return true;
      }
    }
    if (!isDrawn(element) || !isOpen(element, kind)) {
      options.onHidden?.(element);
      return true;
    }
    if ((kind & IS.adornment) !== 0 && (kind & IS.switch) === 0) return true;
    if (element.shadowRoot !== null) {
      options.onShadow?.(element.shadowRoot);
      pushAll(element.shadowRoot);
      return true;
    }
    if ((kind & IS.grid) !== 0 && element.tagName !== "TABLE") {
      const split = readSplitGrid(element);
      if (split !== undefined) return take(element, split);
      const table = element.classList.contains("datagrid-view")
        ? readDatagrid(element)
        : readAriaGrid(element);
      if (table !== undefined) return emit(element, [], [table]);
    }
    if (element.tagName === "TABLE") return take(element, readTable(element as HTMLTableElement));
    if ((kind & IS.formItem) !== 0) {
      const cells = readFormItem(element);
      if (cells !== undefined) return emit(element, cells);
    }
    if (isControl(element) || (kind & IS.select) !== 0) {
      const cell = readLoose(element, done);
      const option = /^(?:radio|checkbox)$/.test((element as HTMLInputElement).type);
      if (cell !== undefined) emit(option ? cell.node : element, [cell]);
      return true;
    }
    return descend(element);
  }

  function descend(element: Element): boolean {
    const line =
      element.tagName === "P" ||
      (element.tagName === "TD" &&
        [...element.children].every((one) => isInline(one) || one.tagName === "BR"));
    if (line && pattern(SAID.sentence).test(element.textContent) && !hasControl(element)) {
      const again = () => ({ value: seenText(element), node: element, codes: [] });
      return emit(element, [{ ...again(), label: "", section: "", again }]);
    }
    if (isMute(element)) {
      pushAll(element);
      return true;
    }
    const listing = element.tagName === "UL" || element.tagName === "OL";
    if (!listing) {
      const beside = readBeside(element);
      if (beside !== undefined) {
        emit(element, beside.cells);
        for (let at = element.lastElementChild; at !== null; at = at.previousElementSibling)
          if (!beside.used.has(at)) stack.push(at);
        return true;
      }
      const first = element.firstChild;
      if (first !== null && element.querySelector("input,select,textarea") === null) {
        const cells = readRunningText(element);
        if (cells.length > 0) return emit(element, cells);
      }
    }
    pushAll(element);
    return true;
  }

  return {
    units,
    step(clock, until) {
      for (let count = 1; stack.length > 0; count++) {
        const element = stack.pop()!;
        if (++seen > most) {
          // A fault without words: no cause but the page's size. What follows is unread, and no list counts as whole.
          units.push({ root: element, cells: [], tables: [], fault: "" });
          return true;
        }
        try {
          visit(element);
        } catch (cause) {
          units.push({ root: element, cells: [], tables: [], fault: String(cause) });
        }
        if (count % 8 === 0 && clock() >= until) return stack.length === 0;
      }
      return true;
    },
  };
}

/** Reads the whole of `root` at once. */
export function scanAll(root: Element, options: ScanOptions = {}): readonly Unit[] {
  const scan = beginScan([root], options);
  scan.step(() => 0, 1);
  return scan.units;
}
