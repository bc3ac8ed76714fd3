// Where the panel stands: right or left, below the host's top bar, never over its buttons, as high as is free.
import { elementsUnder, PRESSABLE, topBarEnd } from "../free-place.ts";
import type { Place } from "../surface.ts";

export const GAP = 12;
/** Lower than this the panel would be of no use; then a button may lie under it. */
const LEAST = 320;

export interface Docked {
  readonly side: "left" | "right";
  /** Distance from that side's edge (px). */
  readonly inset: number;
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
  let best: { top: number; height: number } | undefined;
  const gap = (bottom: number): void => {
    if (bottom - top >= LEAST && bottom - top > (best?.height ?? 0)) best = { top, height: bottom - top };
  };
  for (const button of [...buttons].sort((a, b) => a.top - b.top)) {
    if (button.top > top) gap(Math.min(button.top - 8, box.bottom));
    top = Math.max(top, button.bottom + 8);
  }
  gap(box.bottom);
  return best ?? { top: box.top, height: box.height };
}

/** Share of the window's free height below which another place is looked for. */
const ENOUGH = 0.7;
/** As far as the panel steps in from the edge to leave a column of the host's buttons free (px). */
const STEP_IN = 160;
/** The host's own way through its pages: covering it would be worse than a short panel. */
const WAYS = '[role="menuitem"],[role="navigation"] a,nav a,nav li,aside a,aside li,[role="treeitem"]';

/** Chooses side and size: the wished side, a step in from it, the other side if that is neither crowded nor the host's menu. */
export function dock(place: Place): Docked {
  const width = panelWidth(place);
  const top = Math.max(GAP, topBarEnd() + 10);
  const full = Math.max(LEAST, innerHeight - GAP - top);
  const column = (side: "left" | "right", inset = GAP): Docked & { readonly box: DOMRect } => {
    const left = side === "right" ? innerWidth - inset - width : inset;
    const box = new DOMRect(left, top, width, full);
    return { side, inset, width, box, ...freeColumn(box, elementsUnder(box, PRESSABLE)) };
  };
  const fits = ({ height }: Docked): boolean => height >= full * ENOUGH;
  const wished = column(place.panel);
  if (fits(wished)) return wished;
  const { side } = wished;
  const steps = elementsUnder(wished.box, PRESSABLE)
    .map((button) => (side === "right" ? innerWidth - button.left : button.right) + 8)
    .filter((inset) => inset > GAP && inset <= STEP_IN)
    .sort((a, b) => a - b);
  for (const inset of steps) {
    const inner = column(side, inset);
    if (fits(inner)) return inner;
  }
  const other = column(side === "right" ? "left" : "right");
  return fits(other) && elementsUnder(other.box, WAYS).length === 0 ? other : wished;
}
