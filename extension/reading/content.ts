// Reads what stands in the place of a value: text, boxes to type in, selects, options, switches, or several of them.
import { boxText } from "./box-text.ts";
import type { Content } from "./cell.ts";
import { type Choice, drawnChoice, iconChoices, nativeChoice, signedChoices, switchText } from "./choices.ts";
import { codesOf, isControl } from "./controls.ts";
import { CHOSEN_TEXT, IS, kindOf } from "./libraries.ts";
import { isVisible, seenText, tidy } from "./visible.ts";

type Piece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "box"; readonly text: string; readonly node: Element; readonly control?: Element }
  | { readonly is: "tag"; readonly text: string }
  | { readonly is: "choice"; readonly choice: Choice };

interface Pieces {
  readonly all: Piece[];
  readonly codes: Set<string>;
}

/** What a library's select shows as chosen. */
function widgetText(widget: Element): string {
  const texts: string[] = [];
  const found = [...widget.querySelectorAll<HTMLElement>(CHOSEN_TEXT)];
  for (const chosen of found) {
    if (found.some((other) => other !== chosen && chosen.contains(other))) continue;
    if (/-placeholder(?:\s|$)/.test(chosen.className) && !chosen.matches(".el-select__placeholder")) continue;
    const text = seenText(chosen).replace(/^×\s*/, "");
    if (text !== "" && !/^请(?:选择|输入)/.test(text)) texts.push(text);
  }
  if (texts.length > 0) return texts.join("、");
  const input = widget.querySelector<HTMLInputElement>("input:not([type=hidden])");
  return input === null || (kindOf(input) & IS.prompt) !== 0 ? "" : tidy(input.value);
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
  if ((kind & (IS.noContent | IS.adornment)) !== 0 && (kind & (IS.choice | IS.switch)) === 0) {
    return;
  }
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

const DATE_ONLY = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;
const TIME_ONLY = /^\d{1,2}(?::\d{1,2}){1,2}$/;
const BETWEEN = /^(?:至|到|-+|~|～|—+|–|止|起至)$/;
const INLINE = /^[年月日时点分秒]$/;
const UNIT = /^(?:[百千万亿]?[元岁人件次日天个月年页册小时分钟]{1,2}|%|％)$/;

/** Reads the content of one or several sibling nodes as one value. `place` is the element to point at when there is no control. */
export function readContent(nodes: readonly Node[], place: Element): Content {
  const only = nodes.length === 1 ? nodes[0]! : undefined;
  if (only?.nodeType === 1 && (only as Element).firstElementChild === null && !isControl(only as Element)) {
    const text = seenText(only as Element);
    return { value: signedChoices(text) ?? text, node: only as Element, codes: [] };
  }
  const pieces: Pieces = { all: [], codes: new Set() };
  for (const node of nodes) take(node, pieces);
  const { all } = pieces;
  const codes = [...pieces.codes];
  const lone = all[0];
  if (lone?.is === "box" && all.length === 1)
    return {
      value: lone.text,
      node: lone.node,
      control: lone.control ?? lone.node,
      codes,
      plain: lone.control === undefined,
    };
  const boxes = all.filter((piece) => piece.is === "box");
  const choices = all.filter((piece) => piece.is === "choice");
  if (boxes.length === 0 && choices.length === 0) return { ...textContent(nodes, place), codes };
  if (choices.length > 0) {
    const bare = choices.length === 1 && choices[0]!.choice.text === "" ? choices[0]!.choice : undefined;
    const chosen = bare
      ? [bare.on ? "是" : "否"]
      : choices.filter((c) => c.choice.on).map((c) => c.choice.text);
    const typed = boxes.map(({ text }) => text).filter((text) => text !== "");
    const first = (choices.find((c) => c.choice.on) ?? choices[0]!).choice;
    return {
      value: [...chosen, ...typed].join("、"),
      node: place,
      control: first.control ?? first.node,
      codes,
    };
  }
  const [first, second] = boxes;
  const tags = all.filter((piece) => piece.is === "tag").map(({ text }) => text);
  if (tags.length > 0 && boxes.every(({ text }) => text === ""))
    return { value: tags.join("、"), node: place, control: first!.control ?? first!.node, codes };
  const lead = all[0]!;
  if (
    lead.is === "text" &&
    !UNIT.test(lead.text) &&
    !/^[￥¥$]$/.test(lead.text) &&
    boxes.some(({ text }) => text !== "")
  )
    return {
      value: all.map((piece) => (piece.is === "choice" ? "" : piece.text)).join(" "),
      node: place,
      control: first!.control ?? first!.node,
      codes,
    };
  if (second === undefined) {
    const unit = all.find((piece) => piece.is === "text" && UNIT.test(piece.text));
    return {
      value: first!.text,
      node: first!.node,
      control: first!.control ?? first!.node,
      codes,
      unit: unit?.is === "text" ? unit.text : undefined,
    };
  }
  const base = { node: place, control: first!.control ?? first!.node, codes };
  if (all.some((piece) => piece.is === "text" && INLINE.test(piece.text))) {
    const value = boxes.every(({ text }) => text === "")
      ? ""
      : all.map((p) => (p.is === "choice" ? "" : p.text)).join("");
    return { ...base, value };
  }
  if (boxes.length === 2) {
    if (DATE_ONLY.test(first!.text) && TIME_ONLY.test(second.text))
      return { ...base, value: `${first!.text} ${second.text}` };
    const between = all.find((piece) => piece.is === "text" && BETWEEN.test(piece.text));
    const separator = between?.is === "text" ? ` ${between.text} ` : "、";
    const filled = boxes.map(({ text }) => text).filter((text) => text !== "");
    return { ...base, value: filled.join(separator), parts: [first!.text, second.text] };
  }
  return {
    ...base,
    value: boxes
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join("、"),
  };
}

function textContent(nodes: readonly Node[], place: Element): Omit<Content, "codes"> {
  const icons = iconChoices(nodes);
  const only = nodes.length === 1 && nodes[0]!.nodeType === 1 ? (nodes[0] as Element) : undefined;
  const text =
    icons ??
    (only
      ? seenText(only)
      : tidy(
          nodes
            .map((node) => (node.nodeType === 1 ? seenText(node as Element) : (node.textContent ?? "")))
            .join(" "),
        ));
  return { value: signedChoices(text) ?? text, node: only ?? place };
}
