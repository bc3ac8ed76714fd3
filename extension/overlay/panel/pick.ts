// Lets a legal officer point at a place of the host page: a field by a click, or the text that is selected.
import type { NoteAnchor } from "../../../shared/supervision/note.ts";
import type { PageState } from "../../protocol/messages.ts";
import { cssPath, elementAt } from "../../reading/css-path.ts";
import { hostAt } from "../free-place.ts";
import { NAME } from "../host-element.ts";
import { hashesFor } from "../note-anchor.ts";
import { flowOf, offsetOf, shownText, spanOf } from "../text-flow.ts";

export type Picked =
  | { readonly ok: true; readonly anchor: NoteAnchor; readonly shown: string }
  | { readonly ok: false; readonly why: "ambiguous" | "empty" | "nothing" };

/** The fact path that was read from this element, if any. */
function fieldAt(element: Element, state: PageState, frame: string): string | undefined {
  for (const [path, view] of Object.entries(state.evidence)) {
    if (!view.here || view.frame !== frame) continue;
    const carrier = elementAt(document, view.css);
    if (
      carrier !== undefined &&
      (carrier === element || carrier.contains(element) || element.contains(carrier))
    )
      return path;
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
  const flow = flowOf(document.body);
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

/** What is selected on the host page now: in a text control, or across text. */
export function pickSelection(state: PageState, frame: string): Picked {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement) {
    const { selectionStart, selectionEnd } = activeElement;
    if (
      selectionStart !== null &&
      selectionEnd !== null &&
      selectionEnd > selectionStart &&
      shownText(activeElement) !== undefined
    )
      return anchorOf(activeElement, state, frame, { start: selectionStart, end: selectionEnd });
  }
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed)
    return { ok: false, why: "nothing" };
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const element = common instanceof Element ? common : common.parentElement;
  if (element === null || element.localName === NAME) return { ok: false, why: "nothing" };
  const flow = flowOf(document.body);
  const span = spanOf(flow, element);
  const from = offsetOf(flow, range.startContainer, range.startOffset);
  const until = offsetOf(flow, range.endContainer, range.endOffset);
  if (span === undefined || from === undefined || until === undefined) return { ok: false, why: "nothing" };
  return anchorOf(element, state, frame, { start: from - span.start, end: until - span.start });
}

/**
 * Waits for one click on the host page and answers the element there; the click itself does not reach the host.
 * `signal` ends the waiting; Esc does too.
 */
export function pickElement(signal: AbortSignal): Promise<Element | undefined> {
  return new Promise((done) => {
    const ours = (event: Event): boolean =>
      event.target instanceof Element && event.target.localName === NAME;
    const end = (element?: Element): void => {
      for (const name of ["pointerdown", "mousedown", "mouseup", "click"])
        removeEventListener(name, onPointer, true);
      removeEventListener("keydown", onKey, true);
      done(element);
    };
    const onPointer = (event: Event): void => {
      if (ours(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type !== "click" || !(event instanceof MouseEvent)) return;
      end(hostAt(event.clientX, event.clientY));
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end();
    };
    for (const name of ["pointerdown", "mousedown", "mouseup", "click"])
      addEventListener(name, onPointer, true);
    addEventListener("keydown", onKey, true);
    signal.addEventListener("abort", () => end(), { once: true });
  });
}
