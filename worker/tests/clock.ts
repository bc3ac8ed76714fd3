// The clock of a test: years ahead of the machine's, so that no alarm goes off by itself.
import { runDurableObjectAlarm } from "cloudflare:test";
import { vi } from "vitest";
import { env, unitStub } from "./deployment.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** 2030-03-04 09:00 at +08:00, a Monday. */
export const START = Date.parse("2030-03-04T09:00+08:00");

/** Stops the clock at an instant (ms); only `Date` is a fake. */
export const setClock = (now: number): void => {
  vi.useFakeTimers({ toFake: ["Date"], now });
};

export const advance = (ms: number): void => setClock(Date.now() + ms);

/** Rings a unit's alarm now; false when none was set. */
export const ring = (unit = "root"): Promise<boolean> => runDurableObjectAlarm(unitStub(unit));

/** Rings the directory's alarm now. */
export const ringDirectory = (): Promise<boolean> =>
  runDurableObjectAlarm(env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")));
