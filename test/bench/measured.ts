// Times two or more things against each other in one run, so that a busy machine slows all of them alike.

/** Called with a number that grows from call to call, over all rounds. */
export type Pass = (index: number) => unknown;

interface Clocked {
  readonly pass: Pass;
  index: number;
}

/** Time on the processor (µs), of all threads: what others take away on a busy machine is not counted. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Calls a pass until `ms` have passed; answers the processor's time for one call (µs). */
async function timeOf(one: Clocked, ms: number): Promise<number> {
  const start = performance.now();
  const before = spent();
  const first = one.index;
  do {
    const answer = one.pass(one.index++);
    if (answer instanceof Promise) await answer;
  } while (performance.now() - start < ms);
  return (spent() - before) / (one.index - first);
}

/** The value that `part` of all do not exceed (0.95: the 95th percentile); 0 of none. */
export const place = (all: readonly number[], part: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export interface Timed {
  /** Median time of one call (µs). */
  readonly time: number;
  /** Median of the ratio to the first thing, each taken within one round. */
  readonly ratio: number;
}

/** Rounds long enough that an engine meets its own caches, and many enough that most are hardly disturbed (ms). */
const ROUNDS = 41;
const SLICE = 15;
/** Long enough for the compiler to have done with what is timed (ms). */
const WARM = 150;

/** Medians over rounds in which each is run for a moment in turn; the first is what the others are compared with. */
export async function compared(passes: readonly Pass[]): Promise<readonly Timed[]> {
  const clocked = passes.map((pass): Clocked => ({ pass, index: 0 }));
  for (const one of clocked) await timeOf(one, WARM);
  const rounds: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (const one of clocked) times.push(await timeOf(one, SLICE));
    rounds.push(times);
  }
  return passes.map((_, i) => ({
    time: median(rounds.map((times) => times[i]!)),
    ratio: median(rounds.map((times) => times[i]! / times[0]!)),
  }));
}
