// Opens a page, does the steps that were asked for, and waits until the extension has read it.
import type { Frame, Page } from "playwright-core";
import type { Answer, TabDescription } from "../../extension/protocol/messages.ts";
import { Stop } from "../../worker/cli/stop.ts";
import type { Step } from "./arguments.ts";
import type { Opened } from "./browser.ts";

const LOAD = 30_000;
const FIND = 15_000;
/** The reading counts as finished when it has said the same for so long (ms). */
const STILL = 700;
const LONGEST = 15_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function goTo(page: Page, url: string, shown: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: LOAD });
  } catch (cause) {
    const message = (cause as Error).message;
    const why =
      /net::(\w+)/.exec(message)?.[1] ??
      (/Timeout/i.test(message) ? `${LOAD / 1000} 秒内没有打开` : message.split("\n")[0]);
    throw new Stop(`网页 ${shown} 打不开：${why}`, cause);
  }
  await page.waitForLoadState("load", { timeout: FIND }).catch(() => {});
}

/** The frame in which an element is seen, the top frame first. */
async function frameWith(page: Page, css: string): Promise<Frame> {
  const until = Date.now() + FIND;
  while (Date.now() < until) {
    for (const frame of page.frames()) {
      try {
        if (await frame.locator(css).first().isVisible()) return frame;
      } catch (cause) {
        if (/not a valid selector|Unexpected token|Unknown engine/i.test((cause as Error).message))
          throw new Stop(`选择器 ${css} 写得不对`, cause);
      }
    }
    await pause(100);
  }
  throw new Stop(`页面上 ${FIND / 1000} 秒内没有出现 ${css}`);
}

async function act(page: Page, step: Step): Promise<void> {
  if (step.do === "pause") return pause(step.ms);
  const frame = await frameWith(page, step.css);
  if (step.do === "wait") return;
  try {
    await frame.locator(step.css).first().click({ timeout: FIND });
  } catch (cause) {
    throw new Stop(`${step.css} 点不了：${(cause as Error).message.split("\n")[0]}`, cause);
  }
  await pause(300);
}

/** Asks the extension what it saw in the tab of `address`. */
async function described(own: Page, address: string): Promise<TabDescription> {
  const answer = await own.evaluate(async (url): Promise<Answer<TabDescription>> => {
    const tabs = await chrome.tabs.query({});
    const tab =
      tabs.find((one) => one.url === url) ?? tabs.find((one) => one.url?.startsWith("http") === true);
    return chrome.runtime.sendMessage({ ask: "describe", input: { tab: tab?.id ?? -1 } });
  }, address);
  if (!answer.ok) throw new Stop(`扩展没有回答：${answer.message}`);
  return answer.value;
}

const signature = ({ frames, judgement }: TabDescription): string =>
  JSON.stringify([frames.map(({ id, scan }) => [id, scan]), judgement?.findings.length]);

/** Frames that a script of ours runs in and that have a document of their own. */
const expected = (page: Page): number =>
  page.frames().filter((frame) => /^(?:https?|about|blob):/.test(frame.url())).length;

/** Visits `url` (`shown` is how the user called it) and returns what the extension saw there. */
export async function visit(
  opened: Opened,
  url: string,
  shown: string,
  steps: readonly Step[],
): Promise<TabDescription> {
  const own = await opened.context.newPage();
  await own.goto(`${opened.own}/console.html`);
  const page = await opened.context.newPage();
  await goTo(page, url, shown);
  for (const step of steps) await act(page, step);
  const until = Date.now() + LONGEST;
  let last = "";
  let since = Date.now();
  for (;;) {
    const seen = await described(own, page.url());
    const now = signature(seen);
    if (now !== last) [last, since] = [now, Date.now()];
    const all =
      seen.frames.length >= expected(page) && seen.frames.every(({ scan, reading }) => scan && reading);
    const still = Date.now() - since;
    const any = seen.frames.some(({ scan }) => scan !== undefined);
    if (any && (all ? still > STILL : still > 6 * STILL)) return seen;
    if (Date.now() > until) {
      if (any) return seen;
      throw new Stop(
        `网页 ${shown} 没有读到：${LONGEST / 1000} 秒内没有读完${seen.frames.length > 0 ? "，页面太大或者一直在变" : "，扩展没有回答"}`,
      );
    }
    await pause(100);
  }
}
