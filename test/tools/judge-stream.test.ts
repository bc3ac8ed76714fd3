// Runs the judge over a file of many cases: the summary, bad lines by number, and input that cannot be read at all.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, describe, expect, test } from "vitest";
import { tallyJson } from "../../shared/rules/tally/tally-json.ts";
import { ROOT } from "../../worker/cli/catalogue-files.ts";
import { linesOf } from "../../worker/cli/lines.ts";

const folder = mkdtempSync(join(tmpdir(), "first-button-stream-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(...args: readonly string[]) {
  const done = spawnSync(process.execPath, [join(ROOT, "worker/cli/judge.ts"), ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const AT = ["--at", "2022-03-10T09:00+08:00"] as const;
const UNITS = ["星河市局东港派出所", "星河市局西山派出所"];
const bailCase = (i: number) => ({
  case: { number: `A9901${i}`, category: "刑事", ...(i % 4 === 3 ? {} : { unit: UNITS[i % 2] }) },
  measures: [
    {
      kind: "取保候审",
      startedAt: i % 2 === 0 ? "1982-07-16T09:00+08:00" : "2022-03-01T09:00+08:00",
      endedAt: null,
    },
  ],
});
const jsonl = (cases: readonly unknown[]): string => cases.map((one) => JSON.stringify(one)).join("\n");

function summed(path: string, ...args: readonly string[]) {
  const { code, out, err } = run("--stream", path, ...AT, "--json", ...args);
  expect(code, err).toBe(0);
  return { tally: v.parse(tallyJson, JSON.parse(out)), err };
}

describe("a file of cases", () => {
  test("is summed up by rule and by unit; the counts add up", () => {
    const { tally, err } = summed(
      file("good.jsonl", jsonl(Array.from({ length: 200 }, (_, i) => bailCase(i)))),
    );
    expect([tally.at, tally.lines, tally.cases, tally.bad.count]).toEqual([
      "2022-03-10T09:00+08:00",
      200,
      200,
      0,
    ]);
    expect(tally.rules.find(({ rule }) => rule === "bail-overrun")).toMatchObject({
      breached: 100,
      due: 100,
      unknown: 0,
    });
    expect(new Map(tally.units.map(({ unit, cases }) => [unit, cases]))).toEqual(
      new Map([
        [null, 50],
        [UNITS[0], 100],
        [UNITS[1], 50],
      ]),
    );
    for (const key of ["met", "moot", "due", "breached", "unknown"] as const) {
      const sum = (list: readonly Record<typeof key, number>[]) =>
        list.reduce((all, one) => all + one[key], 0);
      expect([sum(tally.rules), sum(tally.units)]).toEqual([tally.findings[key], tally.findings[key]]);
    }
    const { met, due, breached, unknown } = tally.findings;
    expect(tally.unknownRate).toBeCloseTo(unknown / (met + due + breached + unknown), 3);
    expect(err).toMatch(/已判 200 案，坏行 0，每秒 \d+ 案，100 %/);
  });

  test("what was missing most comes first, with its word on screen", () => {
    const blind = Array.from({ length: 5 }, () => ({ measures: [{ kind: "取保候审", endedAt: null }] }));
    const { tally } = summed(file("blind.jsonl", jsonl(blind)));
    expect(tally.missing.find(({ field }) => field === "measures.startedAt")).toMatchObject({
      label: "强制措施 · 执行时间",
    });
    const counts = tally.missing.map(({ findings }) => findings);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(tally.rules.find(({ rule }) => rule === "bail-overrun")?.unknown).toBe(5);
  });

  test("a bad line is named by its number and does not stop the rest; blank lines are none", () => {
    const good = JSON.stringify(bailCase(0));
    const lines = [`\ufeff${good}`, "", "{", '{"mesures":[]}', good, "[]", good];
    const bytes = Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n`), Buffer.from([0xff, 0xfe, 0x0a])]);
    const { tally, err } = summed(file("mixed.jsonl", bytes));
    expect([tally.lines, tally.cases]).toEqual([7, 3]);
    expect(tally.bad.first.map(({ line, code }) => [line, code])).toEqual([
      [3, "bad-json"],
      [4, "unknown-field"],
      [6, "bad-shape"],
      [8, "bad-encoding"],
    ]);
    expect(err).toContain("第 4 行：mesures：");
  });

  test("without --json it is printed for people", () => {
    const { code, out } = run("--stream", file("few.jsonl", jsonl([bailCase(0), bailCase(1)])), ...AT);
    expect(code).toBe(0);
    expect(out).toContain("2 案，坏行 0");
    expect(out).toContain("bail-overrun");
  });
});

describe("nothing to judge is exit 2 and one clear line at the end", () => {
  test.each<[string, () => readonly string[], string]>([
    ["no such file", () => ["--stream", join(folder, "none.jsonl"), ...AT], "none.jsonl"],
    ["a folder", () => ["--stream", folder, ...AT], "是文件夹"],
    ["an empty file", () => ["--stream", file("empty.jsonl", "\n\n"), ...AT], "文件是空的"],
    ["no readable line", () => ["--stream", file("bad.jsonl", "{\n[]"), ...AT], "2 行都读不了"],
    [
      "a moment without zone",
      () => ["--stream", file("g.jsonl", "{}"), "--at", "2026-03-01T09:00"],
      "带时区",
    ],
    [
      "a file beside it",
      () => ["--stream", file("h.jsonl", "{}"), join(folder, "x.json"), ...AT],
      "--stream 已经给出文件",
    ],
  ])("%s", (_, args, say) => {
    const { code, out, err } = run(...args());
    expect([code, out]).toEqual([2, ""]);
    expect(err.trimEnd().split("\n").at(-1)).toContain(say);
  });
});

test("a line beyond the limit is skipped without being kept, the next is read", async () => {
  const path = file("long.jsonl", `${"x".repeat(700_000)}\nshort\n${"y".repeat(20)}`);
  const read: [number, boolean, string][] = [];
  for await (const { number, good, text } of linesOf(path, 100)) read.push([number, good, text]);
  expect(read).toEqual([
    [1, false, "too-large"],
    [2, true, "short"],
    [3, true, "y".repeat(20)],
  ]);
});
