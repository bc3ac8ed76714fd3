// The desk with two hundred matters: all of them are drawn soon after it is opened, and none is left out.
import { expect, type Page, test } from "@playwright/test";
import { slowness } from "../bench/reference.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { box, documentOf, type Served, servePages } from "./page-server.ts";
import { raise, type Stage } from "./stage.ts";

const CASES = 8;
const EACH = 25;
const MATTERS = CASES * EACH;
/** From the wish to see the desk to the last of its rows (ms), on a machine of usual speed. */
const SOON = 300;
const TURNS = 9;

const numberOf = (n: number): string => `A99010452000020261193${String(n).padStart(2, "0")}`;

/** A case with things that were seized four days ago and are not yet in the store. */
const things = (n: number): string => {
  const at = new Date(Date.now() - 4 * 86_400_000 + 8 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .replace("T", " ");
  const columns = ["序号", "物品名称", "数量", "处置措施", "扣押时间", "入库时间", "返还时间"];
  const rows = Array.from({ length: EACH }, (_, row) =>
    [row + 1, `手机${row + 1}`, "1部", "扣押", at, "", ""].map((text) => `<td>${text}</td>`).join(""),
  );
  return documentOf(
    `<form>${box("案件编号", numberOf(n))}${box("案件类别", "刑事")}${box("案由", "盗窃")}</form><h2>涉案财物</h2><table><thead><tr>${columns.map((text) => `<th>${text}</th>`).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`,
    "涉案财物",
  );
};

let stage: Stage;
let served: Served;
let desk: Page;

test.beforeAll(async () => {
  served = await servePages({ "/things": (url) => things(Number(url.search.slice(1))) });
  stage = await raise();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  const host = await stage.browser.context.newPage();
  for (let n = 0; n < CASES; n++) {
    await host.goto(`${served.url}/things?${n}`);
    await until(`${numberOf(n)} is judged`, async () => {
      const found = await findingsOf(desk, numberOf(n));
      return found.filter(({ verdict }) => verdict === "breached").length >= EACH;
    });
  }
  await until("everything sent", async () => (await status(desk)).waiting === 0, 60_000);
});
test.afterAll(async () => {
  await stage.end();
  await served.close();
});

test("two hundred matters stand on the desk soon after it is opened", async () => {
  // A page behind another draws once a second.
  await desk.bringToFront();
  await desk.goto("about:blank");
  const console_ = await stage.browser.own("/console.html");
  await desk.goto(`${console_}#/record`);
  const took: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    took.push(
      await desk.evaluate(
        (most) =>
          new Promise<number>((done) => {
            const from = performance.now();
            location.hash = "#/desk";
            const look = (): void => {
              if (document.querySelectorAll(".matters > *").length >= most) done(performance.now() - from);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        MATTERS,
      ),
    );
    await desk.goto(`${console_}#/record`);
    await desk.waitForTimeout(300);
  }
  const middle = [...took].sort((a, b) => a - b)[Math.floor(TURNS / 2)]!;
  const text = `${MATTERS} matters on the desk after ${middle.toFixed(0)} ms (${took.map((ms) => ms.toFixed(0)).join(", ")})`;
  test.info().annotations.push({ type: "measured", description: text });
  process.stdout.write(`${text}\n`);
  expect(middle, text).toBeLessThan(SOON * slowness());
});
