// Which nodes beside a label are its value: the run up to the next label, heading or block.
import { hasControl } from "./controls.ts";
import { bareLabel, endsInColon, hasLabelClass, isKnown, LONGEST_LABEL, looksLikeLabel } from "./label.ts";
import { IS, isIn, kindOf, SAID } from "./libraries.ts";
import { isVisible, shortText, tidy } from "./visible.ts";

/** Whether an element runs along in its line. */
export const isInline = (element: Element): boolean => isIn(SAID.inlineTags, element.tagName);

const FENCE = IS.heading | IS.formItem | IS.grid | IS.noContent | IS.group;

export interface Label {
  readonly text: string;
  /** Marked as a label by colon, tag or class, not by its words alone. */
  readonly sure: boolean;
}

/** The label that an element is, if it is one. */
export function labelOf(element: Element): Label | undefined {
  if (isIn(SAID.noLabelTags, element.tagName)) return undefined;
  const kind = kindOf(element);
  if (
    (kind &
      (FENCE |
        IS.adornment |
        IS.choice |
        IS.switch |
        IS.select |
        IS.tag |
        IS.descriptionValue |
        IS.formContent)) !==
    0
  )
    return undefined;
  const raw = shortText(element, LONGEST_LABEL);
  if (raw === undefined || raw === "" || !looksLikeLabel(raw)) return undefined;
  const text = bareLabel(raw);
  if (text === "") return undefined;
  const sure =
    endsInColon(raw) ||
    element.tagName === "LABEL" ||
    element.tagName === "DT" ||
    (kind & (IS.descriptionLabel | IS.formLabel)) !== 0;
  if (!sure && !isKnown(text) && !hasLabelClass(element)) return undefined;
  let whole = element;
  while (whole.childElementCount === 1) whole = whole.firstElementChild!;
  const last = whole.lastElementChild;
  // A label with the empty place of its value is not the label of what comes next.
  if (
    last !== null &&
    last !== whole.firstElementChild &&
    (!isInline(last) || last.tagName === "SPAN") &&
    (kindOf(last) & IS.adornment) === 0 &&
    last.textContent.trim() === ""
  )
    return undefined;
  return hasControl(element) || !isVisible(element) ? undefined : { text, sure };
}

/** The label at the end of a text node: `办结 案由：` → 案由. */
export function labelInText(data: string): string | undefined {
  const text = tidy(data);
  if (!/[:：]$/.test(text)) return undefined;
  const last = bareLabel(text.split(/[；;。,，]\s*/).at(-1) ?? "");
  const word = looksLikeLabel(last) ? last : "";
  return word !== "" && (/[\u3400-\u9fff]/.test(word) || isKnown(word)) ? word : undefined;
}

/** The nodes from `first` on that belong to one value. */
export function runFrom(first: ChildNode | null): readonly ChildNode[] {
  const run: ChildNode[] = [];
  let filled = false;
  let blocked = false;
  for (let node = first; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) {
      if (tidy((node as Text).data) === "") continue;
      if (blocked) break;
      const { data } = node as Text;
      if (labelInText(data) !== undefined || (filled && isKnown(bareLabel(data)))) {
        if (!filled) run.push(node);
        break;
      }
      run.push(node);
      filled = true;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      if (element.tagName === "BR" || element.tagName === "HR") {
        if (filled) break;
        continue;
      }
      const kind = kindOf(element);
      if ((kind & FENCE) !== 0 && (kind & IS.group) !== IS.group) break;
      if ((kind & IS.group) !== 0) break;
      if (element.tagName !== "DD" && labelOf(element) !== undefined && (filled || labelOf(element)!.sure))
        break;
      const inline = isInline(element) || element.tagName === "DD";
      if (!inline && filled) break;
      if (!isVisible(element)) {
        run.push(node);
        continue;
      }
      run.push(node);
      filled = true;
      blocked = !inline;
    }
  }
  return run;
}
