// Leaves pictures of the page with the picker over it, at both sizes at which it is looked at.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../run/processes.ts";

/** `test/e2e/screens/NAME-1280.png` and `-1920.png`; the window is as large afterwards as before. */
export async function pictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(root, "test", "e2e", "screens", `${name}-${width}.png`) });
  }
  if (before !== null) await page.setViewportSize(before);
}
