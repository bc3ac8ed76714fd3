// The union of spans of time, asked whether it covers another one.

export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Spans as stretches without overlap, the earliest first; those that touch, or lie up to `slack` (ms) apart, are one. */
export function merged(spans: readonly Stretch[], slack: number): readonly Stretch[] {
  const sorted = spans.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  const whole: { from: number; until: number }[] = [];
  for (const { from, until } of sorted) {
    const last = whole.at(-1);
    if (last !== undefined && from - last.until <= slack) last.until = Math.max(last.until, until);
    else whole.push({ from, until });
  }
  return whole;
}

/** Whether one stretch reaches from `from` to `until`, but for `slack` (ms) at each end. */
export function covers(stretches: readonly Stretch[], from: number, until: number, slack: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.from - slack <= from) low = middle + 1;
    else high = middle;
  }
  const one = stretches[low - 1];
  return one !== undefined && until <= one.until + slack;
}
