// The officer's story: a warning beside the field, why and how, the mending on the host page, the acknowledgement in the ledger, the reminder.
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { api, tokenOf } from "../run/people.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";
const at = (page: string): string => `${stage.twin.url}/new/#/case/${CASE}/${page}`;

test.describe.configure({ mode: "serial" });

let stage: Stage;
let desk: Page;
let host: Page;
let overlay: Overlay;

test.beforeAll(async () => {
  stage = await raise();
  const leader = await tokenOf(stage.worker.url, stage.people.leader);
  // Whatever the time of day: no quiet hours, and a message already for what is about to end.
  const reminding = { quiet: null, perDay: 8, smsFrom: "orange", grace: [120, 240, 1440] };
  await api(stage.worker.url, "POST", "/v1/reminding", { reminding }, leader);
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  overlay = new Overlay(host);
});
test.afterAll(() => stage.end());

const open = async (page: string): Promise<void> => {
  await host.goto("about:blank");
  await host.goto(at(page));
  await overlay.wait("button");
};

test("a violation stands beside the field and counts on the button, with nothing opened by itself", async () => {
  await open("interview/b2");
  const marker = await overlay.wait("*", "违反");
  const field = await host.locator(".el-form-item", { hasText: "讯问人员" }).first().boundingBox();
  expect(field).not.toBeNull();
  expect(marker.y).toBeGreaterThan(field!.y - 30);
  expect(marker.y).toBeLessThan(field!.y + field!.height);
  expect(await overlay.see("[role=tab]")).toEqual([]);
});

test("the card says what, why, what was read, the clause, how to mend it, and its rule's version", async () => {
  await overlay.click("button", "1");
  await overlay.wait("[role=tab]", "提醒");
  await overlay.click("button", "展开");
  for (const part of [
    "询问讯问人员中民警不足二人",
    "登记 2 人，其中民警 1 人",
    "《刑事诉讼法》第118条",
    "2018 修正",
    "讯问的时候，侦查人员不得少于二人",
    "陈立、郑浩（辅警）",
    "怎么办",
    "规则 2026.11.1",
    "有异议",
    "有误",
  ])
    await overlay.wait("*", part);
});

test("定位 outlines the field on the host page", async () => {
  await host.evaluate(() => document.querySelector(".main, main")?.scrollTo(0, 9999));
  await overlay.click("button", "定位");
  await expect(host.locator(".el-form-item", { hasText: "讯问人员" }).first()).toBeInViewport();
});

test("签收 is kept in the unit's ledger with a receipt that verifies", async () => {
  await overlay.click("button", "签收");
  await overlay.wait("*", "已签收");
  await until("sent", async () => (await status(desk)).waiting === 0);
  const { cases, receipts } = await status(desk);
  expect(receipts).toBeGreaterThan(0);
  const key = cases.find((c) => c.key.endsWith(CASE))!.key;
  const token = await tokenOf(stage.worker.url, stage.people.leader);
  const { lines } = await api<{ lines: { kind: string; record: string }[] }>(
    stage.worker.url,
    "GET",
    `/v1/cases/${encodeURIComponent(key)}/ledger`,
    undefined,
    token,
  );
  expect(lines.filter((l) => l.kind === "signed")).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toMatch(/韩某某|9901011990/);
});

test("a second police officer on the host page mends it before it is submitted", async () => {
  const field = host.locator(".el-form-item", { hasText: "讯问人员" }).first();
  await field.locator(".el-select").click();
  await host.locator(".el-select-dropdown__item:visible", { hasText: "周岩" }).click();
  await host.keyboard.press("Escape");
  await until(
    "mended",
    async () =>
      !(await findingsOf(desk, CASE)).some(
        (f) => f.rule === "interview-single-officer" && f.colour === "red",
      ),
  );
  await overlay.gone(".card", "民警不足二人");
});

test("facts read on one page serve the clock on another, exact to the minute", async () => {
  await open("measures");
  const finding = await until("the summons runs", async () =>
    (await findingsOf(desk, CASE)).find(
      (f) => f.rule === "summons-overrun" && f.verdict === "due" && f.colour === "orange",
    ),
  );
  await open("interview/b2");
  await overlay.click("button");
  await overlay.click("[role=tab]", "时限");
  const left = Math.ceil((finding.due! - Date.now()) / 60_000);
  await until("the strip shows the minutes", async () => {
    const text = await overlay.text();
    return [left - 2, left - 1, left, left + 1].some((n) => text.includes(`${n} 分钟`));
  });
});

test("the unit's object rings: the reminder reaches the SMS gateway once, without a name", async () => {
  const message = await until(
    "a reminder at the gateway",
    async () => stage.twin.messages().find((m) => /传唤/.test(JSON.stringify(m))),
    40_000,
  );
  expect(JSON.stringify(message)).toContain(CASE);
  expect(JSON.stringify(stage.twin.messages())).not.toMatch(/韩某某/);
  await host.waitForTimeout(3000);
  expect(stage.twin.messages().filter((m) => /传唤/.test(JSON.stringify(m)))).toHaveLength(1);
});

test("the reminder is a notification in the officer's browser as well, and 签收 in the list answers it", async () => {
  const notices = async (): Promise<readonly string[]> =>
    desk.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { notifications: { getAll(): Promise<Record<string, boolean>> } };
      };
      return Object.keys(await chrome.notifications.getAll());
    });
  await until("a notification", async () =>
    (await notices()).some((id) => id.includes(CASE) || id === "|list"),
  );
  await desk.goto(`${desk.url().replace(/#.*$/, "")}#/health`);
  const row = desk.locator("tr", { hasText: "传唤" }).filter({ hasText: CASE }).first();
  await row.getByRole("button", { name: "签收" }).click();
  await expect(row).toContainText(`${stage.people.officer.name} 今天`);
});

test("what the officer's browser sent holds nothing of class local", async () => {
  const token = await tokenOf(stage.worker.url, stage.people.leader);
  const { cases } = await api<{ cases: { key: string }[] }>(
    stage.worker.url,
    "GET",
    "/v1/cases",
    undefined,
    token,
  );
  for (const { key } of cases) {
    const view = JSON.stringify(
      await api(stage.worker.url, "GET", `/v1/cases/${encodeURIComponent(key)}`, undefined, token),
    );
    expect(view).not.toMatch(/韩某某|河滨路|(?<!\d)990104\d{11}[\dX](?!\d)/);
  }
});
