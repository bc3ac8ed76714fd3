// 有异议: one click on a card, masked facts on the legal desk within seconds, the answer back on the card.
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { root } from "../run/processes.ts";
import { askBackground, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";
const ANSWER = "异议有理，当日已有第二名民警参加，结论按现场记录更正";

const SHOTS = join(root, "test", "e2e", "screens");

test.describe.configure({ mode: "serial" });

let stage: Stage;
let other: Browser;
let host: Page;
let overlay: Overlay;
let officerDesk: Page;
let legalDesk: Page;

test.beforeAll(async () => {
  stage = await raise();
  other = await stage.another();
  officerDesk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  legalDesk = await signInBrowser(other, stage.worker.url, stage.people.legal);
  host = await stage.browser.context.newPage();
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/interview/b2`);
  overlay = new Overlay(host);
  await legalDesk.goto(`${await other.own("/console.html")}#/objections`);
  await legalDesk.getByText("没有待答复的").waitFor();
});
test.afterAll(() => stage.end());

test("one click sends it, and it stands on the legal desk within five seconds", async () => {
  await overlay.click("button", "1");
  await overlay.wait("article.card");
  if ((await overlay.see(".card.open")).length === 0) await overlay.click("article.card .card-foot .tool");
  await overlay.run(
    `function () { this.querySelector(".card.open .card-line").scrollIntoView({ block: "center" }); }`,
  );
  await overlay.click(".card.open .card-line button", "有异议");
  const clicked = Date.now();
  await expect(legalDesk.locator("[data-objection]")).toHaveCount(1, { timeout: 5_000 });
  expect(Date.now() - clicked).toBeLessThan(5_000);
  await overlay.wait(".card.open", "已转法制部门");
  await host.screenshot({ path: join(SHOTS, "objection-objected.png") });
});

test("a line may follow, and goes into the same objection", async () => {
  await overlay.run(`function () { this.querySelector(".say").scrollIntoView({ block: "center" }); }`);
  await overlay.click(".say textarea");
  await host.keyboard.insertText("当日有两名民警在场");
  await overlay.click(".say button[type=submit]");
  await expect(legalDesk.getByText("当日有两名民警在场")).toBeVisible({ timeout: 8_000 });
  await expect(legalDesk.locator("[data-objection]")).toHaveCount(1);
});

test("its facts are masked, and its answer comes back to the card", async () => {
  const card = legalDesk.locator("[data-objection]");
  await card.locator("summary").click();
  const name = await host.locator("body").innerText();
  const shown = await card.innerText();
  expect(shown).toContain("已去掉个人信息");
  for (const person of name.match(/[\u4e00-\u9fff]某某/g) ?? []) expect(shown).not.toContain(person);
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await legalDesk.setViewportSize({ width, height });
    await legalDesk.screenshot({ path: join(SHOTS, `objection-desk-${width}.png`) });
  }
  await card.getByRole("button", { name: "答复" }).click();
  await card.getByRole("button", { name: "异议成立" }).click();
  await card.locator("textarea").fill(ANSWER);
  await card.locator("button[type=submit]").click();
  await overlay.wait(".card .state", "已答复 · 异议成立");
  await overlay.wait(".card.open", ANSWER);
  await host.screenshot({ path: join(SHOTS, "objection-answered.png") });
  const kinds = await until("in the ledger", async () => {
    const key = (await status(officerDesk)).cases.find((c) => c.key.endsWith(CASE))!.key;
    const { lines } = await askBackground<{ lines: { kind: string }[] }>(officerDesk, "call", {
      route: "ledger",
      params: { key },
    });
    const all = lines.map(({ kind }) => kind);
    return all.includes("objection-answered") && all;
  });
  expect(kinds.filter((kind) => kind === "disputed")).toHaveLength(2);
});

test("the officer finds it among the own ones, answered", async () => {
  await officerDesk.goto(`${await stage.browser.own("/console.html")}#/objections`);
  await officerDesk.getByRole("button", { name: /已答复/ }).click();
  await expect(officerDesk.getByText(ANSWER)).toBeVisible();
  await officerDesk.screenshot({ path: join(SHOTS, "objection-mine.png") });
});
