// How long an item may rest in each state, and when its silence is told one tier further up.
import type { Item, ItemState } from "./item.ts";

const DAY = 86_400_000;

/**
 * Days of 24 hours counted from the move, holidays included: a duty of the unit towards itself, not a period of the law, so
 * nothing rolls. The first is the officer's own time to put it right.
 */
export const STATE_LIMIT: Readonly<Record<Exclude<ItemState, "closed">, number>> = {
  warned: DAY,
  found: DAY,
  checking: 3 * DAY,
  mending: 7 * DAY,
  liability: 5 * DAY,
};

/** The furthest limit that a person may set (ms from now), and the most that one extension adds. */
export const MOST_LIMIT = 90 * DAY;
export const MOST_EXTENSION = 30 * DAY;

/** Between two tiers (ms). */
export const TIER_GRACE = DAY;

/** When an unanswered item is told to the next tier (ms): at the limit, then once a day up to the unit above. */
export function nextRing({ state, limit, tier }: Pick<Item, "state" | "limit" | "tier">): number | undefined {
  return state === "closed" || tier === 3 ? undefined : limit + tier * TIER_GRACE;
}

/** How its limit stands at `now` (ms): over red, the last day orange, the last two yellow, else blue; a closed one is green. */
export function itemColour(
  { state, limit }: Pick<Item, "state" | "limit">,
  now: number,
): "green" | "blue" | "yellow" | "orange" | "red" {
  if (state === "closed") return "green";
  const left = limit - now;
  if (left < 0) return "red";
  if (left <= DAY) return "orange";
  return left <= 2 * DAY ? "yellow" : "blue";
}
