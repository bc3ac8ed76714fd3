// Notices values that a script set without any event, and boxes that a style sheet showed or hid: looked at when the page is idle.
import type { Cell } from "./cell.ts";
import { kindOf } from "./libraries.ts";
import type { UnitStore } from "./unit-store.ts";
import { isOpen, isVisible } from "./visible.ts";

/** Between two looks (ms). */
export const LOOK_EVERY = 1_000;

const TURNS = 4;

export interface Noticed {
  /** Controls of other values, and what was hidden and is shown. */
  readonly changed: readonly Element[];
  readonly gone: readonly Element[];
}

const raw = (control: Element): string | undefined => {
  const box = control as HTMLInputElement;
  if (box.type === "checkbox" || box.type === "radio") return String(box.checked);
  return typeof box.value === "string" ? box.value : undefined;
};

export interface ValueWatch {
  /** Whether a cell's control holds another value than was read. */
  differs(cell: Cell): boolean;
  /** What changed since the last look. */
  look(store: UnitStore, hidden: Set<Element>): Noticed;
  /** Remembers a control's value as read. */
  read(control: Element): void;
}

/** Remembers the values that were last read. */
export function valueWatch(): ValueWatch {
  const last = new WeakMap<Element, string>();
  let turn = 0;
  const differs = (cell: Cell): boolean => {
    const { control } = cell;
    if (cell.raw !== undefined) return (control as HTMLInputElement).value !== cell.raw;
    const now = control === undefined ? undefined : raw(control);
    if (now === undefined) return false;
    const before = last.get(control!);
    last.set(control!, now);
    return before !== undefined && before !== now;
  };
  return {
    differs,
    look(store, hidden) {
      const changed: Element[] = [];
      const gone: Element[] = [];
      turn++;
      const units = store.all();
      for (let at = 0; at < units.length; at++) {
        const unit = units[at]!;
        // Whether a box is shown costs more to ask than a value: each is asked at every fourth look.
        if (at % TURNS === turn % TURNS && !(unit.root.isConnected && isVisible(unit.root)))
          gone.push(unit.root);
        for (const cell of unit.cells) if (differs(cell)) changed.push(cell.control!);
      }
      for (const element of hidden) {
        if (!element.isConnected) hidden.delete(element);
        else if (isVisible(element) && isOpen(element, kindOf(element))) {
          hidden.delete(element);
          changed.push(element);
        }
      }
      return { changed, gone };
    },
    read(control) {
      const now = raw(control);
      if (now !== undefined) last.set(control, now);
    },
  };
}
