// What a person sees: whether an element is drawn, and the text that stands in it.
import { IS, isIn, kindOf, pattern, SAID } from "./libraries.ts";

/** With what is drawn as an icon by a font of its own. */
const SPACES = /[\s\u200b-\u200d\ufeff\ue000-\uf8ff]+/g;

/** Boxes after which a text is no short one. */
const MOST_BOXES = 200;

const SEEN = { checkVisibilityCSS: true, visibilityProperty: true };

/** White space as a browser shows it: runs become one space, none at the ends. */
export const tidy = (text: string): string => text.replace(SPACES, " ").trim();

/** Whether this element itself is drawn; costs no layout when the page's styles are settled. */
export function isVisible(element: Element): boolean {
  if (element.checkVisibility(SEEN)) return true;
  if (!element.isConnected) return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.display === "contents" && style.visibility !== "hidden" && element.parentElement !== null
    ? isVisible(element.parentElement)
    : false;
}

/** Whether an element has a place on the page; unlike `isVisible` it may still be kept invisible there. */
export const isDrawn = (element: Element): boolean => element.checkVisibility() || isVisible(element);

const OPEN = { ...SEEN, checkOpacity: true, opacityProperty: true };

/** Whether an element of that kind is the one that is shown of several in one place. */
export const isOpen = (element: Element, kind: number): boolean =>
  (kind & IS.pane) === 0 || element.checkVisibility(OPEN);

/** The chosen option's text; "" for the empty first option (请选择). */
export function selectText(select: HTMLSelectElement): string {
  const chosen: string[] = [];
  for (const option of select.selectedOptions) {
    const text = tidy(option.label || option.textContent);
    const prompt = pattern(SAID.prompt).test(text);
    if (
      text !== "" &&
      !(option.value === "" && !select.multiple && (prompt || option.index === 0)) &&
      !prompt
    )
      chosen.push(text);
  }
  return chosen.join("、");
}

interface Spill {
  text: string;
  readonly limit: number;
  /** Boxes that are still looked into. */
  left: number;
  /** Tags are left out. */
  readonly bare: boolean;
}

const isPair = (node: Node | null): boolean => pattern(SAID.filledPair).test(node?.textContent ?? "");

function gather(node: Node, into: Spill): void {
  let tagged = false;
  for (
    let child = node.firstChild;
    child !== null && into.text.length <= into.limit;
    child = child.nextSibling
  ) {
    if (child.nodeType === 3) into.text += (child as Text).data;
    else if (child.nodeType === 1) {
      if (into.left-- <= 0) return;
      const element = child as HTMLElement;
      const name = element.tagName;
      if (name === "INPUT") into.text += inputText(element as HTMLInputElement);
      else if (name === "SELECT" || name === "TEXTAREA") {
        if (isVisible(element))
          into.text +=
            name === "SELECT"
              ? selectText(element as HTMLSelectElement)
              : (element as HTMLTextAreaElement).value;
      } else if (name === "BR") into.text += "\n";
      if (isIn(SAID.silent, name) || name === "INPUT" || name === "BR") continue;
      if (!isVisible(element)) continue;
      const kind = kindOf(element);
      if (isNoValue(element, kind) || (into.text !== "" && isAct(element) && into.text.trim() !== ""))
        continue;
      const tag = (kind & IS.tag) !== 0;
      if (tag && into.bare) continue;
      if (tag && tagged) into.text = `${into.text.trimEnd()}、`;
      tagged ||= tag;
      const block = isIn(SAID.blocks, name);
      if (block) into.text += "\n";
      // Two pairs that a library has written without a space between them.
      else if (isPair(child.previousSibling) && isPair(child)) into.text += " ";
      const before = into.text.length;
      gather(element, into);
      if (into.text.length === before && name === "IMG") into.text += element.getAttribute("alt") ?? "";
      if (block) into.text += "\n";
    }
  }
}

/** Whether what stands in an element is no part of the value that it stands in; `kind` is the element's. */
export const isNoValue = (element: Element, kind: number): boolean =>
  (kind & (IS.noContent | IS.adornment)) !== 0 &&
  (kind & (IS.choice | IS.switch | IS.trail)) === 0 &&
  // A label that is drawn as a button is an option.
  element.tagName !== "LABEL";

/** Words that do something when they are clicked on, which are no part of the value before them. */
export function isAct(element: Element): boolean {
  if (element.firstElementChild !== null) return false;
  const words = element.textContent.trim();
  return words.length < 4 && isIn(SAID.acts, words);
}

function inputText(input: HTMLInputElement): string {
  const type = input.type;
  if (type === "hidden" || type === "radio" || type === "checkbox" || type === "button" || type === "submit")
    return "";
  return type === "password" || !isVisible(input) ? "" : input.value;
}

/** The text that is seen in an element, at most about `limit` characters, without tags when `bare`. A cut-off text gives way to its full `title`. */
export function seenText(element: Element, limit = 100_000, bare = false): string {
  let text: string;
  if (element.firstElementChild === null) text = tidy(element.textContent);
  else {
    const into: Spill = { text: "", limit, left: limit, bare };
    gather(element, into);
    text = tidy(into.text);
  }
  const title = text === "" || /(?:…|\.\.\.)$/.test(text) ? titleOf(element) : "";
  if (title !== "" && (text === "" || title.startsWith(text.replace(/(?:…|\.\.\.)$/, "")))) return title;
  return text;
}

const titleOf = (element: Element): string =>
  element.tagName === "I"
    ? ""
    : tidy(
        element.getAttribute("title") ??
          element.querySelector(":scope > [title]:not(i)")?.getAttribute("title") ??
          "",
      );

/** The text of an element when it is no longer than `limit` characters, else undefined; cheap on large boxes. */
export function shortText(element: Element, limit: number): string | undefined {
  if (element.firstChild === element.lastChild && element.firstElementChild === null)
    return element.textContent.trim().length > limit ? undefined : seenText(element);
  let length = 0;
  // Boxes count too: what lies a thousand deep is no short text, whatever stands at its bottom.
  let boxes = 0;
  const count = (node: Node): boolean => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        length += (child as Text).data.trim().length;
        if (length > limit) return false;
      } else if (child.nodeType === 1 && (++boxes > MOST_BOXES || !count(child))) return false;
    }
    return true;
  };
  return count(element) ? seenText(element) : undefined;
}
