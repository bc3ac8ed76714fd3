// Slices, pauses and the stop-loss, on a clock that the test turns.
import { expect, test } from "vitest";
import { type Clock, PAUSE, pace, SLICE } from "./pace.ts";

function handClock() {
  let now = 0;
  let jobs: { at: number; job: () => void; id: number }[] = [];
  let next = 1;
  const clock: Clock = {
    now: () => now,
    after(ms, job) {
      jobs.push({ at: now + ms, job, id: next });
      return next++;
    },
    cancel: (timer) => {
      jobs = jobs.filter(({ id }) => id !== timer);
    },
    idle: (job) => void jobs.push({ at: now, job, id: next++ }),
  };
  return {
    clock,
    spend: (ms: number) => {
      now += ms;
    },
    run(until: number) {
      for (;;) {
        const due = jobs.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        jobs = jobs.filter((one) => one !== due);
        now = Math.max(now, due.at);
        due.job();
      }
      now = Math.max(now, until);
    },
  };
}

test("changes in a row are worked on once, after the pause", () => {
  const { clock, run } = handClock();
  let passes = 0;
  const work = pace(clock, () => ++passes > 0);
  work.soon();
  run(PAUSE / 2);
  work.soon();
  run(PAUSE + 1);
  expect(passes).toBe(0);
  run(PAUSE * 2);
  expect(passes).toBe(1);
});

test("a burst of changes sets few timers, and light work waits for no idle moment", () => {
  const { clock, run } = handClock();
  let timers = 0;
  let idles = 0;
  let passes = 0;
  const counted: Clock = {
    ...clock,
    after(ms, job) {
      timers++;
      return clock.after(ms, job);
    },
    idle(job) {
      idles++;
      clock.idle(job);
    },
  };
  const work = pace(
    counted,
    () => ++passes > 0,
    () => true,
  );
  for (let at = 0; at < PAUSE; at += 10) {
    run(at);
    work.soon();
  }
  run(PAUSE * 4);
  expect([passes, timers, idles]).toEqual([1, 2, 0]);
});

test("a slice is told its end on the same clock that measures it", () => {
  const { clock, run, spend } = handClock();
  spend(5_000);
  let until = 0;
  pace(clock, (end) => {
    until = end;
    return true;
  }).now();
  run(5_000);
  expect(until).toBe(5_000 + SLICE);
});

/** Passes of one slice of `took` ms each, one every `every` ms; whether the page rests after each. */
function passes(took: number, every: number, count: number): readonly boolean[] {
  const { clock, run, spend } = handClock();
  const work = pace(clock, () => {
    spend(took);
    return true;
  });
  const rests: boolean[] = [];
  for (let n = 1; n <= count; n++) {
    work.now();
    run(n * every);
    rests.push(work.resting);
    if (work.resting) work.refresh();
  }
  return rests;
}

test("overlong slices that take more than a twentieth of the time for long: rest, until asked to begin again", () => {
  // The first reading is as long as it is.
  expect(passes(280, 1_000, 4)).toEqual([false, false, true, false]);
  expect(passes(170, 1_000, 6)).toEqual([false, false, false, false, true, false]);
});

test("a table that is long to read and redrawn each second is read along; many short slices are no overrun", () => {
  expect(passes(45, 1_000, 40)).not.toContain(true);
  expect(passes(70, 1_000, 40)).toContain(true);
  expect(passes(SLICE * 2, 100, 400)).not.toContain(true);
});
