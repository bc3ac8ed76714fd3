// The walk through the console: the way in, then every page of administrator, legal officer and officer.
import type { Page } from "playwright-core";
import type { Account, People } from "../../run/people.ts";

interface Walk {
  readonly page: Page;
  /** Address of the console. */
  readonly address: string;
  /** Address of the worker. */
  readonly server: string;
  readonly code: string;
  readonly shoot: (name: string) => Promise<void>;
  /** Makes people and cases once the first page has been seen. */
  readonly fill: () => Promise<People>;
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

async function signIn(page: Page, { account, password }: Account): Promise<void> {
  await field(page, "account").fill(account);
  await field(page, "password").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

async function open(page: Page, hash: string, settled: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator(settled).first().waitFor({ timeout: 15_000 });
  await page.waitForTimeout(700);
}

export async function walk({ page, address, server, code, shoot, fill }: Walk): Promise<void> {
  await page.goto(address);
  await field(page, "server").waitFor();
  await shoot("01-server");
  await field(page, "server").fill(server);
  await page.getByRole("button", { name: "连接" }).click();
  await field(page, "code").waitFor();
  await field(page, "code").fill(code);
  await page.getByRole("button", { name: "建立并登录" }).click();
  await shoot("02-first-admin");

  const people = await fill();
  await page.reload();
  await field(page, "account").waitFor();
  await field(page, "account").fill("xuheng");
  await field(page, "password").fill("wrong password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.locator(".problem").waitFor();
  await shoot("03-sign-in");
  await signIn(page, people.admin);
  await page.locator("[data-fingerprint]").waitFor();
  await shoot("04-confirm-key");
  await page.getByRole("button", { name: "一致，确认并登录" }).click();
  await page.locator(".sidebar").waitFor();

  await open(page, "#/rules/bail-overrun", ".sample-card");
  await page.locator(".examples .pass").first().waitFor({ timeout: 15_000 });
  await shoot("10-rule");
  await page.locator(".working").scrollIntoViewIfNeeded();
  await shoot("10-rule-preview");
  await page.locator(".sentence input.amount").first().fill("11");
  await page
    .getByLabel("怎么办（先写动作，每句 40 字内）")
    .fill("今天解除或者依法变更强制措施，并送达本人和执行机关。");
  await page.waitForTimeout(1500);
  await shoot("11-rule-changed");
  await open(page, "#/checklists/interview", ".items li");
  await shoot("12-checklist");
  await field(page, "say").fill("问明有无疾病、外伤");
  await field(page, "how").fill("逐项问，记入笔录，有伤情的拍照");
  await page.getByRole("button", { name: "加一项" }).click();
  await open(page, "#/publish", ".diff");
  await page.waitForTimeout(800);
  await shoot("13-publish");
  await open(page, "#/rules/bail-overrun", ".sample-card");
  await page.getByRole("button", { name: "撤回修改" }).click();
  await open(page, "#/publish", ".diff");
  await field(page, "reason").fill("首次讯问增加健康状况确认");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.locator(".result").waitFor({ timeout: 20_000 });
  await shoot("14-published");
  await open(page, "#/people", ".table");
  await shoot("15-people");
  await open(page, "#/health", ".pairs");
  await shoot("16-health");
  await page.getByRole("button", { name: "退出" }).click();

  await field(page, "account").waitFor();
  await signIn(page, people.legal);
  await page.locator(".sidebar").waitFor();
  await open(page, "#/cases", ".cases tbody tr");
  await shoot("20-cases");
  await page.locator(".row-link").first().click();
  await page.locator(".findings").first().waitFor();
  await page.waitForTimeout(700);
  await shoot("21-case");
  await open(page, `#/cases/${encodeURIComponent("警综平台:A9901042026110187")}`, ".other-acts");
  await shoot("26-two-places");
  await page.goBack();
  await page.locator(".findings").first().waitFor();
  await page.getByRole("tab", { name: /台账与凭证/ }).click();
  await page.locator(".proofs").waitFor();
  await shoot("22-ledger");
  await page.getByRole("tab", { name: /批注/ }).click();
  await page.locator(".note").first().waitFor();
  await page.locator(".note").first().getByRole("button", { name: "办结" }).click();
  await shoot("23-case-notes");
  await page.locator(".note").first().locator("textarea").fill("已核对保管室登记，属实。");
  await page.locator(".note").first().getByRole("button", { name: "办结" }).click();
  await page.locator(".note.closed").waitFor();
  await page.getByRole("tab", { name: /台账与凭证/ }).click();
  await page.getByText("只增未改").waitFor();
  await shoot("25-ledger-grown");
  await open(page, "#/notes", ".note");
  await shoot("24-notes");
  await page.getByRole("button", { name: "退出" }).click();
  await field(page, "account").waitFor();
  await signIn(page, people.officer);
  await page.locator(".sidebar").waitFor();
  await open(page, "#/cases", ".cases tbody tr");
  await shoot("30-officer");
}
