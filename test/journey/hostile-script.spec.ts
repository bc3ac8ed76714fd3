// Host pages whose scripts rebuild, poison, forge and churn: what is shown is right for the page, and no one but a person acts.
import { chromium, expect, type Page, test } from "@playwright/test";
import { type House, openHouse, type Visit } from "./hostile-page.ts";

/** What hostile pages keep on their window. */
interface Kept {
  sent: number;
  readonly roots: unknown[];
  readonly told: unknown[];
  readonly struck?: number;
  readonly rewrite: (number: string) => Promise<void>;
  readonly swap: (number: string, askers: string, whole: boolean) => Promise<void>;
  readonly route: (number: string, askers: string) => void;
  readonly forge: (ms: number) => Promise<number>;
  readonly churn: (ms: number) => Promise<{ changes: number; beats: number }>;
}
declare const window: Window & Kept;

const SHORT = "陈立、郑浩（辅警）";
const FULL = "陈立、周岩";

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});
test.afterAll(() => house.end());

/** Button, marker and panel speak of this case and of nothing else. */
async function stands({ overlay }: Visit, number: string, breached: boolean): Promise<void> {
  await house.judged(number, breached ? "breached" : "met");
  if (breached) await overlay.wait(".marker", "违反");
  else await overlay.gone(".marker", "违反");
  expect((await overlay.layers()).top).toBe(1);
  await overlay.click(".edge");
  await overlay.wait(".panel", number);
  if (breached) await overlay.wait(".card", "民警不足二人");
  else expect(await overlay.see(".card", "其中民警 1 人")).toEqual([]);
  await overlay.click("button", "收起");
  await overlay.wait(".edge");
}

test("a document that is opened and written anew has a live button and a gate again", async () => {
  const visit = await house.visit("router");
  const { page, overlay } = visit;
  await stands(visit, visit.number, true);
  for (let round = 0; round < 2; round += 1) {
    const next = house.number();
    await page.evaluate((n) => window.rewrite(n), next);
    await stands(visit, next, true);
  }
  await page.locator("#go").focus();
  await page.keyboard.press("Enter");
  await overlay.wait(".gate", "民警不足二人");
  expect(await page.evaluate(() => window.sent)).toBe(0);
  await page.close();
});

test("a body or a whole tree put in place of the old one: what is shown is of the new page", async () => {
  const visit = await house.visit("router");
  await stands(visit, visit.number, true);
  for (const [askers, whole] of [
    [FULL, false],
    [SHORT, false],
    [FULL, true],
    [SHORT, true],
  ] as const) {
    const next = house.number();
    await visit.page.evaluate((to) => window.swap(...to), [next, askers, whole] as const);
    await stands(visit, next, askers === SHORT);
  }
  // In the tree that replaced the first one our element is watched as well: it is back before anything is read anew.
  const back = await visit.page.evaluate(async () => {
    document.querySelector("first-button")?.remove();
    await new Promise(requestAnimationFrame);
    return document.querySelector("first-button") !== null;
  });
  expect(back).toBe(true);
  await visit.overlay.wait(".edge", "", 3000);
  await visit.page.close();
});

test("routes after the hash, back and forward: each case with its own findings", async () => {
  const visit = await house.visit("router");
  const { page, number } = visit;
  await stands(visit, number, true);
  const next = house.number();
  await page.evaluate((to) => window.route(...to), [next, FULL] as const);
  await stands(visit, next, false);
  await page.goBack();
  await stands(visit, number, true);
  await page.goForward();
  await stands(visit, next, false);
  const other = house.number();
  await page.goto(house.address("plain", other));
  await stands(visit, other, true);
  await page.goBack();
  // The browser may have kept the page or load it anew; either way what it shows counts.
  const shown = (await page.locator("#number").textContent()) ?? "";
  expect([number, next]).toContain(shown);
  await visit.overlay.wait(".edge");
  await page.waitForTimeout(1000);
  await visit.overlay.click(".edge");
  await visit.overlay.wait(".panel", shown);
  await page.close();
});

test("a press on the button counts although the page changes before it is let go", async () => {
  const { page, overlay, number } = await house.visit("plain");
  await house.judged(number);
  const { x, y } = await overlay.wait(".edge", "1 项违反");
  await page.mouse.move(x + 20, y + 20);
  await page.mouse.down();
  await page.evaluate(() => {
    (document.getElementById("askers") as HTMLInputElement).value = "陈立、周岩";
  });
  await house.judged(number, "met");
  await overlay.gone(".edge", "违反");
  await page.mouse.up();
  await overlay.wait(".panel", number);
  await page.close();
});

test("a page that has poisoned its own world spoils no reading and is handed nothing", async () => {
  const visit = await house.visit("patched");
  const { page, number } = visit;
  await expect.poll(() => page.evaluate(() => "startedAt" in Object.prototype)).toBe(true);
  expect((await house.judged(number)).why).toBe("登记 2 人，其中民警 1 人");
  await stands(visit, number, true);
  await page.locator("#askers").fill(FULL);
  await house.judged(number, "met");
  await visit.overlay.gone(".marker", "违反");
  expect(await page.evaluate(() => `${window.roots.length} ${window.told.length}`)).toBe("0 0");
  expect(await page.evaluate(() => window.struck ?? 0)).toBeGreaterThan(0);
  await page.close();
});

/** How many answers the browser has kept. */
const answers = (desk: Page): Promise<number> =>
  desk.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const open = indexedDB.open("first-button");
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const count = open.result.transaction("answers").objectStore("answers").count();
          count.onsuccess = () => {
            open.result.close();
            done(count.result);
          };
        };
      }),
  );

test("forged events, keys and messages open nothing, answer nothing and pass no gate", async () => {
  const { page, overlay, number } = await house.visit("forger");
  await house.judged(number);
  await overlay.wait(".marker", "违反");
  expect(await page.evaluate(() => window.forge(3000))).toBeGreaterThan(100);
  expect(await overlay.see("[role=tab], .panel, .gate")).toEqual([]);
  await overlay.wait(".edge", "1 项违反");
  await page.evaluate(() => {
    window.sent = 0;
  });
  await page.locator("#go").click({ force: true });
  await overlay.wait(".gate", "民警不足二人");
  await page.evaluate(() => {
    document.getElementById("form")!.addEventListener("submit", (event) => {
      if (event.isTrusted) window.sent += 1000;
    });
    return window.forge(1500);
  });
  await overlay.wait(".gate", "民警不足二人");
  expect(await page.evaluate(() => window.sent)).toBeLessThan(1000);
  expect(await answers(house.desk)).toBe(0);
  await page.locator("#recorder").fill("周岩");
  await house.judged(number, "met");
  await page.close();
});

test("ten thousand elements that change five thousand times a second: the page breathes and is read right", async () => {
  const plain = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--headless=new", "--disable-background-networking", "--no-first-run"],
  });
  const without = await plain.newPage({ viewport: { width: 1280, height: 800 } });
  await without.goto(house.address("busy", house.number()));
  await without.waitForTimeout(1500);
  const bare = await without.evaluate(() => window.churn(5000));
  await plain.close();

  const visit = await house.visit("busy");
  const { page, number } = visit;
  await house.judged(number);
  await page.waitForTimeout(1500);
  const read = await page.evaluate(() => window.churn(5000));
  expect(read.changes).toBeGreaterThan(bare.changes * 0.8);
  expect(read.beats, `${read.beats} beats against ${bare.beats}`).toBeGreaterThan(bare.beats * 0.5);
  await page.locator("#askers").fill(FULL);
  await page.locator("#recorder").focus();
  await house.judged(number, "met");
  await stands(visit, number, false);
  await page.close();
});
