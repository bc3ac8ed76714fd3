// Typing costs nothing and nothing moves: 500 characters by an input method arrive the same with and without us, each key as fast.
import { type CDPSession, chromium, expect, type Page, type Browser as Plain, test } from "@playwright/test";
import { slowness } from "../bench/reference.ts";
import { Overlay } from "../run/overlay.ts";
import { signInBrowser } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const PAGE = "/new/#/case/A9901045200002026110187/interview/b2";
const CHARACTERS = 500;
/** What 95 of 100 keys may cost more than without us, on a machine of usual speed (ms). */
const ADDED = 5;
/** Pause between two keys (ms): faster than a hand, so that work left over from one key falls on the next. */
const BETWEEN = 8;
/** How often a host whose own parts move now and then is loaded before what moves is called ours. */
const LOADS = 5;
/** Both sides take turns of so many words, so that a busy machine is busy for both. */
const TURN = 10;

const WORDS: readonly (readonly [pinyin: string, word: string])[] = [
  ["xun'wen", "询问"],
  ["ji'lu", "记录"],
  ["ni'hao", "你好"],
  ["shi'jian", "时间"],
  ["di'dian", "地点"],
];

let stage: Stage;
let plain: Plain;
test.beforeAll(async () => {
  stage = await raise();
  await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  plain = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--headless=new", "--disable-background-networking", "--no-first-run"],
    // The other one shows its scroll bars: what stands beside one shifts when it comes.
    ignoreDefaultArgs: ["--hide-scrollbars"],
  });
});
test.afterAll(async () => {
  await plain.close();
  await stage.end();
});

/** A text box with an input method at work in it. */
class Desk {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly took: number[] = [];
  typed = "";

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  static async at(page: Page, url: string): Promise<Desk> {
    await page.goto(url);
    const area = page.locator("textarea").last();
    await area.click();
    await area.fill("");
    return new Desk(page, await page.context().newCDPSession(page));
  }

  /** One key: from its sending until the page has taken it. */
  async #key(act: () => Promise<unknown>): Promise<void> {
    const from = performance.now();
    await act();
    this.took.push(performance.now() - from);
    await new Promise((then) => setTimeout(then, BETWEEN));
  }

  async words(from: number): Promise<void> {
    for (let n = from; n < from + TURN; n += 1) {
      const [pinyin, word] = WORDS[n % WORDS.length]!;
      for (let length = 1; length <= pinyin.length; length += 1)
        await this.#key(() =>
          this.cdp.send("Input.imeSetComposition", {
            text: pinyin.slice(0, length),
            selectionStart: length,
            selectionEnd: length,
          }),
        );
      await this.#key(() => this.cdp.send("Input.insertText", { text: word }));
      this.typed += word;
    }
  }

  left(): Promise<{ value: string; caret: number; focused: boolean }> {
    return this.page
      .locator("textarea")
      .last()
      .evaluate((box: HTMLTextAreaElement) => ({
        value: box.value,
        caret: box.selectionStart,
        focused: document.activeElement === box,
      }));
  }
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

test("500 characters by an input method: same text, same caret, same focus, and 95 of 100 keys cost less than 5 ms more", async () => {
  const options = { viewport: { width: 1280, height: 800 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" };
  const url = `${stage.twin.url}${PAGE}`;
  const without = await Desk.at(await plain.newPage(options), url);
  const page = await stage.browser.context.newPage();
  const ours = await Desk.at(page, url);
  await new Overlay(page).wait("button");
  await page.waitForTimeout(2_000);
  // The first words warm both up and are not counted.
  for (const desk of [without, ours]) {
    await desk.words(0);
    desk.took.length = 0;
  }
  for (let n = TURN; n * 2 < CHARACTERS; n += TURN) {
    await without.words(n);
    await ours.words(n);
  }
  expect(ours.typed.length).toBe(CHARACTERS);
  const said = { value: ours.typed, caret: CHARACTERS, focused: true };
  expect(await ours.left()).toEqual(said);
  expect(await without.left()).toEqual(said);
  const [usual, with95] = [p95(without.took), p95(ours.took)];
  const text = `${ours.took.length} keys: p95 ${with95.toFixed(2)} ms, without us ${usual.toFixed(2)} ms`;
  test.info().annotations.push({ type: "measured", description: text });
  process.stdout.write(`${text}\n`);
  expect(with95 - usual, text).toBeLessThan(ADDED * slowness());
});

test("nothing of the host moves: not when the button comes, not when the panel opens and closes", async () => {
  const url = `${stage.twin.url}${PAGE}`;
  const options = { viewport: { width: 1280, height: 800 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" };
  /** What of the host has moved since its load; what moves in a closed root of ours has no node to name. */
  const moved = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => [...((globalThis as { moved?: Set<string> }).moved ?? [])].sort());
  /** Where each part of the host stands. */
  const places = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.body.querySelectorAll("*")].flatMap((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return each.localName === "first-button"
          ? []
          : [`${each.localName} ${[x, y, width, height].map(Math.round).join(" ")}`];
      }),
    );
  const watched = async (page: Page): Promise<Page> => {
    await page.addInitScript(() => {
      interface Shift extends PerformanceEntry {
        readonly sources: readonly {
          readonly node: Node | null;
          readonly previousRect: DOMRectReadOnly;
          readonly currentRect: DOMRectReadOnly;
        }[];
      }
      const names = new Set<string>();
      (globalThis as { moved?: Set<string> }).moved = names;
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as Shift[])
          for (const { node, previousRect: was, currentRect: is } of sources)
            if (node instanceof Element && node.localName !== "first-button")
              names.add(
                `${node.localName}.${node.className} ${Math.round(is.x - was.x)} ${Math.round(is.y - was.y)}`,
              );
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(url);
    await page.locator("textarea").last().waitFor();
    await page.waitForTimeout(3_000);
    return page;
  };
  // The host's own parts come up at their own pace, now this one moves and now that: what we push moves in every load with
  // us and in none without.
  const named = (all: readonly string[]): string[] => all.map((one) => one.replace(/ -?\d+ -?\d+$/, ""));
  const usual = new Set<string>();
  let pushed: readonly string[] | undefined;
  let page: Page;
  let overlay: Overlay;
  let before: readonly string[];
  for (let load = 1; ; load += 1) {
    const bare = await watched(await plain.newPage(options));
    for (const one of named(await moved(bare))) usual.add(one);
    page = await watched(await stage.browser.context.newPage());
    overlay = new Overlay(page);
    await overlay.wait("button.edge");
    expect(await places(page), "all of the host stands where it stands without us").toEqual(
      await places(bare),
    );
    before = await moved(page);
    const ours = named(before).filter((one) => !usual.has(one));
    pushed = pushed?.filter((one) => ours.includes(one)) ?? ours;
    if (pushed.length === 0 || load === LOADS) break;
    await Promise.all([page.close(), bare.close()]);
  }
  expect(pushed, `moved in each of ${LOADS} loads with us`).toEqual([]);
  await overlay.click("button.edge");
  await overlay.wait(".panel");
  await page.waitForTimeout(800);
  await overlay.click(".panel button", "收起");
  await overlay.gone(".panel");
  await page.waitForTimeout(800);
  expect(await moved(page)).toEqual(before);
});
