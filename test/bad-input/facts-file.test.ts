// Malformed facts files at the command line: one clear Chinese line and exit 2, or a verdict that accuses nobody.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readFactsText } from "../../shared/facts/read-json.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "facts-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const judge = (args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    const node = join(root, "node_modules/.bin/node");
    execFile(node, [join(root, "worker/cli/judge.ts"), ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

let files = 0;
const judgeText = (text: string, at = "2026-07-01T09:00+08:00"): Promise<Ended> => {
  const file = join(folder, `${++files}.json`);
  writeFileSync(file, text);
  return judge([file, "--at", at]);
};

/** The file of one detention, as text, with one field written in another way. */
const detention = (change: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    measures: [
      {
        id: "m1",
        kind: "刑事拘留",
        startedAt: "2026-06-09T20:30+08:00",
        sentToHouseAt: "2026-06-10T10:00+08:00",
        endedAt: null,
        ...change,
      },
    ],
  });

const REFUSED: Readonly<Record<string, readonly [text: string, say: string]>> = {
  "an empty file": ["", "JSON"],
  "no JSON": ["hello", "JSON"],
  "half a file": [detention({}).slice(0, 60), "JSON"],
  null: ["null", "对象"],
  "a list": ["[]", "对象"],
  "a text": ['"case"', "对象"],
  "an element as list": ['{"case":[]}', "对象"],
  "a list as element": ['{"measures":{}}', "列表"],
  "null for a list": ['{"measures":null}', "列表"],
  "null in a list": ['{"measures":[null]}', "对象"],
  "an element that is none": ['{"pets":[]}', "没有要素 pets"],
  "a misspelt field": [detention({ startdAt: null }), "是否想写 startedAt"],
  "one field by two names": [detention({ 执行时间: null }), "同一个字段"],
  "one field by name and code": [detention({ ZXSJ: null }), "同一个字段"],
  "two elements of one id": ['{"measures":[{"id":"m1"},{"id":"m1"}]}', "两个 id"],
  "one list twice": ['{"measures":[],"强制措施":[]}', "写了两次"],
  "an id with a slash": [detention({ id: "../m1" }), "id"],
  "a number for a choice": [detention({ kind: 1 }), "强制措施种类"],
  "an unknown choice": [detention({ kind: "刑事拘流" }), "是否想写 刑事拘留"],
  "an empty text for an instant": [detention({ startedAt: "" }), "不能识别"],
  "30 February": [detention({ startedAt: "2025-02-30" }), "2025-02-30"],
  "29 February of a common year": [detention({ startedAt: "2026-02-29T09:00+08:00" }), "不能识别"],
  "a date with slashes": [detention({ startedAt: "2025/1/5" }), "2025/1/5"],
  "a date in Chinese numerals": [detention({ startedAt: "二〇二五年一月五日" }), "不能识别"],
  "a date of eight digits": [detention({ startedAt: "20250105" }), "不能识别"],
  "a number of eight digits": [detention({ startedAt: 20250105 }), "不能识别"],
  "24 o'clock and a half": [detention({ startedAt: "2026-06-09T24:30+08:00" }), "不能识别"],
  "25 o'clock": [detention({ startedAt: "2026-06-09T25:00+08:00" }), "不能识别"],
  "an instant without its offset": [detention({ startedAt: "2026-06-09T20:30" }), "不能识别"],
  "a number for an instant": [detention({ startedAt: 1e15 }), "不能识别"],
  "the year 9999": [detention({ startedAt: "9999-12-31T00:00+08:00" }), "不能识别"],
  "a list for an instant": [detention({ startedAt: ["2026-06-09"] }), "不能识别"],
  "true for an instant": [detention({ startedAt: true }), "不能识别"],
  "a prototype in the file": ['{"__proto__":{"case":{}},"case":{}}', "__proto__"],
  "a prototype in an element": ['{"measures":[{"__proto__":{"kind":"刑事拘留"}}]}', "__proto__"],
  "a constructor": ['{"constructor":{}}', "constructor"],
  "a hundred thousand levels": [`{"case":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "对象"],
  "a hundred thousand levels in a field": [
    `{"measures":[{"kind":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}]}`,
    "强制措施种类",
  ],
  "five megabytes": [JSON.stringify({ case: { name: "案".repeat(5_000_000) } }), "超过"],
  "a million elements": [`{"measures":[${"{},".repeat(999_999)}{}]}`, "超过"],
};

describe("a facts file with", () => {
  test.each(Object.entries(REFUSED))("%s is refused", (_, [text, say]) => {
    const read = readFactsText(text);
    expect(read.ok).toBe(false);
    const { message, at = "" } = read.ok ? { message: "" } : read.refusal;
    expect(`${at} ${message}`).toContain(say);
    expect(message).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
    expect(message.length).toBeLessThan(300);
  });
});

/** One of each kind goes the whole way through the command. */
const WHOLE_WAY = [
  "an empty file",
  "null in a list",
  "one field by two names",
  "an unknown choice",
  "30 February",
  "a number for an instant",
  "a prototype in the file",
  "a hundred thousand levels in a field",
  "five megabytes",
];

describe("the command, given a file with", () => {
  test.each(WHOLE_WAY)("%s, ends with one line", async (name) => {
    const [text, say] = REFUSED[name] ?? ["{}", "?"];
    const { code, out, err } = await judgeText(text);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^事实文件 [^\n]{5,600}\n$/);
    expect(err.slice(err.indexOf(".json") + 5)).toContain(say);
    expect(err).not.toMatch(/\bat .*:\d+:\d+|node:internal|Error:/);
  });
});

/** What is no mistake of the file's form gets its verdict; none of these may be breached, and none met. */
const JUDGED: Readonly<
  Record<string, readonly [change: Readonly<Record<string, unknown>>, verdict: string, missing: string]>
> = {
  "a missing beginning": [{ startedAt: undefined }, "unknown", "measures/m1.startedAt"],
  "a missing kind": [{ kind: undefined }, "unknown", "measures/m1.kind"],
  "a missing end": [{ sentToHouseAt: undefined }, "unknown", "measures/m1.sentToHouseAt"],
  "a blank beginning": [{ startedAt: null }, "unknown", "measures/m1.startedAt"],
  "an end before the beginning": [{ sentToHouseAt: "2026-06-09T20:29+08:00" }, "unknown", ""],
};

describe("a facts file with", () => {
  test.each(Object.entries(JUDGED))(
    "%s is not known to be kept or broken",
    async (_, [change, verdict, missing]) => {
      const { code, out, err } = await judgeText(detention(change));
      expect([code, err]).toEqual([0, ""]);
      const findings = (
        JSON.parse(out) as { findings: { rule: string; verdict: string; missing: string[] }[] }
      ).findings;
      const [found] = findings.filter(({ rule }) => rule === "detention-transfer-late");
      expect([found?.verdict, found?.missing.join()]).toEqual([verdict, missing]);
    },
  );
});

describe("the command", () => {
  const file = join(folder, "good.json");
  writeFileSync(file, detention({}));
  const AT = "2026-07-01T09:00+08:00";
  const CALLS: Readonly<Record<string, readonly [args: readonly string[], say: string]>> = {
    "without a file": [["--at", AT], "事实文件"],
    "with a file that is not there": [[join(folder, "none.json"), "--at", AT], "读不到"],
    "with a folder": [[folder, "--at", AT], "读不到"],
    "without an instant": [[file], "--at"],
    "with a day that is none": [[file, "--at", "2026-02-30T09:00+08:00"], "不能识别"],
    "with an unknown option": [[file, "--at", AT, "--fast"], "--fast"],
    "with a pack that is no pack": [[file, "--at", AT, "--pack", file], "规则包"],
  };
  test.each(Object.entries(CALLS))("%s ends with one line", async (_, [args, say]) => {
    const { code, out, err } = await judge(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^[^\n]{5,600}\n$/);
    expect(err).toContain(say);
    expect(err).not.toMatch(/node:internal|Error:/);
  });

  test("with a good file prints its findings", async () => {
    const { code, out } = await judge([file, "--at", AT]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ at: AT });
  });
});
