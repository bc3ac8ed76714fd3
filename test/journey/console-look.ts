// A page of the console as it is looked at: asked by axe-core, photographed at two sizes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../run/processes.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = join(root, "test", "e2e", "screens");

interface Axe {
  run(
    on: Document,
    how: { resultTypes: readonly string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe-core finds wrong on the page, a line for each. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // A script of half a megabyte is given to a document once.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  // Everything is looked at; only of what is wrong is it told in full.
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** Leaves the page's pictures at both sizes; the widths (px) at which it runs out of the window. */
export async function pictureOf(page: Page, name: string): Promise<readonly number[]> {
  const tooWide: number[] = [];
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(SCREENS, `${name}-${width}.png`), fullPage: true });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) tooWide.push(width);
  }
  return tooWide;
}
