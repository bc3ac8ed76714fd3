// Fetches the panel's script when it is needed, or ahead of it, and keeps the wish that waits for it.
import type { PageState } from "../protocol/messages.ts";
import { browserClock } from "../reading/pace.ts";
import type { Ask, PanelPart } from "./surface.ts";

/** How long after the first finding the panel's script is fetched ahead, so that it opens at once (ms). */
const AHEAD = 5_000;

/** True when notes or a gate need the panel's script in this frame. */
export function needsPart(state: PageState, frame: string): boolean {
  const noted = state.notes.some(({ anchor }) => anchor.frame === frame && anchor.page === state.pageKind);
  return (
    noted ||
    (state.submits.length > 0 && state.applicable.some((f) => f.gate !== "none" && f.verdict === "breached"))
  );
}

export interface PartLoader {
  /** The panel's part; undefined until it has been brought. */
  readonly part: PanelPart | undefined;
  /** Does `then` with the part, now or once it is there; of several that wait only the last is done. */
  with(then: (part: PanelPart) => void): void;
  fetch(): void;
  /** Fetches it after a while, when the page is idle. */
  fetchAhead(): void;
  /** Takes the part in; `drawn` is called before what waited is done. */
  bring(brought: PanelPart, drawn: () => void): void;
  stop(): void;
}

export function partLoader(ask: Ask): PartLoader {
  let part: PanelPart | undefined;
  let wish: ((part: PanelPart) => void) | undefined;
  let loading = false;
  let ended = false;
  let ahead: ReturnType<typeof setTimeout> | undefined;

  const fetch = (): void => {
    if (loading || ended || part !== undefined) return;
    loading = true;
    void ask("load-panel", {}).then((answer) => {
      loading = answer.ok && part === undefined;
    });
  };
  return {
    get part() {
      return part;
    },
    with(then) {
      if (part !== undefined) then(part);
      else {
        wish = then;
        fetch();
      }
    },
    fetch,
    fetchAhead() {
      ahead ??= setTimeout(() => browserClock(window).idle(fetch), AHEAD);
    },
    bring(brought, drawn) {
      part = brought;
      loading = false;
      const then = wish;
      wish = undefined;
      drawn();
      then?.(brought);
    },
    stop() {
      ended = true;
      clearTimeout(ahead);
      part?.close();
      part?.stop();
    },
  };
}
