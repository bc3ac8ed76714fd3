// Whether a table shows all its records, or hints at more: pages, lazy rows, hidden rows.
import { IS, kindOf } from "./libraries.ts";
import { tidy } from "./visible.ts";

const PAGER =
  ".el-pagination,.ant-pagination,.layui-laypage,.layui-table-page,.datagrid-pager,.pagination,.ivu-page,.pager,.page-bar,[class*=pagination],[class*=pager]";
const MORE = /加载更多|查看更多|显示更多|更多记录|展开全部|下拉加载|点击加载/;
const TOTAL =
  /(?:共(?:计|有)?|总(?:共|计|数)[:：]?|of|Total)\s*(\d+)\s*(条|项|行|个|记录|笔|件|人|items|records)?/i;
const PAGES = /(?:\d+\s*\/\s*(\d+)\s*页?|共\s*(\d+)\s*页|第\s*\d+\s*页.*?共\s*(\d+)\s*页)/;

function saysMore(text: string, rows: number): boolean {
  if (MORE.test(text)) return true;
  const pages = PAGES.exec(text);
  const count = pages === null ? 1 : Number(pages[1] ?? pages[2] ?? pages[3]);
  if (count > 1) return true;
  const total = TOTAL.exec(text.replace(/共\s*\d+\s*页/g, ""));
  return total !== null && Number(total[1]) > rows;
}

function pagerSaysMore(pager: Element, rows: number): boolean {
  const buttons = pager.querySelectorAll(".number,.ant-pagination-item,.ivu-page-item,[data-page],a,li");
  const numbers = new Set<string>();
  for (const button of buttons) {
    const text = tidy(button.textContent);
    if (/^\d{1,4}$/.test(text)) numbers.add(text);
  }
  return numbers.size > 1 || saysMore(tidy(pager.textContent), rows);
}

/** False when anything beside, in or around the table says that there are more records than the `rows` that it shows. */
export function isComplete(node: Element, rows: number): boolean {
  const total = Number(node.getAttribute("aria-rowcount") ?? 0);
  if (total > rows + 1) return false;
  if (
    (kindOf(node) & IS.virtual) !== 0 ||
    node.querySelector("[class*=virtual],[class*=recycle-scroller]") !== null
  )
    return false;
  let at: Element | null = node;
  for (let level = 0; level < 4 && at !== null && at.tagName !== "BODY"; level++) {
    for (
      let next = at.nextElementSibling, near = 0;
      next !== null && near < 3;
      next = next.nextElementSibling, near++
    ) {
      if (next.tagName === "TABLE" || next.querySelector("table,form") !== null) break;
      const pager: Element | null = next.matches(PAGER) ? next : next.querySelector(PAGER);
      if (pager !== null) return !pagerSaysMore(pager, rows);
      if (next.textContent.length < 120 && saysMore(tidy(next.textContent), rows)) return false;
    }
    const inside: Element | null = at === node ? at.querySelector(PAGER) : null;
    if (inside !== null) return !pagerSaysMore(inside, rows);
    at = at.parentElement;
  }
  return true;
}
