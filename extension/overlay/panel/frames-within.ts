// The documents of this page that one script may look into: its own and those of frames of the same origin.

export interface FrameDocument {
  readonly document: Document;
  /** Index path from the top: "" is the top document. */
  readonly frame: string;
}

/** This document and every reachable one below it; a frame of another origin is left out with all below it. */
export function framesWithin(view: Window, frame: string): FrameDocument[] {
  const found: FrameDocument[] = [{ document: view.document, frame }];
  for (let index = 0; index < view.length; index += 1) {
    try {
      const inner = view[index];
      if (inner?.document?.body != null)
        found.push(...framesWithin(inner, frame === "" ? String(index) : `${frame}/${index}`));
    } catch {
      // Another origin: its own content script draws there, but nothing can be picked from here.
    }
  }
  return found;
}

/** Where an element of this page or of a frame of its origin stands in the top window (px). */
export function boxInTop(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  let { left, top } = box;
  for (let view = element.ownerDocument.defaultView; view !== null && view !== window; ) {
    const { frameElement } = view;
    if (frameElement === null) break;
    const around = frameElement.getBoundingClientRect();
    left += around.left + frameElement.clientLeft;
    top += around.top + frameElement.clientTop;
    view = frameElement.ownerDocument.defaultView;
  }
  return new DOMRect(left, top, box.width, box.height);
}

/** Calls back with each field that takes the focus, here and in the frames that are there when the answer is called. */
export function focusHeard(heard: (field: Element) => void): () => void {
  const listening = new WeakSet<Document>();
  const onFocus = ({ target }: FocusEvent): void => {
    // Of another frame's realm: `instanceof` would say no.
    if ((target as Partial<Node> | null)?.nodeType === 1) heard(target as Element);
  };
  return () => {
    for (const { document } of framesWithin(window, "")) {
      if (listening.has(document)) continue;
      listening.add(document);
      document.addEventListener("focusin", onFocus, true);
    }
  };
}
