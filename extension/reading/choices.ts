// Which of the options drawn on a page are chosen: radio buttons, check boxes, switches, boxes drawn as signs or icons.

import { bareLabel } from "./label.ts";
import { IS, isIn, kindOf, pattern, SAID, told } from "./libraries.ts";
import { isVisible, seenText, tidy } from "./visible.ts";

export interface Choice {
  /** The words beside the box; "" when it has none of its own. */
  readonly text: string;
  readonly on: boolean;
  readonly node: Element;
  readonly control?: HTMLInputElement | undefined;
}

const isBox = (input: HTMLInputElement): boolean => input.type === "radio" || input.type === "checkbox";

/** The native radio button or check box behind a drawn one: inside it, or hidden right before it. */
function behind(element: Element): HTMLInputElement | undefined {
  const inside = element.querySelector<HTMLInputElement>("input[type=radio],input[type=checkbox]");
  if (inside !== null) return inside;
  const before = element.previousElementSibling;
  return before instanceof HTMLInputElement && isBox(before) ? before : undefined;
}

/** Reads an option that a library draws. */
export function drawnChoice(element: Element): Choice {
  const control = behind(element);
  const kind = kindOf(element);
  const aria = element.getAttribute("aria-checked") ?? element.getAttribute("aria-selected");
  const on =
    (kind & IS.chosen) !== 0 ||
    aria === "true" ||
    (control?.checked === true && aria !== "false") ||
    element.querySelector(told[SAID.checkedInside]!) !== null;
  const text = seenText(element) || tidy(control?.title ?? element.getAttribute("aria-label") ?? "");
  return { text, on, node: element, control };
}

/** The words that follow a native box up to the next control. */
function wordsAfter(input: Element): string {
  let text = "";
  for (let node = input.nextSibling; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node.nodeType === 1) {
      const element = node as Element;
      if (isIn(SAID.wordsEnd, element.tagName)) break;
      if (element.querySelector("input,select,textarea") !== null) break;
      if (isVisible(element)) text += seenText(element);
    }
    if (text.trim() !== "" && /\s$/.test(text)) break;
  }
  return tidy(text);
}

/** Reads a native radio button or check box. */
export function nativeChoice(input: HTMLInputElement): Choice {
  const wrapping = input.closest("label");
  // A label in front of the box says what is asked, not what is answered.
  const label =
    wrapping ?? [...(input.labels ?? [])].find((one) => (input.compareDocumentPosition(one) & 4) > 0);
  const text = label ? seenText(label) : wordsAfter(input);
  return {
    text: bareLabel(text) || tidy(input.getAttribute("aria-label") ?? ""),
    on: input.checked,
    node: label ?? input,
    control: input,
  };
}

/** Reads a switch: its own word when it has one, else 是 or 否. */
export function switchText(element: Element, on: boolean): string {
  const active =
    element.querySelector(on ? ".ant-switch-inner-checked" : ".ant-switch-inner-unchecked") ??
    element.querySelector(told[SAID.switchWord]!);
  const shown = active === null ? "" : seenText(active);
  return shown === "" ? (on ? "是" : "否") : shown;
}

/** The names by which an icon without words is drawn; "" for what is no icon. */
function nameOf(icon: Element): string {
  if (!isIn(SAID.iconTags, icon.tagName) || tidy(icon.textContent) !== "") return "";
  const drawn = icon.firstElementChild;
  if (drawn !== null && icon.tagName !== "svg") return "";
  const href = drawn?.getAttribute("href") ?? drawn?.getAttribute("xlink:href") ?? "";
  const source = (icon.getAttribute("src") ?? "").split("/").at(-1);
  return `${icon.getAttribute("class") ?? ""} ${source} ${icon.getAttribute("alt") ?? ""} ${href}`.trim();
}

/** An icon that is named like a ticked one but for the tick: icon-box beside icon-box-ticked. */
const isPlainForm = (icon: Element, ticked: Element): boolean => {
  const words = nameOf(ticked).split(/\s+/);
  const name = nameOf(icon);
  return name !== "" && name.split(/\s+/).every((word) => words.some((other) => other.startsWith(word)));
};

/** What an icon without words says: ticked, open, or nothing of the kind. */
function iconState(icon: Element): boolean | undefined {
  const said = nameOf(icon);
  if (said === "") return undefined;
  if (pattern(SAID.iconOff).test(said) && !pattern(SAID.iconSurelyOn).test(said)) return false;
  return pattern(SAID.iconOn).test(said) ? true : undefined;
}

/** Options drawn as icons beside words: the ticked ones' words joined by 、; undefined when these are no options. */
export function iconChoices(nodes: readonly Node[]): string | undefined {
  const drawn = nodes
    .filter((node): node is Element => node.nodeType === 1)
    .flatMap((root) => [root, ...root.querySelectorAll("i,img,span,em,b,svg")]);
  const ticked = drawn.filter((icon) => iconState(icon) === true && isVisible(icon));
  const [first] = ticked;
  const icons = drawn.filter(
    (icon) =>
      ticked.includes(icon) ||
      ((iconState(icon) === false || (first !== undefined && isPlainForm(icon, first))) && isVisible(icon)),
  );
  if (icons.length < 2 || ticked.length === icons.length) return undefined;
  const words = icons.map((icon) => wordsAfter(icon) || tidy(icon.parentElement?.textContent ?? ""));
  if (words.some((word) => word === "" || word.length > 30)) return undefined;
  return words.filter((_, at) => ticked.includes(icons[at]!)).join("、");
}
