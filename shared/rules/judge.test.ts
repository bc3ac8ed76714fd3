// Proves what the judge says of lists, conflicts, exceptions, ticks and the texts of a finding.
import { describe, expect, test } from "vitest";
import { basePlan } from "../time/holidays.ts";
import { packRule } from "./check-rule.ts";
import { judge } from "./judge.ts";
import { prepare } from "./prepare.ts";
import type { Rule } from "./rule.ts";
import { at, finding, judged, measure, SAMPLE, SAMPLE_LAW } from "./sample-rule.ts";

const START = at("2026-03-02 09:00");
const NOW = at("2026-03-02 13:00");
const open = { startedAt: START, endedAt: null };
const without = (key: keyof Rule, change: Partial<Rule>): Partial<Rule> =>
  ({ ...change, [key]: undefined }) as unknown as Partial<Rule>;

describe("a list", () => {
  test("that was not read is one unknown", () => {
    const found = finding({}, {}, NOW);
    expect([found.on, found.verdict, found.reason, found.missing]).toEqual([
      "measures",
      "unknown",
      "list",
      ["measures"],
    ]);
    expect(found.why).toBe("没有读到“强制措施”，未检查");
  });

  test("that is empty is one moot", () => {
    const found = finding({}, { measures: { items: [], complete: true } }, NOW);
    expect([found.on, found.verdict, found.missing]).toEqual(["measures", "moot", []]);
  });

  test("that was read in part is judged item by item, and its rest is one unknown", () => {
    const { findings } = judged(
      {},
      { measures: { items: [{ id: "m1", cells: open }], complete: false } },
      NOW,
    );
    expect(findings.map(({ on, verdict }) => [on, verdict])).toEqual([
      ["measures/m1", "breached"],
      ["measures", "unknown"],
    ]);
    expect(findings[1]?.why).toBe("“强制措施”没有读全，未检查");
  });
});

test("an element that exists once and was not read names its fields", () => {
  const rule: Partial<Rule> = { each: "incident", act: "receivedAt", require: "!blank(feedbackAt)" };
  const found = finding(without("clock", rule), {}, NOW);
  expect([found.on, found.verdict, found.missing]).toEqual(["incident", "unknown", ["incident.feedbackAt"]]);
});

test("a field read with two values is unknown by conflict", () => {
  const sheet = {
    measures: { items: [{ id: "m1", cells: { endedAt: null }, conflicts: ["startedAt"] }], complete: true },
  };
  const found = finding({}, sheet, NOW);
  expect([found.verdict, found.reason, found.missing]).toEqual([
    "unknown",
    "conflict",
    ["measures/m1.startedAt"],
  ]);
  expect(found.why).toBe("“执行时间”读到的值不一致，未检查");
});

describe("a lawful exception", () => {
  const rule: Partial<Rule> = { unless: [{ when: 'noNoticeReason == "无法通知"', say: "无法通知家属" }] };

  test("makes it moot and says which", () => {
    const found = finding(rule, measure({ ...open, noNoticeReason: "无法通知" }), NOW);
    expect([found.verdict, found.exception, found.why]).toEqual(["moot", "无法通知家属", "无法通知家属"]);
  });

  test("that was not read keeps a breach from being said, and nothing else", () => {
    const breach = finding(rule, measure(open), NOW);
    expect([breach.verdict, breach.missing]).toEqual(["unknown", ["measures/m1.noNoticeReason"]]);
    expect(finding(rule, measure(open), START).verdict).toBe("due");
    expect(finding(rule, measure({ startedAt: START, endedAt: START }), NOW).verdict).toBe("met");
  });

  test("that does not hold leaves the breach", () => {
    expect(finding(rule, measure({ ...open, noNoticeReason: "无" }), NOW).verdict).toBe("breached");
  });
});

test("a rule for criminal cases is moot in administrative ones and unknown while the kind is unread", () => {
  const of = (cells: Record<string, string>) =>
    finding({ kinds: ["刑事"] }, measure(open, { case: { id: "", cells } }), NOW);
  expect(of({ category: "刑事" }).verdict).toBe("breached");
  expect([of({ category: "行政" }).verdict, of({ category: "行政" }).applies]).toEqual(["moot", "no"]);
  expect([of({}).verdict, of({}).applies, of({}).missing]).toEqual(["unknown", "unknown", ["case.category"]]);
});

test("a clock and a requirement together give the graver answer", () => {
  const rule: Partial<Rule> = { require: "!blank(approver)" };
  expect(finding(rule, measure({ ...open, approver: null }), START).verdict).toBe("breached");
  expect(finding(rule, measure({ ...open, approver: ["甲"] }), START).verdict).toBe("due");
  expect(finding(rule, measure(open), START).verdict).toBe("unknown");
});

describe("what a finding says", () => {
  const rule: Partial<Rule> = {
    titleDue: "样例将超时",
    why: "{startedAt}执行，{executors}等 {police(executors)} 名民警，解除时间{endedAt}，{span}",
  };
  const cells = { ...open, executors: ["甲", "乙(辅警)"] };

  test("the template is filled with what was read", () => {
    expect(finding(rule, measure(cells), NOW).why).toBe(
      "3月2日 09:00执行，甲、乙(辅警)等 1 名民警，解除时间空白，超 1 小时",
    );
  });

  test("a running period has its own title", () => {
    expect(finding(rule, measure(cells), START).title).toBe("样例将超时");
    expect(finding(rule, measure(cells), NOW).title).toBe("样例超时");
  });

  test("the fields read stand with label, state and value, each once", () => {
    expect(finding({}, measure(open), NOW).fields).toEqual([
      { path: "measures/m1.startedAt", label: "执行时间", state: "known", value: START },
      { path: "measures/m1.endedAt", label: "解除时间", state: "absent" },
    ]);
    expect(finding({}, measure(open), NOW).marker).toBe("measures/m1.endedAt");
  });

  test("its key is the same for the same facts at any time and another for others", () => {
    const key = (endedAt: number | null, now: number) =>
      finding({}, measure({ startedAt: START, endedAt }), now).key;
    expect(key(null, START)).toBe(key(null, NOW));
    expect(new Set([key(null, NOW), key(NOW, NOW), key(NOW - 1, NOW)]).size).toBe(3);
  });
});

test("the earliest change of all findings is told", () => {
  const sheet = {
    measures: {
      items: [
        { id: "m1", cells: open },
        { id: "m2", cells: { startedAt: NOW, endedAt: null } },
        { id: "m3", cells: { startedAt: NOW - 60_000, endedAt: null } },
      ],
      complete: true,
    },
  };
  expect(judged({}, sheet, NOW).nextChange).toBe(NOW - 60_000 + 3_600_000);
  expect(judged({}, measure(open), NOW).nextChange).toBeUndefined();
});

test("a period says where it begins and at which instants its colour changes", () => {
  const found = finding({}, measure(open), START);
  const due = START + 3 * 3_600_000;
  expect([found.from, found.due]).toEqual([START, due]);
  expect(found.warnings).toEqual([due - 2 * 3_600_000, due - 3_600_000, due - 1_800_000]);
});

test.each([
  ["live", 1],
  ["trial", 1],
  ["draft", 0],
  ["shadow", 0],
  ["retired", 0],
] as const)("a rule whose status is %s speaks in %i findings", (status, count) => {
  const packed = packRule({ ...SAMPLE, status }, SAMPLE_LAW);
  if (!packed.ok) throw new Error(packed.refusal.message);
  const pack = { revision: 1, rules: [packed.value], statutes: SAMPLE_LAW, holidays: basePlan };
  expect(judge(prepare(pack), measure(open), NOW).findings).toHaveLength(count);
});
