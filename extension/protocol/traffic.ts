// What the page 读什么、传什么 is told: all that was read in this browser, and every request that left it, as it left.
import type { Privacy } from "../../shared/dictionary/field.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import type { Answer } from "./messages.ts";

/** One field as this browser holds it. */
export interface ReadField {
  /** `measures/m1`, `case`. */
  readonly element: string;
  readonly field: string;
  readonly state: "known" | "absent" | "unread";
  /** The value's text as it stood on the page; "" when there was none. */
  readonly text: string;
  readonly privacy: Privacy;
  /** What goes to the unit in its place; absent when nothing goes. `as` is a person's reference. */
  readonly goes?: { readonly as?: string };
  /** When it was read (ms). */
  readonly at: number;
}

export interface ReadPage {
  /** The page's word on screen; `来自台账` for what the unit sent. */
  readonly label: string;
  readonly fromLedger: boolean;
  readonly fields: readonly ReadField[];
}

export interface ReadCase {
  readonly key: string;
  readonly number: string;
  readonly platform: string;
  readonly pages: readonly ReadPage[];
}

/** One request that left this browser. */
export interface SentRequest {
  /** When it left (ms). */
  readonly at: number;
  /** Name of the route in the contract; `socket` for the push connection. */
  readonly route: string;
  readonly method: "GET" | "POST" | "WS";
  /** Path with query, percent-decoded only on screen. */
  readonly path: string;
  /** Length of the body as sent, bytes of UTF-8. */
  readonly bytes: number;
  /** SHA-256 of the body as sent, hex; "" without a body. */
  readonly hash: string;
  /** The body as sent, but for secrets; absent without one, or where it was too long to keep. */
  readonly body?: string;
  /** True when something in `body` was masked, so that it is not byte for byte what was sent. */
  readonly masked?: boolean;
  /** HTTP status of the answer; 0 when none came; absent while on its way. */
  readonly status?: number;
}

/** Requests kept on this machine; the oldest give way. */
export const MOST_KEPT = 2_000;

export interface TrafficView {
  readonly cases: readonly ReadCase[];
  /** Newest first. */
  readonly sent: readonly SentRequest[];
  /** Entries that have not left yet. */
  readonly waiting: readonly SentEntry[];
  /** Entries that the unit refused for good, with its reason; they stayed here. */
  readonly refused: readonly { readonly entry: SentEntry; readonly why: string }[];
  /** The worker's address. */
  readonly server?: string;
  readonly at: number;
}

/** Under this name our own pages hear which kind of push has come. */
export const PUSHED = "first-button.pushed";

export interface TrafficRequests {
  /** What was read and what left; for our own pages only. */
  traffic: { in: Record<string, never>; out: Answer<TrafficView> };
}
