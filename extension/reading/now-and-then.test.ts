// Looks at a page stop when nothing stirs and come back with the first sign of life, of the page or of who sits before it.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AWAKE, nowAndThen } from "./now-and-then.ts";

let looks: number;
let end: AbortController;
let stir: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  end = new AbortController();
  stir = nowAndThen(
    () => {
      looks++;
    },
    (job) => setTimeout(job, 1_000),
    end.signal,
  );
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("comes to rest, and no timer is left", () => {
  vi.advanceTimersByTime(300_000);
  expect(looks).toBe(AWAKE);
  expect(vi.getTimerCount()).toBe(0);
});

it("looks at once when somebody moves, and goes on", () => {
  vi.advanceTimersByTime(300_000);
  dispatchEvent(new Event("pointermove"));
  expect(looks).toBe(AWAKE + 1);
  dispatchEvent(new Event("pointermove"));
  expect(looks).toBe(AWAKE + 1);
  vi.advanceTimersByTime(300_000);
  expect(looks).toBe(2 * AWAKE);
});

it("looks again when the page stirs by itself; what stirs all the time keeps it awake", () => {
  vi.advanceTimersByTime(300_000);
  for (let n = 0; n < 50; n++) {
    stir();
    vi.advanceTimersByTime(1_000);
  }
  expect(looks).toBe(AWAKE + 51);
});

it("does nothing out of sight, and looks as soon as the page is seen", () => {
  const seen = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  for (let n = 0; n < 50; n++) {
    stir();
    vi.advanceTimersByTime(1_000);
  }
  expect(looks).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  seen.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  expect(looks).toBe(1);
});

it("ends with the signal, awake or asleep", () => {
  vi.advanceTimersByTime(300_000);
  end.abort();
  dispatchEvent(new Event("keydown"));
  stir();
  vi.advanceTimersByTime(300_000);
  expect(looks).toBe(AWAKE);
});
