// The bureau's unified sign-on in a real browser, over a ledger of SM3 and SM2: in by the provider's own page, no password of ours.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Browser, startBrowser } from "../run/browser.ts";
import { api, makePeople, type People, tokenOf } from "../run/people.ts";
import { freePort, startWorker, type WorkerProcess } from "../run/processes.ts";
import { type SignOnProvider, startSignOnProvider } from "../run/sign-on-provider.ts";
import { askBackground, status, until } from "../run/steps.ts";
import { startTwin, type Twin } from "../twin/server.ts";

const SCREENS = join(import.meta.dirname, "../e2e/screens");
const CASE = "A9901045200002026110187";
const LABEL = "星河市局统一登录";

test.describe.configure({ mode: "serial" });

let provider: SignOnProvider;
let worker: WorkerProcess;
let twin: Twin;
let people: People;
let browser: Browser;
let desk: Page;

test.beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  const port = await freePort();
  provider = await startSignOnProvider(`http://127.0.0.1:${port}/v1/sign-on/back`);
  worker = await startWorker({
    port,
    state: mkdtempSync(join(tmpdir(), "first-button-sign-on-")),
    vars: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT: provider.client,
      OIDC_LABEL: LABEL,
      LEDGER_SUITE: "sm3-sm2",
      APPROVALS: "1",
    },
  });
  people = await makePeople(worker.url, await worker.code());
  twin = await startTwin({ port: 0, gatewaySecret: "unused" });
  browser = await startBrowser({ headless: true });
  desk = await browser.context.newPage();
  await desk.goto(await browser.own("/console.html"));
  await desk.locator('[name="server"]').fill(worker.url);
  await desk.getByRole("button", { name: "连接" }).click();
});
test.afterAll(async () => {
  await browser.close();
  await worker.stop();
  await twin.close();
  await provider.stop();
});

const picture = async (name: string): Promise<void> => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await desk.setViewportSize({ width, height });
    await desk.waitForTimeout(200);
    await desk.screenshot({ path: join(SCREENS, `${name}-${width}.png`) });
  }
};

/** Presses the button; the tab that the provider's page opens in. */
async function toProvider(): Promise<Page> {
  const opened = browser.context.waitForEvent("page");
  await desk.getByRole("button", { name: `用${LABEL}`, exact: true }).click();
  const page = await opened;
  await page.waitForURL(/^http/);
  return page;
}

/** Signs in there as this account and lets the service know of it. */
async function signInThere(page: Page, account: string): Promise<void> {
  await page.locator('[name="login"]').fill(account);
  await page.locator('[name="password"]').fill("known to the provider alone");
  await page.locator('[type="submit"]').click();
  await page.waitForURL(/consent|interaction|sign-on\/back/);
  const agree = page.locator('[type="submit"]');
  if (await agree.isVisible().catch(() => false)) await agree.click();
  await page.waitForURL(`${worker.url}/v1/sign-on/back**`);
}

const codeOn = async (page: Page): Promise<string> =>
  /(?<!\d)\d{6}(?!\d)/.exec(await page.locator("body").innerText())?.[0] ?? "";

test("an officer comes in by the provider's page; the code there binds the session to this browser", async () => {
  await desk.getByRole("button", { name: `用${LABEL}`, exact: true }).waitFor();
  await picture("sign-on");
  const page = await toProvider();
  await desk.getByText("会自动继续").waitFor();
  await signInThere(page, people.officer.account);
  const code = await codeOn(page);
  expect(code).toMatch(/^\d{6}$/);
  await desk.bringToFront();
  await desk.getByLabel("核对码").waitFor();
  await picture("sign-on-code");
  await desk.getByLabel("核对码").fill(code === "000000" ? "000001" : "000000");
  await desk.getByRole("button", { name: "登录", exact: true }).click();
  await desk.getByText("核对码不对").waitFor();
  await desk.getByLabel("核对码").fill(code);
  await desk.getByRole("button", { name: "登录", exact: true }).click();
  // The first sign-in in this browser: the key of the rule packs is confirmed as with a local account.
  await desk.getByRole("button", { name: "一致，确认并登录" }).click();
  await desk.locator(".sidebar").waitFor();
  await expect(desk.getByText(people.officer.name).first()).toBeVisible();
  const leader = await tokenOf(worker.url, people.leader);
  const { size } = await api<{ size: number }>(worker.url, "GET", "/v1/checkpoint", undefined, leader);
  expect(size).toBeGreaterThan(0);
});

test("what the browser sends is receipted under SM2, and the receipts are verified here", async () => {
  await askBackground(desk, "tour-done");
  const host = await browser.context.newPage();
  await host.goto(`${twin.url}/new/#/case/${CASE}/interview/b2`);
  await until("the case is sent", async () => {
    const { receipts, waiting, sent } = await status(desk);
    return sent > 0 && waiting === 0 && receipts >= sent;
  });
  await host.close();
  const leader = await tokenOf(worker.url, people.leader);
  const { checkpoint } = await api<{ checkpoint: string }>(
    worker.url,
    "GET",
    "/v1/checkpoint",
    undefined,
    leader,
  );
  expect(checkpoint).toContain("\nsuite sm3-sm2\n");
});

test("who signed in there before is in at once; a way that is broken off says so, nobody unknown comes in", async () => {
  await desk.bringToFront();
  await desk.getByRole("button", { name: "退出" }).click();
  const page = await toProvider();
  const agree = page.locator('[type="submit"]');
  if (!page.url().startsWith(worker.url) && (await agree.isVisible().catch(() => false))) await agree.click();
  await page.waitForURL(`${worker.url}/v1/sign-on/back**`);
  const code = await codeOn(page);
  await desk.bringToFront();
  await desk.getByLabel("核对码").fill(code);
  await desk.getByRole("button", { name: "登录", exact: true }).click();
  await desk.locator(".sidebar").waitFor();
  await desk.getByRole("button", { name: "退出" }).click();

  await browser.context.clearCookies();
  const cancelled = await toProvider();
  await cancelled.getByText("Cancel").click();
  await cancelled.getByText("没有登录").first().waitFor();
  await desk.bringToFront();
  await desk.getByText("没有完成或者被取消").waitFor();

  await browser.context.clearCookies();
  const stranger = await toProvider();
  await signInThere(stranger, "nobody-here");
  await stranger.getByText("没有登录").first().waitFor();
  await desk.bringToFront();
  await desk.getByRole("button", { name: `用${LABEL}`, exact: true }).waitFor();
  await desk.getByText("统一登录的账号 nobody-here 在本服务没有登记").waitFor();
  await picture("sign-on-refused");
});
