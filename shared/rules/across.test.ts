// Proves how an act is judged that lies across the day on which one edition gives way to the next.
import { describe, expect, test } from "vitest";
import type { Cell } from "../facts/sheet.ts";
import { judgementToJson } from "./judgement-json.ts";
import type { Rule } from "./rule.ts";
import { at, finding, judged, measure, SAMPLE } from "./sample-rule.ts";

/** Eight hours, and twelve where the younger edition lets them be prolonged. */
const RULE: Partial<Rule> = {
  act: "startedAt",
  basis: [
    { statute: "样例法", edition: "2012-10-26", article: "83" },
    { statute: "样例法", edition: "2025-06-27", article: "97" },
  ],
  clock: { ...SAMPLE.clock!, limit: "8 hours", warn: ["1 hours"] },
  extend: [{ to: "12 hours", when: 'edition == "2025-06-27" && kind == "传唤"', approver: "所长" }],
};
const begun = { startedAt: at("2025-12-31 20:00"), kind: "传唤" };
const told = (cells: Readonly<Record<string, Cell>>, now: string, rule = RULE) =>
  finding(rule, measure({ ...begun, ...cells }), at(now));
const READINGS = (one: string, other: string) => [
  { statute: "样例法", edition: "2012-10-26", editionLabel: "2012 修正", article: "83", verdict: one },
  { statute: "样例法", edition: "2025-06-27", editionLabel: "2025 修订", article: "97", verdict: other },
];

describe("a period that runs over the day of change", () => {
  test("is by one edition where it ended before", () => {
    const found = told({ endedAt: at("2025-12-31 23:59") }, "2026-02-01 09:00");
    expect([found.verdict, found.article, found.readings]).toEqual(["met", "83", undefined]);
  });

  test("is by one edition where it began after", () => {
    const found = told(
      { startedAt: at("2026-01-01 00:00"), endedAt: at("2026-01-01 10:00") },
      "2026-02-01 09:00",
    );
    expect([found.verdict, found.article, found.readings]).toEqual(["met", "97", undefined]);
  });

  test("is one answer where both agree", () => {
    const short = told({ endedAt: at("2026-01-01 03:00"), kind: "拘传" }, "2026-02-01 09:00");
    expect([short.verdict, short.readings]).toEqual(["met", undefined]);
    const long = told({ endedAt: at("2026-01-01 20:00"), kind: "拘传" }, "2026-02-01 09:00");
    expect([long.verdict, long.readings]).toEqual(["breached", undefined]);
  });

  test("shows both where they differ, and asks", () => {
    const found = told({ endedAt: at("2026-01-01 06:00") }, "2026-02-01 09:00");
    expect([found.verdict, found.reason, found.colour, found.missing]).toEqual([
      "unknown",
      "law",
      "orange",
      [],
    ]);
    expect(found.readings).toMatchObject(READINGS("breached", "met"));
    expect(found.readings?.map(({ due }) => due)).toEqual([at("2026-01-01 04:00"), at("2026-01-01 08:00")]);
    expect(found.why).toContain("新旧法");
    expect(found.open).toContain("两版结论一并列出");
    expect(found.since).toBeUndefined();
  });

  test("rings on the earlier end while it runs, and is no breach before the later one", () => {
    const running = told({ endedAt: null }, "2026-01-01 02:00");
    expect([running.verdict, running.reason, running.due, running.lenient]).toEqual([
      "due",
      "law",
      at("2026-01-01 04:00"),
      at("2026-01-01 08:00"),
    ]);
    expect(told({ endedAt: null }, "2026-01-01 05:00")).toMatchObject({ verdict: "unknown", reason: "law" });
    const over = told({ endedAt: null }, "2026-01-01 09:00");
    expect([over.verdict, over.since]).toEqual(["breached", at("2026-01-01 08:00")]);
    expect([over.edition, over.readings]).toEqual(["2012-10-26", undefined]);
  });

  test("says beforehand when the second edition will come in", () => {
    const found = told({ endedAt: null }, "2025-12-31 21:00");
    expect([found.verdict, found.readings]).toEqual(["due", undefined]);
    expect(found.nextChange).toBe(at("2026-01-01 00:00"));
    expect(told({ endedAt: null, kind: "拘传" }, "2025-12-31 21:00").nextChange).toBe(at("2026-01-01 03:00"));
  });

  test("that was over before the day of change is the older edition's alone, whatever came after", () => {
    const long = told({ startedAt: at("2025-12-20 09:00"), endedAt: null }, "2026-02-01 09:00");
    expect([long.verdict, long.edition, long.readings]).toEqual(["breached", "2012-10-26", undefined]);
    // The younger edition's twelve hours would end at midnight, the older one's eight were over at eight.
    const edge = told(
      { startedAt: at("2025-12-31 12:00"), endedAt: at("2026-01-01 00:00") },
      "2026-02-01 09:00",
    );
    expect([edge.verdict, edge.edition, edge.readings]).toEqual(["breached", "2012-10-26", undefined]);
  });

  test("is unknown by its end where that was not read", () => {
    const { endedAt: _, ...unread } = { endedAt: null, ...begun };
    const found = finding(RULE, measure(unread), at("2026-01-01 06:00"));
    expect([found.verdict, found.missing]).toEqual(["unknown", ["measures/m1.endedAt"]]);
  });

  test("prints both readings", () => {
    const sheet = measure({ ...begun, endedAt: at("2026-01-01 06:00") });
    const json = judgementToJson(judged(RULE, sheet, at("2026-02-01 09:00")), { issuer: "x", label: "1" });
    expect(json.findings[0]?.readings).toEqual([
      {
        statute: "样例法",
        edition: "2012-10-26",
        article: "83",
        verdict: "breached",
        colour: "red",
        due: "2026-01-01T04:00+08:00",
      },
      {
        statute: "样例法",
        edition: "2025-06-27",
        article: "97",
        verdict: "met",
        colour: "green",
        due: "2026-01-01T08:00+08:00",
      },
    ]);
  });
});

describe("an act without a period", () => {
  /** The younger edition lets one officer do it; the older one asks two. */
  const { clock: _clock, extend: _extend, ...plain } = RULE;
  const OFFICERS = {
    ...plain,
    clock: undefined,
    require: 'size(executors) >= 2 || (edition == "2025-06-27" && minor == "否")',
  } as unknown as Partial<Rule>;
  const one = { executors: ["韩某某"], minor: "否" };

  test.each<[string, Readonly<Record<string, Cell>>, string, string | undefined]>([
    ["before", { ...one, endedAt: at("2025-12-31 21:00") }, "breached", undefined],
    ["across", { ...one, endedAt: at("2026-01-01 01:00") }, "unknown", "law"],
    [
      "after",
      { ...one, startedAt: at("2026-01-01 00:00"), endedAt: at("2026-01-01 01:00") },
      "met",
      undefined,
    ],
    [
      "across with two officers",
      { executors: ["韩某某", "周某某"], minor: "否", endedAt: at("2026-01-01 01:00") },
      "met",
      undefined,
    ],
    ["across with a minor", { ...one, minor: "是", endedAt: at("2026-01-01 01:00") }, "breached", undefined],
    [
      "long before, its end blank",
      { ...one, startedAt: at("2025-11-01 09:00"), endedAt: null },
      "breached",
      undefined,
    ],
    ["long before, its end unread", { ...one, startedAt: at("2025-11-01 09:00") }, "breached", undefined],
  ])("%s", (_, cells, verdict, reason) => {
    const found = told(cells, "2026-02-01 09:00", OFFICERS);
    expect([found.verdict, found.reason]).toEqual([verdict, reason]);
    expect(found.readings?.map((reading) => reading.verdict)).toEqual(
      reason === "law" ? ["breached", "met"] : undefined,
    );
  });

  test("its end unread or blank, is of the day on which it began", () => {
    expect(told(one, "2026-02-01 09:00", OFFICERS)).toMatchObject({ verdict: "breached", article: "83" });
    expect(told({ ...one, endedAt: null }, "2026-02-01 09:00", OFFICERS).verdict).toBe("breached");
  });

  test("what neither edition finds fault with is met", () => {
    const only = { ...OFFICERS, when: 'edition == "2025-06-27"', require: 'minor == "否"' } as Partial<Rule>;
    const found = told({ ...one, endedAt: at("2026-01-01 01:00") }, "2026-02-01 09:00", only);
    expect([found.verdict, found.readings]).toEqual(["met", undefined]);
    const faulty = told({ ...one, minor: "是", endedAt: at("2026-01-01 01:00") }, "2026-02-01 09:00", only);
    expect(faulty.readings?.map((reading) => reading.verdict)).toEqual(["moot", "breached"]);
  });
});
