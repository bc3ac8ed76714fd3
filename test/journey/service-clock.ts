// The clock of the service as a browser keeps it, moved on while the service is out of reach and so cannot set it right.
import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, number>>;
      set(values: object): Promise<void>;
    };
  };
};

/** How far the service's clock is ahead of this machine's, as the browser of one of our own pages knows it (ms). */
export const clockAhead = (own: Page): Promise<number> =>
  own.evaluate(async () => (await chrome.storage.local.get("clockOffset"))["clockOffset"] ?? 0);

/** Stops the service and lets `more` ms pass for the browser. */
export async function pass({ worker }: Stage, own: Page, more: number): Promise<void> {
  await worker.stop();
  await own.evaluate(async (by) => {
    const { clockOffset = 0 } = await chrome.storage.local.get("clockOffset");
    await chrome.storage.local.set({ clockOffset: clockOffset + by });
  }, more);
}
