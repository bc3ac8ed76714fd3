// What the content script lends to the panel's script: one handle in the isolated world that both share.
import type { FrameToBackground, PageState, Requests } from "../protocol/messages.ts";

/** Sends a one-off request to the background; a background that cannot be reached answers `internal`. */
export type Ask = <K extends keyof Requests>(
  type: K,
  input: Requests[K]["in"],
) => Promise<Requests[K]["out"]>;

/** How the panel is to open: by which hand, and at which card or note. */
export interface Opening {
  /** True when a key opened it: only then does focus move into the panel. */
  readonly keyboard: boolean;
  readonly finding?: string;
  readonly note?: string;
}

/** What the panel's script brings: the panel, the gate, the notes in place. */
export interface PanelPart {
  open(opening: Opening): void;
  close(): void;
  isOpen(): boolean;
  /** Draws notes and shields of this frame, none for undefined; true when there is something of them on the page. */
  draw(state: PageState | undefined): boolean;
  /** Moves them to where their places have gone. */
  follow(): void;
  /** Scrolls to the element at `css` and outlines it; false when it cannot be seen. */
  locate(css: string, focus: boolean): boolean;
  stop(): void;
}

/** Where button and panel stand on this host. */
export interface Place {
  readonly side: "left" | "right";
  /** Share of the window's height at which the button's centre stands. */
  readonly y: number;
  readonly panel: "left" | "right";
  readonly width?: number;
  readonly theme?: "light" | "dark";
}

export interface Surface {
  /** The element inside our shadow root that everything is drawn in. */
  readonly root: HTMLElement;
  /** Index path of this frame; "" is the top. */
  readonly frame: string;
  /** The latest state; undefined before the background has answered. */
  state(): PageState | undefined;
  /** Calls back at once and on every new state, until the returned function is called. */
  watch(listener: (state: PageState | undefined) => void): () => void;
  ask: Ask;
  /** Adds a sheet of style to our shadow root. */
  style(css: string): void;
  send(message: FrameToBackground): void;
  /** Puts our element on the page, where it is not yet. */
  attach(): void;
  /** Scrolls to the field and outlines it, here or in the frame that has it; false when it cannot be seen. */
  locate(path: string, focus?: boolean): boolean;
  /** False while the background does not answer. */
  reachable(): boolean;
  /** Has this page read again from the start. */
  reread(): void;
  /** The server's time now (ms). */
  now(): number;
  place(): Place;
  keepPlace(change: Partial<Place>): void;
  /** Opens the panel, loading nothing: in a frame below the top it asks the top one to. */
  openPanel(opening: Opening): void;
  /** Draws again, after the panel has opened or closed or a note has found its place. */
  redraw(): void;
  /** The panel's script hands its part over; the content script may have a wish waiting. */
  bring(part: PanelPart): void;
}

const KEY = Symbol.for("first-button.surface");

type Holder = { [KEY]?: Surface };

/** Lays the surface down for the panel's script; invisible to the host page, which has its own globals. */
export const layDown = (surface: Surface): void => {
  (globalThis as Holder)[KEY] = surface;
};

/** Left behind by a panel's script that has come up whole, for the background to see. */
export const noteMounted = (): void => {
  Object.assign(globalThis, { [Symbol.for("first-button.mounted")]: true });
};

/** The surface of this document; undefined when the content script is not running. */
export const pickUp = (): Surface | undefined => (globalThis as Holder)[KEY];
