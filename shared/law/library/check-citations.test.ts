// Proves that a citation holds only where its article is there and names the rule's numbers.
import { describe, expect, test } from "vitest";
import { type CitingRule, checkCitations, holds } from "./check-citations.ts";
import { joinPieces } from "./join-pieces.ts";
import { readStatute, type StatuteFile } from "./read-statute.ts";
import { KNOWN, RIVER } from "./samples.ts";
import { names, spansIn } from "./spans-in.ts";
import type { StatuteText } from "./statute-text.ts";

function file(text: string, name: string): StatuteFile {
  const done = readStatute(text, name, KNOWN);
  if (!done.ok) throw new Error(done.refusal.message);
  return done.value;
}

const river = file(RIVER, "r.md").text;
const cite = (article: string, edition = "2023-10-09", statute = "星河市巡河条例") => ({
  statute,
  edition,
  article,
});
const clock = (limit: string) => ({ from: "a", limit, count: "hours" as const, until: "b", warn: [] });
const rule = (basis: CitingRule["basis"], more: Partial<CitingRule> = {}): CitingRule => ({
  id: "late",
  basis,
  ...more,
});
const check = (one: CitingRule, texts: readonly StatuteText[] = [river]) =>
  checkCitations([one], texts, KNOWN);
const kinds = (one: CitingRule, texts?: readonly StatuteText[]) =>
  check(one, texts).problems.map(({ kind }) => kind);

describe("citations", () => {
  test("an article that is there and says the number holds", () => {
    const done = check(
      rule([cite("2")], { clock: clock("24 hours"), extend: [{ to: "48 hours", approver: "河长" }] }),
    );
    expect([done.citations, done.found, done.problems, holds(done)]).toEqual([1, 1, [], true]);
  });

  test.each<[string, CitingRule, string[]]>([
    ["no text of the statute", rule([cite("1", "2020-02-03", "关于灯塔值守的规定")]), ["missing-statute"]],
    ["another edition only", rule([cite("1", "2015-03-01")]), ["missing-edition"]],
    ["no such article", rule([cite("4")]), ["missing-article"]],
    ["another number", rule([cite("2")], { clock: clock("12 hours") }), ["number"]],
    [
      "an extension that nobody gives",
      rule([cite("2")], { clock: clock("24 hours"), extend: [{ to: "96 hours", approver: "河长" }] }),
      ["number"],
    ],
    ["hours in a condition", rule([cite("2")], { require: "hoursBetween(a, b) <= 8.0" }), ["number"]],
  ])("%s", (_, one, expected) => {
    expect(kinds(one)).toEqual(expected);
    expect(holds(check(one))).toBe(false);
  });

  test("minutes of our own and templates that wait for a local value need no number", () => {
    expect(kinds(rule([cite("1")], { clock: { ...clock("30 minutes"), count: "at-once" } }))).toEqual([]);
    expect(kinds(rule([cite("1")], { clock: clock("30 hours"), needs: "本地时限" }))).toEqual([]);
  });

  test("an article that a fragment leaves out is unknown, not wrong", () => {
    const part: StatuteText = { ...river, partial: true };
    const done = check(rule([cite("4")], { clock: clock("12 hours") }), [part]);
    expect(done.problems.map(({ kind }) => kind)).toEqual(["not-held"]);
    expect(holds(done)).toBe(true);
  });

  test("where one of the articles could not be read, a number may stand in that one", () => {
    const both = [cite("2"), cite("1", "2020-02-03", "关于灯塔值守的规定")];
    expect(kinds(rule(both, { clock: clock("12 hours") }))).toEqual(["missing-statute"]);
  });

  test("a number that one edition has and the other not is told; a step for one edition is asked of that one", () => {
    const old = file(
      RIVER.replace("2023-10-09", "2015-03-01")
        .replace("2024-01-01", "2015-05-01")
        .replace("二十四小时", "八小时"),
      "o.md",
    ).text;
    const both = [cite("2"), cite("2", "2015-03-01")];
    const one = rule(both, { clock: clock("24 hours") });
    expect(check(one, [river, old]).problems).toMatchObject([{ kind: "number", edition: "2015-03-01" }]);
    const step = { to: "24 hours", when: 'edition == "2023-10-09"', approver: "河长" };
    expect(kinds(rule([cite("2")], { extend: [step] }), [river, old])).toEqual([]);
  });

  test("a first day in force that differs from ours is told once", () => {
    const done = checkCitations([], [{ ...river, from: "2024-02-01" }], KNOWN);
    expect(done.problems.map(({ kind, say }) => [kind, say])).toEqual([
      ["in-force", "文件写 2024-02-01 起施行，目录写 2024-01-01"],
    ]);
  });
});

describe("spans", () => {
  const spans = spansIn(
    "二十四小时、一日至四日、７２小时、3个工作日、两个月、半年以上、第五日、2018年10月26日、十月二日",
  );
  test.each([
    ["24 hours", true],
    ["48 hours", false],
    ["1 days", true],
    ["4 days", true],
    ["5 days", true],
    ["3 workdays", true],
    ["2 months", true],
    ["6 months", true],
    ["26 days", false],
    ["2 days", false],
    ["9 days", false],
  ])("%s → %s", (text, expected) => {
    const [amount = "", unit = ""] = text.split(" ");
    expect(names(spans, { amount: Number(amount), unit: unit as "days" })).toBe(expected);
  });
});

describe("pieces", () => {
  const up = file("第一条 甲。\n第二条 乙。", "星河市巡河条例_2015-03-01_上.md");
  const down = file("第三条 丙。", "星河市巡河条例_2015-03-01_下.md");

  test("are joined in order, whatever the order of files", () => {
    const joined = joinPieces([down, up]);
    expect(
      joined.ok &&
        joined.value.map(({ articles, partial }) => [articles.map(({ number }) => number), partial]),
    ).toEqual([[["1", "2", "3"], undefined]]);
  });

  test("one alone is a partial text; the same article in two is refused", () => {
    const alone = joinPieces([up]);
    expect(alone.ok && alone.value[0]?.partial).toBe(true);
    expect(joinPieces([up, up])).toMatchObject({ ok: false, refusal: { code: "doubled-article" } });
  });
});
