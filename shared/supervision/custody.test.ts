// Which measures run, until when, and what comes next, by facts and findings as they travel.
import { describe, expect, it } from "vitest";
import { isTerm, openMeasures, type TermRule, termOf } from "./custody.ts";
import type { UnitFact, UnitFinding } from "./entry.ts";

const CASE = "新警综:A1";
const fact = (path: string, value: UnitFact["value"] | null | "unread"): UnitFact => {
  const [place = "", field = ""] = path.split(".");
  const [entity = "", id = ""] = place.split("/");
  const at = { entity, id, field, at: 1, page: "measures" };
  return value === "unread" || value === undefined
    ? { ...at, state: "unread" }
    : value === null
      ? { ...at, state: "absent" }
      : { ...at, state: "known", value };
};
const bail = [
  fact("measures/a.kind", "取保候审"),
  fact("measures/a.person", "9d1c0000aaaa0001"),
  fact("measures/a.startedAt", 1000),
  fact("measures/a.endedAt", null),
];

describe("a measure runs", () => {
  const on = (...facts: UnitFact[]): string[] => openMeasures(CASE, facts).map((one) => one.on);
  it("until its end is read", () => {
    expect(openMeasures(CASE, bail)).toEqual([
      {
        caseKey: CASE,
        on: "measures/a",
        kind: "取保候审",
        person: "9d1c0000aaaa0001",
        startedAt: 1000,
        endUnread: false,
      },
    ]);
    expect(on(...bail, fact("measures/a.endedAt", 2000))).toEqual([]);
    expect(on(...bail, fact("measures/a.leftAt", 2000))).toEqual([]);
  });
  it("perhaps, where the end was not read, and says so", () => {
    expect(openMeasures(CASE, [bail[0]!])[0]?.endUnread).toBe(true);
    expect(openMeasures(CASE, [bail[0]!, fact("measures/a.endedAt", "unread")])[0]?.endUnread).toBe(true);
    expect(
      openMeasures(CASE, [fact("measures/a.kind", "传唤"), fact("measures/a.endedAt", null)])[0]?.endUnread,
    ).toBe(true);
  });
  it("in the order of their begin, and never without its kind", () => {
    const later = [fact("measures/b.kind", "逮捕"), fact("measures/b.startedAt", 500)];
    expect(on(...bail, ...later, fact("measures/c.startedAt", 1), fact("measures/d.kind", "拘传"))).toEqual([
      "measures/b",
      "measures/a",
      "measures/d",
    ]);
  });

  it("perhaps no longer, where another one began later for the same person", () => {
    const arrest = (person: string): UnitFact[] => [
      fact("measures/b.kind", "逮捕"),
      fact("measures/b.person", person),
      fact("measures/b.startedAt", 2000),
      fact("measures/b.endedAt", null),
    ];
    const followed = (...facts: UnitFact[]): (string | undefined)[] =>
      openMeasures(CASE, facts).map(({ followedBy }) => followedBy);
    expect(followed(...bail, ...arrest("9d1c0000aaaa0001"))).toEqual(["逮捕", undefined]);
    expect(followed(...bail, ...arrest("9d1c0000aaaa0002"))).toEqual([undefined, undefined]);
  });
});

describe("the term", () => {
  const RULES: Readonly<Record<string, TermRule>> = {
    "bail-overrun": { each: "measures", clock: { until: "endedAt" } },
    "detention-total-overrun": { each: "measures", clock: { until: "endedAt" } },
    "family-notice-late": { each: "measures", clock: { until: "familyNotifiedAt" } },
    "case-overrun": { each: "case", clock: { until: "endedAt" } },
  };
  const ruleOf = (id: string): TermRule | undefined => RULES[id];
  const found = (rule: string, part: Partial<UnitFinding> = {}): UnitFinding => ({
    rule,
    on: "measures/a",
    verdict: "due",
    colour: "green",
    missing: [],
    key: rule,
    ...part,
  });
  const [measure] = openMeasures(CASE, bail);

  it("is that of the rule that runs until the measure ends", () => {
    expect(isTerm(ruleOf("bail-overrun"))).toBe(true);
    expect(isTerm(ruleOf("family-notice-late"))).toBe(false);
    expect(isTerm(ruleOf("case-overrun"))).toBe(false);
    expect(isTerm(undefined)).toBe(false);
    const findings = [found("bail-overrun", { due: 9000 }), found("family-notice-late", { due: 3000 })];
    expect(termOf(measure!, findings, ruleOf)).toMatchObject({
      until: 9000,
      from: "law",
      term: { rule: "bail-overrun" },
      next: { rule: "family-notice-late" },
    });
  });
  it("is the earliest of several, and a broken duty comes before the soonest", () => {
    const findings = [
      found("bail-overrun", { due: 9000 }),
      found("detention-total-overrun", { due: 8000 }),
      found("family-notice-late", { verdict: "breached", colour: "red", due: 8500 }),
      found("family-notice-late", { on: "measures/b", due: 1 }),
    ];
    expect(termOf(measure!, findings, ruleOf)).toMatchObject({
      until: 8000,
      next: { rule: "family-notice-late", verdict: "breached" },
    });
  });
  it("is what the platform shows where no rule could count, the last instant of a day", () => {
    expect(termOf({ ...measure!, dueAt: "2026-11-20" }, [], ruleOf)).toEqual({
      until: Date.parse("2026-11-21T00:00:00+08:00") - 1,
      from: "page",
      missing: [],
    });
  });
  it("is not told where nothing says it, and names what was not read", () => {
    const findings = [
      found("bail-overrun", { verdict: "unknown", colour: "grey", missing: ["measures/a.startedAt"] }),
    ];
    expect(termOf(measure!, findings, ruleOf)).toEqual({ missing: ["measures/a.startedAt"] });
    expect(
      termOf(measure!, [found("bail-overrun", { verdict: "breached", due: 1, mended: 2 })], ruleOf),
    ).toEqual({
      missing: [],
    });
  });
});
