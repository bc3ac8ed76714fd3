// Finds for every span one that lies at the same time and belongs to another group, in one pass over the sorted spans.

export interface Span {
  readonly from: number;
  readonly until: number;
  /** Spans of the same group may lie at the same time. */
  readonly group: string;
}

/**
 * For each span the place of one of another group with which it shares more than `slack` (ms), or -1. O(n log n): of those
 * that begin earlier the one that lasts longest decides, of those that begin later the next.
 */
export function overlapping(spans: readonly Span[], slack: number): readonly number[] {
  const found: number[] = new Array<number>(spans.length).fill(-1);
  const order: number[] = [];
  for (let i = 0; i < spans.length; i++) if (spans[i]!.until - spans[i]!.from > slack) order.push(i);
  order.sort((a, b) => spans[a]!.from - spans[b]!.from || a - b);
  lookBack(spans, order, slack, found);
  lookAhead(spans, order, slack, found);
  return found;
}

function lookBack(spans: readonly Span[], order: readonly number[], slack: number, found: number[]): void {
  // The longest-lasting span so far, and the longest-lasting one of any other group.
  let [first, second] = [-1, -1];
  for (const i of order) {
    const { from, until, group } = spans[i]!;
    const before = first >= 0 && spans[first]!.group !== group ? first : second;
    if (before >= 0 && spans[before]!.until - from > slack) found[i] = before;
    if (first < 0 || spans[first]!.group === group) {
      if (first < 0 || until > spans[first]!.until) first = i;
    } else if (until > spans[first]!.until) {
      second = first;
      first = i;
    } else if (second < 0 || until > spans[second]!.until) second = i;
  }
}

function lookAhead(spans: readonly Span[], order: readonly number[], slack: number, found: number[]): void {
  let next = -1;
  for (let at = order.length - 1; at >= 0; at--) {
    const i = order[at]!;
    const after = order[at + 1];
    if (after !== undefined && spans[after]!.group !== spans[i]!.group) next = after;
    if (found[i] === -1 && next >= 0 && spans[i]!.until - spans[next]!.from > slack) found[i] = next;
  }
}
