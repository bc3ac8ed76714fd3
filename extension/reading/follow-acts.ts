// What may be done to a page while it is followed: things put in, taken out, moved, hidden, and words changed; for the tests of following.
import fc from "fast-check";

const item = (label: string, value: string): string =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><input value="${value}"></div></div>`;
const PIECES: Readonly<Record<string, string>> = {
  section: `<section><h3>基本情况</h3>${item("案由", "盗窃")}</section>`,
  pair: "<div><p>立案时间：2026-03-05</p></div>",
  table: "<table><tr><th>姓名</th><th>性别</th></tr><tr><td>韩某某</td><td>男</td></tr></table>",
  records:
    "<table><thead><tr><th>序号</th><th>物品名称</th></tr></thead><tbody><tr><td>1</td><td>手机</td></tr><tr><td>2</td><td>电脑</td></tr></tbody></table>",
  row: "<tr><td>9</td><td>现金</td></tr>",
  rows: "<tr><td>7</td><td>刀具</td></tr><tr><td>合计</td><td>3</td></tr><tr><td>8</td><td>在库</td></tr>",
  odd: '<tr><td>10</td><td><input value="钥匙"></td></tr>',
  churn: '<div class="ticker"><b>在线 3</b><b>在线 4</b></div>',
  title: "<h2>讯问笔录</h2>",
  search: "<button>查询</button>",
  bare: "<div></div>",
};
export const START = `<h1>案件详情</h1><div id="host"><form>${item("案件名称", "某案")}</form></div>${PIECES["churn"]}<div id="side">${PIECES["records"]}</div>`;

const place = fc.constantFrom("body", "#host", "#side", "form", "section", ".ticker", "h2");
const inTable = fc.constantFrom("tbody", "#side tbody");
export const act = fc.oneof(
  fc.record({
    do: fc.constant("add" as const),
    at: place,
    piece: fc.constantFrom(...Object.keys(PIECES).filter((piece) => !PIECES[piece]!.startsWith("<tr"))),
    first: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("remove" as const),
    at: fc.constantFrom(
      "section",
      ".ticker",
      "h2",
      "button",
      "p",
      "table",
      "h1",
      "tr:nth-child(2)",
      "tbody tr",
    ),
  }),
  fc.record({
    do: fc.constant("add" as const),
    at: inTable,
    piece: fc.constantFrom("row", "rows", "odd"),
    first: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("tick" as const),
    at: fc.constantFrom(".ticker", ".ticker", "#side"),
    html: fc.constantFrom(
      "<b>在线 3</b>",
      "<b>在线 4</b>",
      "<b>在线 5</b>",
      "<p>受案时间：2026-03-05</p>",
      "<p hidden>案由：诈骗</p>",
    ),
  }),
  fc.record({ do: fc.constant("swap" as const), at: fc.constantFrom("tbody", "section", "#host") }),
  fc.record({
    do: fc.constant("aside" as const),
    at: fc.constantFrom("tbody", "tbody tr", "tr:nth-child(2)", "form"),
  }),
  fc.record({
    do: fc.constant("words" as const),
    at: fc.constantFrom(
      "h1",
      "h2",
      "h3",
      "p",
      "b",
      "td",
      "td:last-child",
      "tr:nth-child(2) td",
      "th",
      "button",
    ),
    text: fc.constantFrom("涉案财物", "案由：诈骗", "保存", "0"),
  }),
  fc.record({
    do: fc.constant("hide" as const),
    at: fc.constantFrom(
      "section",
      "h2",
      "p",
      "#host",
      ".ticker",
      "tbody",
      "tr",
      "tr:nth-child(2)",
      "th",
      "td",
    ),
    hide: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("turn" as const),
    at: fc.constantFrom("section", "p", "#host", "tbody", "tr:nth-child(2)", "tbody tr:last-child", "td"),
  }),
);

/** Puts a piece into an element, rows as a script makes them: this DOM parses none outside of a table. */
function put(target: Element, html: string, first: boolean): void {
  const apart = document.createElement("div");
  const rows = html.startsWith("<tr");
  apart.innerHTML = rows ? `<table><tbody>${html}</tbody></table>` : html;
  const nodes = (rows ? apart.querySelector("tbody")! : apart).childNodes;
  if (first) target.prepend(...nodes);
  else target.append(...nodes);
}

/** Does them to the document, one after the other. */
export async function perform(
  acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[],
): Promise<void> {
  for (const one of acts) {
    const target = document.querySelector<HTMLElement>(one.at);
    if (target === null) continue;
    if (one.do === "add") put(target, PIECES[one.piece]!, one.first);
    else if (one.do === "remove") target.remove();
    else if (one.do === "tick") target.innerHTML = one.html;
    else if (one.do === "swap") {
      const last = target.lastElementChild;
      if (last !== null) target.insertBefore(last, target.firstChild);
    } else if (one.do === "aside") {
      // Taken out, changed where nobody looks, and put back.
      const { parentElement, nextSibling } = target;
      target.remove();
      await Promise.resolve();
      const text = target.querySelector("td:last-child");
      if (text !== null) text.textContent = "车辆";
      parentElement?.insertBefore(target, nextSibling);
    } else if (one.do === "words") target.textContent = one.text;
    else if (one.do === "turn") target.style.display = target.style.display === "none" ? "" : "none";
    else target.style.display = one.hide ? "none" : "";
  }
}
