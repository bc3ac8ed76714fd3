// Notices values that a script set without any event, and boxes that a style sheet showed or hid: looked at when the page is idle.
import { kindOf } from "./libraries.ts";
import type { UnitStore } from "./unit-store.ts";
import { isOpen, isVisible } from "./visible.ts";

/** Between two looks (ms). */
export const LOOK_EVERY = 1_000;

const TURNS = 4;

export interface Noticed {
  readonly controls: readonly Element[];
  readonly shown: readonly Element[];
  readonly gone: readonly Element[];
}

const raw = (control: Element): string | undefined => {
  const box = control as HTMLInputElement;
  if (box.type === "checkbox" || box.type === "radio") return String(box.checked);
  return typeof box.value === "string" ? box.value : undefined;
};

export interface ValueWatch {
  /** Controls whose value is another than was read. */
  changed(store: UnitStore): readonly Element[];
  /** What changed since the last look. */
  look(store: UnitStore, hidden: Set<Element>): Noticed;
  /** Remembers a control's value as read. */
  read(control: Element): void;
}

/** Remembers the values that were last read. */
export function valueWatch(): ValueWatch {
  const last = new WeakMap<Element, string>();
  let turn = 0;
  const changed = (store: UnitStore): readonly Element[] => {
    const controls: Element[] = [];
    for (const { cells } of store.all())
      for (const { control, raw: before } of cells) {
        if (control === undefined) continue;
        if (before !== undefined) {
          if ((control as HTMLInputElement).value !== before) controls.push(control);
          continue;
        }
        const now = raw(control);
        if (now === undefined) continue;
        const known = last.get(control);
        last.set(control, now);
        if (known !== undefined && known !== now) controls.push(control);
      }
    return controls;
  };
  return {
    changed,
    look(store, hidden) {
      const controls = changed(store);
      const gone: Element[] = [];
      turn++;
      const units = store.all();
      for (let at = 0; at < units.length; at++) {
        const unit = units[at]!;
        // Whether a box is shown costs more to ask than a value: each is asked at every fourth look.
        if (at % TURNS === turn % TURNS && !(unit.root.isConnected && isVisible(unit.root)))
          gone.push(unit.root);
      }
      const shown: Element[] = [];
      for (const element of hidden) {
        if (!element.isConnected) hidden.delete(element);
        else if (isVisible(element) && isOpen(element, kindOf(element))) {
          hidden.delete(element);
          shown.push(element);
        }
      }
      return { controls, shown, gone };
    },
    read(control) {
      const now = raw(control);
      if (now !== undefined) last.set(control, now);
    },
  };
}
