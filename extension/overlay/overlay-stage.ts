// Brings the overlay up in a test, on a small host page whose boxes have places: a state goes in, what is sent and drawn can be looked at.
import { afterEach, beforeEach, vi } from "vitest";
import { OWN_ELEMENT } from "../look/own-element.ts";
import type { FrameToBackground, PageState } from "../protocol/messages.ts";
import { FIRST_PLACE } from "./kept-place.ts";
import { startOverlay } from "./overlay.ts";
import type { Overlay } from "./overlay-contract.ts";
import { patience } from "./stay.ts";
import { pickUp } from "./surface.ts";

const HOST = '<form><input id="askers" value="陈立"><input id="arrived"><button id="go">提交</button></form>';
export const ours = (): Element[] => [...document.querySelectorAll(OWN_ELEMENT)];
export const root = (): HTMLElement => pickUp()!.root;

export let overlay: Overlay;
/** What was sent to the background, and the names of what was asked of it, since the last `start`. */
export let sent: FrameToBackground[];
export let asked: string[];

export function start(frame = ""): void {
  sent = [];
  asked = [];
  overlay = startOverlay({
    frame,
    ask: (async (type: string) => {
      asked.push(type);
      return { ok: true, value: null };
    }) as never,
    send: (message) => sent.push(message),
    reread: () => undefined,
    keep: () => undefined,
    kept: Promise.resolve(FIRST_PLACE),
    patience: patience(),
    reopened: () => undefined,
  });
}
export const hear = (state: PageState): void => overlay.hear({ type: "state", state });

/** Gives every box of the host a place of its own, one under the other. */
export function layOut(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>("input, button")];
  for (const [at, element] of boxes.entries())
    element.getBoundingClientRect = () => new DOMRect(100, 40 * (at + 1), 200, 32);
  document.elementsFromPoint = (_, y) =>
    boxes.filter((_, at) => y >= 40 * (at + 1) && y < 40 * (at + 1) + 32);
}

/** Gives every test of a file a page of its own and takes the overlay away again. */
export function overlayStage(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = HOST;
    layOut();
  });
  afterEach(() => {
    overlay.stop();
    for (const element of ours()) element.remove();
    vi.useRealTimers();
  });
}
