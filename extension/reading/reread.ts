// Reads one control anew after a key or a choice, without reading the page around it.
import { boxText } from "./box-text.ts";
import type { Cell } from "./cell.ts";
import type { UnitStore } from "./unit-store.ts";
import { tidy } from "./visible.ts";
import type { ValueWatch } from "./watch-values.ts";

export interface Change {
  readonly old: Cell;
  readonly fresh: Cell;
}

/** Brings the control's cell up to date and adds to `changes` what became of it; false where the control has no cell yet. */
export function reread(control: Element, store: UnitStore, values: ValueWatch, changes: Change[]): boolean {
  const cell = store.cellOf(control);
  if (cell === undefined) return false;
  if (cell.raw === undefined) values.read(control);
  else cell.raw = (control as HTMLInputElement).value;
  if (cell.plain === true) {
    // A typed key changes nothing but the text in its box, and comes too often to make the cell anew.
    const value = cell.raw === undefined ? boxText(control) : tidy(cell.raw);
    if (value === cell.value) return true;
    cell.value = value;
    changes.push({ old: cell, fresh: cell });
    return true;
  }
  const now = cell.again();
  if (now.value === cell.value && now.parts?.join() === cell.parts?.join()) return true;
  const fresh: Cell = { ...now, label: cell.label, section: cell.section, again: cell.again };
  store.replace(cell, fresh);
  changes.push({ old: cell, fresh });
  return true;
}
