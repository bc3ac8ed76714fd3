// Asks axe-core what on a page cannot be used by everybody.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** One line for each violation and place; empty when there is none. */
export async function unreadable(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const result = (await page.evaluate("axe.run(document)")) as AxeResult;
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.html.slice(0, 180)}\n    ${(node.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 260)}`,
    ),
  );
}
