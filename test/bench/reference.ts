// A loop of known length, by which times measured on a slower or busier machine are brought to a common scale.

/** Its length on the machine on which the budgets were set (ms). */
const NOMINAL = 0.84;
const RUNS = 200;

function loop(): number {
  const map = new Map<string, number>();
  let text = "";
  for (let i = 0; i < 20_000; i++) {
    const key = `k${i % 977}`;
    map.set(key, (map.get(key) ?? 0) + i);
    if (i % 7 === 0) text += key;
  }
  return map.size + text.length;
}

/** By how much slower than that machine this one is now; never less than 1, so that no budget is made harder. */
export function slowness(): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    loop();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return Math.max(1, times[RUNS / 2]! / NOMINAL);
}
