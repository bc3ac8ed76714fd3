// When a test file ends its document goes, and as with a tab that closes its timers go with it.
import { afterAll } from "vitest";

const started = new Set<NodeJS.Timeout>();
let closed = false;

const outlived =
  (start: typeof setTimeout | typeof setInterval) =>
  (...how: Parameters<typeof setTimeout>): NodeJS.Timeout => {
    const timer = start(...how);
    if (closed) clearTimeout(timer);
    else started.add(timer);
    return timer;
  };

globalThis.setTimeout = Object.assign(outlived(setTimeout), setTimeout);
globalThis.setInterval = outlived(setInterval) as typeof setInterval;

// What a setup file asks for last is done after the test file's own.
afterAll(() => {
  closed = true;
  for (const timer of started) clearTimeout(timer);
});
