// Where the tour's card stands: beside what it speaks of, inside the window, over neither the officer's field nor a marker where that can be.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
type Size = Pick<Box, "width" | "height">;

const GAP = 12;

const within = (wish: number, size: number, room: number): number =>
  Math.max(GAP, Math.min(wish, room - size - GAP));

/** Area that two boxes share (square px). */
const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));

/**
 * The card's left upper corner (px): on the side of `beside` that has room for it, level with it, else at the window's foot or
 * head, whichever covers least of `keepOff`; at the foot when neither side has room.
 */
export function placeBeside(
  beside: Box,
  card: Size,
  room: Size,
  keepOff: readonly Box[] = [],
): { readonly left: number; readonly top: number } {
  const before = beside.left - GAP - card.width;
  const after = beside.left + beside.width + GAP;
  const foot = room.height - card.height - GAP;
  let left = before;
  if (before < GAP) {
    if (after + card.width + GAP > room.width)
      return { left: within(beside.left, card.width, room.width), top: foot };
    left = after;
  }
  // Level with the middle of a button, with the head of a panel.
  const level = within(
    beside.top + Math.min(beside.height, 200) / 2 - card.height / 2,
    card.height,
    room.height,
  );
  const covered = (top: number): number =>
    keepOff.reduce((sum, box) => sum + shared({ left, top, ...card }, box), 0);
  const top = [foot, GAP].reduce((best, one) => (covered(one) < covered(best) ? one : best), level);
  return { left, top };
}
