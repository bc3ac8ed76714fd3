// Proves that judging by the index leaves nothing out but what does not apply.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactSheet } from "../../shared/facts/sheet.ts";
import { checkCondition } from "../../shared/rules/check-condition.ts";
import { demandsOf } from "../../shared/rules/discriminators.ts";
import { judge } from "../../shared/rules/judge.ts";
import type { PackedRule } from "../../shared/rules/pack.ts";
import { candidates, indexOf } from "../../shared/rules/rule-index.ts";
import { at, judged, measure, SAMPLE } from "../../shared/rules/sample-rule.ts";
import { judgeSpeaking } from "../../shared/rules/speaking.ts";
import { bareVariation, packed, whole } from "./varied-cases.ts";

test("what speaks is what judging every rule says, without what does not apply", () => {
  let left = 0;
  let kept = 0;
  fc.assert(
    fc.property(bareVariation, ({ sheet, now }) => {
      const all = judge(whole, sheet, now);
      const speaking = judgeSpeaking(whole, sheet, now);
      const wanted = all.findings.filter(({ applies }) => applies !== "no");
      expect(speaking).toEqual({ ...all, findings: wanted });
      left += all.findings.length - wanted.length;
      kept += wanted.length;
    }),
    { numRuns: 120, endOnFailure: true },
  );
  expect(Math.min(left, kept)).toBeGreaterThan(1_000);
});

describe("demands", () => {
  const demands = (when: string, more: Partial<PackedRule> = {}) => {
    const tree = checkCondition(when, { each: "measures", editions: ["2018-11-25"], at: "when" });
    if (!tree.ok) throw new Error(tree.refusal.message);
    const { examples: _, clock: _c, when: _w, ...rest } = SAMPLE;
    const rule = { ...rest, source: {}, when: tree.value, ...more } as unknown as PackedRule;
    return demandsOf(rule).all.map(({ test, values }) => `${test.key} ${values.join("|")}`);
  };

  test.each([
    ['kind == "传唤"', ["measures.kind 传唤"]],
    ['"传唤" == kind && !blank(startedAt)', ["measures.kind 传唤"]],
    ['kind == "传唤" || kind == "拘传"', ["measures.kind 传唤|拘传"]],
    [
      'kind in ["传唤", "拘传"] && case.category == "刑事"',
      ["measures.kind 传唤|拘传", "case.category 刑事"],
    ],
    ['documents.exists(d, blank(d.madeAt) && d.kind == "拘传证")', ["*documents.kind 拘传证"]],
    ['documents.exists(d, d.kind == "拘传证" || blank(d.kind))', []],
    ['documents.all(d, d.kind == "拘传证")', []],
    ['!(kind == "传唤")', []],
    ['kind == "传唤" || extension == "未延长"', []],
    ['kind != "传唤"', []],
    ['blank(kind) ? kind == "传唤" : kind == "拘传"', []],
  ])("of %s", (when, wanted) => expect(demands(when)).toEqual(wanted));

  test("the kinds of case count among them", () => {
    expect(demands('kind == "传唤"', { kinds: ["行政"] })).toEqual([
      "case.category 行政",
      "measures.kind 传唤",
    ]);
  });
});

test("an unread field may have any value, a blank one has none", () => {
  const kinds = (sheet: FactSheet): readonly string[] =>
    judged({ when: 'kind == "传唤"' }, sheet, at("2026-03-02 12:00")).findings.map(({ applies }) => applies);
  expect(kinds(measure({ startedAt: 0 }))).toEqual(["unknown"]);
  expect(kinds(measure({ kind: null, startedAt: 0 }))).toEqual(["no"]);
});

test("most rules are not even tried", () => {
  const index = indexOf(whole).find(({ each }) => each === "measures")!;
  let tried = 0;
  const element = { id: "m1", cells: { kind: "取保候审" } };
  candidates(index.root, { each: "measures", element, sheet: {} }, () => tried++);
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThan(packed.filter(({ each }) => each === "measures").length / 2);
});
