// Proves what counts on a page, and which rules the unit can judge by itself.
import { describe, expect, test } from "vitest";
import { applicableOn, type PageView } from "./applicable.ts";
import { packRule } from "./check-rule.ts";
import { fieldsRead } from "./fields-read.ts";
import { rulesForUnit } from "./for-unit.ts";
import type { Rule } from "./rule.ts";
import { at, judged, measure, SAMPLE, SAMPLE_LAW } from "./sample-rule.ts";

const NOW = at("2026-03-02 10:00");
const open = { startedAt: NOW, endedAt: null };

describe("a finding counts on a page", () => {
  const page: PageView = {
    kind: "measures",
    elements: ["measures/m1"],
    shows: ["measures.kind"],
    platformShows: ["measures.kind", "measures.startedAt", "approvals.matter"],
    here: ["measures/m1.kind"],
    legal: false,
  };
  const rule: Partial<Rule> = { pages: ["measures"], when: 'kind == "拘传" && house == "星河"' };
  const counted = (cells: object, view: Partial<PageView> = {}, change: Partial<Rule> = {}) => {
    const source = { ...rule, ...change };
    const { findings } = judged(source, measure({ ...open, ...cells }), NOW);
    return applicableOn(findings, [{ ...SAMPLE, ...source } as never], { ...page, ...view }).length;
  };

  test.each<[string, object, Partial<PageView>, Partial<Rule>, number]>([
    ["when `when` is true", { kind: "拘传", house: "星河" }, {}, {}, 1],
    ["not when it is false", { kind: "逮捕", house: "星河" }, {}, {}, 0],
    ["when it is unknown by a field that the page shows", { house: "星河" }, {}, {}, 1],
    ["not when it is unknown by another page's field", { kind: "拘传" }, {}, {}, 0],
    ["not on a page that the rule does not name", { kind: "拘传", house: "星河" }, { kind: "case" }, {}, 0],
    [
      "not when its element is not there",
      { kind: "拘传", house: "星河" },
      { elements: ["measures/m2"] },
      {},
      0,
    ],
    [
      "when the rule names no page",
      { kind: "拘传", house: "星河" },
      { kind: "case" },
      { pages: undefined as never },
      1,
    ],
    ["when only its duty is unknown", { kind: "拘传", house: "星河", startedAt: undefined }, {}, {}, 1],
    [
      "not when its duty is unknown by what the platform shows nowhere",
      { kind: "拘传", house: "星河", startedAt: undefined },
      { platformShows: ["measures.kind", "case.number"] },
      {},
      0,
    ],
    [
      "when its duty is unknown by a field that stands on this page unexpected",
      { kind: "拘传", house: "星河", startedAt: undefined },
      { platformShows: ["measures.kind"], shows: ["measures.kind", "measures.startedAt"] },
      {},
      1,
    ],
    [
      "when the platform shows one of the fields by which it is unknown",
      { kind: "拘传", house: "星河" },
      { platformShows: ["measures.minor"] },
      { require: 'minor == "是" && foreigner == "是"' },
      1,
    ],
    [
      "when it is met, whatever the platform shows",
      { kind: "拘传", house: "星河" },
      { platformShows: [] },
      {},
      1,
    ],
    [
      "when a list was not read that the platform shows elsewhere",
      { kind: "拘传", house: "星河" },
      {},
      { require: 'approvals.exists(a, a.matter == "拘传")' },
      1,
    ],
    [
      "not when a list was not read that the platform does not show",
      { kind: "拘传", house: "星河" },
      {},
      { require: 'documents.exists(d, d.kind == "拘传证")' },
      0,
    ],
    [
      "on a page that the rule names as elsewhere, though its element is not there",
      { kind: "拘传", house: "星河" },
      { kind: "approval", elements: ["case", "approvals/a1"] },
      { elsewhere: ["approval"] },
      1,
    ],
    [
      "there also without a profile that says what the platform shows",
      { kind: "拘传", house: "星河" },
      { kind: "approval", elements: ["case"], platformShows: undefined, here: [] },
      { elsewhere: ["approval"] },
      1,
    ],
    [
      "not elsewhere when it is not known",
      { kind: "拘传", house: "星河", startedAt: undefined },
      { kind: "approval", elements: ["case"] },
      { elsewhere: ["approval"] },
      0,
    ],
    [
      "not elsewhere on a third page",
      { kind: "拘传", house: "星河" },
      { kind: "papers", elements: ["case"] },
      { elsewhere: ["approval"] },
      0,
    ],
    [
      "not on an officer's page when it is for the legal desk",
      { kind: "拘传", house: "星河" },
      {},
      { audience: "legal" },
      0,
    ],
    [
      "on the legal desk's page when it is for that desk",
      { kind: "拘传", house: "星河" },
      { legal: true },
      { audience: "legal" },
      1,
    ],
    [
      "without a profile when one of its fields stands on the page",
      { kind: "拘传", house: "星河", startedAt: undefined },
      { platformShows: undefined },
      {},
      1,
    ],
    [
      "not without a profile when none of its fields does",
      { kind: "拘传", house: "星河" },
      { platformShows: undefined, here: ["measures/m1.person"] },
      {},
      0,
    ],
  ])("%s", (_, cells, view, change, count) => {
    expect(counted(cells, view, change)).toBe(count);
  });

  test("elsewhere it holds no submit; where its element stands it does", () => {
    const source = { ...rule, elsewhere: ["approval"], gate: "soft" as const };
    const { findings } = judged(source, measure({ ...open, kind: "拘传", house: "星河" }), NOW);
    const gates = (view: Partial<PageView>) =>
      applicableOn(findings, [{ ...SAMPLE, ...source } as never], { ...page, ...view }).map(
        ({ gate, elsewhere }) => [gate, elsewhere],
      );
    expect(gates({ kind: "approval", elements: ["case"] })).toEqual([["none", true]]);
    expect(gates({})).toEqual([["soft", undefined]]);
  });

  test("not of a rule that the pack no longer has", () => {
    const { findings } = judged({}, measure(open), NOW);
    expect(applicableOn(findings, [], page)).toEqual([]);
  });
});

describe("the fields a rule reads", () => {
  const packed = (change: Partial<Rule>) => {
    const result = packRule({ ...SAMPLE, ...change }, SAMPLE_LAW);
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value;
  };
  const names = (change: Partial<Rule>) =>
    fieldsRead(packed(change)).map(({ element, field }) => `${element}.${field}`);

  test("come from clock, act, conditions, exceptions, extensions and stops", () => {
    const change: Partial<Rule> = {
      kinds: ["刑事"],
      when: 'persons.exists(p, p.id == person && p.minor == "是") && executors.exists(e, e == "甲")',
      require: "!blank(incident.filed)",
      unless: [{ when: "blank(house)", say: "x" }],
      extend: [{ to: "6 hours", when: 'extension == "未延长"', approver: "x" }],
      stop: [{ from: "arrivedAt", until: "leftAt" }],
    };
    expect(names(change).sort()).toEqual(
      [
        "case.category",
        "incident.filed",
        "measures.arrivedAt",
        "measures.endedAt",
        "measures.executors",
        "measures.extension",
        "measures.house",
        "measures.leftAt",
        "measures.person",
        "measures.startedAt",
        "persons.minor",
      ].sort(),
    );
  });

  test("keep a rule in the browser when one of them may not leave it", () => {
    const [unit, local] = [packed({}), packed({ id: "local-rule", when: "!blank(guarantor)" })];
    expect(rulesForUnit({ rules: [unit, local] })).toEqual([unit]);
  });
});
