// @vitest-environment happy-dom
// Pages that were made without sight of the reader: precision and recall of what is read of them, per component library.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBlind } from "./blind-page.ts";
import {
  add,
  type Counts,
  type Expected,
  type Figures,
  nothing,
  type Read,
  recall,
  score,
  precision as share,
} from "./blind-score.ts";

const ROOT = join(import.meta.dirname, "../pages");
const PRECISION = 0.98;
const RECALL = 0.95;
/** Of which folder the misses are told; the other one must not be learned from. */
const TOLD = "blind";

const pages = ["blind", "unseen"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ folder, name: file.slice(0, -".html".length) })),
);

const families = new Map<string, Figures>();
const folders = new Map<string, Figures>();
const familyOf = new Map<string, string>();
const misses: string[] = [];
const put = (to: Map<string, Figures>, key: string, figures: Figures): void =>
  void to.set(key, add(to.get(key) ?? nothing, figures));

/** What is read; a page on which the reader throws counts as one of which nothing was read. */
function attempt(html: string): { read: Read; thrown: unknown } {
  try {
    return { read: readBlind(html), thrown: undefined };
  } catch (thrown) {
    return { read: { pageKind: "", cells: [], tables: [], facts: [] }, thrown };
  }
}

test.each(pages)("$folder/$name is read without an exception", ({ folder, name }) => {
  const file = join(ROOT, folder, name);
  const expected = JSON.parse(readFileSync(`${file}.json`, "utf8")) as Expected;
  const { read, thrown } = attempt(readFileSync(`${file}.html`, "utf8"));
  const { figures, missed } = score(read, expected);
  familyOf.set(name, expected.family);
  put(families, expected.family, figures);
  put(folders, folder, figures);
  if (folder === TOLD)
    misses.push(
      ...(thrown === undefined ? missed : [`throws ${thrown}`]).map(
        (line) => `${name} | ${line.replace(/\n/g, "⏎")}`,
      ),
    );
  expect(thrown).toBeUndefined();
  expect(figures.facts.expected + figures.cells.expected).toBeGreaterThan(0);
});

const percent = (of: number): string => `${(100 * of).toFixed(1)}%`.padStart(7);
const row = (name: string, { cells, facts, kind }: Figures): string =>
  `${name.padEnd(20)} cells${percent(share(cells))}${percent(recall(cells))} of ${String(cells.expected).padStart(4)}   facts${percent(share(facts))}${percent(recall(facts))} of ${String(facts.expected).padStart(4)}   page kind ${kind.right}/${kind.expected}`;

afterAll(() => {
  const all = [...folders.values()].reduce(add, nothing);
  console.info(
    [
      "pages made without sight of the reader (precision, recall):",
      ...[...families].sort(([a], [b]) => a.localeCompare(b)).map(([name, figures]) => row(name, figures)),
      ...[...folders].map(([name, figures]) => row(`= ${name}`, figures)),
      row("= all", all),
      ...(process.env["MISSES"] === undefined ? [] : misses),
    ].join("\n"),
  );
});

test("every family is represented by three pages, at least one of them unseen", () => {
  const told = (family: string, folder: string): number =>
    pages.filter((page) => page.folder === folder && familyOf.get(page.name) === family).length;
  const few = [...families.keys()].filter(
    (family) => told(family, "unseen") < 1 || told(family, "blind") + told(family, "unseen") < 3,
  );
  expect(few).toEqual([]);
  expect(families.size).toBe(9);
});

const below = (name: string, counts: Counts): string[] => [
  ...(share(counts) < PRECISION ? [`${name}: precision${percent(share(counts))}`] : []),
  ...(recall(counts) < RECALL ? [`${name}: recall${percent(recall(counts))}`] : []),
];

test("precision and recall hold in every family", () => {
  const failing = [...families].flatMap(([name, { cells, facts }]) => [
    ...below(`${name}, cells`, cells),
    ...below(`${name}, facts`, facts),
  ]);
  expect(failing).toEqual([]);
});
