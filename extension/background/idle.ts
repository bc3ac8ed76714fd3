// Shared PCs: an officer who has left the keyboard for the set time is signed out, what waits is sent first.
import { due } from "./alarms.ts";
import { keepSession, session } from "./kept.ts";
import { idleMinutes } from "./policy.ts";

const MINUTE = 60_000;

/** Job of the alarm that looks again at a locked screen. */
export const IDLE_JOB = "idle";

/** Signs out with the minutes that have passed. */
type Leave = (minutes: number) => Promise<void>;

/** The browser counts seconds without input; a locked screen counts from when it was locked. */
export async function lookWhetherIdle(leave: Leave, now: number): Promise<void> {
  const minutes = await idleMinutes();
  if (minutes === 0) return;
  const state = await chrome.idle.queryState(minutes * 60);
  if (state === "active") return keepSession("lockedAt", undefined);
  if (state === "locked") {
    const since = (await session("lockedAt")) ?? now;
    await keepSession("lockedAt", since);
    if (now - since < minutes * MINUTE) return due(IDLE_JOB, since + minutes * MINUTE);
  }
  await keepSession("lockedAt", undefined);
  await leave(minutes);
}

/** Has the browser tell of idleness by the policy's time; called at every start and when the policy changes. */
export async function setIdleTime(): Promise<void> {
  const minutes = await idleMinutes();
  if (minutes > 0) chrome.idle.setDetectionInterval(minutes * 60);
}

/** Listens; called once when the background starts, synchronously. */
export function watchIdle(leave: Leave): void {
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === "active") {
      due(IDLE_JOB, undefined);
      void keepSession("lockedAt", undefined);
    } else void lookWhetherIdle(leave, Date.now());
  });
}
