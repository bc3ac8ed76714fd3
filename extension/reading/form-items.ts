// Reads a component library's form item: its label and what is filled in beside it.
import type { Cell } from "./cell.ts";
import { readContent } from "./content.ts";
import { bareLabel } from "./label.ts";
import { IS, is, kindOf, SAID, told } from "./libraries.ts";
import { isVisible, seenText } from "./visible.ts";

/** Content of its own, or another item's label. */
/** Labels of the item itself, not of items within it. */
function labelsOf(item: Element): readonly Element[] {
  const labels: Element[] = [];
  const look = (parent: Element, depth: number): void => {
    for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
      const kind = kindOf(child);
      if ((kind & IS.formLabel) !== 0) labels.push(child);
      else if (depth > 0 && (kind & (IS.formItem | IS.formContent | IS.grid)) === 0) look(child, depth - 1);
    }
  };
  look(item, 1);
  return labels;
}

function contentOf(label: Element): readonly Element[] {
  const nodes: Element[] = [];
  for (let next = label.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (is(next, IS.formLabel)) break;
    nodes.push(next);
  }
  if (nodes.length > 0 || label.parentElement === null || is(label.parentElement, IS.formItem)) return nodes;
  for (let next = label.parentElement.nextElementSibling; next !== null; next = next.nextElementSibling)
    nodes.push(next);
  return nodes;
}

/** The cells of a form item; undefined when it has no label of its own or holds more than one value's worth. */
export function readFormItem(item: Element): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const mark of labelsOf(item)) {
    const label = isVisible(mark) ? bareLabel(seenText(mark)) : "";
    if (label === "") return undefined;
    const content = contentOf(mark);
    if (content.length === 0) return undefined;
    for (const part of content) {
      if (part.querySelector(told[SAID.itemInside]!) === null) continue;
      for (const inner of part.querySelectorAll(told[SAID.itemInside]!))
        if (!is(inner, IS.formLabel) || (isVisible(inner) && seenText(inner) !== "")) return undefined;
    }
    const again = () => readContent(content, content[0]!);
    cells.push({ ...again(), label, section: "", again });
  }
  return cells.length > 0 ? cells : undefined;
}
