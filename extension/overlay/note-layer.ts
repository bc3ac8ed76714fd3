// Shows notes in place: an ink underline under the text and a numbered tag after it; a lost place is never guessed.
import type { CaseNote } from "../../shared/supervision/note.ts";
import type { EvidenceView, PageState } from "../protocol/messages.ts";
import { elementAt } from "../reading/css-path.ts";
import { words } from "../words/panel.ts";
import { fieldBox, seenBox } from "./field-box.ts";
import { findQuote, type Hashes } from "./note-anchor.ts";
import { type Flow, flowOf, isText, spanOf } from "./text-flow.ts";
import { valueBoxes } from "./value-box.ts";

/** Name of the highlight in the style sheet that the manifest adds to host pages. */
export const HIGHLIGHT = "first-button-note";

/** A note's place in this document: a range of text, a stretch of a control's value, or a field as a whole. */
type Spot =
  | { readonly is: "range"; readonly range: Range }
  | { readonly is: "value"; readonly control: HTMLElement; readonly start: number; readonly end: number }
  | { readonly is: "field"; readonly element: Element };

const idle = (): Promise<void> => new Promise((done) => requestIdleCallback(() => done(), { timeout: 200 }));

function spotAt(flow: Flow, start: number, end: number): Spot | undefined {
  const first = flow.runs.find((run) => start >= run.start && start < run.end);
  const last = flow.runs.find((run) => end > run.start && end <= run.end);
  if (first === undefined || last === undefined) return undefined;
  if (first === last && !isText(first.node))
    return { is: "value", control: first.node, start: start - first.start, end: end - first.start };
  if (!isText(first.node) || !isText(last.node)) return undefined;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return { is: "range", range };
}

/** Finds a note's place in this document again; undefined = lost, or written elsewhere. */
export async function spotOf(
  note: Pick<CaseNote, "anchor">,
  evidence: Readonly<Record<string, EvidenceView>>,
  flow: Flow,
  pause: () => Promise<void> = idle,
): Promise<Spot | undefined> {
  const { anchor } = note;
  const read = anchor.field === undefined ? undefined : evidence[anchor.field];
  const element = elementAt(document, read?.here === true ? read.css : anchor.css);
  if (anchor.quoteHash === undefined || anchor.start === undefined || anchor.end === undefined) {
    // Without a quote only the field itself tells the place: the path alone may point to another row by now.
    return read?.here === true && element !== undefined ? { is: "field", element } : undefined;
  }
  const span = element === undefined ? undefined : spanOf(flow, element);
  const guess = span === undefined ? undefined : span.start + anchor.start;
  const hashes: Hashes = { ...anchor, quoteHash: anchor.quoteHash };
  const found = await findQuote(flow.text, anchor.end - anchor.start, hashes, guess, pause);
  return found === undefined ? undefined : spotAt(flow, found.start, found.end);
}

interface Placed {
  readonly note: CaseNote;
  readonly spot: Spot;
  readonly tag: HTMLButtonElement;
  readonly rules: HTMLElement[];
}

export interface NoteLayer {
  readonly element: HTMLElement;
  show(state: PageState, frame: string): Promise<void>;
  follow(): void;
  clear(): void;
  /** Scrolls to a note's place; false when it has none here. */
  reveal(id: string): boolean;
  /** Ids of the notes that stand in this document, with the quoted text as it stands there now. */
  anchored(): ReadonlyMap<string, string>;
}

/** `open` is called with the id of the note whose tag was pressed; `changed` when notes have found or lost their place. */
export function noteLayer(open: (id: string) => void, changed: () => void): NoteLayer {
  const element = document.createElement("div");
  element.className = "layer";
  let placed: Placed[] = [];
  let run = 0;

  const tagFor = (note: CaseNote, number: number): HTMLButtonElement => {
    const tag = document.createElement("button");
    tag.type = "button";
    tag.className = "tag";
    tag.hidden = true;
    tag.textContent = String(number);
    tag.setAttribute("aria-label", words.notes.tag(number, note.kind));
    tag.addEventListener("click", () => open(note.id));
    return tag;
  };

  const boxesOf = (spot: Spot): readonly DOMRect[] => {
    const carrier =
      spot.is === "range"
        ? spot.range.startContainer.parentElement
        : spot.is === "value"
          ? spot.control
          : spot.element;
    if (
      carrier === null ||
      seenBox(spot.is === "field" ? fieldBox(spot.element).element : carrier) === undefined
    )
      return [];
    if (spot.is === "range") return [...spot.range.getClientRects()];
    return spot.is === "value"
      ? valueBoxes(spot.control, spot.start, spot.end)
      : [fieldBox(spot.element).element.getBoundingClientRect()];
  };

  const move = (piece: HTMLElement, x: number, y: number): void => {
    piece.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
  };

  const follow = (): void => {
    for (const { spot, tag, rules } of placed) {
      const boxes = boxesOf(spot);
      const last = boxes.at(-1);
      tag.hidden = last === undefined;
      if (last !== undefined)
        if (spot.is === "field") move(tag, last.right + 2, last.top - 9);
        else move(tag, last.right + 4, last.top + (last.height - 18) / 2);
      if (spot.is !== "value") continue;
      while (rules.length < boxes.length) {
        const rule = document.createElement("div");
        rule.className = "rule";
        rules.push(rule);
        element.append(rule);
      }
      rules.forEach((rule, i) => {
        const box = boxes[i];
        rule.hidden = box === undefined;
        if (box === undefined) return;
        rule.style.width = `${Math.round(box.width)}px`;
        move(rule, box.left, box.bottom);
      });
    }
  };

  const underline = (): void => {
    if (typeof Highlight !== "function" || CSS.highlights === undefined) return;
    const ranges = placed.flatMap(({ spot }) => (spot.is === "range" ? [spot.range] : []));
    if (ranges.length === 0) CSS.highlights.delete(HIGHLIGHT);
    else CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  };

  const put = (next: Placed[]): void => {
    placed = next;
    element.replaceChildren(...placed.map(({ tag }) => tag));
    underline();
    follow();
    changed();
  };

  return {
    element,
    async show(state, frame) {
      const mine = (run += 1);
      const here = state.notes.filter(
        ({ anchor }) => anchor.page === state.pageKind && anchor.frame === frame,
      );
      if (here.length === 0 && placed.length === 0) return;
      const flow = flowOf(document.body ?? document.documentElement);
      const next: Placed[] = [];
      for (const note of here) {
        if (note.state === "closed") continue;
        const spot = await spotOf(note, state.evidence, flow);
        if (mine !== run) return;
        if (spot !== undefined)
          next.push({ note, spot, tag: tagFor(note, state.notes.indexOf(note) + 1), rules: [] });
      }
      put(next);
    },
    follow,
    clear() {
      run += 1;
      if (placed.length > 0) put([]);
    },
    reveal(id) {
      const spot = placed.find(({ note }) => note.id === id)?.spot;
      if (spot === undefined) return false;
      const carrier =
        spot.is === "range"
          ? spot.range.startContainer.parentElement
          : spot.is === "value"
            ? spot.control
            : spot.element;
      carrier?.scrollIntoView({ block: "center", inline: "nearest" });
      return carrier !== null;
    },
    anchored: () =>
      new Map(
        placed.map(({ note, spot }) => [
          note.id,
          spot.is === "range"
            ? spot.range.toString()
            : spot.is === "value"
              ? (spot.control as HTMLInputElement).value.slice(spot.start, spot.end)
              : "",
        ]),
      ),
  };
}
