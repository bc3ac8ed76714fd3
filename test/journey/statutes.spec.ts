// The statute library's story: a card says that no text is loaded, an administrator drops the file, every card opens at the article.
import { expect, type Page, test } from "@playwright/test";
import type { Finding } from "../../shared/rules/finding.ts";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { askBackground, findingsOf, signInBrowser, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const CASE = "A9901045200002026110187";
const SAID = "询问应当由二名以上人员在星河厅进行。";

let stage: Stage;
let other: Browser;
let desk: Page;
let host: Page;
let studio: Page;
let overlay: Overlay;
let finding: Finding;

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

/** An invented text under the title that the card cites. */
const textOf = ({ statute, edition, article }: Finding): string =>
  [`# ${statute}`, `- 版本: ${edition}`, "", "## 第一章 星河", "", `第${article}条 ${SAID}`].join("\n");

const card = (): string => `[data-card="${finding.key}"]`;

const articleOf = ({ statute, edition, article }: Finding) =>
  askBackground<{ state: string }>(desk, "article", { statute, edition, article });

test("a card says that its article is not loaded", async () => {
  finding = await until("the page is judged", async () =>
    (await findingsOf(desk, CASE)).find(
      (one) => one.rule === "interview-single-officer" && one.verdict === "breached",
    ),
  );
  await overlay.click("button");
  // The panel may have come up with this card open.
  await overlay.wait(card());
  if ((await overlay.see(`${card()}.open`)).length === 0) await overlay.click(`${card()} .card-foot .tool`);
  await overlay.wait(".no-article", "未载入条文");
});

test("the administrator drops the file, sees what it is, and loads it", async () => {
  await studio.goto(`${await other.own("/console.html")}#/statutes`);
  await expect(studio.getByText("还没有载入法规条文")).toBeVisible();
  const transfer = await studio.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      data.items.add(new File(["没有条文"], "说明.md"));
      return data;
    },
    ["条文.md", textOf(finding)] as const,
  );
  await studio.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(studio.getByText("1 部可以载入，1 个须处理")).toBeVisible();
  await expect(studio.getByText("没有读到条文")).toBeVisible();
  await studio.getByRole("button", { name: "看条文" }).click();
  await expect(studio.getByText(SAID)).toBeVisible();
  await studio.getByRole("button", { name: "载入 1 部" }).click();
  await expect(studio.locator(".table tbody tr")).toHaveCount(1);
});

test("the open desk hears of it; the card opens at the article, and again without the worker", async () => {
  await until("the text has come", async () => (await articleOf(finding)).state === "here", 15_000);
  await stage.worker.stop();
  await overlay.click(".card-line .shut");
  await overlay.click(`${card()} .card-foot .tool`);
  await overlay.click(".article-text .text");
  await overlay.wait(".article-text section", SAID);
  await overlay.wait(".article-text section", "第一章 星河");
});
