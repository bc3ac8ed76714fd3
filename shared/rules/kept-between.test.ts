// Proves that what is kept from one judging to the next, of a period or of a list, changes no answer.
import { describe, expect, test } from "vitest";
import type { Cell, FactSheet } from "../facts/sheet.ts";
import type { Rule } from "./rule.ts";
import { at, finding, judged, measure } from "./sample-rule.ts";

const START = at("2026-03-02 09:00");
const DUE = at("2026-03-02 12:00");
const SECOND = 1_000;

const several = (...all: readonly Readonly<Record<string, Cell>>[]): FactSheet => ({
  measures: { items: all.map((cells, i) => ({ id: `m${i}`, cells })), complete: true },
});
const verdicts = (sheet: FactSheet, now: number): readonly string[] =>
  judged({}, sheet, now).findings.map(({ verdict }) => verdict);

describe("a period", () => {
  test("is no other that begins in the same minute", () => {
    const [first, second] = [START, START + 40 * SECOND].map((startedAt) => ({ startedAt, endedAt: null }));
    expect(verdicts(several(first!, second!, first!), DUE + 20 * SECOND)).toEqual([
      "breached",
      "due",
      "breached",
    ]);
  });

  test("is no other that ends in the same minute, or has not ended", () => {
    const ended = [DUE, DUE + 30 * SECOND, null, undefined].map((endedAt) => ({ startedAt: START, endedAt }));
    const all = several(...ended, ...ended);
    const wanted = ["met", "breached", "breached", "unknown"];
    expect(verdicts(all, DUE + 40 * SECOND)).toEqual([...wanted, ...wanted]);
  });
});

describe("a list looked through for a witness", () => {
  // The sample's own clock is taken out.
  const rule = {
    when: 'kind == "拘传"',
    require: 'documents.exists(d, d.kind == "拘传证")',
    clock: undefined,
  } as unknown as Partial<Rule>;
  const documents = (...kinds: readonly Cell[]): FactSheet =>
    measure(
      { kind: "拘传", startedAt: START },
      { documents: { items: kinds.map((kind, i) => ({ id: `d${i}`, cells: { kind } })), complete: true } },
    );
  const found = (sheet: FactSheet) => finding(rule, sheet, DUE);

  test("names every element that it passed", () => {
    const { verdict, fields } = found(documents("传唤证", "拘留证", "拘传证", "逮捕证"));
    expect(verdict).toBe("met");
    expect(fields.map(({ path }) => path).filter((path) => path.startsWith("documents"))).toEqual([
      "documents/d0.kind",
      "documents/d1.kind",
      "documents/d2.kind",
    ]);
  });

  test("believes nothing beside a date of another age, wherever it stands", () => {
    expect(found(documents("0001-01-01", "拘传证"))).toMatchObject({ verdict: "unknown", reason: "date" });
    expect(found(documents("拘传证", "0001-01-01")).verdict).toBe("met");
  });

  test("does not take an unread one for one that was passed", () => {
    expect(found(documents("传唤证", undefined)).verdict).toBe("unknown");
    expect(found(documents("传唤证", null)).verdict).toBe("breached");
  });
});
