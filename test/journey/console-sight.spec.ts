// Every page of our own console, by role, in light and dark: accessible by axe's account, and without an error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import type { Account } from "../run/people.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
interface Axe {
  run(): Promise<{ violations: Violation[] }>;
}

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run().then((r) => r.violations),
  );
  return found.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
};

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
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const hash of hashes) {
      await page.goto(`${address}${hash}`);
      await page.waitForTimeout(900);
      expect(await violations(page), `${account.account} ${hash} ${scheme}`).toEqual([]);
      const inner = page.locator("main a[href^='#/cases/']").first();
      if (hash === "#/cases" && (await inner.count()) > 0) {
        await inner.click();
        await page.waitForTimeout(1500);
        expect(await violations(page), `${account.account} case ${scheme}`).toEqual([]);
      }
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
