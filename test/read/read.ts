// Reads one page with the built extension and prints what it saw as JSON: npm run -s read -- URL [--wait CSS|ms] [--click CSS]…
import * as v from "valibot";
import type { SeenRow, SeenTable } from "../../extension/protocol/frame-scan.ts";
import type { TabDescription } from "../../extension/protocol/messages.ts";
import { judgementToJson } from "../../shared/rules/judgement-json.ts";
import { factToJson, type ReadingJson, readingJson } from "../../shared/rules/reading-json.ts";
import { Stop, stopLine } from "../../worker/cli/stop.ts";
import { readArguments } from "./arguments.ts";
import { openBrowser } from "./browser.ts";
import { serveFile } from "./serve-file.ts";
import { visit } from "./visit.ts";

const order = (path: string): readonly number[] => (path === "" ? [] : path.split("/").map(Number));

function byPath(a: string, b: string): number {
  const [left, right] = [order(a), order(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const by = (left[at] ?? -1) - (right[at] ?? -1);
    if (by !== 0) return by;
  }
  return 0;
}

const tableOf = ({ columns, rows, css }: SeenTable, frame: string): ReadingJson["tables"][number] => ({
  columns: [...columns],
  rows: rows.map(({ cells }: SeenRow) => [...cells]),
  css,
  frame,
});

/** What the tool prints of what the frames saw. */
export function printed(url: string, seen: TabDescription): ReadingJson {
  const frames = [...seen.frames].sort((a, b) => byPath(a.scan?.frame ?? "", b.scan?.frame ?? ""));
  const scans = frames.flatMap(({ scan }) => (scan === undefined ? [] : [scan]));
  const readings = frames.flatMap(({ reading }) => (reading === undefined ? [] : [reading]));
  const main = readings.reduce<(typeof readings)[number] | undefined>(
    (best, one) => (best === undefined || one.facts.length > best.facts.length ? one : best),
    undefined,
  );
  return {
    url,
    pageKind: main?.pageKind ?? "",
    cells: scans.flatMap((scan) =>
      scan.cells.map(({ label, value, codes, css }) => ({
        label: label || (codes[0] ?? ""),
        value,
        css,
        frame: scan.frame,
      })),
    ),
    tables: scans.flatMap((scan) => scan.tables.map((table) => tableOf(table, scan.frame))),
    facts: readings.flatMap(({ facts }) => facts.map(factToJson)),
    findings: seen.judgement === undefined ? [] : judgementToJson(seen.judgement, seen.pack).findings,
    slow: scans.some(({ slow }) => slow),
    unread: [
      ...scans.flatMap(({ faults, frame }) => faults.map(({ css, why }) => ({ why, css, frame }))),
      ...frames.flatMap(({ scan }) =>
        scan === undefined ? [{ why: "一个框架没有读完", css: "", frame: "" }] : [],
      ),
    ],
  };
}

async function run(): Promise<string> {
  const { url, steps } = readArguments(process.argv.slice(2));
  const served = url.startsWith("file:") ? await serveFile(url) : undefined;
  try {
    const opened = await openBrowser();
    try {
      const seen = await visit(opened, served?.url ?? url, url, steps);
      return JSON.stringify(v.parse(readingJson, printed(url, seen)), null, 2);
    } finally {
      await opened.close();
    }
  } finally {
    await served?.close();
  }
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
