// The page of reminders and health as a leader sees it, with leave cover and settings used: photographed at two sizes, usable by axe's account.
import { expect, type Page, test } from "@playwright/test";
import { api, tokenOf } from "../run/people.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { faultsOf, pictureOf } from "./console-look.ts";
import { raise, type Stage } from "./stage.ts";

let stage: Stage;
let leader: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  stage = await raise();
  const desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  const host = await stage.browser.context.newPage();
  for (const page of ["measures", "interview/b2", "property"]) {
    await host.goto("about:blank");
    await host.goto(`${stage.twin.url}/new/#/case/A9901045200002026110187/${page}`);
    await until(`${page} is judged`, async () => (await status(desk)).cases.length > 0);
    await host.waitForTimeout(1200);
  }
  await until("everything sent", async () => (await status(desk)).waiting === 0);
  const other = await stage.another();
  leader = await signInBrowser(other, stage.worker.url, stage.people.leader);
  await leader.goto(`${await other.own("/console.html")}#/health`);
});
test.afterAll(() => stage.end());

const picture = async (name: string): Promise<void> => {
  expect(await pictureOf(leader, name), `${name} is wider than the window`).toEqual([]);
  expect(await faultsOf(leader), name).toEqual([]);
};

test("a leader says who covers for whom, and how the unit reminds", async () => {
  await leader.getByLabel("谁请假").selectOption({ label: stage.people.officer.name });
  await leader.getByLabel("代办人").selectOption({ label: stage.people.legal.name });
  await leader.locator("input[name=since]").fill("2026-01-05 08:30");
  await leader.locator("input[name=until]").fill("2099-01-09 18:00");
  await leader.getByRole("button", { name: "登记", exact: true }).click();
  await expect(
    leader.getByText(`${stage.people.officer.name}，由${stage.people.legal.name}代办`),
  ).toBeVisible();
  await leader.locator("input[name=grace-0]").fill("1.5");
  await leader.getByRole("button", { name: "保存", exact: true }).click();
  await expect(leader.getByText("提醒设置已保存")).toBeVisible();
  const token = await tokenOf(stage.worker.url, stage.people.leader);
  const { reminding } = await api<{ reminding: { grace: number[] } }>(
    stage.worker.url,
    "GET",
    "/v1/reminding",
    undefined,
    token,
  );
  expect(reminding.grace).toEqual([90, 240, 1440]);
});

test("reminders, units, queues and devices stand on one page", async () => {
  await leader.reload();
  await expect(leader.getByRole("heading", { name: "单位运行情况" })).toBeVisible();
  await expect(leader.getByText(/第 1 版，\d+ 件全部完成/)).toBeVisible();
  await expect(leader.getByText(/^第 1 版 [12] 台$/)).toBeVisible();
  await expect(leader.locator("tbody tr").first()).toBeVisible();
  await picture("health-leader");
});
