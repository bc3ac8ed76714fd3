// Where the panel stands: right or left, below the host's top bar, never over its buttons, as high as is free.
import { pressablesUnder, topBarEnd } from "../free-place.ts";
import type { Place } from "../surface.ts";

export const GAP = 12;
/** Lower than this the panel would be of no use; then a button may lie under it. */
const LEAST = 320;

export interface Docked {
  readonly side: "left" | "right";
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Panel width: 400, 376 on narrow windows, or what the officer has dragged it to (360–560). */
export const panelWidth = (place: Place): number =>
  Math.min(560, Math.max(360, place.width ?? (innerWidth < 1366 ? 376 : 400)));

/** The free part of one side's column: buttons in its lower half cut it from below, those at its very top from above. */
export function freeColumn(
  box: DOMRect,
  buttons: readonly DOMRect[],
): { readonly top: number; readonly height: number } {
  let top = box.top;
  let bottom = box.bottom;
  for (const button of [...buttons].sort((a, b) => b.top - a.top)) {
    if (button.bottom <= top || button.top >= bottom) continue;
    if (button.top - 8 - top >= LEAST) bottom = button.top - 8;
    else if (bottom - button.bottom - 8 >= LEAST) top = button.bottom + 8;
  }
  return { top, height: bottom - top };
}

/** Chooses side and size; the wished side is kept unless the other one has clearly more room. */
export function dock(place: Place): Docked {
  const width = panelWidth(place);
  const top = Math.max(GAP, topBarEnd() + 10);
  const column = (side: "left" | "right") => {
    const left = side === "right" ? innerWidth - GAP - width : GAP;
    const box = new DOMRect(left, top, width, Math.max(LEAST, innerHeight - GAP - top));
    return { side, width, ...freeColumn(box, pressablesUnder(box)) };
  };
  const wished = column(place.panel);
  if (wished.height >= LEAST + 120) return wished;
  const other = column(place.panel === "right" ? "left" : "right");
  return other.height > wished.height + 160 ? other : wished;
}
