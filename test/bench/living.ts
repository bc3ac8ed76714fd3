// Measures what a page that lives on costs: rows that come, changes that mean nothing, growth, routes, memory.
import type { BrowserContext, Page } from "playwright-core";
import { builtExtension } from "../read/browser.ts";
import { formPage } from "./form-page.ts";
import { emptyExtension, type Host, naiveExtension, openHost, withExtension } from "./host.ts";
import { slowness } from "./reference.ts";
import { budgetRow, type Row } from "./row.ts";
import { median, perMark, traced } from "./trace.ts";

/** Between two events (ms): longer than the reader's pause, so that each is paid for by itself. */
const BETWEEN = 260;
/** Boxes of a form of about two thousand elements, and of one of ten thousand. */
const FORM = 280;
const LONG_FORM = 1_460;
const ROUTES = 1_000;
/** Routes after which the browser has compiled what runs often, which stays in the heap and is no leak. */
const WARM_ROUTES = 500;
const TABLE_ROWS = 1_000;
const TABLE_SECONDS = 8;

/** What the page does at each event; a `mark` in the trace says when. */
const ADD_ROWS = `for (let n = 0; n < 20; n++) { const tr = document.createElement("tr");
  tr.innerHTML = "<td>" + n + "</td><td>新物品" + n + "</td><td>1件</td><td>2026-03-05 09:00</td><td>陈立</td><td>在库</td>";
  document.querySelector("tbody").append(tr); }`;
const CHURN = `{ let box = document.getElementById("churn"); if (!box) { box = document.createElement("div"); box.id = "churn"; document.body.append(box); }
  box.replaceChildren(...Array.from({ length: 50 }, (_, n) => { const b = document.createElement("b"); b.textContent = "在线 " + n; return b; })); }`;

async function events(page: Page, script: string, times: number): Promise<number> {
  const busy = await traced(page, async () => {
    for (let n = 0; n < times; n++) {
      await page.evaluate(`performance.mark("event"); ${script}`);
      await page.waitForTimeout(BETWEEN);
    }
  });
  return median(perMark(busy));
}

interface Lived {
  readonly rows: number;
  readonly churn: number;
}

async function live(context: BrowserContext, url: string): Promise<Lived> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(2_500);
  await events(page, CHURN, 3);
  const churn = await events(page, CHURN, 20);
  const rows = await events(page, ADD_ROWS, 10);
  await page.close();
  return { rows, churn };
}

/** Heap of the page's process after a thorough collection (bytes). */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let n = 0; n < 3; n++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(3_000);
  return page;
}

const heapOf = async (context: BrowserContext, url: string): Promise<number> => {
  const page = await opened(context, url);
  const size = await heap(page);
  await page.close();
  return size;
};

/** Growth of the heap over a thousand routes of an application that never loads a new document, once all that runs is compiled. */
async function routes(context: BrowserContext, url: string): Promise<number> {
  const page = await opened(context, url);
  await page.evaluate(`window.go = async (from, to) => { const whole = window.app ??= document.body.innerHTML.slice(0, 40000);
    for (let n = from; n < to; n++) { history.pushState(null, "", "?n=" + n); document.body.innerHTML = whole.replaceAll("柳桥", "柳桥" + n);
      await new Promise((next) => setTimeout(next, n % 50 === 0 ? 400 : 8)); } }`);
  await page.evaluate(`window.go(0, ${WARM_ROUTES})`);
  await page.waitForTimeout(1_500);
  const before = await heap(page);
  await page.evaluate(`window.go(${WARM_ROUTES}, ${WARM_ROUTES + ROUTES})`);
  await page.waitForTimeout(1_500);
  const after = await heap(page);
  await page.close();
  return after / before - 1;
}

/** Share of a core that a long table takes whose rows are all made anew each second. */
async function table(context: BrowserContext, url: string): Promise<number> {
  const page = await opened(context, url);
  await page.evaluate(`{ const body = document.querySelector("tbody"); let at = 0;
    const draw = () => { at++; body.innerHTML = Array.from({ length: ${TABLE_ROWS} }, (_, n) => "<tr><td>" + n + "</td><td>物品" + n + "</td><td>" + at + "件</td><td>2026-03-05 09:00</td><td>陈立</td><td>在库</td></tr>").join(""); };
    draw(); setInterval(draw, 1000); }`);
  await page.waitForTimeout(3_000);
  const { pieces } = await traced(page, () => page.waitForTimeout(TABLE_SECONDS * 1_000));
  await page.close();
  return pieces.reduce((sum, { ms }) => sum + ms, 0) / (TABLE_SECONDS * 1_000);
}

/** Pieces of extension work on a page of a host that no extension was asked to read. */
async function unmatched(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const { pieces } = await traced(page, async () => {
    await page.goto(url);
    await page.waitForTimeout(1_000);
    await page.evaluate(CHURN);
    await page.waitForTimeout(1_000);
  });
  await page.close();
  return pieces.length;
}

interface Whole extends Lived {
  readonly heap: number;
  readonly grown: number;
  readonly table: number;
  readonly unmatched: number;
}

const ours = (host: Host): Promise<Whole> =>
  withExtension(builtExtension(), host, async (context) => ({
    ...(await live(context, host.url)),
    heap: await heapOf(context, host.url),
    grown: await routes(context, host.url),
    table: await table(context, host.url),
    unmatched: await unmatched(context, host.foreign),
  }));

const ms = (value: number): string => `${value.toFixed(2)} 毫秒`;

/** The rows of the bench that speak of pages that live on. */
export async function livingBench(): Promise<readonly Row[]> {
  const host = await openHost(formPage(FORM));
  const long = await openHost(formPage(LONG_FORM));
  try {
    const slower = slowness();
    const own = await ours(host);
    const large = await withExtension(builtExtension(), long, (context) => live(context, long.url));
    const naive = await withExtension(await naiveExtension(host.folder), host, (context) =>
      live(context, host.url),
    );
    const bare = await withExtension(emptyExtension(host.folder), host, (context) =>
      heapOf(context, host.url),
    );
    const more = (own.heap - bare) / 1_000_000;
    const times = naive.rows / Math.max(own.rows, 0.001);
    const growth = Math.max(large.rows / own.rows, large.churn / Math.max(own.churn, 0.02));
    return [
      budgetRow("每添 20 行", ms(own.rows / slower), "≤ 1 毫秒", own.rows / slower <= 1),
      budgetRow("每次无关改动（50 个节点）", ms(own.churn / slower), "≤ 0.3 毫秒", own.churn / slower <= 0.3),
      budgetRow(
        "添行：整页重读的做法 ÷ 本产品",
        `${times.toFixed(1)} 倍（${ms(naive.rows)}）`,
        "≥ 10 倍",
        times >= 10,
      ),
      budgetRow("页面大到五倍后每次改动", `${growth.toFixed(2)} 倍`, "≤ 1.5 倍", growth <= 1.5),
      budgetRow("页面内存多占", `${more.toFixed(2)} MB`, "≤ 2 MB", more <= 2),
      budgetRow(`${ROUTES} 次换页后内存增长`, `${(own.grown * 100).toFixed(1)}%`, "≤ 5%", own.grown <= 0.05),
      budgetRow(
        `${TABLE_ROWS} 行的表每秒重画：占用一个核`,
        `${((own.table / slower) * 100).toFixed(1)}%`,
        "≤ 5%",
        own.table / slower <= 0.05,
      ),
      budgetRow("不归本产品读的页面：脚本活动", `${own.unmatched} 次`, "0 次", own.unmatched === 0),
    ];
  } finally {
    host.end();
    long.end();
  }
}
