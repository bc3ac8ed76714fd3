// Where the panel stands: right or left, below the host's top bar, never over its buttons, as high as is free.
import { elementsUnder, PRESSABLE, topBarEnd } from "../free-place.ts";
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

/** Share of the window's free height below which the other side is looked at. */
const ENOUGH = 0.6;
/** The host's own way through its pages: covering it would be worse than a short panel. */
const WAYS = '[role="menuitem"],[role="navigation"] a,nav a,nav li,aside a,aside li,[role="treeitem"]';

/** Chooses side and size: the wished side unless it is crowded and the other one neither crowded nor the host's menu. */
export function dock(place: Place): Docked {
  const width = panelWidth(place);
  const top = Math.max(GAP, topBarEnd() + 10);
  const full = Math.max(LEAST, innerHeight - GAP - top);
  const column = (side: "left" | "right") => {
    const left = side === "right" ? innerWidth - GAP - width : GAP;
    const box = new DOMRect(left, top, width, full);
    return { side, width, box, ...freeColumn(box, elementsUnder(box, PRESSABLE)) };
  };
  const wished = column(place.panel);
  if (wished.height >= full * ENOUGH) return wished;
  const other = column(place.panel === "right" ? "left" : "right");
  return other.height >= full * ENOUGH && elementsUnder(other.box, WAYS).length === 0 ? other : wished;
}
