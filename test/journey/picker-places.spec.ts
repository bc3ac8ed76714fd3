// Pointing at what has no label, at what lies in a component, and at a frame of another origin.
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { askBackground, signInBrowser, until } from "../run/steps.ts";
import { faultsOf, pictureOf } from "./console-look.ts";
import { factsOf } from "./picker-facts.ts";
import { pictures } from "./picker-look.ts";
import { raise, type Stage } from "./stage.ts";
import { FIRST, type OddHost, openOddHost, SECOND } from "./unseen/odd-host.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let stage: Stage;
let odd: OddHost;
let desk: Page;
let host: Page;
let overlay: Overlay;

test.beforeAll(async () => {
  stage = await raise();
  odd = await openOddHost();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.admin);
  host = await stage.browser.context.newPage();
  await host.goto(odd.url);
  overlay = new Overlay(host);
});
test.afterAll(async () => {
  await stage.end();
  await odd.close();
});

const pointAt = async (selector: string): Promise<void> => {
  const place = await host.locator(selector).boundingBox();
  if (place === null) throw new Error(`no place for ${selector}`);
  await host.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
};
const numberIs = (number: string): Promise<unknown> =>
  until("the number is read", async () => (await factsOf(desk, odd.url)).includes(`case.number=${number}`));

test("a value without a label is read at its place, and follows the page to another case", async () => {
  await overlay.wait("button");
  await overlay.click("button");
  await overlay.click(".tool", "更多");
  await overlay.click("[role=menuitem]", "指认字段");
  await overlay.wait(".pick-list");
  expect((await factsOf(desk, odd.url)).some((fact) => fact.startsWith("case.number"))).toBe(false);
  await pointAt(".bar .no");
  await overlay.wait(".pick-card .pick-choice input");
  await host.keyboard.type("案件编号");
  await overlay.wait(".pick-count", "找到");
  await pictures(host, "picker-place");
  await overlay.click('.pick-fields [data-field="case.number"] b');
  await overlay.gone(".pick-card");
  await numberIs(FIRST);
  await host.evaluate((number) => {
    document.querySelector(".no")!.textContent = number;
  }, SECOND);
  await numberIs(SECOND);
});

test("the draft is kept with the page, and the console reads the value at its place again", async () => {
  await overlay.click(".pick-list .primary", "存为草稿");
  await overlay.wait(".pick-notice", "已存为草稿");
  const [draft] = await askBackground<
    readonly { tests: readonly { html: string; facts: readonly string[] }[] }[]
  >(desk, "profile-drafts");
  expect(draft?.tests[0]?.html).not.toContain(SECOND);
  expect(draft?.tests[0]?.facts).toContainEqual(expect.stringMatching(/^case\.number=known:[A-Z]\d{22}$/));
  await desk.goto(`${await stage.browser.own("/console.html")}#/profiles`);
  await desk.reload();
  await expect(desk.getByText(`${draft!.tests[0]!.facts.length} 个字段都读得对`)).toBeVisible();
});

test("what lies in a component is captured with it", async () => {
  const [draft] = await askBackground<readonly { tests: readonly { html: string }[] }[]>(
    desk,
    "profile-drafts",
  );
  expect(draft?.tests[0]?.html).toMatch(/<x-card><template shadowrootmode="open">[\s\S]*批准人/);
  expect(draft?.tests[0]?.html).not.toContain("何川");
});

test("the captured pages go to another administrator as a file, who runs them; anything else is refused in words", async () => {
  const download = desk.waitForEvent("download");
  await desk.getByRole("button", { name: "导出样页" }).click();
  const path = await (await download).path();
  await desk.getByRole("button", { name: "删样页" }).click();
  await expect(desk.getByText("没有样页")).toBeVisible();
  const input = desk.locator("input[aria-label=导入样页]");
  await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(desk.getByText("这个文件不是样页")).toBeVisible();
  await pictureOf(desk, "profiles-refused");
  await input.setInputFiles(path);
  await expect(desk.getByText(/个字段都读得对/)).toBeVisible();
  expect(await pictureOf(desk, "profiles-pages")).toEqual([]);
  expect(await faultsOf(desk)).toEqual([]);
});

test("a frame of another origin is opened by itself and pointed at there", async () => {
  await pointAt("iframe");
  await overlay.wait(".pick-notice", "这个框架里是另一个网站");
  await pictures(host, "picker-other-origin");
  const opened = stage.browser.context.waitForEvent("page");
  await overlay.click(".pick-notice .second", "单独打开");
  const alone = await opened;
  await expect(alone).toHaveURL(odd.frame);
  const there = new Overlay(alone);
  await there.wait("button");
  await there.click("button");
  await there.click(".tool", "更多");
  await there.click("[role=menuitem]", "指认字段");
  await there.wait(".pick-rows", "财物名称");
});
