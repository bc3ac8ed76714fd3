// The desk in a real browser: what was read becomes the day's list, one click goes back to the case, lists go to paper and Excel.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import readExcel from "read-excel-file/node";
import { api, tokenOf } from "../run/people.ts";
import { root } from "../run/processes.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { faultsOf } from "./console-look.ts";
import { raise, type Stage } from "./stage.ts";

const SCREENS = join(root, "test", "e2e", "screens");
const CASE = "A9901045200002026110187";

test.describe.configure({ mode: "serial" });

let stage: Stage;
let desk: Page;
let host: Page;
let console_: string;

const read = async (path: string): Promise<void> => {
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/case/${path}`);
  await until(`${path} is judged`, async () => (await status(desk)).cases.length > 0);
  await host.waitForTimeout(900);
};
const sent = (): Promise<unknown> => until("everything sent", async () => (await status(desk)).waiting === 0);

test.beforeAll(async () => {
  stage = await raise();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  for (const path of [`${CASE}/incident`, `${CASE}/info`, `${CASE}/measures`, `${CASE}/interview/b2`])
    await read(path);
  await read("A9901045200002026060142/measures");
  await sent();
  console_ = await stage.browser.own("/console.html");
});
test.afterAll(() => stage.end());

const show = async (hash: string): Promise<void> => {
  await desk.goto("about:blank");
  await desk.goto(`${console_}${hash}`);
};

/** Photographs a page of the console at two sizes; on paper nobody is read to. */
const look = async (name: string, paper = false): Promise<void> => {
  mkdirSync(SCREENS, { recursive: true });
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await desk.setViewportSize({ width, height });
    await desk.waitForTimeout(250);
    await desk.screenshot({ path: join(SCREENS, `${name}-${width}.png`) });
  }
  await desk.setViewportSize({ width: 1280, height: 800 });
  if (!paper) expect.soft(await faultsOf(desk), name).toEqual([]);
};

test("what was read is on the desk, gravest first, and one click goes back to the case", async () => {
  await show("#/desk");
  await desk.locator(".matter").first().waitFor();
  expect(await desk.locator(".matter .state").first().textContent()).toBe("违反");
  await look("desk-list");
  await desk.locator(".matter-line", { hasText: "询问讯问人员中民警不足二人" }).click();
  await expect(desk.locator(".matter-more")).toContainText("怎么办");
  await look("desk-open");
  await desk.locator("input[type=search]").fill(CASE.slice(-6));
  await expect(desk.locator(".matter").first()).toContainText(CASE);
  await host.goto("about:blank");
  const opened = stage.browser.context.waitForEvent("page");
  await desk.locator(".matter-act button", { hasText: "打开" }).first().click();
  const page = await opened;
  await page.waitForURL(new RegExp(CASE));
  await page.close();
});

test("measures that run are listed with the names that this browser has read, on paper and in Excel", async () => {
  await show("#/custody");
  await desk.locator(".custody tbody tr").first().waitFor();
  await expect(desk.locator(".custody")).toContainText("韩某某");
  await look("desk-custody");
  await desk.emulateMedia({ media: "print" });
  await look("desk-custody-paper", true);
  await desk.emulateMedia({ media: "screen" });
  const saved = desk.waitForEvent("download");
  await desk.getByRole("button", { name: "导出 Excel" }).click();
  const file = await (await saved).path();
  const [sheet] = await readExcel(file);
  expect(sheet?.data[1]?.slice(0, 4)).toEqual(["状态", "人员", "措施", "案件"]);
  expect(sheet?.data.length).toBeGreaterThan(2);
  expect(JSON.stringify(sheet?.data)).toContain(CASE);
});

test("no name has left the browser for it", async () => {
  const token = await tokenOf(stage.worker.url, stage.people.leader);
  for (const path of ["/v1/desk?of=unit", "/v1/custody?of=unit"])
    expect(JSON.stringify(await api(stage.worker.url, "GET", path, undefined, token))).not.toMatch(
      /韩某某|高某某|(?<!\d)990104\d{11}[\dX](?!\d)/,
    );
});

test("the check sheet of a case goes to paper: breaches first, what was not checked at the end, on A4", async () => {
  const key = (await status(desk)).cases.find((one) => one.key.endsWith(CASE))?.key ?? "";
  await show(`#/cases/${encodeURIComponent(`sheet/${key}`)}`);
  await desk.locator(".sheet-part").first().waitFor();
  const heads = await desk.locator(".sheet > section > h2").allTextContents();
  expect(heads.map((head) => head.replace(/\d+/, "n"))).toEqual([
    "一、违反（n 项）",
    "二、期限内（n 项）",
    "三、检查清单",
    "四、未检查（n 项）",
  ]);
  const [first] = await desk.locator(".sheet section").first().locator("tbody tr").allTextContents();
  expect(first).toContain("询问讯问人员中民警不足二人");
  expect(first).toContain("刑事诉讼法第118条");
  expect(await desk.locator(".sheet-part").allTextContents()).not.toContain("没有读到");
  // Stages of which nothing was read are named in a line, not listed.
  await expect(desk.locator(".sheet-unknown")).toContainText("律师与法律援助（待确认");
  await expect(desk.locator(".sheet-part h3", { hasText: "律师与法律援助" })).toHaveCount(0);
  await look("desk-sheet");
  await desk.emulateMedia({ media: "print" });
  // The width that A4 leaves between its margins.
  await desk.setViewportSize({ width: 639, height: 934 });
  await desk.waitForTimeout(250);
  for (const [n, at] of ["one", "two"].entries()) {
    await desk.evaluate((y) => scrollTo(0, y), n * 934);
    await desk.screenshot({ path: join(SCREENS, `desk-sheet-paper-${at}.png`) });
  }
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(639);
  expect(await desk.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4 * 934);
  const pdf = await desk.pdf({ preferCSSPageSize: true });
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString("latin1")) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  await desk.emulateMedia({ media: "screen" });
  await desk.setViewportSize({ width: 1280, height: 800 });
});

test("what the officer puts right before anybody finds it is 自纠, and can be proven here", async () => {
  await read(`${CASE}/interview/b2`);
  const field = host.locator(".el-form-item", { hasText: "讯问人员" }).first();
  await field.locator(".el-select").click();
  await host.locator(".el-select-dropdown__item:visible", { hasText: "周岩" }).click();
  await host.keyboard.press("Escape");
  await until("mended", async () =>
    (await findingsOf(desk, CASE)).every(
      ({ rule, colour }) => rule !== "interview-single-officer" || colour !== "red",
    ),
  );
  await sent();
  await show("#/record");
  await expect(desk.locator("tr", { hasText: "民警不足二人" })).toContainText("自纠");
  await desk.getByRole("button", { name: "核对" }).first().click();
  await expect(desk.locator("tbody")).toContainText("与台账相符");
  await look("desk-record");
});

test("the same list stands in the browser's side panel", async () => {
  const side = await stage.browser.context.newPage();
  await side.setViewportSize({ width: 400, height: 800 });
  await side.goto(await stage.browser.own("/sidepanel.html"));
  await side.locator(".matter").first().waitFor();
  await side.waitForTimeout(300);
  await side.screenshot({ path: join(SCREENS, "desk-side-400.png") });
  expect.soft(await faultsOf(side), "side").toEqual([]);
  await side.close();
});
