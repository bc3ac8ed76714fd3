// Which items a list shows and in which order: those over their limit first, then by limit, closed ones last.
import type { Reply } from "../../../shared/api/contract.ts";
import { ITEM_STATES } from "../../../shared/supervision/item.ts";

export type ItemView = Reply<"items">["items"][number];
export type StateFilter = "open" | ItemView["state"];
export type DueFilter = "any" | "late" | "soon";

export const STATE_FILTERS: readonly StateFilter[] = ["open", ...ITEM_STATES];
const SOON = 86_400_000;

export const late = (item: ItemView, now: number): boolean => item.state !== "closed" && item.limit < now;

export const inState = (item: ItemView, state: StateFilter): boolean =>
  state === "open" ? item.state !== "closed" : item.state === state;

/** Whether its limit has passed, or passes within a day. */
export const inDue = (item: ItemView, due: DueFilter, now: number): boolean =>
  due === "any" ||
  (due === "late"
    ? late(item, now)
    : item.state !== "closed" && item.limit >= now && item.limit < now + SOON);

/** Open before closed, then by limit; of closed ones the last first. */
export function byLimit(a: ItemView, b: ItemView): number {
  const closed = Number(a.state === "closed") - Number(b.state === "closed");
  if (closed !== 0) return closed;
  return a.state === "closed" ? (b.closed?.at ?? 0) - (a.closed?.at ?? 0) : a.limit - b.limit;
}

/** The owners of these items, by name. */
export function ownersOf(items: readonly ItemView[]): readonly (readonly [id: string, name: string])[] {
  const names = new Map(
    items.flatMap(({ owner }) => (owner === undefined ? [] : [[owner.id, owner.name] as const])),
  );
  return [...names].sort((a, b) => a[1].localeCompare(b[1], "zh-CN"));
}
