// The administrator's story: a checklist and a rule are changed in the studio, and every open page judges by them within seconds.
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const CASE = "A9901045200002026110187";
const ITEM = "核对翻译人员到场";
const TITLE = "讯问民警少于二人";

let stage: Stage;
let other: Browser;
let desk: Page;
let host: Page;
let studio: Page;
let overlay: Overlay;

test.beforeAll(async () => {
  stage = await raise();
  other = await stage.another();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  studio = await signInBrowser(other, stage.worker.url, stage.people.admin);
  host = await stage.browser.context.newPage();
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/interview/b2`);
  overlay = new Overlay(host);
  await overlay.wait("button");
});
test.afterAll(() => stage.end());

const page = async (hash: string): Promise<void> => {
  await studio.goto(`${await other.own("/console.html")}${hash}`);
  await studio.reload();
};

test("a new attest item in a checklist, shown as a difference, published, stands on the open page", async () => {
  await page("#/checklists");
  await studio.getByText("询问讯问", { exact: true }).first().click();
  await studio.getByLabel("干什么").last().fill(ITEM);
  await studio.getByLabel("怎么干、干到什么程度").last().fill("当事人不通晓当地语言文字的，翻译到场后再开始");
  await studio.getByRole("button", { name: "加一项" }).click();
  await studio.getByRole("button", { name: "看改动与发布" }).click();
  await expect(studio.getByText(ITEM).first()).toBeVisible();
  await studio.locator("textarea, input[type=text]").last().fill("外国人案件增多");
  const before = (await status(desk)).pack.revision;
  const published = Date.now();
  await studio.getByRole("button", { name: /^发布/ }).last().click();
  await until(
    "the open page has the new pack",
    async () => (await status(desk)).pack.revision > before,
    15_000,
  );
  expect(Date.now() - published).toBeLessThan(15_000);
  await overlay.click("button");
  await overlay.click("[role=tab]", "清单");
  await overlay.wait("*", ITEM);
});

test("a rule's title is changed; its examples run in the studio; the open page says it in the new words and version", async () => {
  await page("#/rules");
  await studio.getByText("询问讯问人员中民警不足二人").first().click();
  await studio.getByLabel(/^名称/).fill(TITLE);
  await expect(studio.getByText("例子全部通过")).toBeVisible({ timeout: 15_000 });
  await studio.getByRole("button", { name: "看改动与发布" }).click();
  await studio.locator("textarea, input[type=text]").last().fill("名称改短");
  await studio.getByRole("button", { name: /^发布/ }).last().click();
  await until(
    "the open page judges by it",
    async () => (await findingsOf(desk, CASE)).some((f) => f.title === TITLE),
    15_000,
  );
  await overlay.click("[role=tab]", "提醒");
  await overlay.wait("*", TITLE);
  await overlay.wait("*", (await status(desk)).pack.label);
});

test("what the other browser holds is signed by the pinned key: revision and label agree on both sides", async () => {
  const mine = (await status(desk)).pack;
  const theirs = (await status(studio)).pack;
  expect(mine.revision).toBe(3);
  expect(theirs).toEqual(mine);
  expect(mine.refused).toBeUndefined();
});
