// A matter from 预警 to 办结: the officer warned on the host page, the legal officer's moves, closing refused until the page is mended.
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { api, tokenOf } from "../run/people.ts";
import { signInBrowser, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026060142";
const RULE = "family-notice-late";
const TITLE = "拘留后超过一日未通知家属";

interface Item {
  readonly id: string;
  readonly unit: string;
  readonly rule?: string;
  readonly state: string;
  readonly proof?: unknown;
  readonly claim?: unknown;
}

test.describe.configure({ mode: "serial" });

let stage: Stage;
let other: Browser;
let host: Page;
let officer: Overlay;
let desk: Page;
let item: Item;

test.beforeAll(async () => {
  stage = await raise();
  other = await stage.another();
  await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  desk = await signInBrowser(other, stage.worker.url, stage.people.legal);
  host = await stage.browser.context.newPage();
  officer = new Overlay(host);
});
test.afterAll(() => stage.end());

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await page.screenshot({ path: test.info().outputPath(`${name}-${size.width}.png`) });
  }
};

/** The item as the unit has it now. */
const ask = async (): Promise<Item | undefined> => {
  const token = await tokenOf(stage.worker.url, stage.people.legal);
  const { items } = await api<{ items: Item[] }>(stage.worker.url, "GET", "/v1/items", undefined, token);
  return items.find(({ rule }) => rule === RULE);
};

const openHost = async (): Promise<void> => {
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/measures`);
  await officer.wait("button");
};

/** Opens the panel and the card of the finding. */
const openCard = async (): Promise<void> => {
  if ((await officer.see("[role=tab]")).length === 0) await officer.click("button");
  await officer.wait(".card", TITLE);
  if ((await officer.see(".card.open", TITLE)).length > 0) return;
  await officer.run(
    `function () { [...this.querySelectorAll(".card")].find((c) => c.textContent.includes("${TITLE}")).querySelector(".card-foot .tool").click(); }`,
  );
};

/** Chooses a move on the item's page, writes what it asks for, and waits for its line in the history. */
const move = async (name: string, said: string, evidence?: string): Promise<void> => {
  await desk.locator(".item-buttons button", { hasText: new RegExp(`^${name}$`) }).click();
  await desk.locator(".item-form textarea").fill(said);
  if (evidence !== undefined) await desk.getByLabel("凭证").fill(evidence);
  await desk.locator(".item-form button[type=submit]").click();
  await expect(desk.locator(".item-history")).toContainText(said);
};

const seeItem = async (): Promise<void> => {
  await desk.goto(await other.own("/console.html"));
  await desk.goto(
    `${await other.own("/console.html")}#/items/${encodeURIComponent(`${item.unit}/${item.id}`)}`,
  );
  await expect(desk.locator(".item-stages")).toBeVisible();
};

test("a red line past its end warns its officer on the card of the host page", async () => {
  await openHost();
  item = await until("the item", ask, 40_000);
  expect(item.state).toBe("warned");
  await openCard();
  await officer.wait(".matter", "督办 · 预警");
  await shoot(host, "officer-warned");
});

test("the legal officer finds it in the list, confirms, checks, and hands it to the officer to mend", async () => {
  await desk.goto(`${await other.own("/console.html")}#/items`);
  await expect(desk.locator("table.items")).toContainText(TITLE);
  await shoot(desk, "list");
  await desk.locator("table.items a", { hasText: TITLE }).click();
  await move("确认问题", "拘留通知书没有送达记录");
  await move("开始核查", "核对看守所和家属的登记");
  await move("属实，转整改", "家属登记为空", "看守所收押登记表");
  await expect(desk.locator(".item-stages [aria-current=step]")).toContainText("整改");
});

test("the officer reports it mended from the card; that alone does not pass the review", async () => {
  await openHost();
  await openCard();
  await officer.wait(".matter", "督办 · 整改", 20_000);
  await officer.click(".matter button", "已整改");
  await officer.click(".matter textarea");
  await host.keyboard.insertText("已经通知家属，马上补录");
  await shoot(host, "officer-mending");
  await officer.click(".matter button[type=submit]");
  await until("reported", async () => (await ask())?.claim !== undefined);
  await seeItem();
  await expect(desk.locator(".item-buttons button", { hasText: "复核通过" })).toBeDisabled();
  await expect(desk.locator(".item-buttons")).toContainText("页面还没有重新判定为符合");
  await shoot(desk, "unproven");
});

test("once the host page is mended it passes, is judged and closed", async () => {
  await host.evaluate(async (no) => {
    const base = `/new/api/cases/${no}`;
    const { data } = (await (await fetch(base)).json()) as { data: { measures: Record<string, string>[] } };
    const row = data.measures.find((each) => each["kind"] === "刑事拘留" && each["person"] === "高某某");
    await fetch(`${base}/measures/${row?.["id"]}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...row, familyNoticeAt: row?.["jailAt"] }),
    });
  }, CASE);
  await openHost();
  await until("proven by the page", async () => (await ask())?.proof !== undefined, 40_000);
  await seeItem();
  await move("复核通过", "页面已补录通知时间");
  await move("认定责任", "首次发生，批评教育");
  await move("办结", "整改到位");
  await expect(desk.locator(".page-head")).toContainText("已办结");
  await shoot(desk, "closed");
  expect((await ask())?.state).toBe("closed");
});
