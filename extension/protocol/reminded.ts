// How a finding has been reminded of so far, as cards and lists tell it.
import type { Reminder } from "../../shared/api/shapes.ts";

/** The last reminder of a place: what was told how and when (ms), how far it has climbed, who has answered. */
export type Reminded = Pick<
  Reminder,
  "rule" | "on" | "colour" | "at" | "channel" | "state" | "tier" | "signed"
>;
