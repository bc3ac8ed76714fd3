// Makes one value of the pieces that stand in its place: options and boxes, a date in several boxes, two ends of a span.
import type { Content } from "./cell.ts";
import { type Choice, iconChoices } from "./choices.ts";
import { kindOf, pattern, SAID } from "./libraries.ts";
import { isAct, isNoValue, seenText, tidy } from "./visible.ts";

export type Piece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "box"; readonly text: string; readonly node: Element; readonly control?: Element }
  | { readonly is: "tag"; readonly text: string }
  | { readonly is: "choice"; readonly choice: Choice };

const HOUR = /^\d{1,2}$/;

/** The value that the pieces make together; `nodes` are where they were found, `place` the element to point at when there is no control. */
export function composed(
  all: readonly Piece[],
  nodes: readonly Node[],
  place: Element,
): Omit<Content, "codes"> {
  const boxes = all.filter((piece) => piece.is === "box");
  const choices = all.filter((piece) => piece.is === "choice");
  // A tag behind words says something about them and is not part of them.
  const bare = all[0]?.is === "text" && all.some((piece) => piece.is === "tag");
  if (boxes.length === 0 && choices.length === 0) return textContent(nodes, place, bare);
  if (choices.length > 0) {
    const alone = choices.length === 1 && choices[0]!.choice.text === "" ? choices[0]!.choice : undefined;
    const chosen = alone
      ? [alone.on ? "是" : "否"]
      : choices.filter((c) => c.choice.on).map((c) => c.choice.text);
    const typed = boxes.map(({ text }) => text).filter((text) => text !== "");
    const first = (choices.find((c) => c.choice.on) ?? choices[0]!).choice;
    return {
      value: [...chosen, ...typed].join("、"),
      node: place,
      control: first.control ?? first.node,
    };
  }
  const [first, second] = boxes;
  const tags = all.filter((piece) => piece.is === "tag").map(({ text }) => text);
  if (tags.length > 0 && boxes.every(({ text }) => text === ""))
    return { value: tags.join("、"), node: place, control: first!.control ?? first!.node };
  const lead = all[0]!;
  if (
    lead.is === "text" &&
    !pattern(SAID.unit).test(lead.text) &&
    !/^[￥¥$]$/.test(lead.text) &&
    boxes.some(({ text }) => text !== "")
  )
    return {
      value: all.map((piece) => (piece.is === "choice" ? "" : piece.text)).join(" "),
      node: place,
      control: first!.control ?? first!.node,
    };
  if (second === undefined) {
    const unit = all.find((piece) => piece.is === "text" && pattern(SAID.unit).test(piece.text));
    return {
      value: first!.text,
      node: first!.node,
      control: first!.control ?? first!.node,
      unit: unit?.is === "text" ? unit.text : undefined,
    };
  }
  const base = { node: place, control: first!.control ?? first!.node };
  if (all.some((piece) => piece.is === "text" && pattern(SAID.inline).test(piece.text))) {
    const value = boxes.every(({ text }) => text === "")
      ? ""
      : all.map((p) => (p.is === "choice" ? "" : p.text)).join("");
    return { ...base, value };
  }
  const texts = withClocks(boxes.map(({ text }) => text));
  const filled = texts.filter((text) => text !== "");
  if (texts.length !== 2) return { ...base, value: filled.join("、") };
  const between = all.find((piece) => piece.is === "text" && pattern(SAID.between).test(piece.text));
  const separator = between?.is === "text" ? ` ${between.text} ` : "、";
  return { ...base, value: filled.join(separator), parts: [texts[0]!, texts[1]!] };
}

/** A date in one box and its hour and minute in the next ones are one text. */
function withClocks(texts: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const text of texts) {
    const last = whole.at(-1) ?? "";
    if (pattern(SAID.dateOnly).test(last) && pattern(SAID.timeOnly).test(text))
      whole[whole.length - 1] = `${last} ${text}`;
    else if (/ \d{1,2}$/.test(last) && HOUR.test(text)) whole[whole.length - 1] = `${last}:${text}`;
    else whole.push(text);
  }
  return whole;
}

const isAside = (element: Element): boolean => isNoValue(element, kindOf(element)) || isAct(element);

function textContent(nodes: readonly Node[], place: Element, bare: boolean): Omit<Content, "codes"> {
  const icons = iconChoices(nodes);
  const only = nodes.length === 1 && nodes[0]!.nodeType === 1 ? (nodes[0] as Element) : undefined;
  const text =
    icons ??
    (only
      ? seenText(only, undefined, bare)
      : tidy(
          nodes
            .map((node) =>
              node.nodeType !== 1
                ? (node.textContent ?? "")
                : isAside(node as Element) && nodes.length > 1
                  ? ""
                  : seenText(node as Element, undefined, bare),
            )
            .join(" "),
        ));
  return { value: text, node: only ?? place };
}
