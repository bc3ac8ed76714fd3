// Reads a control that stands outside every form item and table: finds its label by for, ARIA, or what stands before it.
import type { Cell } from "./cell.ts";
import { nativeChoice } from "./choices.ts";
import { readContent } from "./content.ts";
import { codesOf, hasControl } from "./controls.ts";
import { bareLabel, isKnown, looksLikeLabel } from "./label.ts";
import { IS, is, isIn, pattern, SAID } from "./libraries.ts";
import { labelInText, runFrom } from "./run.ts";
import { isVisible, seenText, shortText, tidy } from "./visible.ts";

const HOPS = 6;

interface Found {
  readonly label: string;
  /** First node of the value. */
  readonly from: ChildNode;
}

/** Walks back and up from a node to the words that stand before it. */
function before(start: Element): Found | undefined {
  let at: Element = start;
  for (let hop = 0; hop < HOPS; hop++) {
    for (let node = at.previousSibling; node !== null; node = node.previousSibling) {
      if (node.nodeType === 3) {
        const text = tidy((node as Text).data);
        if (text === "" || pattern(SAID.dashes).test(text)) continue;
        const label = labelInText(text) ?? (looksLikeLabel(text) ? bareLabel(text) : undefined);
        return label === undefined ? undefined : { label, from: at };
      }
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.tagName === "BR" || element.tagName === "HR") return undefined;
      if (!isVisible(element)) continue;
      if (is(element, IS.adornment)) {
        // Words in front of a box in the same frame.
        const words = element.tagName === "BUTTON" ? "" : bareLabel(shortText(element, 28) ?? "");
        if (isKnown(words)) return { label: words, from: at };
        continue;
      }
      if (hasControl(element) || is(element, IS.heading)) return undefined;
      const text = shortText(element, 28);
      if (text === "") continue;
      return text !== undefined && looksLikeLabel(text) ? { label: bareLabel(text), from: at } : undefined;
    }
    const parent = at.parentElement;
    if (parent === null || isIn(SAID.labelEnd, parent.tagName)) return undefined;
    at = parent;
  }
  return undefined;
}

function byReference(control: Element): string {
  const ids = control.getAttribute("aria-labelledby");
  const root = control.getRootNode() as Document;
  const text = (ids ?? "")
    .split(/\s+/)
    .map((id) => (id === "" ? "" : (root.getElementById?.(id)?.textContent ?? "")))
    .join(" ");
  return bareLabel(text) || bareLabel(control.getAttribute("aria-label") ?? "");
}

function byFor(control: Element): string {
  const label = (control as HTMLInputElement).labels?.[0];
  return label && isVisible(label) && !hasControl(label)
    ? bareLabel(seenText(label))
    : label
      ? wordsOf(label)
      : "";
}

/** The words of a label that wraps its control. */
function wordsOf(label: HTMLLabelElement): string {
  let text = "";
  for (const node of label.childNodes)
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node.nodeType === 1 && !hasControl(node as Element)) text += seenText(node as Element);
  return bareLabel(text);
}

const cellFrom = (
  label: string,
  nodes: readonly Node[],
  place: Element,
  codes: readonly string[] = [],
): Cell => {
  const again = () => {
    const content = readContent(nodes, place);
    return { ...content, codes: [...new Set([...content.codes, ...codes])] };
  };
  return { ...again(), label, section: "", again };
};

/** The options that belong to one radio button or check box. */
function groupOf(input: HTMLInputElement): {
  readonly boxes: readonly HTMLInputElement[];
  readonly place: Element;
} {
  const scope =
    input.closest("form,fieldset,table,[role=radiogroup],[role=group]") ?? input.ownerDocument.body;
  const boxes =
    input.name === ""
      ? [input]
      : [...scope.querySelectorAll<HTMLInputElement>(`input[type=${input.type}]`)].filter(
          ({ name }) => name === input.name,
        );
  let place: Element = input.closest("label") ?? input;
  while (!boxes.every((box) => place.contains(box)) && place.parentElement !== null)
    place = place.parentElement;
  return { boxes, place };
}

function optionCell(input: HTMLInputElement, done: Set<Node>): Cell | undefined {
  const { boxes, place } = groupOf(input);
  for (const box of boxes) done.add(box);
  const first = boxes[0]!.closest("label") ?? boxes[0]!;
  const named = input.closest("[role=radiogroup],[role=group]");
  const legend = input.closest("fieldset")?.querySelector("legend");
  const label =
    (named ? byReference(named) : "") ||
    (before(first)?.label ?? "") ||
    (legend ? bareLabel(seenText(legend)) : "");
  const own = nativeChoice(boxes[0]!);
  if (
    boxes.length === 1 &&
    input.type === "checkbox" &&
    (label === "" || !isKnown(label)) &&
    isKnown(own.text)
  ) {
    const again = () => ({
      value: input.checked ? "是" : "否",
      node: own.node,
      control: input,
      codes: codesOf(input),
    });
    return { ...again(), label: own.text, section: "", again };
  }
  const codes = codesOf(input);
  if (label === "" && codes.length === 0) return undefined;
  const again = () => {
    const choices = boxes.map(nativeChoice);
    const single = choices.length === 1 && choices[0]!.text === "";
    const value = single
      ? choices[0]!.on
        ? "是"
        : "否"
      : choices
          .filter(({ on }) => on)
          .map(({ text }) => text)
          .join("、");
    return { value, node: place, control: boxes.find((box) => box.checked) ?? input, codes };
  };
  return { ...again(), label, section: "", again };
}

/** The cell of one loose control; `done` collects the nodes that were read along. */
export function readLoose(control: Element, done: Set<Node>): Cell | undefined {
  if (control.tagName === "INPUT") {
    const input = control as HTMLInputElement;
    if (input.type === "radio" || input.type === "checkbox") return optionCell(input, done);
  }
  const direct = byReference(control) || byFor(control);
  if (direct !== "") return cellFrom(direct, [control], control);
  const found = before(control);
  if (found !== undefined) {
    const run = runFrom(found.from);
    const nodes = run.some((node) => node.contains(control)) ? run : [control];
    for (const node of nodes) done.add(node);
    return cellFrom(found.label, nodes, control);
  }
  const title = bareLabel(control.getAttribute("title") ?? "");
  if (isKnown(title)) return cellFrom(title, [control], control);
  const codes = codesOf(control);
  return codes.length > 0 ? cellFrom("", [control], control, codes) : undefined;
}
