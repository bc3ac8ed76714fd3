// Runs the judge as a person would from the command line, with good and with bad input.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, describe, expect, test } from "vitest";
import { type JudgementJson, judgementJson } from "../../shared/rules/judgement-json.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { signPack } from "../../shared/rules/signed-pack.ts";
import { PACK_FILE } from "../../worker/cli/base-pack.ts";
import { ROOT } from "../../worker/cli/catalogue-files.ts";

const folder = mkdtempSync(join(tmpdir(), "first-button-judge-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and answers its path; what is no text is written as JSON. */
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function run(tool: "judge" | "catalogue", ...args: readonly string[]) {
  const done = spawnSync(process.execPath, [join(ROOT, `worker/cli/${tool}.ts`), ...args], {
    encoding: "utf8",
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const AT = ["--at", "2022-03-10T09:00+08:00"] as const;
const bail = { kind: "取保候审", startedAt: "1982-07-16T09:00+08:00", endedAt: null };

function judged(facts: unknown, ...args: readonly string[]): JudgementJson {
  const { code, out, err } = run("judge", file("facts.json", facts), ...(args.length > 0 ? args : AT));
  expect(err).toBe("");
  expect(code).toBe(0);
  return v.parse(judgementJson, JSON.parse(out));
}

const of = (judgement: JudgementJson, rule: string) => judgement.findings.filter((one) => one.rule === rule);

describe("good input", () => {
  test("a man on bail since 1982 is overdue in 2022; the answer names clause, edition and working", () => {
    const judgement = judged({ measures: [{ id: "m7", ...bail }] });
    const [found] = of(judgement, "bail-overrun");
    expect(found).toMatchObject({
      on: "measures/m7",
      verdict: "breached",
      colour: "red",
      statute: "刑事诉讼法",
    });
    expect(found).toMatchObject({ edition: "2018-10-26", article: "79", missing: [] });
    expect(found?.since).toMatch(/^1998-01-0\dT23:59\+08:00$/);
    expect(found?.working.at(-1)?.step).toBe("超过");
    expect(found?.fields).toContainEqual({
      path: "measures/m7.startedAt",
      label: "执行时间",
      state: "known",
      value: "1982-07-16T09:00+08:00",
    });
    expect(judgement.at).toBe("2022-03-10T09:00+08:00");
    expect(judgement.pack.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("keys may be ids, labels or codes; what is left out is unread and named", () => {
    const [found] = of(judged({ 强制措施: [{ QZCSZL: "取保候审", 解除时间: null }] }), "bail-overrun");
    expect([found?.on, found?.verdict, found?.missing]).toEqual([
      "measures/m1",
      "unknown",
      ["measures/m1.startedAt"],
    ]);
  });

  test("a list with + may have more: its rest is unknown", () => {
    const held = { ...bail, kind: "刑事拘留", startedAt: "2022-03-01T09:00+08:00", sentToHouseAt: null };
    const found = of(judged({ "measures+": [held] }), "detention-transfer-late");
    expect(found.map(({ on, verdict }) => [on, verdict])).toEqual([
      ["measures/m1", "breached"],
      ["measures", "unknown"],
    ]);
    // Among the rest may be the arrest that ended the bail.
    const [bailed] = of(judged({ "measures+": [bail] }), "bail-overrun");
    expect([bailed?.verdict, bailed?.missing]).toEqual(["unknown", ["measures"]]);
  });

  test("at nextChange the answer is another, a moment before it is not", () => {
    const facts = { measures: [{ ...bail, startedAt: "2026-01-10T09:00+08:00" }] };
    const answers = (at: string) =>
      judged(facts, "--at", at).findings.map(({ rule, on, verdict, colour }) => [rule, on, verdict, colour]);
    const { nextChange } = judged(facts, "--at", "2026-02-01T09:00+08:00");
    expect(nextChange).not.toBeNull();
    const before = new Date(Date.parse(nextChange ?? "") - 60_000).toISOString();
    expect(answers(before)).toEqual(answers("2026-02-01T09:00+08:00"));
    expect(answers(nextChange ?? "")).not.toEqual(answers(before));
  });

  test("an empty case is no error", () => {
    expect(judged({}).findings.every(({ verdict }) => verdict === "unknown")).toBe(true);
  });

  test("another pack, plain or signed, judges instead", () => {
    judged({});
    const base = JSON.parse(readFileSync(PACK_FILE, "utf8")) as Pack;
    const other: Pack = {
      ...base,
      label: "本地 3",
      revision: 3,
      rules: base.rules.filter(({ id }) => id === "bail-overrun"),
    };
    const signed = signPack(other, "11".repeat(32));
    for (const args of [
      ["--pack", file("pack.json", other)],
      ["--pack", file("signed.json", signed), "--key", signed.key],
    ]) {
      const judgement = judged({ measures: [bail] }, ...AT, ...args);
      expect(judgement.pack).toMatchObject({ label: "本地 3", revision: 3, hash: signed.hash });
      expect(judgement.findings.map(({ rule }) => rule)).toEqual(["bail-overrun"]);
    }
  });

  test("the catalogue is listed, as text and as JSON", () => {
    expect(run("catalogue", "--list").out).toContain("bail-overrun");
    const listed = run("catalogue", "--json").out;
    const rules = JSON.parse(listed) as { id: string; examples: number; attest?: unknown }[];
    expect(rules.length).toBeGreaterThanOrEqual(20);
    expect(rules.every(({ examples, attest }) => examples >= 3 || attest !== undefined)).toBe(true);
  });
});

describe("bad input is answered with one line and exit 2", () => {
  const facts = () => file("good.json", {});
  const signed = () => signPack(JSON.parse(readFileSync(PACK_FILE, "utf8")) as Pack, "11".repeat(32));
  test.each<[string, () => readonly string[], string]>([
    ["no file", () => AT, "要给出一个事实文件"],
    ["two files", () => [facts(), facts(), ...AT], "要给出一个事实文件"],
    ["no moment", () => [facts()], "缺少 --at"],
    ["a moment without zone", () => [facts(), "--at", "2026-03-01T09:00"], "带时区"],
    ["only a day", () => [facts(), "--at", "2026-03-01"], "带时区"],
    ["an unknown option", () => [facts(), ...AT, "--when"], "--when"],
    ["a file that is not there", () => [join(folder, "none.json"), ...AT], "none.json"],
    ["a folder", () => [folder, ...AT], "读不到"],
    ["no JSON", () => [file("a.json", "{"), ...AT], "JSON"],
    ["a list", () => [file("b.json", []), ...AT], "对象"],
    ["an unknown element", () => [file("c.json", { mesures: [] }), ...AT], "measures"],
    ["an unknown field", () => [file("d.json", { measures: [{ startAt: null }] }), ...AT], "startedAt"],
    [
      "a value that a choice has not",
      () => [file("e.json", { measures: [{ kind: "软禁" }] }), ...AT],
      "软禁",
    ],
    [
      "a day that does not exist",
      () => [file("f.json", { measures: [{ startedAt: "2025-02-30" }] }), ...AT],
      "2025-02-30",
    ],
    ["a pack that is no JSON", () => [facts(), ...AT, "--pack", file("g.json", "x")], "JSON"],
    ["a pack that is none", () => [facts(), ...AT, "--pack", file("h.json", {})], "bad-shape"],
    [
      "an altered pack",
      () => [facts(), ...AT, "--pack", file("i.json", { ...signed(), body: `${signed().body} ` })],
      "bad-signature",
    ],
    [
      "an unsigned pack where a key is asked",
      () => [facts(), ...AT, "--pack", PACK_FILE, "--key", "ab".repeat(32)],
      "unsigned-pack",
    ],
    [
      "another's pack",
      () => [facts(), ...AT, "--pack", file("j.json", signed()), "--key", "ab".repeat(32)],
      "bad-signature",
    ],
  ])("%s", (_, args, say) => {
    const { code, out, err } = run("judge", ...args());
    expect(out).toBe("");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(say);
    expect(code).toBe(2);
  });
});
