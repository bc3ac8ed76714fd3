// Draws the markers beside fields in our own layer and keeps them there while the host scrolls and rebuilds.
import { drawn } from "../look/drawing.ts";
import { shapes } from "../look/shapes.ts";
import { elementAt } from "../reading/css-path.ts";
import { STATE } from "../words/overlay.ts";
import { type FieldBox, fieldBox, seenBox } from "./field-box.ts";
import { type Mark, markWord, WORDY } from "./marks.ts";

const HEIGHT = 18;
/** How far the marker stands in from the control's right end (px). */
const INSET = 10;

export interface MarkerLayer {
  readonly element: HTMLElement;
  /** Draws these markers; `now` is the server's time (ms). */
  show(marks: readonly Mark[], now: number): void;
  /** Moves each marker to its field and hides those whose field cannot be seen. */
  follow(): void;
  /** The document has changed: another element may carry a value now. */
  stirred(): void;
  /** The change has been read; unless elements `moved`, those carry the values that did before. */
  settled(moved: boolean): void;
}

interface Drawn {
  mark: Mark;
  /** Made when its field is first seen: a long form has many more than fit on a screen. */
  button: HTMLButtonElement | undefined;
  carrier: Element | undefined;
  field: FieldBox | undefined;
  /** How the document stood when the carrier was looked for. */
  found: number;
}

/** Where a marker's top right corner stands at a field's box (px). */
const cornerAt = ({ is }: FieldBox, { right, top, height }: DOMRect): readonly [number, number] =>
  is === "control" ? [right - INSET, top - HEIGHT / 2] : [right - 4, top + (height - HEIGHT) / 2];

/** A marker is drawn once for this. */
const keyOf = ({ css, finding }: Mark): string => `${finding.colour} ${finding.key} ${css}`;

/** `open` is called with the finding of the marker that was pressed. */
export function markerLayer(open: (mark: Mark) => void): MarkerLayer {
  const element = document.createElement("div");
  element.className = "layer";
  let shown: Drawn[] = [];
  /** Goes up with every change of the document. */
  let stirs = 0;
  /** How it stood when elements had last moved. */
  let sure = 0;
  /** Whether another element may carry the value: until the change has been read, only where this one is gone. */
  const isStale = ({ found, carrier }: Drawn): boolean =>
    found < (carrier?.isConnected === true ? sure : stirs);
  /** Fields out of sight: a form of hundreds costs no more to follow than what a screen holds of it. */
  const far = new WeakSet<Element>();
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) far.delete(target);
      else far.add(target);
    // What leaves the sight does so with a scroll or a change of the page, which are followed as they come.
    if (entries.some((entry) => entry.isIntersecting)) follow();
  });
  let clock = 0;

  const build = (item: Drawn): HTMLButtonElement => {
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", () => open(item.mark));
    const word = document.createElement("span");
    word.className = "word";
    button.append(drawn(shapes[item.mark.finding.colour], 14), word);
    return button;
  };

  const write = ({ mark, button, field }: Drawn, now: number): void => {
    if (button === undefined) return;
    const { finding } = mark;
    const word = markWord(finding, now);
    const bare = shown.length > WORDY || (field?.is === "cell" && field.filled);
    const name = `marker ${finding.colour}${bare ? " bare" : ""}`;
    if (button.className !== name) {
      button.className = name;
      const { colour } = finding;
      // A yellow line is too pale on white paper: it is drawn as its words are.
      button.style.setProperty("--mark-line", `var(--${colour}${colour === "yellow" ? "-text" : ""})`);
      button.style.setProperty("--mark-text", `var(--${colour}-text)`);
    }
    const text = button.lastElementChild as HTMLElement;
    if (text.textContent !== word) text.textContent = word;
    const label = `${STATE[finding.colour]}：${finding.title}，${word}`;
    if (button.getAttribute("aria-label") !== label) button.setAttribute("aria-label", label);
  };

  /** The field's box is looked for by its styles, which is dear: only when another element carries the value. */
  const find = (item: Drawn): void => {
    item.found = stirs;
    const carrier = elementAt(document, item.mark.css, item.carrier);
    const { field } = item;
    if (carrier === item.carrier && field?.is === "control" && field.element.isConnected) return;
    item.carrier = carrier;
    item.field = carrier && fieldBox(carrier);
    if (item.field) sight.observe(item.field.element);
  };

  const follow = (): void => {
    const places = shown.map((item) => {
      const away = item.field?.element.isConnected === true && far.has(item.field.element);
      if (!away && isStale(item)) find(item);
      const box = away ? undefined : item.field && seenBox(item.field.element);
      return box && cornerAt(item.field!, box);
    });
    let next: Element | null = null;
    for (let i = shown.length - 1; i >= 0; i--) {
      const item = shown[i]!;
      const place = places[i];
      if (item.button === undefined && place !== undefined) {
        item.button = build(item);
        write(item, clock);
      }
      const { button } = item;
      if (button === undefined) continue;
      if (button.parentNode === null || button.nextSibling !== next) element.insertBefore(button, next);
      next = button;
      if (button.hidden !== (place === undefined)) button.hidden = place === undefined;
      if (place === undefined) continue;
      // Its own width is taken off where it is drawn: to ask for it would lay the page out once more.
      const move = `translate(${Math.round(place[0])}px,${Math.round(place[1])}px) translateX(-100%)`;
      if (button.style.transform !== move) button.style.transform = move;
    }
  };

  return {
    element,
    show(marks, now) {
      clock = now;
      const before = new Map(shown.map((item) => [keyOf(item.mark), item]));
      shown = marks.map((mark) => {
        const item = before.get(keyOf(mark));
        before.delete(keyOf(mark));
        return item === undefined
          ? { mark, button: undefined, carrier: undefined, field: undefined, found: -1 }
          : Object.assign(item, { mark });
      });
      for (const { button } of before.values()) button?.remove();
      const stale = shown.filter(isStale);
      stale.forEach(find);
      for (const item of shown) write(item, now);
      if (stale.length > 0) follow();
    },
    follow,
    stirred() {
      stirs++;
    },
    settled(moved) {
      if (moved) sure = stirs;
    },
  };
}
