// Finds what stands in the place of a value: text, boxes to type in, selects, options, switches, or several of them.
import { boxText } from "./box-text.ts";
import type { Content } from "./cell.ts";
import { drawnChoice, nativeChoice, switchText } from "./choices.ts";
import { composed, type Piece } from "./compose.ts";
import { codesOf, isControl } from "./controls.ts";
import { IS, kindOf, pattern, SAID, told } from "./libraries.ts";
import { isAct, isNoValue, isVisible, seenText, tidy } from "./visible.ts";

interface Pieces {
  readonly all: Piece[];
  readonly codes: string[];
}

/** What a library's select shows as chosen. */
function widgetText(widget: Element): string {
  const texts: string[] = [];
  const found = [...widget.querySelectorAll<HTMLElement>(told[SAID.chosen]!)];
  for (const chosen of found) {
    if (found.some((other) => other !== chosen && chosen.contains(other))) continue;
    if (/-placeholder(?:\s|$)/.test(chosen.className) && !chosen.matches(".el-select__placeholder")) continue;
    const text = seenText(chosen).replace(/^×\s*/, "");
    if (text !== "" && !pattern(SAID.prompt).test(text)) texts.push(text);
  }
  if (texts.length > 0) return texts.join("、");
  const input = widget.querySelector<HTMLInputElement>("input:not([type=hidden])");
  return input === null || (kindOf(input) & IS.prompt) !== 0 ? "" : tidy(input.value);
}

/** A text editor that is drawn in a frame of its own. */
function takeEditor(frame: HTMLIFrameElement, into: Pieces): void {
  const inside = frame.contentDocument;
  if (inside?.body && (inside.designMode === "on" || inside.body.contentEditable === "true"))
    into.all.push({ is: "box", text: seenText(inside.body), node: frame });
}

function take(node: Node, into: Pieces): void {
  if (node.nodeType === 3) {
    const text = tidy((node as Text).data);
    if (text !== "") into.all.push({ is: "text", text });
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as HTMLElement;
  const kind = kindOf(element);
  if (isNoValue(element, kind)) {
    if (isControl(element)) codesOf(element, into.codes);
    else if (element.tagName === "IFRAME") takeEditor(element as HTMLIFrameElement, into);
    return;
  }
  if (into.all.length > 0 && isAct(element)) return;
  const inner = element.firstElementChild;
  // A wrapper around one element says nothing itself, and is seen exactly when that one is.
  if (
    inner !== null &&
    inner === element.firstChild &&
    inner === element.lastChild &&
    (kind & ~IS.formContent) === 0 &&
    (element.tagName === "DIV" || element.tagName === "SPAN") &&
    element.shadowRoot === null &&
    !isControl(element)
  ) {
    take(inner, into);
    return;
  }
  if (element.tagName === "INPUT") {
    const input = element as HTMLInputElement;
    if (input.type === "hidden") {
      codesOf(input, into.codes);
      return;
    }
    if (input.type === "radio" || input.type === "checkbox") {
      const next = input.nextElementSibling;
      if (next !== null && (kindOf(next) & (IS.choice | IS.switch)) !== 0) codesOf(input, into.codes);
      else if (isVisible(input) || (input.labels?.length ?? 0) > 0) {
        codesOf(input, into.codes);
        into.all.push({ is: "choice", choice: nativeChoice(input) });
      }
      return;
    }
  }
  if (element.tagName === "SELECT" && !isVisible(element)) {
    codesOf(element, into.codes);
    return;
  }
  if (!isVisible(element)) {
    if (element.tagName === "INPUT") codesOf(element, into.codes);
    return;
  }
  if ((kind & IS.switch) !== 0) {
    const control = element.querySelector<HTMLInputElement>("input[type=checkbox]") ?? undefined;
    const on =
      (kind & IS.chosen) !== 0 ||
      element.getAttribute("aria-checked") === "true" ||
      control?.checked === true;
    into.all.push({ is: "box", text: switchText(element, on), node: element, control: control ?? element });
    return;
  }
  if ((kind & IS.choice) !== 0) {
    const choice = drawnChoice(element);
    if (choice.control) codesOf(choice.control, into.codes);
    into.all.push({ is: "choice", choice });
    return;
  }
  if ((kind & IS.select) !== 0) {
    for (const inner of element.querySelectorAll("input")) codesOf(inner, into.codes);
    codesOf(element, into.codes);
    into.all.push({
      is: "box",
      text: widgetText(element),
      node: element,
      control: element.querySelector("input") ?? element,
    });
    return;
  }
  if (element.tagName === "INPUT" || isControl(element)) {
    if (!isControl(element)) return;
    codesOf(element, into.codes);
    into.all.push({ is: "box", text: boxText(element), node: element });
    return;
  }
  if ((kind & IS.tag) !== 0) {
    into.all.push({ is: "tag", text: seenText(element) });
    return;
  }
  const label =
    element.tagName === "LABEL" ? element.querySelector("input[type=radio],input[type=checkbox]") : null;
  if (label !== null) {
    codesOf(label, into.codes);
    into.all.push({ is: "choice", choice: nativeChoice(label as HTMLInputElement) });
    return;
  }
  const root = element.shadowRoot ?? element;
  if (root === element && element.firstElementChild === null) {
    const text = seenText(element);
    if (text !== "") into.all.push({ is: "text", text });
    return;
  }
  for (let child = root.firstChild; child !== null; child = child.nextSibling) take(child, into);
}

/** Reads the content of one or several sibling nodes as one value. `place` is the element to point at when there is no control. */
export function readContent(nodes: readonly Node[], place: Element): Content {
  const only = nodes.length === 1 ? nodes[0]! : undefined;
  if (only?.nodeType === 1 && (only as Element).firstElementChild === null && !isControl(only as Element)) {
    const text = seenText(only as Element);
    return { value: text, node: only as Element, codes: [] };
  }
  const pieces: Pieces = { all: [], codes: [] };
  for (const node of nodes) take(node, pieces);
  const { all, codes } = pieces;
  const lone = all[0];
  if (lone?.is === "box" && all.length === 1)
    return {
      value: lone.text,
      node: lone.node,
      control: lone.control ?? lone.node,
      codes,
      plain: lone.control === undefined,
    };
  return { ...composed(all, nodes, place), codes };
}
