// Where the edge button stands: its size, its distance from the edge, and how it is put there.
import type { Place } from "./surface.ts";

/** Its side, and how far it stays from the window's edges (px). */
export const SIZE = 40;
export const INSET = 6;

/** Puts the button at a side, its upper edge at `top` (px). */
export function putButton({ style }: HTMLElement, side: Place["side"], top: number): void {
  style.top = `${top}px`;
  style.left = style.right = "auto";
  style[side] = `${INSET}px`;
}
