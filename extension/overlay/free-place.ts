// Where nothing of the host's is in the way: controls under a rectangle, the free place along an edge, the host's top bar.
import { OWN_ELEMENT } from "../look/own-element.ts";

/** What a person presses on a host page. */
export const PRESSABLE =
  'button,[role="button"],input[type="submit"],input[type="button"],input[type="image"]';
const CONTROL = `${PRESSABLE},input,select,textarea,a[href]`;

/** The host's element at a point, ours left out. */
export function hostAt(x: number, y: number): Element | undefined {
  // The single hit costs a fraction of the list, and it is seldom ours.
  const hit = document.elementFromPoint?.(x, y);
  if (hit != null && hit.localName !== OWN_ELEMENT) return hit;
  return document.elementsFromPoint?.(x, y).find((element) => element.localName !== OWN_ELEMENT);
}

/** True when a control of the host lies under the square of `size` at (left, top). */
function occupied(left: number, top: number, size: number): boolean {
  const points = [
    [0.5, 0.5],
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ] as const;
  return points.some(([x, y]) => {
    const hit = hostAt(left + x * size, top + y * size);
    const control = hit?.closest(CONTROL);
    return control != null && control.localName !== "textarea";
  });
}

/** Top of a free square nearest to `wish` along one edge (px); `wish` itself when nothing is free. */
export function freeTop(left: number, wish: number, size: number, inset: number): number {
  const clamp = (top: number): number =>
    Math.min(Math.max(top, inset), Math.max(inset, innerHeight - size - inset));
  for (let step = 0; step <= 12; step += 1)
    for (const sign of step === 0 ? [0] : [1, -1]) {
      const top = clamp(wish + sign * step * (size / 2));
      if (!occupied(left, top, size)) return top;
    }
  return clamp(wish);
}

/** Bottom of the host's bars that span the window's top (px), at most 120. */
export function topBarEnd(): number {
  let end = 0;
  for (let bars = 0; bars < 3; bars += 1) {
    let element: Element | null = hostAt(innerWidth / 2, end + 4) ?? null;
    let bar: DOMRect | undefined;
    for (; element !== null && element !== document.body; element = element.parentElement) {
      const box = element.getBoundingClientRect();
      if (box.height > 120) break;
      if (box.width >= innerWidth * 0.95 && box.height >= 16) bar = box;
    }
    if (bar === undefined || bar.bottom > 120 || bar.bottom <= end) return end;
    end = bar.bottom;
  }
  return end;
}

/** Boxes of the host's visible elements of a kind that meet `box`. */
export function elementsUnder(box: DOMRect, css: string): DOMRect[] {
  const found: DOMRect[] = [];
  for (const element of document.querySelectorAll(css)) {
    const rect = element.getBoundingClientRect();
    if (rect.width < 8 || rect.height < 8) continue;
    if (rect.left < box.right && rect.right > box.left && rect.top < box.bottom && rect.bottom > box.top)
      found.push(rect);
  }
  return found;
}
