// @vitest-environment happy-dom
// Pages frozen from real component libraries and from the twin: what is read of them, with precision and recall.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { newMemory } from "../../extension/reading/facts/naming.ts";
import { readFrame } from "../../extension/reading/facts/read-frame.ts";
import { scanFile } from "./page-facts.ts";

interface Expected {
  readonly pageKind: string;
  readonly cells: readonly string[];
  readonly tables: readonly {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly complete: boolean;
  }[];
  readonly facts: readonly string[];
}

const PAGES = join(import.meta.dirname, "../pages");
const names = readdirSync(PAGES)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -".html".length));

const counts = { right: 0, read: 0, expected: 0 };

function readPage(name: string): Expected {
  const html = readFileSync(join(PAGES, `${name}.html`), "utf8");
  const scan = scanFile(html, document);
  const { pageKind, facts } = readFrame(scan, [], 1, newMemory());
  return {
    pageKind,
    cells: scan.cells.map(({ label, value }) => `${label}=${value}`),
    tables: scan.tables.map(({ columns, rows, complete }) => ({
      columns,
      rows: rows.map(({ cells }) => cells),
      complete,
    })),
    facts: facts.map(
      ({ entity, field, state, value, reason }) =>
        `${entity}.${field}=${state}:${Array.isArray(value) ? value.join("、") : (value ?? reason ?? "")}`,
    ),
  };
}

function count(read: readonly string[], expected: readonly string[]): void {
  const left = [...expected];
  for (const one of read) {
    const at = left.indexOf(one);
    if (at < 0) continue;
    left.splice(at, 1);
    counts.right++;
  }
  counts.read += read.length;
  counts.expected += expected.length;
}

test.each(names)("%s is read as it was seen", (name) => {
  const expected = JSON.parse(readFileSync(join(PAGES, `${name}.json`), "utf8")) as Expected;
  const read = readPage(name);
  count([...read.cells, ...read.facts], [...expected.cells, ...expected.facts]);
  expect(read).toEqual(expected);
});

test("there are pages to read", () => {
  expect(names.length).toBeGreaterThanOrEqual(9);
});

afterAll(() => {
  const share = (of: number): string => `${((100 * counts.right) / Math.max(1, of)).toFixed(1)} %`;
  console.info(
    `frozen pages: precision ${share(counts.read)}, recall ${share(counts.expected)} of ${counts.expected}`,
  );
});
