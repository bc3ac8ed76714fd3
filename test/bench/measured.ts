// Times two or more things against each other in one run, so that a busy machine slows all of them alike.

/** Calls `pass` with a running number until `ms` have passed; answers the time of one call (µs). */
async function timeOf(pass: Pass, ms: number): Promise<number> {
  const start = performance.now();
  let passes = 0;
  do {
    const answer = pass(passes++);
    if (answer instanceof Promise) await answer;
  } while (performance.now() - start < ms || passes < 16);
  return ((performance.now() - start) * 1_000) / passes;
}

export type Pass = (index: number) => unknown;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export interface Timed {
  /** Median time of one call (µs). */
  readonly time: number;
  /** Median of the ratio to the first thing, each taken within one round. */
  readonly ratio: number;
}

const ROUNDS = 9;

/** Medians over rounds in which each is run for `ms` in turn; the first is what the others are compared with. */
export async function compared(passes: readonly Pass[], ms = 40): Promise<readonly Timed[]> {
  for (const pass of passes) await timeOf(pass, 2 * ms);
  const rounds: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (const pass of passes) times.push(await timeOf(pass, ms));
    rounds.push(times);
  }
  return passes.map((_, i) => ({
    time: median(rounds.map((times) => times[i]!)),
    ratio: median(rounds.map((times) => times[i]! / times[0]!)),
  }));
}
