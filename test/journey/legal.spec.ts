// The legal officer's story: a note on a place of the host page, seen there by the officer, answered, closed, and proved.
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { api, tokenOf } from "../run/people.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";
const NOTE = "去向没有问清，请问明朋友的姓名和住址";

test.describe.configure({ mode: "serial" });

let stage: Stage;
let other: Browser;
let officerDesk: Page;
let officerHost: Page;
let officer: Overlay;
let legalHost: Page;
let legal: Overlay;

test.beforeAll(async () => {
  stage = await raise();
  other = await stage.another();
  officerDesk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  await signInBrowser(other, stage.worker.url, stage.people.legal);
  const url = `${stage.twin.url}/new/#/case/${CASE}/interview/b2`;
  officerHost = await stage.browser.context.newPage();
  await officerHost.goto(url);
  legalHost = await other.context.newPage();
  await legalHost.goto(`${url}?as=037018`);
  officer = new Overlay(officerHost);
  legal = new Overlay(legalHost);
});
test.afterAll(() => stage.end());

test("the legal officer marks a field and writes a note", async () => {
  await legal.click("button");
  await legal.click("[role=tab]", "批注");
  await legal.click("button", "写批注");
  await legal.click("button", "选一处");
  await legalHost
    .locator(".el-form-item", { hasText: "讯问地点" })
    .first()
    .locator(".el-select, input")
    .first()
    .click();
  await legal.wait("textarea");
  await legal.click("textarea");
  await legalHost.keyboard.insertText(NOTE);
  await legal.click("button[type=submit]", "发送");
  await legal.wait("*", NOTE);
});

test("the officer sees it in place within seconds and replies", async () => {
  await officer.click("button");
  await officer.click("[role=tab]", "批注");
  await officer.wait("*", NOTE);
  await officerHost.screenshot({ path: test.info().outputPath("note.png") });
  await officer.gone("[role=status] button", "看");
  await officer.click("input, textarea", "");
  await officerHost.keyboard.insertText("正在核实，问明后补入笔录");
  await officer.click("button", "发送");
  await officer.wait("*", "正在核实，问明后补入笔录");
  await legal.wait("*", "正在核实，问明后补入笔录");
});

test("closing it is recorded, with a proof that verifies in the console's case page", async () => {
  await legal.click("form.reply input");
  await legalHost.keyboard.insertText("已补问清楚");
  await legal.click("form.reply button", "办结");
  const key = (await status(officerDesk)).cases.find((c) => c.key.endsWith(CASE))!.key;
  const token = await tokenOf(stage.worker.url, stage.people.legal);
  const kinds = await until("closed in the ledger", async () => {
    const { lines } = await api<{ lines: { kind: string }[] }>(
      stage.worker.url,
      "GET",
      `/v1/cases/${encodeURIComponent(key)}/ledger`,
      undefined,
      token,
    );
    const all = lines.map((l) => l.kind);
    return all.includes("note-closed") && all;
  });
  expect(kinds).toEqual(expect.arrayContaining(["noted", "replied", "note-closed"]));
  const page = await other.context.newPage();
  await page.goto(`${await other.own("/console.html")}#/cases/${encodeURIComponent(key)}`);
  await expect(page.getByText("凭证相符").first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("凭证不符")).toHaveCount(0);
});
