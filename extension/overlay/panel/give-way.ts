// Gives way to a field that takes the focus under the panel, here or in a frame: to the other side, or by closing.

import { GAP } from "./dock.ts";
import { boxInTop } from "./frames-within.ts";

/** Moves `panel` where it does not cover the field, and calls `close` where it would on either side. */
export function giveWay(panel: HTMLElement, field: Element, close: () => void): void {
  const mine = panel.getBoundingClientRect();
  const box = boxInTop(field);
  const meets = (left: number): boolean =>
    box.right > left && box.left < left + mine.width && box.bottom > mine.top && box.top < mine.bottom;
  if (box.width === 0 || !meets(mine.left)) return;
  const side = mine.left > innerWidth / 2 ? "left" : "right";
  if (meets(side === "left" ? GAP : innerWidth - GAP - mine.width)) {
    close();
    return;
  }
  panel.style.left = side === "left" ? `${GAP}px` : "auto";
  panel.style.right = side === "right" ? `${GAP}px` : "auto";
}
