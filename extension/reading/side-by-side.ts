// Reads labels and values that stand beside each other in a box: `<span>案由：</span><span>盗窃</span>`, dt and dd, label and input.
import type { Cell, Content } from "./cell.ts";
import { readContent } from "./content.ts";
import { hasControl } from "./controls.ts";
import { bareLabel, isKnown, LONGEST_LABEL } from "./label.ts";
import { IS, is, isIn, SAID, told } from "./libraries.ts";
import { isInline, labelInText, labelOf, runFrom } from "./run.ts";
import { textPairs } from "./text-pairs.ts";
import { isVisible, seenText, tidy } from "./visible.ts";

export interface Beside {
  readonly cells: readonly Cell[];
  readonly used: ReadonlySet<Node>;
}

/** Longest label with stars, colon and the spaces between its characters. */
const LONGEST_PADDED = 2 * LONGEST_LABEL + 4;

const isElement = (node: Node): node is Element => node.nodeType === 1;

const deep = (node: Node): boolean =>
  isElement(node) && (node.matches(told[SAID.apart]!) || node.querySelector(told[SAID.apart]!) !== null);

const definitions = (run: readonly Node[]): boolean =>
  run.length > 1 && run.every((node) => isElement(node) && node.tagName === "DD");

function read(run: readonly Node[], place: Element): Content {
  if (run.length === 0) return { value: "", node: place, codes: [] };
  if (definitions(run)) {
    const value = (run as Element[])
      .map((dd) => readContent([dd], dd).value)
      .filter((text) => text !== "")
      .join("、");
    return { value, node: run[0] as Element, codes: [] };
  }
  const content = readContent(run, run.find(isElement) ?? place);
  const value = content.control ? content.value : content.value.replace(/^[:：]\s*|^[_＿\s]+$/g, "");
  return value === content.value ? content : { ...content, value };
}

/** Whether words that only the dictionary calls a label stand before something that can be its value. */
function believable(run: readonly Node[]): boolean {
  const first = run.find((node) => isElement(node) && isVisible(node)) as Element | undefined;
  if (run.length === 0) return false;
  if (first === undefined) return tidy(run.map((node) => node.textContent ?? "").join("")) !== "";
  if (hasControl(first)) return true;
  const text = seenText(first, 500);
  return (
    text !== "" && text.length <= 300 && !isKnown(bareLabel(text)) && !isIn(SAID.noValueTags, first.tagName)
  );
}

/** An empty place beside the label, in one of several boxes that are drawn alike, or itself drawn as the value before it. */
function isBlankOfMany(box: Element, run: readonly Node[], drawn: string): boolean {
  const only = run[0] as Element | undefined;
  if (run.length !== 1 || only!.textContent.trim() !== "") return false;
  if (drawn !== "" && only!.className === drawn) return true;
  const like = box.nextElementSibling ?? box.previousElementSibling;
  return (
    only === box.lastElementChild &&
    box.childElementCount === 2 &&
    like?.className === box.className &&
    like.childElementCount === 2
  );
}

/** Pairs among the children of one box; undefined when there are none. */
export function readBeside(box: Element): Beside | undefined {
  const cells: Cell[] = [];
  const used = new Set<Node>();
  /** Class of the last value. */
  let drawn = "";
  for (let node = box.firstChild; node !== null; ) {
    const here: ChildNode = node;
    node = node.nextSibling;
    let label: string | undefined;
    let sure = true;
    if (here.nodeType === 3) {
      if ((here as Text).data.trim() === "") continue;
      const { data } = here as Text;
      label = labelInText(data);
      // A longer text is no label whatever its padding, and most texts are longer.
      const words = label === undefined && data.trim().length <= LONGEST_PADDED ? bareLabel(data) : "";
      if (isKnown(words)) [label, sure] = [words, false];
    } else if (isElement(here)) {
      const found = labelOf(here);
      label = found?.text;
      sure = found?.sure ?? true;
    }
    if (label === undefined) continue;
    const run = runFrom(node);
    if (run.some(deep)) continue;
    if (
      !sure &&
      ((!believable(run) && !isBlankOfMany(box, run, drawn)) ||
        (here.nodeType === 3 && run[0]?.nodeType === 3))
    )
      continue;
    const target = isElement(here) && here.tagName === "LABEL" ? (here as HTMLLabelElement).control : null;
    if (run.length === 0 && (target !== null || (here.nodeType === 3 && !isKnown(label)))) continue;
    if (run.length === 0 && isElement(here) && !/[:：]\s*$/.test(here.textContent)) continue;
    const place = isElement(here) ? here : box;
    const again = () => read(run, place);
    const content = again();
    used.add(here);
    drawn = run[0] !== undefined && isElement(run[0]) ? run[0].className : "";
    for (const one of run) used.add(one);
    const last = run.at(-1);
    if (last !== undefined) node = last.nextSibling;
    const tail = content.control === undefined ? textPairs(content.value) : [];
    const cut = tail.length > 0 ? splitTail(content.value, tail[0]!.label) : undefined;
    if (cut === undefined) cells.push({ ...content, label, section: "", again });
    else {
      cells.push({
        ...content,
        value: cut,
        label,
        section: "",
        again: () => ({ ...again(), value: splitTail(again().value, tail[0]!.label) ?? "" }),
      });
      for (const pair of tail) cells.push(textCell(box, pair.label, pair.value));
    }
  }
  return cells.length > 0 ? { cells, used } : undefined;
}

function splitTail(value: string, label: string): string | undefined {
  const at = value.search(new RegExp(`${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*[:：]`));
  return at > 0 && isKnown(label) ? value.slice(0, at).trim() : undefined;
}

const textCell = (box: Element, label: string, text: string): Cell => {
  const node = [...box.children].find((child) => text !== "" && seenText(child) === text) ?? box;
  return {
    label,
    value: text,
    node,
    codes: [],
    section: "",
    again: () => {
      const now = textPairs(seenText(box)).find((pair) => pair.label === label)?.value ?? "";
      return { value: now, node, codes: [] };
    },
  };
};

/** Pairs of the dictionary's labels in a text that is itself a value: an opinion with its signature. */
export const knownPairs = (box: Element): readonly Cell[] =>
  textPairs(seenText(box))
    .filter(({ label }) => isKnown(label))
    .map(({ label, value }) => textCell(box, label, value));

/** Pairs in the running text of a box that holds nothing but text and inline elements. */
export function readRunningText(box: Element): readonly Cell[] {
  for (const child of box.children)
    if (!isInline(child) && child.tagName !== "BR" && !is(child, IS.tag)) return [];
  const cells: Cell[] = [];
  for (const line of seenText(box).split("\n"))
    for (const { label, value } of textPairs(line)) cells.push(textCell(box, label, value));
  return cells;
}
