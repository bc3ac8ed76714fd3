// Keeps what stands on the page at its place: when the host scrolls, is resized or changes, and by a look now and then.

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
  /** The page has changed. */
  stir(): void;
  /** The page has been read after its change: a good moment, and one timer less. */
  settled(): void;
  stop(): void;
}

/** `follow` moves things, `resized` settles what hangs on the window's size, `minute` brings the remaining times up to date. */
export function keepUp(does: { follow(): void; resized(): void; minute(): void }): KeepUp {
  let timers: ReturnType<typeof setInterval>[] = [];
  let asked = false;
  let calm: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    if (asked || timers.length === 0) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      does.follow();
    });
  };
  const look = (): void => {
    if (document.visibilityState === "visible") does.follow();
  };
  const stir = (): void => {
    if (calm !== undefined || timers.length === 0) return;
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
    for (const timer of timers) clearInterval(timer);
    clearTimeout(calm);
    calm = undefined;
    timers = [];
  };
  const quietly = { capture: true, passive: true };
  addEventListener("scroll", soon, quietly);
  addEventListener("resize", resized);
  for (const name of STIRS) addEventListener(name, stir, quietly);
  return {
    on() {
      if (timers.length === 0) timers = [setInterval(look, LOOK), setInterval(does.minute, MINUTE)];
    },
    off,
    stir,
    settled() {
      if (calm === undefined) return;
      clearTimeout(calm);
      calm = undefined;
      look();
    },
    stop() {
      off();
      removeEventListener("scroll", soon, quietly);
      removeEventListener("resize", resized);
      for (const name of STIRS) removeEventListener(name, stir, quietly);
    },
  };
}
