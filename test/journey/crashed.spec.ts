// Crashed on purpose at each of its stages: the host page works on, nothing is green, and the officer is told once.
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test, type Worker } from "@playwright/test";
import { type Browser, EXTENSION, startBrowser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";
const PAGE = `/new/#/case/${CASE}/interview/b2`;
const THROWS = 'throw new Error("crashed on purpose");\n';

let stage: Stage;
test.beforeAll(async () => {
  stage = await raise();
});
test.afterAll(() => stage.end());

/** The built extension with one of its scripts replaced. */
function broken(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "first-button-broken-"));
  cpSync(EXTENSION, folder, { recursive: true });
  writeFileSync(join(folder, script), THROWS);
  return folder;
}

async function inBrowser(extension: string, job: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await startBrowser({ headless: true, extension });
  try {
    await job(browser);
  } finally {
    await browser.close();
  }
}

interface Noted {
  told?: string[];
}
declare const chrome: {
  readonly notifications: { create(id: string, options: object): unknown };
  readonly action: { getBadgeText(of: object): Promise<string> };
};

/** Keeps a list of what is notified from now on. */
const listen = (background: Worker): Promise<void> =>
  background.evaluate(() => {
    const noted = globalThis as Noted;
    noted.told = [];
    const { create } = chrome.notifications;
    chrome.notifications.create = (id, options) => {
      noted.told?.push(id);
      return create.call(chrome.notifications, id, options);
    };
  });
/** Of that what speaks of us: reminders of the case go on meanwhile. */
const told = (background: Worker): Promise<readonly string[]> =>
  background.evaluate(() =>
    ((globalThis as Noted).told ?? []).filter((id: string) => id.startsWith("trouble|")),
  );

const open = async (browser: Browser): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`${stage.twin.url}${PAGE}`);
  await page.locator("textarea").last().waitFor();
  return page;
};

/** The officer's own work: a text is typed, stands as typed, and another page of the platform opens. */
async function hostWorks(page: Page): Promise<void> {
  const area = page.locator("textarea").last();
  await area.click();
  await area.fill("");
  await page.keyboard.type("问：今天的情况请说一下。");
  expect(await area.inputValue()).toBe("问：今天的情况请说一下。");
  expect(await area.evaluate((box) => document.activeElement === box)).toBe(true);
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/case/${CASE}/measures`);
  await expect(page.locator("body")).toContainText("强制措施");
  await page.goBack();
  await page.locator("textarea").last().waitFor();
}

/** Where a reason cannot be written down, the question before a submit says so once and then stops nobody. */
async function passesGate(page: Page, overlay: Overlay): Promise<void> {
  let stored = 0;
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/new/api/")) stored += 1;
  });
  // The form has just been come back to: it is still being laid out, and nothing holds a submit before it has been read anew.
  await overlay.wait(".marker", "违反");
  const submit = async (): Promise<void> => {
    const at = await page.getByRole("button", { name: "提交审核" }).boundingBox();
    if (at === null) throw new Error("the platform shows no submit button");
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  };
  // A press that misses a button which has just moved is made again; one that were let through would be counted below.
  for (let tries = 0; tries < 4 && (await overlay.see(".gate .chip")).length === 0; tries++) {
    await submit();
    await overlay.wait(".gate .chip", "稍后补登", 4_000).catch(() => undefined);
  }
  await overlay.click(".gate .chip", "稍后补登");
  await overlay.click(".gate button", "继续提交");
  await overlay.wait(".gate [role=alert]", "没有存下");
  await overlay.click(".gate button", "继续提交");
  await overlay.gone(".gate");
  await submit();
  await until("stored by the platform", async () => stored === 1);
}

test("the reader throws at its start", async () => {
  await inBrowser(broken("reader.js"), async (browser) => {
    await signInBrowser(browser, stage.worker.url, stage.people.officer);
    const background = await browser.background();
    await listen(background);
    const page = await open(browser);
    await until("told", async () => (await told(background)).length > 0, 15_000);
    expect(await new Overlay(page).layers(), "nothing of ours on the page").toEqual({ top: 0, frames: 0 });
    await hostWorks(page);
    await page.reload();
    await page.waitForTimeout(6_000);
    expect(await told(background)).toEqual(["trouble|reader"]);
    expect(await background.evaluate(() => chrome.action.getBadgeText({}))).toBe("!");
  });
});

test("the background is gone", async () => {
  await inBrowser(broken("background.js"), async (browser) => {
    const page = await open(browser);
    const overlay = new Overlay(page);
    const button = await overlay.wait("button.edge", "", 30_000);
    expect(button.label).toContain("没有检查");
    expect(await overlay.layers()).toEqual({ top: 1, frames: 0 });
    await hostWorks(page);
    expect((await overlay.see("button.edge")).map(({ label }) => label)).toEqual([button.label]);
  });
});

test("the panel's part fails to load", async () => {
  await inBrowser(broken("panel.js"), async (browser) => {
    await signInBrowser(browser, stage.worker.url, stage.people.officer);
    const background = await browser.background();
    await listen(background);
    const page = await open(browser);
    const overlay = new Overlay(page);
    await overlay.wait("button.edge");
    await overlay.click("button.edge");
    await until("told", async () => (await told(background)).length > 0);
    await overlay.click("button.edge");
    await page.waitForTimeout(1_500);
    expect(await told(background)).toEqual(["trouble|panel"]);
    expect(await overlay.see(".panel")).toEqual([]);
    await hostWorks(page);
  });
});

test("the engine throws: the button stops, nothing stays green, and all is well again when it judges", async () => {
  await inBrowser(EXTENSION, async (browser) => {
    const desk = await signInBrowser(browser, stage.worker.url, stage.people.officer);
    const background = await browser.background();
    await listen(background);
    await background.evaluate(() => {
      // Only a whole judgement puts that many lists together.
      const { concat } = Array.prototype;
      Array.prototype.concat = function (this: unknown[], ...lists: never[]) {
        if (lists.length > 60) throw new Error("crashed on purpose");
        return concat.apply(this, lists);
      };
      (globalThis as { mend?: () => void }).mend = () => {
        Array.prototype.concat = concat;
      };
    });
    const page = await open(browser);
    const overlay = new Overlay(page);
    await until("told", async () => (await told(background)).length > 0);
    const stopped = await overlay.wait("button.edge", "没有检查");
    expect(stopped.label).not.toContain("符合");
    expect(await overlay.see(".marker")).toEqual([]);
    await hostWorks(page);
    await page.reload();
    await page.waitForTimeout(3_000);
    expect(await told(background)).toEqual(["trouble|engine"]);
    await background.evaluate(() => (globalThis as { mend?: () => void }).mend?.());
    await page.reload();
    await until("judged again", async () => (await findingsOf(desk, CASE)).length > 0);
    await overlay.wait("button.edge", "项");
  });
});

test("the store is full: warnings go on, told once, and what was not kept is sent once there is room", async () => {
  await inBrowser(EXTENSION, async (browser) => {
    const desk = await signInBrowser(browser, stage.worker.url, stage.people.officer);
    const background = await browser.background();
    await listen(background);
    await background.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("the quota has been exceeded", "QuotaExceededError");
      };
      (globalThis as { mend?: () => void }).mend = () => {
        IDBObjectStore.prototype.put = put;
      };
    });
    const page = await open(browser);
    const overlay = new Overlay(page);
    await until("judged", async () => (await findingsOf(desk, CASE)).length > 0);
    await overlay.wait("button.edge", "项");
    await until("told", async () => (await told(background)).length > 0);
    await hostWorks(page);
    expect(await told(background)).toEqual(["trouble|store"]);
    expect((await status(desk)).sent).toBe(0);
    await passesGate(page, overlay);
    await background.evaluate(() => (globalThis as { mend?: () => void }).mend?.());
    await page.reload();
    await until("sent", async () => {
      const { sent, waiting } = await status(desk);
      return sent > 0 && waiting === 0;
    });
  });
});
