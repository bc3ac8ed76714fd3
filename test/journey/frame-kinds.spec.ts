// Frames of every kind that a page can make are read, each with its path: also those that may run no script of their own.
import { expect, test } from "@playwright/test";
import { type Browser, startBrowser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { ownPage, until } from "../run/steps.ts";
import { box, documentOf, type Served, servePages } from "./page-server.ts";
import { saidIn, sight } from "./tab-sight.ts";

const leaf = (value: string): string => `<meta charset="utf-8"><form>${box("保管人", value)}</form>`;
const data = (value: string): string => `data:text/html;charset=utf-8,${encodeURIComponent(leaf(value))}`;

const PAGE = documentOf(`<h1>财物登记</h1><form>${box("保管人", "甲一")}</form>
<iframe srcdoc='${leaf("乙二")}'></iframe>
<iframe id="written"></iframe>
<iframe sandbox="allow-scripts" srcdoc='${leaf("丁四")}'></iframe>
<iframe sandbox srcdoc='${leaf("己六")}'></iframe>
<iframe src='${data("戊五")}'></iframe>
<iframe id="blob"></iframe>
<iframe src="/leaf?辛八"></iframe>
<iframe sandbox src="/leaf?壬九"></iframe>
<iframe src="/set"></iframe>
<iframe id="late"></iframe>
<script>
  written.contentDocument.write(${JSON.stringify(leaf("丙三"))});
  written.contentDocument.close();
  blob.src = URL.createObjectURL(new Blob([${JSON.stringify(leaf("庚七"))}], { type: "text/html" }));
  addEventListener("load", () => setTimeout(() => {
    late.contentDocument.body.innerHTML = ${JSON.stringify(leaf("癸十"))};
  }, 500));
</script>`);
const SET = `<!doctype html><meta charset="utf-8"><frameset cols="50%,50%"><frame src="/leaf?子一"><frame src="/inner"></frameset>`;
const INNER = `<!doctype html><meta charset="utf-8"><frameset rows="50%,50%"><frame src="about:blank"><frame src="/leaf?丑二"></frameset>`;

let browser: Browser;
let served: Served;

test.beforeAll(async () => {
  served = await servePages({
    "/page": PAGE,
    "/leaf": (url) => documentOf(leaf(decodeURIComponent(url.search.slice(1)))),
    "/set": SET,
    "/inner": INNER,
  });
  browser = await startBrowser({ headless: true });
});
test.afterAll(async () => {
  await browser.close();
  await served.close();
});

test("srcdoc, written, sandboxed with and without scripts, data:, blob:, same origin, nested framesets, filled later", async () => {
  const desk = await ownPage(browser);
  const page = await browser.context.newPage();
  const noise: string[] = [];
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("favicon")) noise.push(message.text());
  });
  await page.goto(`${served.url}/page`);
  const expected = [
    ":保管人=甲一",
    "0:保管人=乙二",
    "1:保管人=丙三",
    "2:保管人=丁四",
    "3:保管人=己六",
    "4:保管人=戊五",
    "5:保管人=庚七",
    "6:保管人=辛八",
    "7:保管人=壬九",
    "8/0:保管人=子一",
    "8/1/1:保管人=丑二",
    "9:保管人=癸十",
  ];
  let said: string[] = [];
  await until("every frame is read", async () => {
    said = saidIn(await sight(desk, page.url()));
    return said.length >= expected.length;
  }).catch(() => undefined);
  expect(said).toEqual(expected);
  // A value that changes within each of them is read again.
  for (const frame of page.frames()) {
    const input = frame.locator("input");
    if ((await input.count().catch(() => 0)) > 0) await input.fill("改过");
  }
  const changed = expected.map((line) => line.replace(/=.*/, "=改过"));
  await until("every change is read", async () => {
    said = saidIn(await sight(desk, page.url()));
    return said.join() === changed.join();
  }).catch(() => undefined);
  expect(said).toEqual(changed);
  await new Overlay(page).wait(".edge");
  expect(noise).toEqual([]);
  await page.close();
});
