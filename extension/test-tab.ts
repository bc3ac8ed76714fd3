// A browser's tab around each test file: idle moments, which the DOM of the tests lacks, and timers that end with the document.
import { afterAll } from "vitest";

const started = new Set<NodeJS.Timeout>();
let closed = false;

/** A timer that no longer runs once the tab is closed. */
const inTab =
  (start: typeof setTimeout | typeof setInterval) =>
  (...how: Parameters<typeof setTimeout>): NodeJS.Timeout => {
    const timer = start(...how);
    if (closed) clearTimeout(timer);
    else started.add(timer);
    return timer;
  };

globalThis.setTimeout = Object.assign(inTab(setTimeout), setTimeout);
globalThis.setInterval = inTab(setInterval) as typeof setInterval;
globalThis.requestIdleCallback ??= (job) => {
  setTimeout(() => job({ didTimeout: false, timeRemaining: () => 50 }), 1);
  return 0;
};

// What a setup file asks for last is done after the test file's own.
afterAll(() => {
  closed = true;
  for (const timer of started) clearTimeout(timer);
});
