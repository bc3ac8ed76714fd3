// The story of another system: connected by an administrator, tried from the page, pushing signed calls, a table beside it, the day's list.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { intakeSignature } from "../../shared/intake/sign.ts";
import { signInBrowser } from "../run/steps.ts";
import { faultsOf } from "./console-look.ts";
import { raise, type Stage } from "./stage.ts";

const SCREENS = join(import.meta.dirname, "../e2e/screens");
const MINUTE = 60_000;

let stage: Stage;
let admin: Page;
let key = "";
let path = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  stage = await raise();
  admin = await signInBrowser(stage.browser, stage.worker.url, stage.people.admin);
  await admin.goto(`${await stage.browser.own("/console.html")}#/intake`);
  await admin.reload();
});
test.afterAll(() => stage.end());

const picture = async (name: string): Promise<void> => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await admin.setViewportSize({ width, height });
    await admin.waitForTimeout(250);
    await admin.screenshot({ path: join(SCREENS, `${name}-${width}.png`), fullPage: true });
  }
  expect(await faultsOf(admin)).toEqual([]);
};

/** What the call centre pushes: signed with the key that was handed over, to the address that was handed over. */
async function push(events: readonly object[]): Promise<{ status: number; body: Record<string, unknown> }> {
  const text = JSON.stringify({ events });
  const timestamp = String(Date.now());
  const reply = await fetch(`${stage.worker.url}${path}`, {
    method: "POST",
    headers: { "x-timestamp": timestamp, "x-signature": intakeSignature(key, timestamp, text) },
    body: text,
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

const incident = (n: number, more: object): object => ({
  id: `call-${n}`,
  at: new Date().toISOString(),
  number: `J990104520000202611${String(n).padStart(4, "0")}`,
  receivedAt: new Date(Date.now() - n * MINUTE).toISOString(),
  reportWay: "110指令",
  callKind: "盗窃",
  disposalKind: "盗窃",
  disposal: "其他",
  caseNumber: null,
  ...more,
});

test("an administrator connects the call centre and is shown its key once", async () => {
  await admin.getByRole("tab", { name: "接入" }).click();
  await admin.getByText("还没有接入").waitFor();
  await admin.getByRole("button", { name: "新建接入" }).click();
  await admin.getByLabel("名称", { exact: true }).fill("星河市局110平台");
  await picture("intake-new");
  await admin.getByRole("button", { name: "新建并显示密钥" }).click();
  await admin.getByText("星河市局110平台的密钥").waitFor();
  const told = await admin.locator(".intake-code").allTextContents();
  key = told[0] ?? "";
  path = /\/v1\/intake\/\S+/.exec(told[1] ?? "")?.[0] ?? "";
  expect([key.length, path.startsWith("/v1/intake/s")]).toEqual([64, true]);
  await picture("intake-key");
  await admin.getByRole("button", { name: "已交给对方" }).click();
  await expect(admin.getByText(key)).toHaveCount(0);
});

test("the connection is tried from the page: wrong key, good key, the same event again", async () => {
  await admin.getByRole("tab", { name: "试发" }).click();
  await admin.getByLabel("密钥").fill("ab".repeat(32));
  await admin.getByRole("button", { name: "签名并发送" }).click();
  await admin.getByText("签名不符").first().waitFor();
  await admin.getByLabel("密钥").fill(key);
  await admin.getByRole("button", { name: "签名并发送" }).click();
  await admin.getByText("收下 1 条").waitFor();
  await picture("intake-attempt");
  await admin.getByRole("button", { name: "签名并发送" }).click();
  await admin.getByText("这个事件编号以前收过").waitFor();
});

test("calls that are pushed stand in the day's list, by channel, without a case first", async () => {
  const sent = await push([
    incident(1, {}),
    incident(2, { reportWay: "上门报案", disposalKind: "纠纷", disposal: "当场调解", reporter: "韩某某" }),
    incident(3, {
      reportWay: "电话报警",
      disposalKind: "诈骗",
      disposal: "受案",
      caseNumber: "A9901045200002026110187",
    }),
    incident(4, { callKind: "殴打他人", disposalKind: "殴打他人" }),
  ]);
  expect([sent.status, sent.body["taken"], sent.body["dropped"]]).toEqual([200, 4, { 报警人: 1 }]);
  expect((await push([incident(1, {}), { id: "x" }])).status).toBe(422);
  await admin.getByRole("tab", { name: "警案对账" }).click();
  await admin.getByRole("link", { name: "J9901045200002026110001" }).waitFor();
  await expect(admin.locator(".channels")).toContainText("来所报警");
  await admin.getByRole("button", { name: /^全部/ }).click();
  await admin.getByRole("link", { name: "J9901045200002026110002" }).waitFor();
  await picture("intake-day");
  await admin.getByRole("tab", { name: "接入" }).click();
  await admin.getByText("最近收到的批次").waitFor();
  await picture("intake-sources");
});

test("a table is checked row by row, and brought in once it is right", async () => {
  await admin.getByRole("tab", { name: "从表格导入" }).click();
  const give = (text: string) =>
    admin.locator('input[type="file"]').setInputFiles({
      name: "警情.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
  await give(
    "接警单编号,报警人,接警时间,报警方式\nJ9901,韩某某,昨天上午吧,电话报警\nJ9902,李某某,2026-11-02 08:30,敲门\n",
  );
  await admin.getByText("2 行不对").waitFor();
  await expect(admin.getByText("不上传的列：报警人")).toBeVisible();
  await picture("intake-table");
  await give(
    "接警单编号,接警时间,报警方式\nJ9901,2026-11-02 08:10,电话报警\nJ9902,2026-11-02 08:30,上门报案\n",
  );
  await admin.getByRole("button", { name: "导入 2 行" }).click();
  await admin.getByText("已导入 2 行").waitFor();
});
