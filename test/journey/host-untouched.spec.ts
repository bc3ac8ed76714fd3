// The host page stays the host's: one element of ours per document at most, none when paused, typing untouched.
import { chromium, expect, type Frame, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { signInBrowser } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const LAYER = /<first-button\b[^>]*>(?:<\/first-button>)?/g;
/** Numbers that the host's own library makes anew at every load. */
const settle = (html: string): string => html.replace(/\bel-(id|popper-container)-\d+(-\d+)?/g, "el-$1");

/** Where two texts part, with a little of both; "" when they are the same. */
const parting = (a: string, b: string): string => {
  if (a === b) return "";
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `…${a.slice(Math.max(0, at - 60), at + 120)}… against …${b.slice(Math.max(0, at - 60), at + 120)}…`;
};
const FILING = "/new/#/case/A9901045200002026060142/measures";
const OLD = "/old/index.jsp?AJBH=A9901045200002026050063&page=ryqz";

let stage: Stage;

test.beforeAll(async () => {
  stage = await raise();
  await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
});
test.afterAll(() => stage.end());

const serialised = (frame: Frame): Promise<string> =>
  frame.evaluate(() => document.documentElement.outerHTML);

const all = async (page: Page): Promise<Record<string, string>> => {
  const documents: Record<string, string> = {};
  for (const [i, frame] of page.frames().entries())
    documents[`${i} ${new URL(frame.url()).pathname}`] = await serialised(frame);
  return documents;
};

for (const [name, path] of [
  ["new platform", FILING],
  ["old platform with nested frames", OLD],
] as const)
  test(`${name}: the documents differ from those of a browser without the extension by one element each at most`, async () => {
    const plain = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--headless=new",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    });
    const without = await plain.newPage({
      viewport: { width: 1280, height: 800 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
    });
    await without.goto(`${stage.twin.url}${path}`);
    await without.waitForTimeout(2500);
    const bare = await all(without);
    await plain.close();

    const page = await stage.browser.context.newPage();
    await page.goto(`${stage.twin.url}${path}`);
    const overlay = new Overlay(page);
    await overlay.wait("button");
    await page.waitForTimeout(2500);
    const drawn = await all(page);
    expect(Object.keys(drawn)).toEqual(Object.keys(bare));
    let ours = 0;
    for (const [key, html] of Object.entries(drawn)) {
      const layers = html.match(LAYER)?.length ?? 0;
      expect(layers, `${key}: at most one element of ours`).toBeLessThanOrEqual(1);
      ours += layers;
      expect(parting(settle(html.replace(LAYER, "")), settle(bare[key] ?? "")), key).toBe("");
    }
    expect(ours).toBeGreaterThan(0);

    await overlay.click("button");
    await overlay.wait("[role=tab]");
    await overlay.click("button", "暂停");
    await overlay.click("form input:not(.unseen)");
    await page.keyboard.type("查询旧案，暂不需要提示");
    await overlay.click("form button[type=submit]");
    await overlay.click("button", "收起");
    await expect.poll(() => overlay.layers(), { timeout: 10_000 }).toEqual({ top: 0, frames: 0 });
    for (const [key, html] of Object.entries(await all(page)))
      expect(parting(settle(html), settle(bare[key] ?? "")), `${key} paused`).toBe("");
    await page.close();
  });

test("text typed with an input method arrives as typed, the caret where the host put it, the focus untouched", async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.twin.url}/new/#/case/A9901045200002026110187/interview/b2`);
  const overlay = new Overlay(page);
  await overlay.wait("button");
  const area = page.locator("textarea").last();
  await area.click();
  await area.fill("");
  const cdp = await page.context().newCDPSession(page);
  const words: readonly (readonly [string, string])[] = [
    ["n", "你"],
    ["ni'h", "你好"],
    ["wen'hua", "问话"],
    ["ji'lu", "记录"],
  ];
  let typed = "";
  for (const [pinyin, word] of Array.from({ length: 12 }, (_, i) => words[i % words.length]!)) {
    for (let n = 1; n <= pinyin.length; n += 1)
      await cdp.send("Input.imeSetComposition", {
        text: pinyin.slice(0, n),
        selectionStart: n,
        selectionEnd: n,
      });
    await cdp.send("Input.insertText", { text: word });
    typed += word;
  }
  const after = await area.evaluate((e: HTMLTextAreaElement) => ({
    value: e.value,
    caret: e.selectionStart,
    focused: document.activeElement === e,
  }));
  expect(after).toEqual({ value: typed, caret: typed.length, focused: true });
  await page.close();
});
