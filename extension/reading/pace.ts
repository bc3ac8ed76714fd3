// When work is done: after a pause, in idle slices of a few milliseconds, and less often when the page proves too heavy.

/** Pause after the last change before anything is read (ms). */
export const PAUSE = 120;
/** A stream of changes is read after this long all the same (ms). */
const LONGEST_PAUSE = 480;
/** One slice of work (ms). */
export const SLICE = 4;
/** A slice that took this long was too long (ms); a slice ends between two elements, not within one. */
const OVERRUN = 2 * SLICE;
/** Slices that were too long may take a twentieth of the time, and half a second (ms) before that counts. */
const SHARE = 0.05;
const CREDIT = 500;

export interface Pace {
  /** Something changed: work is due after the pause. */
  soon(): void;
  /** Work is due at once. */
  now(): void;
  /** True when the page is only read when a field is left or a form is sent. */
  readonly resting: boolean;
  /** Back to reading along. */
  refresh(): void;
  end(): void;
}

export interface Clock {
  readonly now: () => number;
  readonly after: (ms: number, job: () => void) => number;
  readonly cancel: (timer: number) => void;
  readonly idle: (job: () => void) => void;
}

/** The browser's own clock. */
export function browserClock(window: Window): Clock {
  return {
    now: () => performance.now(),
    after: (ms, job) => window.setTimeout(job, ms),
    cancel: (timer) => window.clearTimeout(timer),
    idle: (job) => void window.requestIdleCallback(job, { timeout: 250 }),
  };
}

/**
 * `work` does one slice until the given instant and says whether all is done; what is due and `light` is not worth the wait
 * for an idle moment.
 */
export function pace(
  clock: Clock,
  work: (until: number) => boolean,
  light: () => boolean = () => false,
): Pace {
  let timer: number | undefined;
  let asked = 0;
  let latest = 0;
  let running = false;
  let resting = false;
  let ended = false;
  let loaded = false;
  let debt = 0;
  let counted = 0;

  const slice = (): void => {
    if (ended) return;
    const from = clock.now();
    const done = work(from + SLICE);
    const took = clock.now() - from;
    // The first reading warms the engine up and is as long as it is; what counts is what comes after it.
    if (loaded && took > OVERRUN) {
      debt = Math.max(0, debt - (from - counted) * SHARE) + took;
      counted = from;
      if (debt > CREDIT) resting = true;
    }
    if (done) {
      running = false;
      loaded = true;
    } else clock.idle(slice);
  };
  const run = (): void => {
    timer = undefined;
    if (running || ended) return;
    running = true;
    if (light()) slice();
    else clock.idle(slice);
  };
  /** One timer serves a whole burst of changes: it is set anew only when it has run out too early. */
  const due = (): void => {
    const left = Math.min(latest + PAUSE, asked + LONGEST_PAUSE) - clock.now();
    // Timers count in whole milliseconds and may fire a fraction early.
    if (left > 1 && !ended) timer = clock.after(left, due);
    else run();
  };

  return {
    get resting() {
      return resting;
    },
    soon() {
      if (ended || resting) return;
      latest = clock.now();
      if (timer !== undefined) return;
      asked = latest;
      timer = clock.after(PAUSE, due);
    },
    now() {
      if (ended) return;
      if (timer !== undefined) clock.cancel(timer);
      timer = clock.after(0, run);
    },
    refresh() {
      resting = false;
      debt = 0;
    },
    end() {
      ended = true;
      if (timer !== undefined) clock.cancel(timer);
    },
  };
}
