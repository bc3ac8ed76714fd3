// Brings the tour to a page: draws its card in our shadow root, opens the panel for its steps, takes itself away at the end.
import { render } from "preact";
import { TOKENS, tokenCss } from "../../look/tokens.ts";
import type { PageState } from "../../protocol/messages.ts";
import type { Surface } from "../surface.ts";
import { placeBeside } from "./place.ts";
import { Tour } from "./Tour.tsx";
import tourCss from "./tour.css?inline";

/** The first step that speaks of the open panel. */
const PANEL_FROM = 1;
/** The panel's script may have to be fetched first: looked for this often, for this long (ms). */
const LOOK_EVERY = 60;
const LOOK_FOR = 3_000;

const shows = (state: PageState | undefined): boolean =>
  state !== undefined && state.paused === undefined && state.state === "ready";

/** Offers the tour on this page; nothing where a tour is already there or nothing is drawn. */
export function mountTour(surface: Surface): void {
  if (!shows(surface.state()) || surface.root.querySelector(".tour") !== null) return;
  surface.style(tokenCss(TOKENS, ".tour", '.fb[data-theme="dark"] .tour') + tourCss);
  const box = document.createElement("div");
  box.className = "tour";
  let step = -1;
  let looking: ReturnType<typeof setInterval> | undefined;

  /** What the officer is at, and what the tour may be speaking of. */
  const inUse = (): readonly DOMRect[] => {
    const field = document.activeElement;
    const at = field === null || field === document.body ? [] : [field];
    return [...at, ...surface.root.querySelectorAll(".marker:not([hidden])")].map((one) =>
      one.getBoundingClientRect(),
    );
  };
  const settle = (): void => {
    const card = box.firstElementChild;
    const panel = surface.root.querySelector(".panel");
    const beside = panel ?? surface.root.querySelector(".edge");
    if (card === null || beside === null) return;
    const { width, height } = card.getBoundingClientRect();
    const room = { width: innerWidth, height: innerHeight };
    const { left, top } = placeBeside(beside.getBoundingClientRect(), { width, height }, room, inUse());
    box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };
  const watchPanel = (): void => {
    clearInterval(looking);
    const until = Date.now() + LOOK_FOR;
    looking = setInterval(() => {
      settle();
      if (Date.now() > until) clearInterval(looking);
    }, LOOK_EVERY);
  };
  const onStep = (to: number): void => {
    step = to;
    if (step >= PANEL_FROM && surface.root.querySelector(".panel") === null)
      surface.openPanel({ keyboard: false });
    settle();
    watchPanel();
  };
  const leave = (): void => {
    clearInterval(looking);
    removeEventListener("resize", settle);
    removeEventListener("focusin", settle, true);
    unwatch();
    render(null, box);
    box.remove();
  };
  const end = (): void => {
    leave();
    void surface.ask("tour-done", {});
  };
  let unwatch = (): void => undefined;
  surface.root.append(box);
  render(<Tour onStep={onStep} onEnd={end} />, box);
  addEventListener("resize", settle);
  addEventListener("focusin", settle, true);
  // Paused, signed out of the case, or lost: the card goes as everything of ours does.
  unwatch = surface.watch((state) => {
    if (!shows(state)) queueMicrotask(leave);
  });
}
