// Reads the commonest form item, one label before one text box, in a few steps; all others are left to the thorough reader.
import type { Cell } from "./cell.ts";
import { readContent } from "./content.ts";
import { codesOf } from "./controls.ts";
import { isHan, LONGEST_LABEL } from "./label.ts";
import { IS, kindOf } from "./libraries.ts";
import { isVisible, tidy } from "./visible.ts";

/** Types in which a text stands as it was typed. */
const TYPED = new Set(["text", "tel", "number", "email", "url"]);

/** The item's cell; undefined where it is anything but a label of plain words with one box beside it. */
export function readPlainItem(item: Element): Cell | undefined {
  const mark = item.firstElementChild;
  const content = item.lastElementChild;
  if (mark === null || content === null || mark.nextElementSibling !== content) return undefined;
  if ((kindOf(mark) & IS.formLabel) === 0 || mark.firstElementChild !== null) return undefined;
  const label = mark.textContent;
  if (label.length > LONGEST_LABEL || !isHan(label)) return undefined;
  let box = content;
  let beneath =
    content.localName === mark.localName
      ? ` > ${content.localName}:nth-of-type(2)`
      : ` > ${content.localName}`;
  for (; box.tagName === "DIV"; ) {
    const inner = box.firstElementChild;
    if (inner === null || inner !== box.firstChild || inner !== box.lastChild) return undefined;
    if ((kindOf(box) & ~IS.formContent) !== 0 || box.shadowRoot !== null) return undefined;
    box = inner;
    beneath += ` > ${box.localName}`;
  }
  if (box === content || box.tagName !== "INPUT" || kindOf(box) !== 0) return undefined;
  const input = box as HTMLInputElement;
  if (!TYPED.has(input.type) || !isVisible(mark) || !isVisible(input)) return undefined;
  const raw = input.value;
  return {
    label,
    value: tidy(raw),
    raw,
    section: "",
    node: input,
    control: input,
    codes: codesOf(input),
    plain: true,
    beneath,
    again: () => readContent([content], content),
  };
}
