// Templates in the old platform's nested frames: the button stands in the top frame, the text goes into a box three frames below, as typing, and can be taken back.
import { expect, type Frame, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { signInBrowser } from "../run/steps.ts";
import { type Desk, faultsOf, picture, press } from "./panel-desk.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "default" });

const PAGE = "/old/index.jsp?AJBH=A9901045200002025120310&page=xwbl&ID=b1";

interface Heard {
  readonly trusted: boolean;
  readonly type: string;
  readonly kind: string;
}
declare const window: Window & { heard: Heard[] };

let stage: Stage;
let host: Page;
let overlay: Overlay;
let desk: Desk;
let paper: Frame;

/** The paper form: top, work frame, record frame, and the paper within it. */
const paperFrame = async (): Promise<Frame> => {
  await expect.poll(() => host.frames().some((frame) => frame.url().includes("bl_paper"))).toBe(true);
  const frame = host.frames().find((one) => one.url().includes("bl_paper"))!;
  expect(frame.parentFrame()?.parentFrame()?.parentFrame()).toBe(host.mainFrame());
  await frame.locator("textarea").first().waitFor();
  return frame;
};

/** Opens the record afresh with the card of the single officer open. */
const open = async (): Promise<void> => {
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}${PAGE}`);
  paper = await paperFrame();
  await overlay.wait("button", "项");
  await overlay.click("button", "第一粒扣");
  await overlay.wait("[role=tab]", "提醒");
  await overlay.click("button", "展开");
  await overlay.wait(".template", "二名民警重新进行");
};

/** Notes down what a box of the page hears from now on. */
const listen = (css: string): Promise<void> =>
  paper
    .locator(css)
    .first()
    .evaluate((box) => {
      window.heard = [];
      for (const type of ["beforeinput", "input"])
        box.addEventListener(type, (event) =>
          window.heard.push({ trusted: event.isTrusted, type, kind: (event as InputEvent).inputType }),
        );
    });
const heard = (): Promise<Heard[]> => paper.evaluate(() => window.heard);

/** The template as the card shows it. */
const template = async (): Promise<string> => (await overlay.wait(".template p")).text.trim();

test.beforeAll(async () => {
  stage = await raise();
  const own = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  overlay = new Overlay(host);
  const none = async (): Promise<void> => {};
  desk = { stage, own, host, overlay, open: none, panel: none };
});
test.afterAll(() => stage.end());

test("where nobody has been in a box, it goes behind what stands in the record's own text, and is taken back", async () => {
  await open();
  const text = paper.locator("textarea").first();
  const before = await text.inputValue();
  await listen("textarea");
  await press(desk, ".template button", "写入“");
  await overlay.wait(".toast", "已写入");
  expect(await text.inputValue()).toBe(`${before}\n${await template()}`);
  const said = await heard();
  expect(said.filter(({ trusted }) => !trusted)).toEqual([]);
  expect(said.map(({ type, kind }) => `${type} ${kind}`)).toContain("input insertText");
  // What was written is in sight, the first blank selected, so that what is typed next fills it.
  await expect(text).toBeInViewport();
  await picture(desk, "panel-template-frames");
  expect.soft(await faultsOf(desk)).toEqual([]);
  await press(desk, ".template button", "撤销写入");
  await overlay.wait(".toast", "恢复原文");
  expect(await text.inputValue()).toBe(before);
});

test("what is typed next fills the blank; the platform's own undo takes all back, and it can be written again", async () => {
  await open();
  const text = paper.locator("textarea").first();
  const before = await text.inputValue();
  await press(desk, ".template button", "写入“");
  await overlay.wait(".toast", "已写入");
  await host.keyboard.type("星河市");
  expect(await text.inputValue()).toBe(`${before}\n${(await template()).replace(/＿+/, "星河市")}`);
  await press(desk, ".template button", "撤销写入");
  await overlay.wait(".toast", "Ctrl+Z");
  for (let n = 0; n < 6 && (await text.inputValue()) !== before; n += 1)
    await host.keyboard.press("Control+z");
  expect(await text.inputValue()).toBe(before);
  await press(desk, ".template button", "写入“");
  const whole = `${before}\n${await template()}`;
  await expect.poll(() => text.inputValue()).toBe(whole);
  // What the platform would store by its own form.
  const said = await paper.evaluate(() => [...new FormData(document.forms[0]!).values()].map(String));
  expect(said.map((value) => value.replaceAll("\r\n", "\n"))).toContain(whole);
});

test("a box of one line is no place for question and answer, nor one that is too short for it", async () => {
  await open();
  const short = paper.locator("input.Wdate").first();
  const before = await short.inputValue();
  await short.click();
  await press(desk, ".template button", "写入“");
  await overlay.wait(".toast", "已写入");
  expect(await short.inputValue()).toBe(before);
  expect(await paper.locator("textarea").first().inputValue()).toContain(await template());
});

test("of several boxes in a frame it is the one the officer was in last, also when the keys are in the panel by then", async () => {
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/old/index.jsp?JJDBH=990104520000202610090051`);
  await overlay.wait("button", "项");
  const work = host.frameLocator("#workFrame");
  const [brief, done] = [work.locator("textarea").first(), work.locator("textarea").nth(1)];
  await done.waitFor();
  await done.fill("开头结尾");
  for (let n = 0; n < 2; n += 1) await done.press("ArrowLeft");
  await overlay.click("button", "第一粒扣");
  await overlay.wait("[role=tab]", "提醒");
  await overlay.click("button", "展开");
  await overlay.wait(".template");
  await overlay.run("function () { this.querySelector('.template button').focus(); }");
  expect(await done.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(false);
  const text = await brief.inputValue();
  await host.keyboard.press("Enter");
  await overlay.wait(".toast", "已写入");
  expect(await done.inputValue()).toBe(`开头\n${await template()}结尾`);
  expect(await brief.inputValue()).toBe(text);
});
