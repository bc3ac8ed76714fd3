// The one element of ours in a host document: a closed shadow host without size, above everything, deaf to the host.
import { tokenCss } from "../look/tokens.ts";
import pageCss from "./page.css?inline";

/** Own name, so that nothing of the host's style sheets means it. */
export const NAME = "first-button";

const OWN_STYLE: Readonly<Record<string, string>> = {
  display: "block",
  position: "fixed",
  inset: "0 auto auto 0",
  width: "0",
  height: "0",
  margin: "0",
  padding: "0",
  border: "0",
  background: "none",
  overflow: "visible",
  opacity: "1",
  visibility: "visible",
  transform: "none",
  filter: "none",
  "z-index": "2147483647",
  "pointer-events": "none",
};

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
  /** Adds a sheet of style, once per text. */
  style(css: string): void;
}

/** Takes a click without taking the focus: what is typed still goes to the host's field. */
function keepFocus(event: Event): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return;
  if (target.closest("input, textarea, select") === null) event.preventDefault();
}

/** Builds the element, detached; the caller attaches it. */
export function createHostElement(theme: "light" | "dark"): HostElement {
  const element = document.createElement(NAME);
  for (const [name, value] of Object.entries(OWN_STYLE)) element.style.setProperty(name, value, "important");
  if ("popover" in element) element.setAttribute("popover", "manual");
  const shadow = element.attachShadow({ mode: "closed" });
  const root = document.createElement("div");
  root.className = "fb";
  root.lang = "zh-CN";
  root.dataset["theme"] = theme;
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
  style(tokenCss(".fb", '.fb[data-theme="dark"]') + pageCss);
  for (const name of LOCAL) root.addEventListener(name, (event) => event.stopPropagation());
  root.addEventListener("mousedown", keepFocus);
  shadow.append(root);
  return { element, root, style };
}
