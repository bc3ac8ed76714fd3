// Keeps what stands on the page at its place: when the host scrolls, is resized or changes, and by a look now and then.
import { isSeen, nowAndThen } from "../reading/now-and-then.ts";

/** How often it looks where fields have gone to when nothing was heard of (ms). */
const LOOK = 2_000;
/** Between two looks at a page that changes all the time (ms). */
const CALM = 150;
const MINUTE = 60_000;

/** What moves things without a change of the document: the ends of movements, images that have come, styles of what is used. */
const STIRS = ["transitionend", "animationend", "load", "toggle", "focusin", "click"];

export interface KeepUp {
  /** Begins to look; only while something stands on the page, so that a page without a case costs nothing. */
  on(): void;
  off(): void;
  /**
   * The page has changed; mostly it is read soon, and that is the better moment: a timer runs only where more changes come
   * first, or where it is not read because something only `ticks`.
   */
  stir(ticks: boolean): void;
  /** The page has been read after its change. */
  settled(): void;
  stop(): void;
}

/** `follow` moves things, `resized` settles what hangs on the window's size, `minute` brings the remaining times up to date. */
export function keepUp(does: { follow(): void; resized(): void; minute(): void }): KeepUp {
  /** Ends the looks; undefined while nothing stands on the page. */
  let looking: AbortController | undefined;
  let woken = (): void => undefined;
  let asked = false;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let stirred = false;
  const soon = (): void => {
    if (asked || looking === undefined) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      does.follow();
    });
  };
  const look = (): void => {
    if (isSeen()) does.follow();
  };
  const stir = (): void => {
    woken();
    if (calm !== undefined || looking === undefined) return;
    calm = setTimeout(() => {
      calm = undefined;
      // Between two frames the page is laid out, and places cost next to nothing to read; within one they are not.
      look();
    }, CALM);
  };
  const resized = (): void => {
    does.resized();
    soon();
  };
  const off = (): void => {
    looking?.abort();
    looking = undefined;
    clearTimeout(calm);
    calm = undefined;
  };
  const quietly = { capture: true, passive: true };
  addEventListener("scroll", soon, quietly);
  addEventListener("resize", resized);
  for (const name of STIRS) addEventListener(name, stir, quietly);
  return {
    on() {
      if (looking !== undefined) return;
      looking = new AbortController();
      const { signal } = looking;
      const minute = (): void => {
        if (isSeen()) does.minute();
      };
      woken = nowAndThen(look, (job) => setTimeout(job, LOOK), signal);
      const ticking = setInterval(minute, MINUTE);
      signal.addEventListener("abort", () => clearInterval(ticking));
      document.addEventListener("visibilitychange", minute, { signal });
    },
    off,
    stir(ticks) {
      if (stirred || ticks) stir();
      else woken();
      stirred ||= !ticks;
    },
    settled() {
      if (!stirred) return;
      stirred = false;
      if (calm !== undefined) clearTimeout(calm);
      calm = undefined;
      if (looking !== undefined) look();
    },
    stop() {
      off();
      removeEventListener("scroll", soon, quietly);
      removeEventListener("resize", resized);
      for (const name of STIRS) removeEventListener(name, stir, quietly);
    },
  };
}
