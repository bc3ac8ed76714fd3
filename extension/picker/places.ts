// Where things stand on screen: the element under the pointer, also within frames, and its box as the top window sees it.
import { OWN_ELEMENT } from "../look/own-element.ts";

export interface Spot {
  readonly element: Element;
  readonly document: Document;
}

export type Frame = HTMLIFrameElement | HTMLFrameElement;

/** A frame of another origin, into which nobody can point from here. */
export interface Shut {
  readonly shut: Frame;
}

const isFrame = (element: Element): element is Frame =>
  element.localName === "iframe" || element.localName === "frame";

/** The document in a frame; undefined when it is of another origin. */
function inside(frame: Frame): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** The element of the page at a point of the top window, ours passed over; or the frame of another origin that lies there. */
export function spotAt(x: number, y: number): Spot | Shut | undefined {
  let root: Document | ShadowRoot = document;
  let at: Spot | undefined;
  for (let [left, top] = [x, y]; ; ) {
    const element: Element | undefined = root
      .elementsFromPoint(left, top)
      .find((one) => one.localName !== OWN_ELEMENT);
    if (element === undefined || element === at?.element) return at;
    at = { element, document: element.ownerDocument };
    if (isFrame(element)) {
      const within = inside(element);
      if (within === undefined) return { shut: element };
      const box = element.getBoundingClientRect();
      left -= box.left + element.clientLeft;
      top -= box.top + element.clientTop;
      root = within;
    } else if (element.shadowRoot !== null) root = element.shadowRoot;
    else return at;
  }
}

/** An element's box as the top window sees it. */
export function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  let { left, top } = box;
  for (
    let view = element.ownerDocument.defaultView;
    view !== null && view !== window;
    view = view.parent as Window & typeof globalThis
  ) {
    const { frameElement } = view;
    if (frameElement === null) break;
    const outer = frameElement.getBoundingClientRect();
    left += outer.left + frameElement.clientLeft;
    top += outer.top + frameElement.clientTop;
  }
  return new DOMRect(left, top, box.width, box.height);
}

const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + 1 &&
  /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);

/** Scrolls what lies under the pointer, as the wheel would without our shield over it. */
export function scrollUnder(x: number, y: number, by: number): void {
  const spot = spotAt(x, y);
  if (spot === undefined || "shut" in spot) return;
  for (let at: Element | null = spot.element; at !== null; at = at.parentElement) {
    const before = at.scrollTop;
    if (!scrolls(at) && at !== spot.document.scrollingElement) continue;
    at.scrollTop += by;
    if (at.scrollTop !== before) return;
  }
  window.scrollBy(0, by);
}
