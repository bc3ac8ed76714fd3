// The first minutes of an officer: sign in, open a case, the tour on the real page, never again once it was had.
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { root } from "../run/processes.ts";
import { signInBrowser } from "../run/steps.ts";
import { type Desk, faultsOf } from "./panel-desk.ts";
import { raise, type Stage } from "./stage.ts";

const CASES = ["A9901045200002026110187", "A9901045200002026060142"];
const SHOTS = join(root, "test", "e2e", "screens");

let stage: Stage;
let page: Page;
let overlay: Overlay;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  stage = await raise();
  await signInBrowser(stage.browser, stage.worker.url, stage.people.officer, true);
  page = await stage.browser.context.newPage();
  overlay = new Overlay(page);
});
test.afterAll(() => stage.end());

const shoot = async (name: string): Promise<void> => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SHOTS, `tour-${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
};

test("the tour is offered beside the button and takes nothing from what is being typed", async () => {
  await page.goto(`${stage.twin.url}/new/#/case/${CASES[0]}/interview/b2`);
  const area = page.locator("textarea").last();
  await area.click();
  await area.fill("");
  await page.keyboard.type("问：", { delay: 20 });
  await overlay.wait(".tour-card", "60 秒认识第一粒扣");
  await page.keyboard.type("时间。");
  expect(await area.inputValue()).toBe("问：时间。");
  expect(await area.evaluate((box) => document.activeElement === box)).toBe(true);
  expect(await faultsOf({ overlay } as Desk)).toEqual([]);
  await shoot("1-invited");
});

test("its steps go through the real page, by click and by key", async () => {
  await overlay.click(".tour-card button", "开始");
  await overlay.wait(".tour-card", "1 / 4");
  await shoot("2-button");
  await overlay.click(".tour-card button", "下一步");
  await overlay.wait(".tour-card", "2 / 4");
  await overlay.wait(".panel");
  const [card, panel] = [await overlay.wait(".tour-card"), await overlay.wait(".panel")];
  expect(card.x + card.width <= panel.x || panel.x + panel.width <= card.x, "beside the panel").toBe(true);
  expect(await faultsOf({ overlay } as Desk)).toEqual([]);
  await shoot("3-panel");
  await overlay.click(".tour-card button", "下一步");
  await overlay.click(".tour-card button", "上一步");
  await overlay.wait(".tour-card", "2 / 4");
  await overlay.click(".tour-card button", "跳过");
  await overlay.gone(".tour-card");
});

test("never again: not on this page, not on another case", async () => {
  for (const number of CASES) {
    await page.goto(`${stage.twin.url}/new/#/case/${number}/measures`);
    await page.reload();
    await overlay.wait("button.edge");
    await page.waitForTimeout(2_500);
    expect(await overlay.see(".tour-card")).toEqual([]);
  }
});
