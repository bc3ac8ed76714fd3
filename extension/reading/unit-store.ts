// The units that a page was cut into, found by their elements and replaced piece by piece.
import type { Cell, Unit } from "./cell.ts";

export interface UnitStore {
  all(): readonly Unit[];
  add(units: readonly Unit[]): void;
  /** Forgets what lies in `root`, itself included; what that was. */
  dropWithin(root: Element): readonly Unit[];
  /** Forgets what is no longer in the document; true when there was something. */
  sweep(): boolean;
  /** Whether a unit lies in `root`, or is it. */
  within(root: Element): boolean;
  clear(): void;
  /** The innermost unit that an element lies in. */
  over(node: Node): Unit | undefined;
  /** The cell whose control this is. */
  cellOf(control: Element): Cell | undefined;
  /** Puts a cell in place of another of the same control. */
  replace(old: Cell, fresh: Cell): void;
}

/** Up through shadow roots. */
const above = (node: Node): Node | null => node.parentNode ?? (node as ShadowRoot).host ?? null;

/** Whether an element lies in `root` by way of a shadow root. */
function inDocument(element: Element, root: Element): boolean {
  for (let at: Node | null = element; at !== null; at = above(at)) if (at === root) return true;
  return false;
}

/** An empty store. */
export function unitStore(): UnitStore {
  let units = new Set<Unit>();
  let byRoot = new Map<Element, Unit[]>();
  let byControl = new WeakMap<Element, { cell: Cell; unit: Unit }>();

  const remove = (unit: Unit): void => {
    units.delete(unit);
    const same = byRoot.get(unit.root)?.filter((other) => other !== unit) ?? [];
    if (same.length > 0) byRoot.set(unit.root, same);
    else byRoot.delete(unit.root);
  };
  const put = (unit: Unit): void => {
    units.add(unit);
    const same = byRoot.get(unit.root);
    if (same === undefined) byRoot.set(unit.root, [unit]);
    else same.push(unit);
    for (const cell of unit.cells)
      if (cell.control !== undefined) byControl.set(cell.control, { cell, unit });
  };

  const within = (root: Element): boolean => {
    if (byRoot.has(root)) return true;
    if (root.firstElementChild === null && root.shadowRoot === null) return false;
    const inside = root.getElementsByTagName("*");
    // Whichever is fewer is looked through.
    if (inside.length > units.size || root.shadowRoot !== null) {
      for (const unit of units) if (inDocument(unit.root, root)) return true;
      return false;
    }
    for (const element of inside) if (byRoot.has(element) || element.shadowRoot !== null) return true;
    return false;
  };

  return {
    all: () => [...units],
    add: (more) => more.forEach(put),
    dropWithin(root) {
      const here = byRoot.get(root);
      // Bare rows hold nothing else.
      const gone =
        here?.[0]?.tables[0]?.bare === true
          ? here
          : within(root)
            ? [...units].filter((unit) => root.contains(unit.root))
            : [];
      gone.forEach(remove);
      return gone;
    },
    sweep() {
      const before = units.size;
      for (const unit of units) if (!unit.root.isConnected) remove(unit);
      return units.size < before;
    },
    within,
    clear() {
      units = new Set();
      byRoot = new Map();
      byControl = new WeakMap();
    },
    over(node) {
      for (let at: Node | null = node; at !== null; at = above(at)) {
        const found = byRoot.get(at as Element);
        if (found !== undefined) return found[0];
      }
      return undefined;
    },
    cellOf: (control) => {
      const found = byControl.get(control);
      return found !== undefined && units.has(found.unit) ? found.cell : undefined;
    },
    replace(old, fresh) {
      const unit = old.control === undefined ? undefined : byControl.get(old.control)?.unit;
      if (unit === undefined || !units.has(unit)) return;
      const next: Unit = { ...unit, cells: unit.cells.map((cell) => (cell === old ? fresh : cell)) };
      remove(unit);
      put(next);
    },
  };
}
