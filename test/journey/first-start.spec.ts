// The first start: address typed once, first administrator by the printed code, the pack key confirmed, the state kept over a restart.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Browser, startBrowser } from "../run/browser.ts";
import { freePort, startWorker, type WorkerProcess } from "../run/processes.ts";

test.describe.configure({ mode: "serial" });

const PASSWORD = "liuqiao-2026-first";
const state = mkdtempSync(join(tmpdir(), "first-button-first-"));

let worker: WorkerProcess;
let browser: Browser;
let page: Page;

const field = (name: string) => page.locator(`[name="${name}"]`);
const start = async (port: number): Promise<void> => {
  worker = await startWorker({ port, state, vars: {} });
};

test.beforeAll(async () => {
  await start(await freePort());
  browser = await startBrowser({ headless: true });
  page = await browser.context.newPage();
  await page.goto(await browser.own("/console.html"));
});
test.afterAll(async () => {
  await browser.close();
  await worker.stop();
});

test("a wrong address and a wrong code are answered with cause and way out", async () => {
  await field("server").fill("fb.example.invalid");
  await page.getByRole("button", { name: "连接" }).click();
  await expect(page.getByText("http:// 或者 https://").first()).toBeVisible();
  await field("server").fill(worker.url);
  await page.getByRole("button", { name: "连接" }).click();
  await field("code").fill("AAAA-BBBB-CCCC");
  await field("unitName").fill("柳桥派出所");
  await field("account").fill("xuheng");
  await field("name").fill("许衡");
  await field("password").fill(PASSWORD);
  await field("again").fill(PASSWORD);
  await page.getByRole("button", { name: "建立并登录" }).click();
  await expect(page.getByText("首次启动码不对").first()).toBeVisible();
});

test("the printed code makes the administrator; the fingerprint shown is the one the log printed", async () => {
  await field("code").fill(await worker.code());
  await page.getByRole("button", { name: "建立并登录" }).click();
  const shown = page.locator("[data-fingerprint]");
  await shown.waitFor();
  const printed = /规则包公钥指纹 ([0-9a-f ]+)/.exec(worker.output())?.[1]?.trim() ?? "";
  expect(printed).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  expect((await shown.innerText()).replace(/\s+/g, "")).toContain(printed.replace(/\s+/g, ""));
  await page.getByRole("button", { name: "一致，确认并登录" }).click();
  await page.locator(".sidebar").waitFor();
  await expect(page.getByText("许衡").first()).toBeVisible();
});

test("after a restart on the same store the account is known, the code is used up", async () => {
  await worker.stop();
  await start(worker.port);
  const health = (await (await fetch(`${worker.url}/v1/health`)).json()) as { started: boolean };
  expect(health.started).toBe(true);
  expect(worker.output()).not.toContain("首次启动码");
  await page.reload();
  await page.locator(".sidebar").waitFor();
  await page.getByRole("button", { name: "退出" }).click();
  await field("account").fill("xuheng");
  await field("password").fill(PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.locator(".sidebar").waitFor();
});
