// @vitest-environment happy-dom
// Pages made by hand, one for each trap of real platforms: every fact that must be read, and none besides.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type PageFacts, pageFacts } from "./page-facts.ts";

const PAGES = join(import.meta.dirname, "../pages/traps");
const names = readdirSync(PAGES)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -".html".length));

const sorted = ({ pageKind, facts }: PageFacts): PageFacts => ({ pageKind, facts: [...facts].sort() });

test.each(names)("%s", (name) => {
  const read = (suffix: string): string => readFileSync(join(PAGES, `${name}.${suffix}`), "utf8");
  expect(sorted(pageFacts(read("html"), document))).toEqual(sorted(JSON.parse(read("json")) as PageFacts));
});

test("there are traps to read", () => {
  expect(names.length).toBeGreaterThanOrEqual(15);
});
