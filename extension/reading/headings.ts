// The titles that stand over a place of the page, the nearest first.
import { IS, kindOf } from "./libraries.ts";
import { isVisible, shortText } from "./visible.ts";

const LONGEST = 40;
const SIBLINGS = 6;

const shown = (element: Element): string => (isVisible(element) ? (shortText(element, LONGEST) ?? "") : "");

/** A heading at the top of a box, not in a box of its own beside the place. */
function within(box: Element): string {
  if ((kindOf(box) & IS.heading) !== 0) return shown(box);
  const first = box.firstElementChild;
  if (first === null || (kindOf(first) & IS.heading) === 0) return "";
  // Beside the title of a dialog stands a sign to close it; what stands over a form is not alone.
  const last = box.lastElementChild!;
  return last === first ||
    ((kindOf(last) & IS.group) === 0 && shortText(box, LONGEST) === shortText(first, LONGEST))
    ? shown(first)
    : "";
}

const withinNext = (box: Element): string =>
  box.nextElementSibling === null ? "" : within(box.nextElementSibling);

/** Titles over `element`, at most `most`, from the inside out. */
export function headingsOver(element: Element, most = 3): readonly string[] {
  const found: string[] = [];
  for (let at: Element | null = element; at !== null && found.length < most; at = at.parentElement) {
    if (at.tagName === "BODY") break;
    const first = at.firstElementChild;
    const own = first === null ? "" : within(first) || withinNext(first);
    if (own !== "" && !found.includes(own)) found.push(own);
    let near = 0;
    for (
      let before = at.previousElementSibling;
      before !== null && near < SIBLINGS;
      before = before.previousElementSibling, near++
    ) {
      const text = within(before);
      if (text !== "") {
        if (!found.includes(text)) found.push(text);
        break;
      }
    }
  }
  return found;
}
