// Host pages that are too deep, too long, that lie or watch: read within seconds, and nothing of ours comes out.
import { expect, test } from "@playwright/test";
import { type House, openHouse, type Visit } from "./hostile-page.ts";
import { saidIn, sight } from "./tab-sight.ts";

/** What hostile pages keep on their window. */
interface Kept {
  readonly asked: string[];
  readonly searched: (words: readonly string[]) => string[];
}
declare const window: Window & Kept;

const SHORT = "陈立、郑浩（辅警）";
const FULL = "陈立、周岩";

/** Words that only our panel says. */
const OURS = ["违反", "民警不足二人", "刑事诉讼法", "登记 2 人", "已检查", "未检查"];

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});
test.afterAll(() => house.end());

/** Uncaught errors and what the console calls an error, whoever's they are. */
const errorsOf = ({ page }: Visit): string[] => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
};

const officers = async ({ page }: Visit): Promise<string[]> =>
  saidIn(await sight(house.desk, page.url())).filter((line) => /主办民警|讯问人员/.test(line));

for (const [name, what] of [
  ["deep", "two thousand levels deep, beside ten thousand unseen ones"],
  ["long", "behind ten million characters"],
] as const)
  test(`a field ${what} is read within seconds, and typing stays light`, async () => {
    const from = Date.now();
    const visit = await house.visit(name);
    const errors = errorsOf(visit);
    const loaded = Date.now() - from;
    await house.judged(visit.number);
    expect(await officers(visit)).toEqual([":主办民警=陈立", `:讯问人员=${SHORT}`]);
    expect(Date.now() - from - loaded).toBeLessThan(6_000);
    await visit.page.locator("#askers").fill(FULL);
    const typed = Date.now();
    await house.judged(visit.number, "met");
    expect(Date.now() - typed).toBeLessThan(3_000);
    expect(errors).toEqual([]);
    await visit.page.close();
  });

test("a page whose own world lies is read as it stands, and is asked nothing", async () => {
  const visit = await house.visit("lying");
  const errors = errorsOf(visit);
  expect((await house.judged(visit.number)).why).toBe("登记 2 人，其中民警 1 人");
  expect(await officers(visit)).toEqual([`:讯问人员=${SHORT}`]);
  await visit.overlay.click(".edge", "1 项违反");
  await visit.overlay.wait(".card", "民警不足二人");
  await visit.page.evaluate(() => {
    window.asked.length = 0;
    document.getElementById("recorder")!.setAttribute("class", "turned");
  });
  await visit.page.waitForTimeout(1_500);
  expect(await visit.page.evaluate(() => [...new Set(window.asked.slice())].length)).toBe(0);
  expect(errors).toEqual([]);
  await visit.page.close();
});

test("a page that watches us with everything it has learns that our element is there, and nothing else", async () => {
  const visit = await house.visit("watcher");
  const errors = errorsOf(visit);
  const { page, overlay, number } = visit;
  await house.judged(number);
  await overlay.wait(".marker", "违反");
  await overlay.click(".edge", "1 项违反");
  await overlay.wait(".card", "民警不足二人");
  await overlay.click("button", "展开");
  await overlay.click("[role=tab]", "清单");
  await overlay.click("[role=tab]", "提醒");
  await page.keyboard.press("Alt+q");
  await page.locator("#askers").fill(FULL);
  await house.judged(number, "met");
  await page.locator("#askers").fill(SHORT);
  await house.judged(number);
  await page.locator("#go").click({ force: true, noWaitAfter: true });
  await overlay.wait(".gate", "民警不足二人");
  expect(await page.evaluate((words) => window.searched(words), OURS)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test("our own files and messages are out of a page's reach, or are nobody in its world", async () => {
  const { page, number } = await house.visit("plain");
  await house.judged(number);
  const base = house.desk.url().replace(/\/console.*/, "");
  const seen = await page.evaluate(async (ours) => {
    const before = Object.getOwnPropertyNames(window).length;
    const reach = async (path: string): Promise<string> => {
      try {
        await import(/* @vite-ignore */ `${ours}${path}`);
        return "ran";
      } catch {
        return "refused";
      }
    };
    const found = [
      await reach("/reader.js"),
      await reach("/panel.js"),
      await reach("/background.js"),
      await reach("/console.html"),
    ];
    const { chrome } = window as unknown as { chrome?: { runtime?: object } };
    return {
      found,
      runtime: typeof chrome?.runtime,
      more: Object.getOwnPropertyNames(window).length - before,
    };
  }, base);
  expect(seen).toEqual({ found: ["ran", "refused", "refused", "refused"], runtime: "undefined", more: 0 });
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => document.querySelectorAll("first-button").length)).toBe(1);
  await page.close();
});
