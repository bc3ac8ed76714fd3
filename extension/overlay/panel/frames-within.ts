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
