// Asks once before a submit: shields over the host's submit buttons, and keyboard submits held at capture.
import type { Finding } from "../../shared/rules/finding.ts";
import type { PageState } from "../protocol/messages.ts";
import { words } from "../words/panel.ts";
import { PRESSABLE } from "./free-place.ts";

/** How long an exception from a hard gate stands at most (ms), whatever was said to the same finding before or elsewhere. */
export const EXCEPTION_FOR = 24 * 3_600_000;

/** Whether a reason given for the same facts still lets this finding through. */
function explained({ key, gate }: Finding, { answers }: PageState, now: number): boolean {
  const answer = answers[key];
  if (answer?.kind !== "explained") return false;
  const until = answer.until ?? 0;
  return (gate === "hard" ? Math.min(until, answer.at + EXCEPTION_FOR) : until) > now;
}

/** Findings that hold a submit: breached, not mended, of a rule with a gate, and not explained for the same facts. */
export function gated(state: PageState, now: number): Finding[] {
  return state.applicable.filter(
    (finding) =>
      finding.gate !== "none" &&
      finding.verdict === "breached" &&
      finding.mended === undefined &&
      !explained(finding, state, now),
  );
}

const textOf = (element: Element): string =>
  (element instanceof HTMLInputElement ? element.value : (element.textContent ?? "")).replace(/\s+/g, "");

/** The host's submit buttons of this page kind that can be held; nested matches count once. */
export function submitsOf(state: PageState): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const submit of state.submits) {
    if (!submit.held) continue;
    let candidates: Element[] = [];
    try {
      candidates = [...document.querySelectorAll(submit.css ?? PRESSABLE)];
    } catch {
      continue;
    }
    for (const each of candidates)
      if (
        each instanceof HTMLElement &&
        (submit.text === undefined || textOf(each) === submit.text.replace(/\s+/g, ""))
      )
        found.add(each);
  }
  return [...found];
}

export interface GateShield {
  readonly element: HTMLElement;
  /** Shields the held submits of this state, none for undefined; true when there are any. */
  show(state: PageState | undefined, now: number): boolean;
  follow(): void;
  /** Lets these findings through until the background has said so itself. */
  release(keys: readonly string[]): void;
  stop(): void;
}

/** `ask` is called with the host's button whose submit was held, and whether it was pressed by a key. */
export function gateShield(ask: (button: Element, byKey: boolean) => void): GateShield {
  const element = document.createElement("div");
  element.className = "layer";
  const released = new Set<string>();
  let buttons: HTMLElement[] = [];
  let shields: HTMLElement[] = [];
  /** What is known of the page, and since when (ms). */
  let known: PageState | undefined;
  let since = 0;

  const hold = (event: Event, button: Element): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(button, true);
  };
  const under = (event: Event): HTMLElement | undefined =>
    buttons.find((button) => event.target instanceof Node && button.contains(event.target));

  /** Keys on the button, and the click that a key makes: a mouse never gets here, it meets the shield. */
  const onKey = (event: KeyboardEvent): void => {
    if (
      buttons.length === 0 ||
      !event.isTrusted ||
      event.isComposing ||
      (event.key !== "Enter" && event.key !== " ")
    )
      return;
    const button = under(event);
    if (button !== undefined) hold(event, button);
  };
  const onClick = (event: MouseEvent): void => {
    if (buttons.length === 0 || !event.isTrusted) return;
    const button = under(event);
    if (button !== undefined) hold(event, button);
  };
  const onSubmit = (event: SubmitEvent): void => {
    if (buttons.length === 0 || !event.isTrusted) return;
    const form = event.target;
    const button = buttons.find((each) => form instanceof HTMLFormElement && form.contains(each));
    if (button !== undefined) hold(event, button);
  };

  const place = (): void => {
    buttons.forEach((button, i) => {
      const shield = shields[i]!;
      const box = button.isConnected ? button.getBoundingClientRect() : undefined;
      const hide = box === undefined || box.width < 1;
      shield.style.display = hide ? "none" : "block";
      if (box === undefined || hide) return;
      shield.style.transform = `translate(${box.left}px,${box.top}px)`;
      shield.style.width = `${box.width}px`;
      shield.style.height = `${box.height}px`;
    });
  };

  const shieldFor = (button: HTMLElement): HTMLElement => {
    const shield = document.createElement("button");
    shield.type = "button";
    shield.className = "shield";
    shield.tabIndex = -1;
    shield.setAttribute("aria-label", words.gate.shield);
    shield.addEventListener("click", () => ask(button, false));
    return shield;
  };

  /** Looks for the buttons that are to be held now. */
  const arm = (): void => {
    // Most pages have no button that could be held, and every look at the page comes by here.
    const holds =
      known !== undefined &&
      known.submits.length > 0 &&
      gated(known, since).some(({ key }) => !released.has(key));
    const next = known === undefined || !holds ? [] : submitsOf(known);
    if (next.length === buttons.length && next.every((button, i) => button === buttons[i])) return;
    buttons = next;
    // Each time: a page that opens its document anew takes them away, and to add them twice changes nothing.
    addEventListener("keydown", onKey, true);
    addEventListener("click", onClick, true);
    addEventListener("submit", onSubmit, true);
    shields = buttons.map(shieldFor);
    element.replaceChildren(...shields);
  };

  return {
    element,
    show(state, now) {
      // What the background knows to be explained ends when that ends.
      for (const key of released) if (state?.answers[key]?.kind === "explained") released.delete(key);
      [known, since] = [state, now];
      arm();
      place();
      return buttons.length > 0;
    },
    follow() {
      // The host may draw its buttons after what they submit, or draw them anew: no word of ours comes then.
      if (buttons.length === 0 || buttons.some((button) => !button.isConnected)) arm();
      place();
    },
    release(keys) {
      for (const key of keys) released.add(key);
      buttons = [];
      shields = [];
      element.replaceChildren();
    },
    stop() {
      removeEventListener("keydown", onKey, true);
      removeEventListener("click", onClick, true);
      removeEventListener("submit", onSubmit, true);
      this.release([]);
    },
  };
}
