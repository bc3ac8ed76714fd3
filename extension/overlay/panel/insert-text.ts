// Writes a text into a text box of the host as the person's own typing would, on a click, and can take it back.
import type { PageState } from "../../protocol/messages.ts";
import { elementAt } from "../../reading/css-path.ts";
import { type FrameDocument, framesWithin } from "./frames-within.ts";

export type TextBox = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

const BOX =
  'textarea,input:not([type]),input[type="text"],input[type="search"],[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';

const isControl = (box: TextBox): box is HTMLTextAreaElement | HTMLInputElement =>
  box.localName === "textarea" || box.localName === "input";

const writable = (box: Element): box is TextBox =>
  box.matches(BOX) && !(box as HTMLInputElement).readOnly && !(box as HTMLInputElement).disabled;

/** Shown large enough to be written in. */
const shown = (box: Element): boolean => {
  const { width, height } = box.getBoundingClientRect();
  return width >= 8 && height >= 8;
};

/** What has the focus in a document, when it is a text box of the host. */
function focusedIn({ activeElement }: Document): TextBox | undefined {
  return activeElement !== null && writable(activeElement) ? activeElement : undefined;
}

let last: TextBox | undefined;

/** Remembers the text box that the officer was in last; called when one takes the focus. */
export function touched(element: Element): void {
  if (writable(element)) last = element;
}

/** True when the box takes a text of this length beside what stands in it. */
function hasRoom(box: TextBox, text: string): boolean {
  const limit = isControl(box) ? box.getAttribute("maxlength") : null;
  return limit === null || wordsIn(box).length + text.length < Number(limit);
}

/** Boxes that may be meant for what stands at `on`, the likeliest first: with the caret, used last, the element's own, the only one. */
function meantFor(on: string, state: PageState | undefined, frames: readonly FrameDocument[]): TextBox[] {
  const meant = frames.flatMap(({ document }) => focusedIn(document) ?? []);
  if (last?.isConnected === true && shown(last)) meant.push(last);
  for (const [path, view] of Object.entries(state?.evidence ?? {})) {
    if (!view.here || !path.startsWith(`${on}.`)) continue;
    const within = frames.find(({ frame }) => frame === view.frame);
    const carrier = within === undefined ? undefined : elementAt(within.document, view.css);
    const box = carrier?.matches("textarea") === true ? carrier : carrier?.querySelector("textarea");
    if (box != null && writable(box) && shown(box)) meant.push(box);
  }
  const all = frames.flatMap(({ document }) =>
    [...document.querySelectorAll("textarea")].filter((box) => writable(box) && shown(box)),
  );
  return all.length === 1 ? [...meant, ...all] : meant;
}

/**
 * The text box that `text` goes into for what stands at `on` (`interviews/i1`): one with room for it, and of many lines where
 * the text has several, as long as there is one; undefined where none is meant.
 */
export function boxFor(on: string, state: PageState | undefined, text: string): TextBox | undefined {
  const meant = meantFor(on, state, framesWithin(window, "")).filter((box) => hasRoom(box, text));
  return (text.includes("\n") ? meant.find((box) => box.localName !== "input") : undefined) ?? meant[0];
}

type Evidence = PageState["evidence"];

/** The last answer: a card that is drawn again asks the same of thousands of values. */
let known:
  | { readonly box: TextBox; readonly evidence: Evidence; readonly label: string | undefined }
  | undefined;

function findLabel(box: TextBox, evidence: Evidence): string | undefined {
  const frame = framesWithin(window, "").find(({ document }) => document === box.ownerDocument);
  for (const view of Object.values(evidence)) {
    if (!view.here || view.frame !== frame?.frame) continue;
    const carrier = elementAt(frame.document, view.css);
    if (carrier !== undefined && (carrier === box || carrier.contains(box))) return view.label;
  }
  return undefined;
}

/** The label under which the box was read; undefined where it was not. */
export function labelOf(box: TextBox, state: PageState | undefined): string | undefined {
  const evidence = state?.evidence ?? {};
  if (known?.box !== box || known.evidence !== evidence)
    known = { box, evidence, label: findLabel(box, evidence) };
  return known.label;
}

const wordsIn = (box: TextBox): string => (isControl(box) ? box.value : (box.textContent ?? ""));

let writing = false;

/** True while a text is written by us: the focus that its box takes is not the officer's. */
export const isWriting = (): boolean => writing;

/** Brings the box into sight and into focus, in whichever frame it stands. */
function take(box: TextBox): void {
  writing = true;
  box.focus({ preventScroll: true });
  writing = false;
  box.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}

/** Puts `text` in place of what is selected: the browser's own command, so that the host hears what it hears when one types. */
function type(box: TextBox, text: string): boolean {
  const { ownerDocument: page } = box;
  const before = wordsIn(box);
  take(box);
  // The command is deprecated without a successor: a browser may one day have none.
  const command = page.execCommand?.bind(page);
  const done = text === "" ? command?.("delete") : command?.("insertText", false, text);
  if (done === true && (wordsIn(box) !== before || text === "")) return true;
  if (!isControl(box)) return false;
  const { selectionStart, selectionEnd } = box;
  box.setRangeText(text, selectionStart ?? before.length, selectionEnd ?? before.length, "end");
  const how = { bubbles: true, composed: true, inputType: "insertText", data: text };
  return box.dispatchEvent(new InputEvent("input", how)) && wordsIn(box) !== before;
}

export interface Inserted {
  /** Restores what was there; false when the text has been changed since. */
  undo(): boolean;
}

/** A box that nobody was in yet has its caret at the beginning; what is added belongs after what is there. */
function toEnd(box: HTMLTextAreaElement | HTMLInputElement): void {
  if (box !== box.ownerDocument.activeElement && box.selectionStart === 0 && box.selectionEnd === 0)
    box.setSelectionRange(box.value.length, box.value.length);
}

/** Inserts at the caret, on a line of its own in a box of many lines, and selects the first blank (＿＿); undefined when the box refuses. */
export function insertInto(box: TextBox, text: string): Inserted | undefined {
  const before = wordsIn(box);
  if (!isControl(box)) {
    if (!type(box, text)) return undefined;
    const after = wordsIn(box);
    return { undo: () => wordsIn(box) === after && box.ownerDocument.execCommand("undo") };
  }
  toEnd(box);
  const start = box.selectionStart ?? before.length;
  const replaced = before.slice(start, box.selectionEnd ?? start);
  const many = box.localName === "textarea";
  const line = many && start > 0 && before[start - 1] !== "\n" ? `\n${text}` : text;
  if (!type(box, many ? line : line.replace(/\s*\n\s*/g, " "))) return undefined;
  const after = box.value;
  const end = after.length - (before.length - start - replaced.length);
  const written = after.slice(start, end);
  const blank = written.indexOf("＿");
  if (blank >= 0) {
    const length = /^＿+/.exec(written.slice(blank))?.[0].length ?? 0;
    box.setSelectionRange(start + blank, start + blank + length);
  }
  return {
    undo() {
      // Taken back already, by the browser's own undo.
      if (box.value === before) return true;
      if (!box.isConnected || box.value.slice(start, start + written.length) !== written) return false;
      take(box);
      box.setSelectionRange(start, start + written.length);
      return type(box, replaced);
    },
  };
}
