// Learning by doing: the guide from the card, the month's quiz that nobody hears of, the manual; accessible, at two sizes.
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { root } from "../run/processes.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { faultsOf as consoleFaults } from "./console-look.ts";
import { type Desk, faultsOf } from "./panel-desk.ts";
import { type Edge, openEdge } from "./recording-edge.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";
const SIZES = [
  [1280, 720],
  [1920, 1080],
] as const;

const SHOTS = join(root, "test", "e2e", "screens");

test.describe.configure({ mode: "serial" });

let stage: Stage;
let edge: Edge;
let desk: Page;
let host: Page;
let console_: string;

test.beforeAll(async () => {
  stage = await raise();
  edge = await openEdge(stage.worker.url);
  desk = await signInBrowser(stage.browser, edge.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/interview/b2`);
  await until("the case is judged and sent", async () => {
    const { cases, waiting } = await status(desk);
    return cases.length > 0 && waiting === 0;
  });
  console_ = await stage.browser.own("/console.html");
});
test.afterAll(async () => {
  await edge.close();
  await stage.end();
});

const look = async (page: Page, name: string): Promise<void> => {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await consoleFaults(page), `${name} ${colorScheme}`).toEqual([]);
  }
  await page.screenshot({ path: join(SHOTS, `${name}-dark.png`) });
  await page.emulateMedia({ colorScheme: "light" });
};

test("a card opens the guide of its stage beside it, with the way back, and leads on to all of them in the console", async () => {
  const overlay = new Overlay(host);
  await overlay.click("button", "1");
  await overlay.wait("article.card");
  if ((await overlay.see(".card.open")).length === 0) await overlay.click("article.card .card-foot .tool");
  await overlay.run(
    `function () { this.querySelector(".card.open .card-line").scrollIntoView({ block: "center" }); }`,
  );
  await overlay.click(".card.open .card-line button", "一分钟指引");
  await overlay.wait(".guide h3", "询问讯问");
  await overlay.wait(".guide li.own", "《刑事诉讼法》第118条");
  for (const [width, height] of SIZES) {
    await host.setViewportSize({ width, height });
    await host.waitForTimeout(250);
    await host.screenshot({ path: join(SHOTS, `panel-guide-${width}.png`) });
  }
  await host.setViewportSize({ width: 1280, height: 800 });
  expect.soft(await faultsOf({ overlay } as Desk)).toEqual([]);
  await overlay.click(".guide-head button", "回到卡片");
  await overlay.wait(".card.open");
  await overlay.click(".card.open .card-line button", "一分钟指引");
  const opened = stage.browser.context.waitForEvent("page");
  await overlay.click(".guide button", "全部指引");
  const guide = await opened;
  await expect(guide.locator("h1")).toHaveText("询问讯问");
  await expect(guide.locator(".guide > li")).toHaveCount(4);
  await expect(guide.getByText("《刑事诉讼法》第118条")).toBeVisible();
  await look(guide, "guide");
  await guide.getByRole("link", { name: "全部环节" }).click();
  await expect(guide.locator(".guides a")).toHaveCount(19);
  await look(guide, "guides");
  await guide.close();
});

test("the quiz asks about one's own finding, answers with the article, and sends nothing", async () => {
  await desk.goto(`${console_}#/quiz`);
  await desk.locator(".quiz-choice").first().waitFor();
  await look(desk, "quiz");
  const asked = [
    await desk.locator(".quiz-one h2").innerText(),
    ...(await desk.locator(".quiz-choice span").allInnerTexts()),
  ];
  expect(asked.length).toBe(5);
  const from = edge.received.length;
  await desk.locator(".quiz-choice input").first().check();
  await expect(desk.locator(".quiz-answer")).toBeVisible();
  await look(desk, "quiz-answered");
  await desk.waitForTimeout(1500);
  // The page of the case is still open and may report what it reads; of the quiz nothing is in it.
  const since = edge.received.slice(from);
  for (const { path, body } of [...edge.received]) {
    expect(path).not.toMatch(/quiz|learn/i);
    for (const text of asked) expect(`${decodeURIComponent(path)} ${body}`).not.toContain(text);
  }
  expect(since.filter(({ method, path }) => method === "POST" && !/^\/v1\/(sync|hits)$/.test(path))).toEqual(
    [],
  );
});

test("the manual is found by a word, and what was read and sent is accessible too", async () => {
  await desk.goto(`${console_}#/manual`);
  await expect(desk.getByText("颜色和形状")).toBeVisible();
  await look(desk, "manual");
  await desk.locator(".search input").fill("断网");
  await expect(desk.getByText("断网、没登录、暂停")).toBeVisible();
  await expect(desk.getByText("载入法规原文")).toHaveCount(0);
  await desk.goto(`${console_}#/traffic`);
  await desk.getByRole("tab", { name: "传出的" }).click();
  await desk.locator("details.request summary").first().click();
  await look(desk, "sent");
});
