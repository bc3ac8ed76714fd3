// What an officer does in the panel on the real page: a template written and taken back, a submit held and let through, an exception that holds until a fact changes.
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { until } from "../run/steps.ts";
import { stamp } from "./case-pages.ts";
import { type Desk, faultsOf, formItem, picture, press, raiseDesk, SCREENS } from "./panel-desk.ts";

test.describe.configure({ mode: "serial" });

interface Heard {
  readonly trusted: boolean;
  readonly type: string;
}
declare const window: Window & { heard: Heard[] };

let desk: Desk;
/** Requests by which the platform stores what was submitted. */
let stored = 0;

test.beforeAll(async () => {
  desk = await raiseDesk();
  desk.host.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/new/api/")) stored += 1;
  });
});
test.afterAll(() => desk.stage.end());

/** Presses the platform's own submit button with the mouse, whatever lies over it. */
const submit = async (): Promise<void> => {
  const box = await desk.host.getByRole("button", { name: "提交审核" }).boundingBox();
  if (box === null) throw new Error("the platform shows no submit button");
  await desk.host.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};

test("a template is written into the platform's text box by a click, as typing, and taken back by another", async () => {
  const { host, overlay } = desk;
  await desk.panel("interview/b2");
  const text = host.locator("textarea").first();
  const before = await text.inputValue();
  await text.evaluate((box) => {
    window.heard = [];
    for (const type of ["beforeinput", "input"])
      box.addEventListener(type, (event) => window.heard.push({ trusted: event.isTrusted, type }));
  });
  await overlay.click("button", "展开");
  await overlay.wait(".template", "二名民警重新进行");
  expect(await text.inputValue()).toBe(before);
  await press(desk, ".template button", "写入“");
  await overlay.wait(".toast", "已写入");
  expect(await text.inputValue()).toBe(`${before}\n${(await written()).trim()}`);
  expect(await host.evaluate(() => window.heard.filter(({ trusted }) => !trusted))).toEqual([]);
  expect(await host.evaluate(() => window.heard.map(({ type }) => type))).toContain("input");
  // The first blank is selected, so that what is typed next fills it.
  const chosen = await text.evaluate((box: HTMLTextAreaElement) =>
    box.value.slice(box.selectionStart, box.selectionEnd),
  );
  expect(chosen).toBe("＿＿");
  await picture(desk, "panel-template");
  await press(desk, ".template button", "撤销写入");
  await overlay.wait(".toast", "恢复原文");
  expect(await text.inputValue()).toBe(before);
});

/** The template as the card shows it. */
const written = async (): Promise<string> => (await desk.overlay.wait(".template p")).text;

test("the clause is copied, though nobody can select it", async () => {
  const { host, overlay } = desk;
  await host.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(desk, "button", "复制依据");
  await overlay.wait(".toast", "已复制");
  expect(await host.evaluate(() => navigator.clipboard.readText())).toContain("《刑事诉讼法》第118条");
  await overlay.click(".head button", "收起");
});

test("a submit is asked about at its button; after the reason the officer's own click stores once", async () => {
  const { overlay } = desk;
  await desk.open("interview/b2");
  await overlay.wait(".shield");
  await submit();
  await overlay.wait(".gate", "询问讯问人员中民警不足二人");
  await overlay.click(".gate .chip", "稍后补登");
  await overlay.wait(".gate .expiry", "今天 24:00");
  await picture(desk, "panel-gate");
  expect.soft(await faultsOf(desk)).toEqual([]);
  expect(stored).toBe(0);
  await overlay.click(".gate button", "继续提交");
  await overlay.gone(".gate");
  await overlay.gone(".shield");
  expect(stored).toBe(0);
  await submit();
  await until("stored", async () => stored === 1);
});

test("the same facts are silent after a reload; a changed fact asks once more, by key as by mouse", async () => {
  const { host, overlay } = desk;
  await desk.open("interview/b2");
  await overlay.wait(".marker", "违反");
  await host.waitForTimeout(1500);
  await submit();
  await until("stored again", async () => stored === 2);
  expect(await overlay.see(".gate")).toEqual([]);

  const askers = host.locator(".el-form-item", { hasText: "讯问人员" }).first();
  await askers.locator(".el-tag__close").last().click();
  await overlay.wait(".shield");
  const button = host.getByRole("button", { name: "提交审核" });
  await button.focus();
  await host.keyboard.press("Enter");
  await overlay.wait(".gate", "民警不足二人");
  expect(stored).toBe(2);
  // Who came by a key is led into the question and back to the button.
  await host.keyboard.press("Escape");
  await overlay.gone(".gate");
  expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(stored).toBe(2);
});

test("what the officer puts right on the page is seen to be so in the panel, then leaves the list", async () => {
  const { host, overlay } = desk;
  await desk.panel("interview/b2");
  await overlay.wait(".card", "民警不足二人");
  const field = host.locator(".el-form-item", { hasText: "讯问人员" }).first();
  await field.locator(".el-select").click();
  await host.locator(".el-select-dropdown__item:visible", { hasText: "周岩" }).click();
  await overlay.wait(".card.fixed", "已改好");
  await host.screenshot({ path: join(SCREENS, "panel-fixed-1280.png") });
  await overlay.gone(".card.fixed");
  expect(await overlay.see(".card", "民警不足二人")).toEqual([]);
  await host.keyboard.press("Escape");
});

test("a duty is ticked with its evidence; who and when stand beside it, also after a reload", async () => {
  const { host, overlay } = desk;
  await desk.panel("interview/b2");
  await overlay.click("[role=tab]", "清单");
  await press(desk, ".item.open button", "确认");
  await overlay.click(".item input");
  await host.keyboard.type("安检登记 1 份");
  await press(desk, ".item form button", "确认");
  const ticked = /陈立.*确认 \d\d:\d\d · 凭证：安检登记 1 份/;
  expect((await overlay.wait(".item.ticked", "安检登记")).text).toMatch(ticked);
  await picture(desk, "panel-ticked");
  await desk.panel("interview/b2");
  await overlay.click("[role=tab]", "清单");
  expect((await overlay.wait(".item.ticked", "安检登记")).text).toMatch(ticked);
});

test("paused with a reason nothing is drawn; it says until when and is ended by a click", async () => {
  const { host, overlay } = desk;
  await desk.panel("interview/b2");
  await overlay.click("button", "暂停");
  await overlay.wait("legend", "暂停多久");
  const [go] = await overlay.see(".menu .primary", "暂停");
  expect(go).toBeDefined();
  await overlay.click(".menu .chip", "30 分钟");
  await overlay.click(".menu input:not([type=radio])");
  await host.keyboard.type("正在演示平台操作");
  await overlay.click(".menu .primary", "暂停");
  await overlay.wait(".blank", "自动恢复");
  expect(await overlay.see(".marker")).toEqual([]);
  await picture(desk, "panel-paused");
  expect.soft(await faultsOf(desk)).toEqual([]);
  await overlay.click("button", "现在恢复");
  await overlay.wait(".marker", "违反");
});

/** What stands in the platform's form of a call, minutes before now where it is a time. */
const CALL: readonly (readonly [label: string, value: string | number])[] = [
  ["接警时间", 60],
  ["接警人", "许清"],
  ["报警方式", "110报警"],
  ["报警人", "范某"],
  ["报警电话", "19900000342"],
  ["警情类别", "殴打他人"],
  ["报警内容", "报警人称被邻居打了两拳"],
  ["是否属于公安机关职责范围", "是"],
  ["是否紧急警情", "是"],
  ["是否不配合且无具体内容", "否"],
  ["是否重复报案", "否"],
  ["报案人不到公安机关", "是"],
  ["是否要求保密", "否"],
  ["接报案登记时间", 10],
  ["出警时间", 58],
  ["到场时间", 50],
  ["核定类别", "殴打他人"],
  ["处警经过", "到场后将双方分开，带回所内询问"],
  ["处警结果", "受案调查"],
  ["处警结束时间", 20],
  ["反馈时间", 15],
  ["是否受案", "是"],
];

test("the empty form of a call ticks its list from nothing to nine of nine as it is filled in, with no click in the panel", async () => {
  const { host, overlay, stage } = desk;
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/incidents`);
  await host.getByRole("button", { name: "接警登记" }).click();
  await host.waitForURL(/incident\/\d+/);
  const caption = async (): Promise<string> => {
    await overlay.wait("button", "第一粒扣");
    if ((await overlay.see("[role=tab]")).length === 0) await overlay.click("button", "第一粒扣");
    if ((await overlay.see('[role=tab][aria-selected="true"]', "清单")).length === 0)
      await overlay.click("[role=tab]", "清单");
    return (await overlay.wait(".caption", "核对")).text;
  };
  await expect.poll(caption).toMatch(/自动核对\s0\/1\d，本人确认\s0\/4/);
  await picture(desk, "panel-ticks-nothing");
  await overlay.click(".head button", "收起");
  for (const [label, value] of CALL) {
    const item = formItem(desk, label);
    const text = typeof value === "string" ? value : stamp(Date.now() - value * 60_000);
    const radio = item.locator(".el-radio", { hasText: text });
    if ((await radio.count()) > 0) await radio.click();
    else if ((await item.locator(".el-select").count()) > 0) {
      await item.locator(".el-select").click();
      await host.locator(".el-select-dropdown__item:visible", { hasText: new RegExp(`^${text}$`) }).click();
    } else {
      await item.locator("input, textarea").fill(text);
      if (typeof value === "number") await item.locator("input").press("Enter");
    }
  }
  await expect.poll(caption).toMatch(/^自动核对\s9\/9，本人确认\s0\/4$/);
  expect(await overlay.see(".item.breached, .item.due, .item.unknown, .item.later")).toEqual([]);
  await picture(desk, "panel-ticks-itself");
});
