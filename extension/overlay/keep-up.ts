// Keeps what stands on the page at its place: at once when the host scrolls or is resized, and by a look now and then.

/** How often it looks where fields have gone to (ms). */
const LOOK = 400;
const MINUTE = 60_000;

export interface KeepUp {
  /** Begins to look; only while something stands on the page, so that a page without a case costs nothing. */
  on(): void;
  off(): void;
  stop(): void;
}

/** `follow` moves things, `resized` settles what hangs on the window's size, `minute` brings the remaining times up to date. */
export function keepUp(does: { follow(): void; resized(): void; minute(): void }): KeepUp {
  let timers: ReturnType<typeof setInterval>[] = [];
  let asked = false;
  const soon = (): void => {
    if (asked || timers.length === 0) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      does.follow();
    });
  };
  const resized = (): void => {
    does.resized();
    soon();
  };
  const look = (): void => {
    if (document.visibilityState === "visible") does.follow();
  };
  const off = (): void => {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  };
  addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", resized);
  return {
    on() {
      if (timers.length === 0) timers = [setInterval(look, LOOK), setInterval(does.minute, MINUTE)];
    },
    off,
    stop() {
      off();
      removeEventListener("scroll", soon, { capture: true });
      removeEventListener("resize", resized);
    },
  };
}
