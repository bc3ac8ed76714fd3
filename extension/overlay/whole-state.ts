// Asks the background for all that the panel shows while it is up, and lets its opening wait for that.
import type { FrameToBackground, PageState } from "../protocol/messages.ts";

export interface WholeState {
  /** The panel or the gate needs the whole state from now on, or no longer does. */
  want(yes: boolean): void;
  /** Does it when the whole is there; a background that is gone is not waited for. */
  once(then: () => void, state: PageState | undefined, reachable: boolean): void;
  /** What waited is done if the whole is there now, or will not come. */
  heard(state: PageState | undefined, reachable: boolean): void;
  /** What a new line to the background must hear. */
  greet(): readonly FrameToBackground[];
}

export function wholeState(send: (message: FrameToBackground) => void): WholeState {
  let whole = false;
  let waiting: (() => void) | undefined;
  const missing = (state: PageState | undefined, reachable: boolean): boolean =>
    state?.slim === true && reachable;
  return {
    want(yes) {
      if (whole === yes) return;
      whole = yes;
      send({ type: "whole", whole });
    },
    once(then, state, reachable) {
      if (missing(state, reachable)) waiting = then;
      else then();
    },
    heard(state, reachable) {
      if (missing(state, reachable)) return;
      const then = waiting;
      waiting = undefined;
      then?.();
    },
    greet: () => (whole ? [{ type: "whole", whole }] : []),
  };
}
