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

test("three overlong slices after the first reading: rest, until asked to begin again", () => {
  const { clock, run, spend } = handClock();
  const work = pace(clock, () => {
    spend(SLICE * 3);
    return true;
  });
  const pass = (at: number): void => {
    work.now();
    run(at);
  };
  for (const at of [100, 200, 300]) pass(at);
  expect(work.resting).toBe(false);
  pass(400);
  expect(work.resting).toBe(true);
  work.refresh();
  expect(work.resting).toBe(false);
});
