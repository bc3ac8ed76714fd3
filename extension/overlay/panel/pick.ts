// Lets a legal officer point at a place of the host page: a field by a click, or the text that is selected.
import type { NoteAnchor } from "../../../shared/supervision/note.ts";
import { OWN_ELEMENT } from "../../look/own-element.ts";
import type { PageState } from "../../protocol/messages.ts";
import { cssPath, elementAt } from "../../reading/css-path.ts";
import { hashesFor } from "../note-anchor.ts";
import { flowOf, isElement, offsetOf, shownText, spanOf } from "../text-flow.ts";
import type { FrameDocument } from "./frames-within.ts";

export type Picked =
  | { readonly ok: true; readonly anchor: NoteAnchor; readonly shown: string }
  | { readonly ok: false; readonly why: "ambiguous" | "empty" | "nothing" };

/** The fact path that was read from this element, if any. */
function fieldAt(element: Element, state: PageState, frame: string): string | undefined {
  for (const [path, view] of Object.entries(state.evidence)) {
    if (!view.here || view.frame !== frame) continue;
    const carrier = elementAt(element.ownerDocument, view.css);
    if (carrier === undefined) continue;
    if (carrier === element || carrier.contains(element) || element.contains(carrier)) return path;
  }
  return undefined;
}

/** The anchor of the stretch `[start, end)` of an element's own text; the text itself stays here. */
export function anchorOf(
  element: Element,
  state: PageState,
  frame: string,
  stretch?: { readonly start: number; readonly end: number },
): Picked {
  const { body, location } = element.ownerDocument;
  const flow = flowOf(body);
  const span = spanOf(flow, element);
  const field = fieldAt(element, state, frame);
  const place = {
    page: state.pageKind,
    url: location.origin + location.pathname,
    frame,
    css: cssPath(element),
    ...(field === undefined ? {} : { field }),
  };
  if (span === undefined || (field !== undefined && stretch === undefined))
    return field === undefined
      ? { ok: false, why: "empty" }
      : { ok: true, anchor: place, shown: state.evidence[field]?.label ?? "" };
  const start = stretch?.start ?? 0;
  const end = stretch?.end ?? span.end - span.start;
  const hashes = hashesFor(flow.text, span.start + start, span.start + end);
  if (hashes === "empty" || hashes === "ambiguous") return { ok: false, why: hashes };
  const shown = flow.text.slice(span.start + start, span.start + end);
  return { ok: true, anchor: { ...place, start, end, ...hashes }, shown };
}

/** What is selected in one document: in a text control, or across text. */
function selectionIn({ document, frame }: FrameDocument, state: PageState): Picked | undefined {
  const active = document.activeElement;
  if (active !== null && shownText(active) !== undefined && active.localName !== "select") {
    const { selectionStart: start, selectionEnd: end } = active as HTMLTextAreaElement;
    if (start !== null && end !== null && end > start) return anchorOf(active, state, frame, { start, end });
  }
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const element = isElement(common) ? common : common.parentElement;
  if (element === null || element.localName === OWN_ELEMENT) return undefined;
  const flow = flowOf(document.body);
  const span = spanOf(flow, element);
  const from = offsetOf(flow, range.startContainer, range.startOffset);
  const until = offsetOf(flow, range.endContainer, range.endOffset);
  if (span === undefined || from === undefined || until === undefined) return undefined;
  return anchorOf(element, state, frame, { start: from - span.start, end: until - span.start });
}

/** What is selected on the host page now, in the first of its documents that has a selection. */
export function pickSelection(documents: readonly FrameDocument[], state: PageState): Picked {
  for (const one of documents) {
    const picked = selectionIn(one, state);
    if (picked !== undefined) return picked;
  }
  return { ok: false, why: "nothing" };
}

const POINTER = ["pointerdown", "mousedown", "mouseup", "click"];

/**
 * Waits for one click in one of the documents and answers the element there with its frame; the click itself does not reach
 * the host. `signal` ends the waiting; Esc does too.
 */
export function pickElement(
  documents: readonly FrameDocument[],
  signal: AbortSignal,
): Promise<{ readonly element: Element; readonly frame: string } | undefined> {
  return new Promise((done) => {
    const over = new AbortController();
    const how = { capture: true, signal: over.signal };
    const end = (picked?: { readonly element: Element; readonly frame: string }): void => {
      over.abort();
      done(picked);
    };
    for (const { document, frame } of documents) {
      const view = document.defaultView;
      if (view === null) continue;
      for (const name of POINTER)
        view.addEventListener(
          name,
          (event) => {
            const [target] = event.composedPath();
            if (!isElement(target) || (event.target as Element).localName === OWN_ELEMENT) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            if (name === "click") end({ element: target, frame });
          },
          how,
        );
      view.addEventListener(
        "keydown",
        (event) => {
          if (event.key !== "Escape" || event.isComposing) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          end();
        },
        how,
      );
    }
    signal.addEventListener("abort", () => end(), { once: true });
  });
}
