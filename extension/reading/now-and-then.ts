// Looks at a page now and then while it is seen and something stirs on it; on a page at rest, or out of sight, nothing runs.

/** Looks after the last sign of life. */
export const AWAKE = 20;
/** What tells that somebody is there again. */
const SIGNS = ["pointermove", "keydown", "scroll", "focus", "visibilitychange"];

export const isSeen = (): boolean => document.visibilityState !== "hidden";

/** Calls `look` each time that `again` lets it; what is returned is called at every sign of life of the page itself. */
export function nowAndThen(
  look: () => void,
  again: (job: () => void) => void,
  signal: AbortSignal,
): () => void {
  let left = AWAKE;
  let asleep: AbortController | undefined;
  const turn = (): void => {
    if (signal.aborted) return;
    if (left-- > 0 && isSeen()) {
      look();
      again(turn);
      return;
    }
    asleep = new AbortController();
    const how = { capture: true, passive: true, signal: asleep.signal };
    for (const sign of SIGNS) addEventListener(sign, stir, how);
  };
  const stir = (): void => {
    left = AWAKE;
    if (asleep === undefined || !isSeen()) return;
    asleep.abort();
    asleep = undefined;
    turn();
  };
  signal.addEventListener("abort", () => asleep?.abort());
  again(turn);
  return stir;
}
