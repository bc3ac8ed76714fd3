// The story of accounts: made with a first password, changed at the first sign-in, moved, brought in from a table; and a page that somebody else uses.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { api, tokenOf } from "../run/people.ts";
import { root } from "../run/processes.ts";
import { askBackground, signInBrowser, status } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const PASSWORD = "correct horse 7a";
const shots = join(root, ".cache", "people-shots");
let stage: Stage;
let admin: Page;
let first = "";

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(shots, `${name}-${width}.png`) });
  }
};

test.beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  stage = await raise();
  const token = await tokenOf(stage.worker.url, stage.people.admin);
  for (const [id, name, level] of [
    ["dong", "城东派出所", "station"],
    ["xi", "城西派出所", "station"],
  ] as const) {
    const units = await api<{ units: { id: string; level: string }[] }>(
      stage.worker.url,
      "GET",
      "/v1/units",
      undefined,
      token,
    );
    const parent = units.units[0]?.id ?? "";
    await api(stage.worker.url, "POST", "/v1/units", { id, name, parent, level }, token);
  }
  admin = await signInBrowser(stage.browser, stage.worker.url, stage.people.admin);
  await admin.goto(`${await stage.browser.own("/console.html")}#/people`);
  await admin.reload();
});
test.afterAll(() => stage.end());

test("an administrator makes a member and is shown the first password once", async () => {
  await admin.getByText("陈立", { exact: true }).first().waitFor();
  await admin.getByText("新建人员").first().click();
  await admin.getByLabel("姓名", { exact: true }).fill("韩某某");
  await admin.getByLabel("账号", { exact: true }).fill("hanmou");
  await admin.getByRole("button", { name: "新建", exact: true }).click();
  await admin.getByText("韩某某的初始口令").waitFor();
  await shoot(admin, "1-first-password");
  first = (await admin.locator(".initial .fingerprint span").allTextContents()).join("-");
  expect(first).toMatch(/^(\w{4}-){3}\w{4}$/);
  await admin.getByRole("button", { name: "已交给本人" }).click();
  await expect(admin.getByText(first.slice(0, 4))).toHaveCount(0);
});

test("the first sign-in leads to an own password and nowhere else", async () => {
  const other = await stage.another();
  const desk = await other.context.newPage();
  await desk.goto(await other.own("/console.html"));
  await askBackground(desk, "set-server", { url: stage.worker.url });
  await askBackground(desk, "sign-in", { account: "hanmou", password: first });
  await askBackground(desk, "tour-done");
  await desk.reload();
  await desk.getByText("先设自己的密码").waitFor();
  expect(await desk.locator(".sidebar").count()).toBe(0);
  await shoot(desk, "2-first-sign-in");
  await desk.getByLabel("初始口令").fill(first);
  await desk.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await desk.getByLabel("再输一次新密码").fill(PASSWORD);
  await desk.getByRole("button", { name: "保存新密码" }).click();
  await desk.locator(".sidebar").waitFor();
  await desk.goto(`${await other.own("/console.html")}#/account`);
  await desk.getByText("这一台").waitFor();
  await shoot(desk, "3-account");
});

test("a member is moved, a unit is closed, a table is told row by row", async () => {
  await admin.reload();
  await admin.getByLabel("查看韩某某").click();
  await shoot(admin, "4-member");
  await admin.getByRole("button", { name: "调动" }).click();
  await admin.getByLabel("调到").selectOption({ label: "城东派出所" });
  await admin.getByLabel("事由").fill("轮岗");
  await shoot(admin, "5-move");
  await admin.getByRole("button", { name: "办理" }).click();
  await expect(admin.getByText("已调动 韩某某")).toBeVisible();
  await admin.getByRole("tab", { name: "单位" }).click();
  await admin.getByRole("button", { name: "城西派出所" }).click();
  await admin.getByRole("button", { name: "撤销" }).click();
  await admin.getByLabel("事由").fill("机构撤并");
  await shoot(admin, "6-units");
  await admin.getByRole("button", { name: "办理" }).click();
  await expect(admin.getByText("已撤销，台账照常可查")).toBeVisible();
  await admin.getByRole("tab", { name: "从表格导入" }).click();
  await admin.getByLabel("导入什么").selectOption("members");
  const table = (...rows: string[]) => ({
    name: "人员.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["账号,姓名,单位,警号,手机,角色", ...rows].join("\r\n")),
  });
  const file = admin.locator('input[type="file"]');
  await file.setInputFiles(table("limou,李某某,城东派出所,,,民警", "hanmou,韩某某,城西派出所,,,民警、厨师"));
  await expect(admin.getByText("1 行不对")).toBeVisible();
  await shoot(admin, "7-rows");
  await file.setInputFiles(table("limou,李某某,城东派出所,,,民警", "zhoumou,周某某,dong,,,法制员"));
  await admin.getByRole("button", { name: "导入 2 行" }).click();
  await expect(admin.getByRole("button", { name: "下载口令表" })).toBeVisible();
  await shoot(admin, "8-brought-in");
});

test("a page that another officer uses is read and judged, but nothing of it is recorded", async () => {
  const other = await stage.another();
  const desk = await signInBrowser(other, stage.worker.url, stage.people.officer);
  const host = await other.context.newPage();
  await host.goto(`${stage.twin.url}/new/?as=037018#/case/A9901045200002026110187/interview/b2`);
  const overlay = new Overlay(host);
  await overlay.wait("button");
  await overlay.click("button");
  await overlay.wait(".notice", "页面登录人不是您");
  await shoot(host, "9-other-officer");
  expect(await status(desk)).toMatchObject({ sent: 0, waiting: 0 });
  await host.goto(`${stage.twin.url}/new/?as=037215#/case/A9901045200002026110187/interview/b2`);
  await overlay.wait("button");
  await expect.poll(async () => (await status(desk)).sent, { timeout: 15_000 }).toBeGreaterThan(0);
});
