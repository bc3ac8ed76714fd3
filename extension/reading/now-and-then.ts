// Looks at a page now and then while it is seen and something stirs on it; on a page at rest, or out of sight, nothing runs.

/** Looks after the last sign of life. */
export const AWAKE = 20;
/** What tells that somebody is there again. */
const SIGNS = ["pointermove", "keydown", "scroll", "visibilitychange"];

export const isSeen = (): boolean => !document.hidden;

/** Calls `look` each time that `again` lets it; what is returned is called at every sign of life of the page itself. */
export function nowAndThen(
  look: () => void,
  again: (job: () => void) => void,
  signal: AbortSignal,
): () => void {
  let left = AWAKE;
  let asleep = false;
  const turn = (): void => {
    asleep = left-- <= 0 || !isSeen();
    if (asleep) for (const sign of SIGNS) addEventListener(sign, stir, { capture: true, once: true, signal });
    else if (!signal.aborted) {
      look();
      again(turn);
    }
  };
  const stir = (): void => {
    left = AWAKE;
    if (asleep) turn();
  };
  again(turn);
  return stir;
}
