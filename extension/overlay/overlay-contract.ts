// What an overlay is given by its frame, what it hears, and what it answers to.
import type { BackgroundToFrame, FrameToBackground, PageState } from "../protocol/messages.ts";
import type { Patience } from "./stay.ts";
import type { Ask, Place } from "./surface.ts";

/** What an overlay hears: the state whole, as the frame has put it together. */
export type Heard =
  | { readonly type: "state"; readonly state: PageState }
  | Extract<BackgroundToFrame, { type: "toggle-panel" | "locate" }>;

export interface Overlay {
  hear(message: Heard): void;
  /** What a new line to the background must hear. */
  greet(): readonly FrameToBackground[];
  reachable(yes: boolean): void;
  /** The page has changed, or only `ticks`: what stands on it may have to move. */
  stirred(ticks: boolean): void;
  /** The page has been read after its change, in which elements may have `moved`. */
  settled(moved: boolean): void;
  /** Stops: markers go, the button of the top frame says so. */
  stop(): void;
  /** Ends without a trace, to make room for another. */
  leave(): void;
}

export interface OverlayNeeds {
  readonly frame: string;
  readonly ask: Ask;
  send(message: FrameToBackground): void;
  /** Reads the page again from the start. */
  reread(): void;
  keep(place: Place): void;
  /** Place kept for this host. */
  readonly kept: Promise<Place>;
  readonly patience: Patience;
  /** The page has opened its document anew: this overlay hears nothing any more, another has to take its place. */
  reopened(): void;
}
