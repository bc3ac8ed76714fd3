// Brings the whole panel up in a test: a page's state goes in, what is drawn and what is asked can be looked at.
import { afterEach, beforeEach } from "vitest";
import { OWN_ELEMENT } from "../../look/own-element.ts";
import type { PageState } from "../../protocol/messages.ts";
import { FIRST_PLACE } from "../kept-place.ts";
import { startOverlay } from "../overlay.ts";
import type { Overlay } from "../overlay-contract.ts";
import { patience } from "../stay.ts";
import { pickUp } from "../surface.ts";
import { mountPanel } from "./mount.tsx";

let overlay: Overlay;
/** What was asked of the background since the last `show`. */
export const asked: [string, Record<string, unknown>][] = [];
/** What the background answers, by request; null to any other. */
export const answers = new Map<string, unknown>();
/** Requests that are answered with a refusal. */
export const refusing = new Set<string>();
export const root = (): HTMLElement => pickUp()!.root;
export const $ = (css: string): HTMLElement => {
  const found = root().querySelector<HTMLElement>(css);
  if (found === null) throw new Error(`nothing at ${css}`);
  return found;
};
export const texts = (css: string): string[] =>
  [...root().querySelectorAll(css)].map((each) => each.textContent ?? "");
export const tick = (): Promise<void> => new Promise((next) => setTimeout(next, 5));
export const press = async (css: string): Promise<void> => {
  $(css).click();
  await tick();
};
export const key = async (name: string, init: KeyboardEventInit = {}): Promise<void> => {
  $(".panel").dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init }),
  );
  await tick();
};

/** Starts the overlay with a state and opens the panel. */
export async function show(state: PageState): Promise<void> {
  asked.length = 0;
  overlay = startOverlay({
    frame: "",
    ask: (async (type: string, input: Record<string, unknown>) => {
      asked.push([type, input]);
      if (type === "load-panel") mountPanel(pickUp()!);
      if (refusing.has(type)) return { ok: false, code: "internal", message: "磁盘已满" };
      return { ok: true, value: answers.get(type) ?? null };
    }) as never,
    send: () => undefined,
    reread: () => undefined,
    keep: () => undefined,
    kept: Promise.resolve(FIRST_PLACE),
    patience: patience(),
    reopened: () => undefined,
  });
  overlay.hear({ type: "state", state });
  overlay.hear({ type: "toggle-panel" });
  await tick();
}

/** Another state arrives. */
export const hear = (state: PageState): void => overlay.hear({ type: "state", state });

/** Gives every test of a file a page of its own and takes the overlay away again. */
export function panelStage(): void {
  beforeEach(() => {
    document.body.innerHTML = '<input id="askers"><input id="arrived">';
    document.elementsFromPoint = () => [];
  });
  afterEach(() => {
    answers.clear();
    refusing.clear();
    overlay.stop();
    document.querySelector(OWN_ELEMENT)?.remove();
  });
}
