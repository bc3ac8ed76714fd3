// Draws the console into a test's document and uses it as a person does.
import { render } from "preact";
import { mount } from "../mount.tsx";

let place: HTMLElement | undefined;

/** Opens the console at a hash, in a fresh document. */
export function open(hash: string): HTMLElement {
  close();
  location.hash = hash;
  place = document.createElement("div");
  document.body.append(place);
  mount(place);
  return place;
}

/**
 * Takes it down again, as when the tab is closed. Effects end a moment later and still speak to the browser:
 * its stand-in is replaced by the next test's, never taken away.
 */
export function close(): void {
  if (place !== undefined) render(null, place);
  place?.remove();
  place = undefined;
  for (const style of document.querySelectorAll("style")) style.remove();
}

export const shown = (): string => (place?.textContent ?? "").replace(/\s+/g, " ");

/** What tests need of any control. */
export interface Control {
  value: string;
  readonly disabled: boolean;
  dispatchEvent(event: Event): boolean;
  click(): void;
}

/** All that fit, in the order of the page. */
export const all = (css: string): readonly Control[] => [...document.querySelectorAll<HTMLInputElement>(css)];

/** The only element that fits; more or none is an error that shows the page. */
export function one<E = HTMLElement>(css: string, text?: string): E {
  const found = [...document.querySelectorAll(css)].filter(
    (element) => text === undefined || (element.textContent ?? "").trim() === text,
  );
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${found.length} × ${css} ${text ?? ""} in: ${shown()}`);
  return first as E;
}

/** The control with this label. */
export function labelled(label: string): HTMLInputElement {
  const found = one<HTMLLabelElement>("label", label);
  const control = document.getElementById(found.htmlFor);
  if (control === null) throw new Error(`the label ${label} names no control`);
  return control as HTMLInputElement;
}

/** As long as the browser takes to draw after an event. */
const drawn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

export function type(control: Control, value: string): Promise<void> {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  return drawn();
}

export function choose(control: Control, value: string): Promise<void> {
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
  return drawn();
}

export function press(text: string, css = "button"): Promise<void> {
  one(css, text).click();
  return drawn();
}

/** Sends the only form as Enter in one of its fields would. */
export function submit(): Promise<void> {
  one("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  return drawn();
}

/** Presses a key where the focus is. */
export function key(name: string, init: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init }));
  return drawn();
}
