// Every page of our own console, by role, in light and dark: accessible by axe's account, and without an error.
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import type { Account } from "../run/people.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { faultsOf } from "./console-look.ts";
import { raise, type Stage } from "./stage.ts";

let stage: Stage;

test.beforeAll(async () => {
  stage = await raise();
  const desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  const host = await stage.browser.context.newPage();
  for (const page of ["measures", "interview/b2"]) {
    await host.goto("about:blank");
    await host.goto(`${stage.twin.url}/new/#/case/A9901045200002026110187/${page}`);
    await until(`${page} is judged`, async () => (await status(desk)).cases.length > 0);
    await host.waitForTimeout(1200);
  }
  await until("everything sent", async () => (await status(desk)).waiting === 0);
});
test.afterAll(() => stage.end());

/** Waits until a page has all that it asks for and has not changed for a while. */
const rest = async (page: Page): Promise<void> => {
  let before = "";
  await until("the page is at rest", async () => {
    await page.waitForTimeout(250);
    const shown = await page
      .locator("main")
      .evaluate((main) =>
        main.querySelector(".waiting, [aria-busy=true]") === null ? main.innerHTML : undefined,
      );
    const same = shown !== undefined && shown === before;
    before = shown ?? "";
    return same;
  });
};

const SCHEMES = ["light", "dark"] as const;

const walk = async (browser: Browser, account: Account): Promise<void> => {
  const page = await signInBrowser(browser, stage.worker.url, account);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const address = await browser.own("/console.html");
  await page.goto(address);
  await page.locator(".sidebar").waitFor();
  const hashes = await page.evaluate(() =>
    [...document.querySelectorAll("nav a")].map((a) => a.getAttribute("href") ?? ""),
  );
  expect(hashes.length).toBeGreaterThan(1);
  /** The page as it stands is looked at in both. */
  const sound = async (what: string): Promise<void> => {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await faultsOf(page), `${account.account} ${what} ${colorScheme}`).toEqual([]);
    }
  };
  for (const hash of hashes) {
    await page.goto(`${address}${hash}`);
    await rest(page);
    await sound(hash);
    const inner = page.locator("main a[href^='#/cases/']").first();
    if (hash === "#/cases" && (await inner.count()) > 0) {
      await inner.click();
      await rest(page);
      await sound("case");
    }
  }
  expect(errors).toEqual([]);
};

for (const role of ["admin", "legal", "officer", "leader"] as const)
  test(`the pages of ${role}`, async () => {
    const browser = await stage.another();
    await walk(browser, stage.people[role]);
    await browser.close();
  });
