// Following a page comes to what reading it from the start comes to, whatever was done to it; what means nothing costs no reading.
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { FrameScan, SentScan } from "../protocol/frame-scan.ts";
import { unpackScan } from "../protocol/unpack-scan.ts";
import { classWords } from "./facts/class-words.ts";
import { frameReader } from "./facts/frame-reader.ts";
import { labelWords } from "./facts/label-words.ts";
import { startReading } from "./start-reading.ts";

const ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
});

/** Follows the document as the background does; what it knows, and how often the page was told as a whole. */
function follow(): { readonly scan: () => FrameScan | undefined; readonly reads: () => number } {
  const end = new AbortController();
  ends.push(end);
  const reader = frameReader();
  let reads = 0;
  const session = startReading({
    document,
    signal: end.signal,
    say(message) {
      // Nothing that is still being written to goes over the line.
      const said = structuredClone(message);
      if (said.type === "scan") {
        reader.take(said.scan);
        reads++;
      } else reader.change(said.change);
      // What a new line hears is what this one has come to.
      greeted = unpackScan((session.greet()[0] as { readonly scan: SentScan }).scan);
    },
  });
  let greeted: FrameScan | undefined;
  session.learn(labelWords(), classWords(), []);
  return {
    scan() {
      expect(said(greeted)).toEqual(said(reader.scan));
      return reader.scan;
    },
    reads: () => reads,
  };
}

/** What a scan says, without the numbers by which groups are called while a page lives. */
function said(scan: FrameScan | undefined): unknown {
  if (scan === undefined) return undefined;
  const group = (key: number): unknown => {
    const { titles, search, fixed } = scan.groups.find((one) => one.key === key)!;
    return { titles, search, fixed };
  };
  return {
    title: scan.title,
    titles: scan.titles,
    cells: scan.cells.map((cell) => ({ ...cell, group: group(cell.group) })),
    tables: scan.tables.map((table) => ({ ...table, group: group(table.group) })),
  };
}

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
const START = `<h1>案件详情</h1><div id="host"><form>${item("案件名称", "某案")}</form></div>${PIECES["churn"]}<div id="side">${PIECES["records"]}</div>`;

const place = fc.constantFrom("body", "#host", "#side", "form", "section", ".ticker", "h2");
const inTable = fc.constantFrom("tbody", "tr:nth-child(2)", "tr:last-child", "td", "table");
const act = fc.oneof(
  fc.record({
    do: fc.constant("add" as const),
    at: place,
    piece: fc.constantFrom(...Object.keys(PIECES)),
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
    at: fc.constantFrom("section", "h2", "p", "#host", ".ticker", "tbody", "tr:nth-child(2)", "td"),
    hide: fc.boolean(),
  }),
);

async function perform(
  acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[],
): Promise<void> {
  for (const one of acts) {
    const target = document.querySelector<HTMLElement>(one.at);
    if (target === null) continue;
    if (one.do === "add")
      target.insertAdjacentHTML(one.first ? "afterbegin" : "beforeend", PIECES[one.piece]!);
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
    else target.style.display = one.hide ? "none" : "";
  }
}

const settled = async (of: () => unknown): Promise<void> => {
  let last = "";
  await vi.waitFor(
    async () => {
      const before = last;
      last = JSON.stringify(of());
      await new Promise((next) => setTimeout(next, 170));
      expect(JSON.stringify(of())).toBe(before);
    },
    { timeout: 4_000, interval: 1 },
  );
};

test("after any sequence of changes the page is known as if it were read anew", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (steps) => {
        document.body.innerHTML = START;
        const followed = follow();
        await vi.waitFor(() => expect(followed.scan()).toBeDefined());
        for (const step of steps) {
          await perform(step);
          await settled(followed.scan);
        }
        const fresh = follow();
        await vi.waitFor(() => expect(fresh.scan()).toBeDefined());
        expect(said(followed.scan())).toEqual(said(fresh.scan()));
        for (const end of ends.splice(0)) end.abort();
      },
    ),
    {
      numRuns: 15,
      interruptAfterTimeLimit: 40_000,
    },
  );
}, 60_000);

test("a corner that only ticks is not worth a reading of the page", async () => {
  document.body.innerHTML = `${START}<div id="tick"></div>`;
  const followed = follow();
  await vi.waitFor(() => expect(followed.scan()).toBeDefined());
  const before = followed.reads();
  const sent = vi.spyOn(JSON, "stringify");
  for (let n = 0; n < 3; n++) {
    document.querySelector("#tick")!.innerHTML = `<b>在线 ${n}</b><b>时间 ${n}</b>`;
    await new Promise((next) => setTimeout(next, 300));
  }
  // A reading of the whole page compares two scans.
  const scans = sent.mock.calls.filter(([value]) => (value as SentScan | undefined)?.cells !== undefined);
  sent.mockRestore();
  expect(scans).toEqual([]);
  expect(followed.reads()).toBe(before);
});

test("a corner that ticks is read as soon as it says something else", async () => {
  document.body.innerHTML = `${START}<div id="tick"></div>`;
  const followed = follow();
  await vi.waitFor(() => expect(followed.scan()).toBeDefined());
  const tick = document.querySelector("#tick")!;
  /** As frameworks do it: made apart, put in at once. */
  const show = (html: string): void => {
    const apart = document.createElement("div");
    apart.innerHTML = html;
    tick.replaceChildren(...apart.childNodes);
  };
  const labels = (): readonly string[] => followed.scan()!.cells.map(({ label }) => label);
  for (const html of [
    "<b>在线 1</b><p></p>",
    "<b>在线 2</b><p></p>",
    "<b>在线 3</b><p>立案时间：2026-03-05</p>",
  ]) {
    show(html);
    await new Promise((next) => setTimeout(next, 300));
  }
  expect(labels()).toContain("立案时间");
  show("<b>在线 4</b><p></p>");
  await vi.waitFor(() => expect(labels()).not.toContain("立案时间"));
  tick.querySelector("p")!.textContent = "受案时间：2026-03-06";
  await vi.waitFor(() => expect(labels()).toContain("受案时间"));
  show("<b>在线 5</b><p></p>");
  await vi.waitFor(() => expect(labels()).not.toContain("受案时间"));
});
