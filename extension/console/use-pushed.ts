// Hears from the background which kind of push has come from the unit, so that a list is new without being asked for.
import { useEffect, useRef } from "preact/hooks";
import type { Push } from "../../shared/api/contract.ts";
import { PUSHED } from "../protocol/traffic.ts";

/** Runs `then` whenever a push of this kind has come while the component is shown. */
export function usePushed(kind: Push["type"], then: () => unknown): void {
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    const hear = (message: unknown): undefined => {
      if (typeof message === "object" && message !== null && PUSHED in message && message[PUSHED] === kind)
        latest.current();
    };
    chrome.runtime.onMessage.addListener(hear);
    return () => chrome.runtime.onMessage.removeListener(hear);
  }, [kind]);
}
