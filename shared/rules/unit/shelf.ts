// Keeps the acts that share a tie in order, so that the one to be set beside another act is found without looking at all.
import { earliest, latest } from "../moment.ts";
import type { Partner } from "./partners.ts";

/** What has to hold of the partner: a date at or after `from`, or a time that covers the stretch. */
export interface Wanted {
  /** Earliest instant of our own date (ms); none where no date is asked for. */
  readonly from: number | undefined;
  /** What has to be covered (ms); `unread` where our own ends are not known. */
  readonly over: readonly [number, number] | "unread" | undefined;
  readonly slack: number;
}

/** A partner for sure, and one that may be; each the best of its kind. */
export interface Chosen {
  readonly sure: Partner | undefined;
  readonly perhaps: Partner | undefined;
}

export interface Shelf {
  readonly choose: (wanted: Wanted) => Chosen;
}

const dateOf = ({ at }: Partner): number => (at === undefined || at === null ? Number.NaN : latest(at));

const datedOf = (partners: readonly Partner[], surely: boolean): readonly Partner[] =>
  partners
    .filter(({ at, sure }) => at !== undefined && at !== null && sure === surely)
    .sort((a, b) => dateOf(a) - dateOf(b));

/** Sorted when first asked, then asked in O(log n). */
export function shelfOf(partners: readonly Partner[]): Shelf {
  const sure = partners.find((one) => one.sure);
  const unsure = partners.find((one) => !one.sure);
  const undated = partners.find(({ at }) => at === undefined);
  let byDate: readonly (readonly Partner[])[] | undefined;
  let covers: readonly ReturnType<typeof coverOf>[] | undefined;
  const choose = ({ from, over, slack }: Wanted): Chosen => {
    if (over === "unread") return { sure: undefined, perhaps: partners[0] };
    if (over !== undefined) {
      covers ??= [
        coverOf(partners, (one) => (one.sure ? one.over?.sure : undefined)),
        coverOf(partners, (one) => one.over?.may),
      ];
      return { sure: covers[0]!(over, slack), perhaps: covers[1]!(over, slack) };
    }
    if (from === undefined) return { sure, perhaps: unsure };
    byDate ??= [datedOf(partners, true), datedOf(partners, false)];
    return { sure: firstFrom(byDate[0]!, from), perhaps: firstFrom(byDate[1]!, from) ?? undated };
  };
  return { choose };
}

/** The first of partners sorted by date that does not lie wholly before `from`. */
function firstFrom(sorted: readonly Partner[], from: number): Partner | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dateOf(sorted[middle]!) < from) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** Of those that begin in time the one that lasts longest. */
function coverOf(
  partners: readonly Partner[],
  of: (partner: Partner) => readonly [number, number] | undefined,
): (wanted: readonly [number, number], slack: number) => Partner | undefined {
  const spans: { readonly partner: Partner; readonly from: number; readonly until: number }[] = [];
  for (const partner of partners) {
    const span = of(partner);
    if (span !== undefined) spans.push({ partner, from: span[0], until: span[1] });
  }
  const sorted = spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const longest: number[] = [];
  for (const [i, { until }] of sorted.entries()) {
    const before = longest[i - 1];
    longest.push(before !== undefined && sorted[before]!.until >= until ? before : i);
  }
  return ([from, until], slack) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.from <= from + slack) low = middle + 1;
      else high = middle;
    }
    const best = longest[low - 1];
    const one = best === undefined ? undefined : sorted[best];
    return one !== undefined && one.until >= until - slack ? one.partner : undefined;
  };
}

/** Earliest instant (ms) of a date, or none. */
export const earliestOf = (moment: unknown): number | undefined =>
  typeof moment === "number" || typeof moment === "string" ? earliest(moment) : undefined;
