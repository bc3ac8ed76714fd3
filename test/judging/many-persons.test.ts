// Proves that a case of ten thousand persons is read and judged whole, in time that grows with their number.
import { describe, expect, test } from "vitest";
import { readFactsText } from "../../shared/facts/read-json.ts";
import type { FactSheet } from "../../shared/facts/sheet.ts";
import { judge, outcomes } from "../../shared/rules/judge.ts";
import { at } from "../../shared/rules/sample-rule.ts";
import { whole } from "./varied-cases.ts";

const LATE = at("2026-03-20 10:00");

describe("a case of ten thousand persons", () => {
  const person = (i: number) => ({
    id: `p${i}`,
    role: i % 3 === 0 ? "犯罪嫌疑人" : "被害人",
    minor: i % 7 === 0 ? "是" : "否",
    sex: i % 2 === 0 ? "女" : "男",
    arrivedAt: "2026-03-01T09:00+08:00",
  });
  const sheetOf = (n: number): FactSheet => {
    const ids = Array.from({ length: n }, (_, i) => i + 1);
    const documents = ids.map((i) => ({
      id: `d${i}`,
      person: `p${i}`,
      kind: "诉讼权利告知书",
      madeAt: "2026-03-01T09:00+08:00",
      servedAt: null,
    }));
    const read = readFactsText(
      JSON.stringify({
        case: { category: "刑事" },
        persons: ids.map(person),
        documents,
        measures: [],
        interviews: [],
      }),
    );
    if (!read.ok) throw new Error(read.refusal.message);
    return read.value;
  };
  const seconds = (run: () => unknown): number => {
    const begun = performance.now();
    run();
    return (performance.now() - begun) / 1000;
  };

  test("is read and judged whole, in time that grows with their number", () => {
    const [few, many] = [sheetOf(1_000), sheetOf(10_000)];
    outcomes(whole, few, LATE);
    const one = Math.max(
      0.01,
      seconds(() => outcomes(whole, few, LATE)),
    );
    expect(seconds(() => outcomes(whole, many, LATE))).toBeLessThan(40 * one);
    const found: { length: number } = judge(whole, many, LATE).findings;
    expect(found.length).toBeGreaterThan(10_000);
  }, 60_000);
});
