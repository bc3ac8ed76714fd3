// Runs in a host page's frame: tells what stands at named places, and calls when that becomes another.
import type { Requests } from "../protocol/messages.ts";

export interface PlacesSeen {
  /** The address of the document that was looked at. */
  readonly url: string;
  /** In the order of the places; null where none, several, an unseen one or a long text stands. */
  readonly values: readonly ({ readonly value: string; readonly editable: boolean } | null)[];
}

/**
 * What stands at `places` (CSS, ` >>> ` into open shadow roots). It is handed to the page's frame as its source, so it uses
 * nothing from outside of itself. From the first call on it watches for as long as there are places, and only this document.
 * `still`: only look, at that document.
 */
export function lookAtPlaces(places: readonly string[], still?: Document): PlacesSeen {
  const LONGEST = 500;
  const page = still ?? document;
  const seen = (element: Element): boolean =>
    element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
  const wordsIn = (node: Node): string => {
    let text = "";
    for (const child of node.childNodes)
      if (child.nodeType === 3) text += (child as Text).data;
      else if (child.nodeType === 1 && !/^(?:script|style|template)$/i.test((child as Element).localName))
        text += seen(child as Element) ? ` ${wordsIn(child)} ` : "";
    return text;
  };
  const textOf = (element: Element): string => {
    if (element.localName === "select")
      return [...(element as HTMLSelectElement).selectedOptions].map(({ text }) => text).join("、");
    const typed = /^(?:input|textarea)$/.test(element.localName);
    return typed ? (element as HTMLInputElement).value : wordsIn(element);
  };
  const elementAt = (css: string): Element | undefined => {
    let root: Document | ShadowRoot | null = page;
    let found: Element | undefined;
    for (const part of css.split(" >>> ")) {
      if (root === null) return undefined;
      let all: Element[] = [];
      try {
        all =
          root.nodeType === 11 ? [...root.children].filter((one) => one.matches(part.split(" > ")[0]!)) : [];
        if (all.length === 0 || part.includes(" > ")) all = [...root.querySelectorAll(part)];
      } catch {
        return undefined;
      }
      // Of several nobody can say which one is meant.
      if (all.length !== 1) return undefined;
      found = all[0]!;
      root = found.shadowRoot;
    }
    return found;
  };
  const look = (): PlacesSeen["values"] =>
    places.map((css) => {
      const element = elementAt(css);
      if (element === undefined || !seen(element)) return null;
      const value = textOf(element).replace(/\s+/g, " ").trim();
      if (value.length > LONGEST) return null;
      const box = element as HTMLInputElement;
      const editable =
        /^(?:input|select|textarea)$/.test(element.localName) && !box.disabled && !box.readOnly;
      return { value, editable };
    });
  const values = look();
  const answer = { url: page.location?.href ?? "", values };
  if (still !== undefined) return answer;

  type Watch = { end(): void };
  const held = globalThis as { [key: symbol]: Watch | undefined };
  const KEY = Symbol.for("first-button.places");
  held[KEY]?.end();
  delete held[KEY];
  if (places.length === 0) return answer;
  let last = JSON.stringify(values);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = (): void => {
    timer = undefined;
    if (document.hidden) return;
    const now = JSON.stringify(look());
    if (now === last) return;
    last = now;
    const moved: keyof Requests = "places-moved";
    // The extension may have been updated or removed under the page.
    Promise.resolve()
      .then(() => chrome.runtime.sendMessage({ ask: moved, input: {} }))
      .catch(() => held[KEY]?.end());
  };
  const soon = (): void => {
    timer ??= setTimeout(check, 250);
  };
  const observer = new MutationObserver(soon);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  const events = ["input", "change", "visibilitychange"];
  for (const name of events) document.addEventListener(name, soon, { capture: true, passive: true });
  held[KEY] = {
    end() {
      clearTimeout(timer);
      observer.disconnect();
      for (const name of events) document.removeEventListener(name, soon, { capture: true });
    },
  };
  return answer;
}
