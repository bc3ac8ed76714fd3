// The county's story: its administrator publishes in the studio, the open page of its station judges by it within seconds, the neighbour's does not.
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { type Account, api, makeMember, tokenOf } from "../run/people.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const CASE = "A9901045200002026110187";
const RULE = "summons-overrun";
const DUE = "传唤拘传还没有结束";
const TITLE = "传唤拘传超过十一个半小时";
const REASON = "县局规定提前半小时结束";

interface Placed extends Account {
  readonly unit: string;
}
const person = (account: string, name: string, unit: string, ...roles: string[]): Placed => ({
  account,
  name,
  password: "correct horse 7a",
  roles,
  unit,
});
const county = person("guanmou", "管某某", "east", "admin");
const station = person("hanmou", "韩某某", "cg", "officer");
const neighbour = person("limou", "李某某", "west", "officer");

let stage: Stage;
let near: Page;
let far: Page;
let studio: Page;
let overlay: Overlay;

/** Opens the case's measures in a browser that is signed in, and answers that page. */
async function openCase(browser: Browser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${stage.twin.url}/new/#/case/${CASE}/measures`);
  return page;
}
/** Minutes that the summons may last, as this browser judges; undefined while it does not run there. */
async function minutes(desk: Page): Promise<number | undefined> {
  const found = (await findingsOf(desk, CASE)).find(
    ({ rule, verdict }) => rule === RULE && verdict === "due",
  );
  return found?.due === undefined || found.from === undefined ? undefined : (found.due - found.from) / 60_000;
}

test.beforeAll(async () => {
  stage = await raise();
  const { url } = stage.worker;
  const token = await tokenOf(url, stage.people.admin);
  for (const [id, name, parent, level] of [
    ["east", "云岭县公安局", "root", "county"],
    ["west", "清河县公安局", "root", "county"],
    ["cg", "城关派出所", "east", "station"],
  ] as const)
    await api(url, "POST", "/v1/units", { id, name, parent, level }, token);
  for (const one of [county, station, neighbour]) await makeMember(url, token, one);
  near = await signInBrowser(stage.browser, url, station);
  overlay = new Overlay(await openCase(stage.browser));
  const second = await stage.another();
  far = await signInBrowser(second, url, neighbour);
  await openCase(second);
  await overlay.wait("button");
});
test.afterAll(() => stage.end());

test("before, both counties judge by the nation's rule", async () => {
  for (const desk of [near, far])
    await until("the summons runs", async () => (await minutes(desk)) === 720, 15_000);
});

test("the county's administrator is told at once that a red line would be loosened", async () => {
  const third = await stage.another();
  studio = await signInBrowser(third, stage.worker.url, county);
  await studio.goto(`${await third.own("/console.html")}#/rules/${RULE}`);
  await studio.reload();
  await studio.getByLabel("期限数目").fill("23");
  await expect(studio.getByText("这是红线规则，下级不能放宽")).toBeVisible({ timeout: 15_000 });
});

test("a shorter limit, published, reaches the open page below within seconds, and not the neighbour's", async () => {
  await studio.getByLabel("期限数目").fill("690");
  await studio.getByLabel("期限单位").selectOption("minutes");
  await studio.getByLabel(/^名称/).fill(TITLE);
  await expect(studio.getByText("例子全部通过")).toBeVisible({ timeout: 15_000 });
  await studio.getByRole("button", { name: "看改动与发布" }).click();
  await studio.locator("textarea, input[type=text]").last().fill(REASON);
  const published = Date.now();
  await studio.getByRole("button", { name: /^发布/ }).last().click();
  await until("the open page judges by it", async () => (await minutes(near)) === 690, 15_000);
  expect(Date.now() - published).toBeLessThan(15_000);
  expect((await status(near)).pack.revision).toBe(2);
  expect((await status(far)).pack.revision).toBe(1);
  expect(await minutes(far)).toBe(720);
});

test("the card says which unit made it so, and why", async () => {
  await overlay.click("button");
  await overlay.wait(".card", DUE);
  const { key } = (await findingsOf(near, CASE)).find(
    ({ rule, verdict }) => rule === RULE && verdict === "due",
  )!;
  const card = `[data-card="${key}"]`;
  // The panel may have come up with this card open.
  await overlay.wait(card);
  if ((await overlay.see(`${card}.open`)).length === 0) await overlay.click(`${card} .card-foot .tool`);
  await overlay.wait(".part", "县级 云岭县公安局：期限 12 小时 → 690 分钟");
  await overlay.wait(".part", REASON);
});
