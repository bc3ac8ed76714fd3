// The one element of ours in a host document: a closed shadow host without size, above everything, deaf to the host.
import { OWN_ELEMENT } from "../look/own-element.ts";
import { PAGE_TOKENS, tokenCss } from "../look/tokens.ts";
import pageCss from "./page.css?inline";

/** Events that end at our root: the host hears neither our keys nor our clicks. */
const LOCAL = [
  "keydown keyup keypress beforeinput input change submit compositionstart compositionupdate compositionend",
  "pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout",
  "click dblclick auxclick contextmenu wheel touchstart touchmove touchend focusin focusout",
  "copy cut paste dragstart drop selectstart",
].flatMap((line) => line.split(" "));

export interface HostElement {
  readonly element: HTMLElement;
  /** Everything is drawn in here. */
  readonly root: HTMLElement;
  /** Gives it what it needs to be seen, once: a page on which nothing is drawn pays for nothing. */
  dress(theme: () => "light" | "dark"): void;
  /** Adds a sheet of style, once per text. */
  style(css: string): void;
  /** True once a page has opened its document anew, which takes every listener from every node, ours included. */
  deaf(): boolean;
}

/** Takes a click without taking the focus: what is typed still goes to the host's field. */
function keepFocus(event: Event): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return;
  if (target.closest("input, textarea, select") === null) event.preventDefault();
}

const endHere = (event: Event): void => event.stopPropagation();

const PROBE = "first-button-probe";

/**
 * An element of our name with a closed root. Made outside the page, where its name means nothing: a page that has given the
 * name a class of its own could take the root first, or be handed it.
 */
function shadowHost(): { element: HTMLElement; shadow: ShadowRoot } {
  const element = document.implementation.createHTMLDocument("").createElement(OWN_ELEMENT);
  const shadow = element.attachShadow({ mode: "closed" });
  return { element: document.adoptNode(element), shadow };
}

/** Builds the element, detached; the caller attaches it. */
export function createHostElement(): HostElement {
  const { element, shadow } = shadowHost();
  if ("popover" in element) element.setAttribute("popover", "manual");
  const root = document.createElement("div");
  root.className = "fb";
  root.lang = "zh-CN";
  const sheets = new Set<string>();
  const style = (css: string): void => {
    if (sheets.has(css)) return;
    sheets.add(css);
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    } catch {
      const fallback = document.createElement("style");
      fallback.textContent = css;
      shadow.prepend(fallback);
    }
  };
  let dressed = false;
  const dress = (theme: () => "light" | "dark"): void => {
    if (dressed) return;
    dressed = true;
    root.dataset["theme"] ??= theme();
    style(tokenCss(PAGE_TOKENS, ".fb", '.fb[data-theme="dark"]') + pageCss);
    for (const name of LOCAL) root.addEventListener(name, endHere);
    root.addEventListener("mousedown", keepFocus);
  };
  shadow.append(root);
  let heard = false;
  root.addEventListener(PROBE, () => {
    heard = true;
  });
  const deaf = (): boolean => {
    heard = false;
    root.dispatchEvent(new Event(PROBE));
    return !heard;
  };
  return { element, root, dress, style, deaf };
}
