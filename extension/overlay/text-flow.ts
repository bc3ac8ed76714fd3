// The page's text as one string, in document order, with the way back from a place in it to the host's nodes.
import { OWN_ELEMENT } from "../look/own-element.ts";

export type TextControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One run of text: a text node, or a control with what it shows. */
export interface Run {
  readonly node: Text | TextControl;
  readonly start: number;
  readonly end: number;
}

export interface Flow {
  readonly text: string;
  readonly runs: readonly Run[];
}

const SKIPPED = new Set(["script", "style", "noscript", "template", "option", "textarea", OWN_ELEMENT]);
const SHOWN = new Set([
  "text",
  "search",
  "tel",
  "url",
  "email",
  "number",
  "date",
  "datetime-local",
  "time",
  "month",
]);

// Names and node types instead of `instanceof`: nodes of another frame have other constructors.
export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isElement = (node: EventTarget | null | undefined): node is Element =>
  (node as Node | null | undefined)?.nodeType === 1;

/** What a control shows; undefined for those that show no text of their own, and for passwords. */
export function shownText(element: Element): string | undefined {
  if (element.localName === "textarea") return (element as HTMLTextAreaElement).value;
  if (element.localName === "select")
    return (element as HTMLSelectElement).selectedOptions[0]?.text.trim() ?? "";
  if (element.localName !== "input") return undefined;
  const input = element as HTMLInputElement;
  return SHOWN.has(input.type) ? input.value : undefined;
}

/** Reads the flow of `root`; nothing is written and no layout is asked for. */
export function flowOf(root: Element): Flow {
  const runs: Run[] = [];
  let text = "";
  const add = (node: Run["node"], value: string): void => {
    if (value === "") return;
    runs.push({ node, start: text.length, end: text.length + value.length });
    text += value;
  };
  const visit = (parent: Node): void => {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) add(child, child.data);
      else if (isElement(child)) {
        const shown = shownText(child);
        if (shown !== undefined) add(child as TextControl, shown);
        else if (!SKIPPED.has(child.localName)) visit(child);
      }
    }
  };
  visit(root);
  return { text, runs };
}

/** Where an element's own text lies in the flow; undefined when it has none. */
export function spanOf(
  flow: Flow,
  element: Element,
): { readonly start: number; readonly end: number } | undefined {
  const inside = flow.runs.filter(({ node }) => node === element || element.contains(node));
  const first = inside[0];
  const last = inside.at(-1);
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

/** The place of a DOM position (a text node and an offset in it) in the flow. */
export function offsetOf(flow: Flow, node: Node, offset: number): number | undefined {
  const run = flow.runs.find((each) => each.node === node);
  return run === undefined ? undefined : run.start + Math.min(offset, run.end - run.start);
}
