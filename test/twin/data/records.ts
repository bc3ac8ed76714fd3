// Everything that stands on the two platforms when the twin starts.
import type { Records } from "../model.ts";
import { newClean } from "./new-clean.ts";
import { newCriminal } from "./new-criminal.ts";
import { newCalls, newOrder } from "./new-order.ts";
import { oldClean } from "./old-clean.ts";
import { oldCriminal } from "./old-criminal.ts";
import { oldCalls, oldFiling } from "./old-filing.ts";

/** A fresh copy of all records; `now` (ms) places the limits that are still running. */
export const records = (now: number): Records => ({
  cases: [
    ...newCriminal(now),
    ...newClean(),
    ...newOrder(),
    ...oldCriminal(now),
    ...oldFiling(),
    ...oldClean(),
  ],
  incidents: [
    ...newCalls().map((incident) => ({ platform: "new" as const, incident })),
    ...oldCalls().map((incident) => ({ platform: "old" as const, incident })),
  ],
});
