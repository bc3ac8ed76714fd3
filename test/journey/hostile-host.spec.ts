// Host pages that hide, remove, cover or feed code to our element: it stays, shows text as text, and gives way where it must.
import { expect, test } from "@playwright/test";
import { type House, openHouse } from "./hostile-page.ts";

/** What hostile pages keep on their window. */
interface Kept {
  readonly hit?: unknown;
  readonly removed: number;
  readonly seen: number[];
  readonly sent: number;
  readonly keys: string[];
  readonly reached: string[];
  readonly rebuild: () => void;
  readonly discard: () => void;
}
declare const window: Window & Kept;

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});
test.afterAll(() => house.end());

/** What the page itself finds at a point. */
const AT = ([x = 0, y = 0]: readonly number[]): string | undefined =>
  document.elementFromPoint(x, y)?.localName;

/** Whether our element is there at once after what the page has done to its dialog, before anything is read anew. */
const BACK_AFTER = async (act: string): Promise<boolean> => {
  window[act as "rebuild" | "discard"]();
  await new Promise(requestAnimationFrame);
  return document.querySelector("first-button") !== null;
};

test("values that carry code are shown as text; nothing runs, nothing is fetched", async () => {
  const { page, overlay, number, noise } = await house.visit("values");
  expect((await house.judged(number)).why).toContain("登记 2 人");
  await overlay.click(".edge", "1 项违反");
  await overlay.click("button", "展开");
  await overlay.wait(".panel", '<img src="/hit/image" onerror="globalThis.hit=1;alert(1)">');
  await overlay.wait(".panel", '<script>globalThis.hit=1;alert(1);fetch("/hit/script")</script>');
  await overlay.wait(".card", "郑浩（辅警）");
  await overlay.click("[role=tab]", "清单");
  await overlay.click("[role=tab]", "时限");
  await page.waitForTimeout(500);
  expect(await overlay.see("img, script, iframe, object, embed, a[href^='javascript:'], [onerror]")).toEqual(
    [],
  );
  expect(noise).toEqual([]);
  expect(house.hits).toEqual([]);
  expect(await page.evaluate(() => window.hit)).toBeUndefined();
  const cdp = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  cdp.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context.id));
  await cdp.send("Runtime.enable");
  expect(worlds.length).toBeGreaterThan(1);
  for (const contextId of worlds) {
    const { result } = await cdp.send("Runtime.evaluate", { contextId, expression: "typeof globalThis.hit" });
    expect(result.value).toBe("undefined");
  }
  await page.close();
});

test("no style sheet and no cover of the page hides the button; its own backdrop hides nothing of the page", async () => {
  const { page, overlay } = await house.visit("styles");
  const { x, y, width, height } = await overlay.wait(".edge", "1 项违反");
  expect([Math.round(width), Math.round(height)]).toEqual([40, 40]);
  expect(await page.evaluate(AT, [x + width / 2, y + height / 2])).toBe("first-button");
  const drawn = await page.screenshot({ clip: { x, y, width, height } });
  const cover = await page.screenshot({ clip: { x: 300, y, width, height } });
  expect(drawn.equals(cover)).toBe(false);
  expect(
    await page.evaluate(
      () => getComputedStyle(document.querySelector("first-button")!, "::backdrop").display,
    ),
  ).toBe("none");
  await page.mouse.click(x + width / 2, y + height / 2);
  await overlay.wait("[role=tab]", "提醒");
  await page.close();
});

test("a page that takes our element out wins after about ten tries; then it is quiet and goes on working", async () => {
  const { page, overlay, number } = await house.visit("remover");
  await house.judged(number);
  await page.waitForTimeout(2500);
  const removed = await page.evaluate(() => window.removed);
  expect(removed).toBeGreaterThanOrEqual(8);
  expect(removed).toBeLessThanOrEqual(12);
  await page.locator("#askers").fill("陈立、周岩");
  await house.judged(number, "met");
  await page.locator("#askers").fill("陈立");
  await house.judged(number, "breached");
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => window.removed)).toBe(removed);
  expect(await overlay.layers()).toEqual({ top: 0, frames: 0 });
  await page.locator("#go").click();
  expect(await page.evaluate(() => window.sent)).toBe(1);
  await page.close();
});

test("under the strictest content policy the button, the marker and the panel are drawn", async () => {
  const { page, overlay, number } = await house.visit("strict");
  await house.judged(number);
  const { width, height } = await overlay.wait(".edge", "1 项违反");
  expect([Math.round(width), Math.round(height)]).toEqual([40, 40]);
  await overlay.wait(".marker", "违反");
  await overlay.click(".edge", "1 项违反");
  const panel = await overlay.wait(".panel");
  expect(panel.width).toBeGreaterThan(300);
  await overlay.click("button", "展开");
  await overlay.wait("*", "讯问的时候，侦查人员不得少于二人");
  await page.close();
});

for (const query of ["", "&first"])
  test(`a page that owns our element's name reaches nothing in it${query === "" ? "" : ", and cannot take its root first"}`, async () => {
    const { page, overlay } = await house.visit("element", query);
    await overlay.click(".edge", "1 项违反");
    await overlay.wait("[role=tab]", "提醒");
    await page.waitForTimeout(1800);
    const reached = await page.evaluate(() => window.reached);
    expect(reached.filter((root) => root !== "null")).toEqual([]);
    await page.close();
  });

test("above a modal dialog of the page the button can be pressed, and the page keeps its keys and its focus", async () => {
  const { page, overlay } = await house.visit("dialog");
  await overlay.wait(".edge", "1 项违反");
  const dialog = page.locator("#dialog");
  const open = (): Promise<void> => dialog.evaluate((e: HTMLDialogElement) => e.showModal());
  await open();
  const { x, y, width, height } = await overlay.wait(".edge", "1 项违反");
  await expect.poll(() => page.evaluate(AT, [x + width / 2, y + height / 2])).toBe("first-button");
  await page.locator("#inside").click();
  await page.keyboard.type("jyq");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ok");
  expect(await page.locator("#inside").inputValue()).toBe("jyq");
  expect(await page.locator("#next").inputValue()).toBe("ok");
  expect(await page.evaluate(() => window.keys.join(" "))).toBe("j y q Tab o k");
  await page.mouse.click(x + width / 2, y + height / 2);
  await overlay.wait("[role=tab]", "提醒");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("next");
  await overlay.click("button", "收起");

  expect(await page.evaluate(BACK_AFTER, "rebuild")).toBe(true);
  await overlay.wait(".edge", "1 项违反", 3000);
  await dialog.evaluate((e: HTMLDialogElement) => e.close());
  await expect
    .poll(() => page.evaluate(() => document.querySelector("first-button")?.parentElement?.localName))
    .toBe("html");
  await open();
  await expect
    .poll(() => page.evaluate(() => document.querySelector("first-button")?.parentElement?.localName))
    .toBe("dialog");
  expect(await page.evaluate(BACK_AFTER, "discard")).toBe(true);
  await overlay.wait(".edge", "1 项违反", 3000);
  await overlay.click(".edge", "1 项违反");
  await overlay.wait("[role=tab]", "提醒");
  await page.close();
});
