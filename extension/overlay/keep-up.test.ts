// Looks follow what stirs, at most a few in a second, and stop with the last thing on the page.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type KeepUp, keepUp } from "./keep-up.ts";

let looks: number;
let kept: KeepUp;
beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  kept = keepUp({
    follow() {
      looks += 1;
    },
    resized: () => undefined,
    minute: () => undefined,
  });
});
afterEach(() => {
  kept.stop();
  vi.useRealTimers();
});

it("looks once soon after many stirs, and again after later ones", () => {
  kept.on();
  for (let n = 0; n < 50; n++) kept.stir(false);
  vi.advanceTimersByTime(200);
  expect(looks).toBe(1);
  for (let n = 0; n < 100; n++) {
    kept.stir(false);
    vi.advanceTimersByTime(10);
  }
  expect(looks).toBeLessThan(12);
  vi.advanceTimersByTime(200);
  looks = 1;
  document.dispatchEvent(new Event("transitionend", { bubbles: true }));
  vi.advanceTimersByTime(200);
  expect(looks).toBe(2);
});

it("looks when the page has been read after a change, and waits for no reading that is long in coming", () => {
  kept.on();
  kept.stir(false);
  kept.settled();
  expect(looks).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(looks).toBe(1);
  kept.stir(false);
  kept.stir(false);
  vi.advanceTimersByTime(200);
  expect(looks).toBe(2);
});

it("looks soon after what only ticks, which nobody will read, and not at each tick", () => {
  kept.on();
  for (let n = 0; n < 10; n++) kept.stir(true);
  expect(looks).toBe(0);
  vi.advanceTimersByTime(200);
  expect(looks).toBe(1);
  kept.settled();
  expect(looks).toBe(1);
});

it("rests on a page at rest, but for the minute's tick", () => {
  kept.on();
  vi.advanceTimersByTime(600_000);
  expect(vi.getTimerCount()).toBe(1);
  looks = 0;
  dispatchEvent(new Event("pointermove"));
  expect(looks).toBe(1);
  kept.off();
  vi.advanceTimersByTime(10_000);
  expect(vi.getTimerCount()).toBe(0);
});

it("does nothing while nothing stands on the page", () => {
  kept.stir(false);
  vi.advanceTimersByTime(10_000);
  expect(looks).toBe(0);
  kept.on();
  kept.stir(false);
  kept.off();
  kept.settled();
  vi.advanceTimersByTime(10_000);
  expect(looks).toBe(0);
});
