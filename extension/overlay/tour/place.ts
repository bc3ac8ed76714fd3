// Where the tour's card stands: beside what it speaks of, inside the window, over neither the button nor the panel.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 12;

const within = (wish: number, size: number, room: number): number =>
  Math.max(GAP, Math.min(wish, room - size - GAP));

/** The card's left upper corner (px): on the side of `beside` that has room for it, level with its middle; below all else when neither has. */
export function placeBeside(
  beside: Box,
  card: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const before = beside.left - GAP - card.width;
  const after = beside.left + beside.width + GAP;
  // Level with the middle of a button, with the head of a panel.
  const middle = beside.top + Math.min(beside.height, 200) / 2 - card.height / 2;
  const top = within(middle, card.height, room.height);
  if (before >= GAP) return { left: before, top };
  if (after + card.width + GAP <= room.width) return { left: after, top };
  return { left: within(beside.left, card.width, room.width), top: room.height - card.height - GAP };
}
