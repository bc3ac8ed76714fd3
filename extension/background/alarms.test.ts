// One browser alarm stands for the earliest of many jobs; what is due runs, what is not stays, and a restart runs all once.
import { beforeEach, expect, test, vi } from "vitest";

let ring: (alarm: { name: string }) => void;
const create = vi.fn();
const clear = vi.fn();
const NOW = 1_800_000_000_000;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ now: NOW });
  create.mockReset();
  clear.mockReset();
  vi.stubGlobal("chrome", {
    alarms: { create, clear, onAlarm: { addListener: (listener: typeof ring) => (ring = listener) } },
  });
});

test("the alarm stands at the earliest job, and moves when that one is taken off", async () => {
  const { due, nextAlarm } = await import("./alarms.ts");
  due("clock", NOW + 60_000);
  due("send", NOW + 20_000);
  expect(create).toHaveBeenLastCalledWith("next", { when: NOW + 20_000 });
  due("send", undefined);
  expect(create).toHaveBeenLastCalledWith("next", { when: NOW + 60_000 });
  expect(nextAlarm()).toBe(NOW + 60_000);
  due("clock", undefined);
  expect(clear).toHaveBeenCalledWith("next");
});

test("a ring runs what is due and leaves the rest", async () => {
  const { due, listen } = await import("./alarms.ts");
  const run = { clock: vi.fn(), send: vi.fn() };
  listen(run);
  due("clock", NOW + 60_000);
  due("send", NOW + 20_000);
  vi.setSystemTime(NOW + 20_000);
  ring({ name: "next" });
  expect([run.send.mock.calls.length, run.clock.mock.calls.length]).toEqual([1, 0]);
  vi.setSystemTime(NOW + 60_000);
  ring({ name: "next" });
  expect([run.send.mock.calls.length, run.clock.mock.calls.length]).toEqual([1, 1]);
});

test("after a restart of the background a ring runs every job once; alarms of others are none of ours", async () => {
  const { listen } = await import("./alarms.ts");
  const run = { clock: vi.fn(), send: vi.fn() };
  listen(run);
  ring({ name: "another" });
  expect(run.clock).not.toHaveBeenCalled();
  ring({ name: "next" });
  expect([run.send.mock.calls.length, run.clock.mock.calls.length]).toEqual([1, 1]);
});

test("what is due within the minute runs at its instant, though the browser holds its alarm back; once", async () => {
  const { due, listen } = await import("./alarms.ts");
  const run = { clock: vi.fn(), send: vi.fn() };
  listen(run);
  due("send", NOW + 600_000);
  due("clock", NOW + 12_000);
  vi.advanceTimersByTime(11_900);
  expect(run.clock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(run.clock).toHaveBeenCalledTimes(1);
  vi.setSystemTime(NOW + 40_000);
  ring({ name: "next" });
  expect([run.send.mock.calls.length, run.clock.mock.calls.length]).toEqual([0, 1]);
});
