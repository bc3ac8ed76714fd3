// Whether a table shows all its records, or hints at more: pages, lazy rows, hidden rows.
import { IS, kindOf, pattern, SAID, told } from "./libraries.ts";
import { tidy } from "./visible.ts";

function saysMore(text: string, rows: number): boolean {
  if (pattern(SAID.more).test(text)) return true;
  const pages = pattern(SAID.pageCount).exec(text);
  const count = pages === null ? 1 : Number(pages[1] ?? pages[2] ?? pages[3]);
  if (count > 1) return true;
  const total = pattern(SAID.total).exec(text.replace(/共\s*\d+\s*页/g, ""));
  return total !== null && Number(total[1]) > rows;
}

function pagerSaysMore(pager: Element, rows: number): boolean {
  const buttons = pager.querySelectorAll(told[SAID.pages]!);
  const numbers = new Set<string>();
  for (const button of buttons) {
    const text = tidy(button.textContent);
    if (/^\d{1,4}$/.test(text)) numbers.add(text);
  }
  return numbers.size > 1 || saysMore(tidy(pager.textContent), rows);
}

/** False when anything beside, in or around the table says that there are more records than the `rows` that it shows; a `bare` table holds no boxes that could. */
export function isComplete(node: Element, rows: number, bare = false): boolean {
  const total = Number(node.getAttribute("aria-rowcount") ?? 0);
  if (total > rows + 1) return false;
  if (
    (kindOf(node) & IS.virtual) !== 0 ||
    (!bare && node.querySelector("[class*=virtual],[class*=recycle-scroller]") !== null)
  )
    return false;
  let at: Element | null = node;
  for (let level = 0; level < 6 && at !== null && at.tagName !== "BODY"; level++) {
    for (
      let next = at.nextElementSibling, near = 0;
      next !== null && near < 3;
      next = next.nextElementSibling, near++
    ) {
      if (next.tagName === "TABLE" || next.querySelector("table,form") !== null) break;
      const pager: Element | null = next.matches(told[SAID.pager]!)
        ? next
        : next.querySelector(told[SAID.pager]!);
      if (pager !== null) return !pagerSaysMore(pager, rows);
      if (next.textContent.length < 120 && saysMore(tidy(next.textContent), rows)) return false;
    }
    const inside: Element | null = at === node && !bare ? at.querySelector(told[SAID.pager]!) : null;
    if (inside !== null) return !pagerSaysMore(inside, rows);
    at = at.parentElement;
  }
  return true;
}
