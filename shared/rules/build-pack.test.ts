// Proves that a rule which does not hold stops the pack, with a message that says how to mend it.
import { describe, expect, test } from "vitest";
import { basePlan } from "../time/holidays.ts";
import { buildPack, checkRule, MOST_RED_LINES } from "./build-pack.ts";
import type { Example, Rule } from "./rule.ts";
import { SAMPLE, SAMPLE_LAW } from "./sample-rule.ts";
import { readRuleYaml } from "./yaml.ts";

const law = { statutes: SAMPLE_LAW, holidays: basePlan };
const began = "2026-03-02T09:00+08:00";
const given = (endedAt?: string | null) => ({
  measures: [{ id: "m1", startedAt: began, ...(endedAt === undefined ? {} : { endedAt }) }],
});
const LATE = "2026-03-02T15:00+08:00";
const examples: readonly Example[] = [
  { title: "按时", given: given("2026-03-02T11:00+08:00"), now: LATE, expect: "met" },
  { title: "超时", given: given(null), now: LATE, expect: "breached", colour: "red" },
  { title: "未读", given: given(), now: LATE, expect: "unknown", missing: "endedAt" },
];
const whole: Rule = { ...SAMPLE, examples };

const refusalOf = (rule: Rule) => {
  const result = checkRule(rule, law);
  return result.ok ? undefined : result.refusal;
};

test("a whole rule is packed without its examples", () => {
  const result = checkRule(whole, law);
  expect(result.ok && !("examples" in result.value) && result.value.clock?.limit).toEqual({
    amount: 3,
    unit: "hours",
  });
});

describe("a rule is refused for", () => {
  const clock = SAMPLE.clock!;
  const without = (expect: string) => examples.filter((one) => one.expect !== expect);
  test.each<[string, Partial<Rule>, string, string]>([
    ["no met example", { examples: without("met") }, "bad-rule", "expect: met"],
    ["no breached example", { examples: without("breached") }, "bad-rule", "expect: breached"],
    ["no unknown example", { examples: without("unknown") }, "bad-rule", "missing"],
    [
      "an unknown example that does not name the field",
      { examples: [...without("unknown"), { title: "未读", given: given(), now: LATE, expect: "unknown" }] },
      "bad-rule",
      "missing",
    ],
    [
      "a statute that is not there",
      { basis: [{ ...SAMPLE.basis[0]!, statute: "样例法律" }] },
      "bad-rule",
      "是不是《样例法》",
    ],
    [
      "an edition that is not there",
      { basis: [{ ...SAMPLE.basis[0]!, edition: "2018-11-26" }] },
      "bad-rule",
      "收录的有 2018-11-25",
    ],
    ["a misspelt field in the clock", { clock: { ...clock, until: "endAt" } }, "bad-rule", "是不是 endedAt"],
    ["a clock on no date", { clock: { ...clock, until: "kind" } }, "bad-rule", "不是时间"],
    [
      "a limit that its method cannot count",
      { clock: { ...clock, limit: "3 months" } },
      "bad-rule",
      "不能数",
    ],
    ["a limit that is none", { clock: { ...clock, limit: "three hours" } }, "bad-rule", "不能识别"],
    ["a warning in months", { clock: { ...clock, warn: ["1 months"] } }, "bad-rule", "提前量"],
    ["a misspelt act", { act: "beganAt" }, "bad-rule", "没有字段 beganAt"],
    ["a misspelt marker", { marker: "endAt" }, "bad-rule", "是不是 endedAt"],
    ["an unknown placeholder", { why: "{endAt}未解除" }, "bad-rule", "{endAt}"],
    ["an unknown kind of case", { kinds: ["民事"] }, "bad-rule", "民事"],
    ["a wrong condition", { when: 'kind == "取保侯审"' }, "bad-rule", "取保候审"],
    ["a wrong exception", { unless: [{ when: "blank(endAt)", say: "x" }] }, "bad-rule", "unless[0].when"],
    ["nothing that it asks", { clock: undefined as never }, "bad-rule", "require"],
    [
      "an extension without a clock",
      { clock: undefined as never, require: "true", extend: [{ to: "1 hours", approver: "x" }] },
      "bad-rule",
      "extend",
    ],
    [
      "an example with another verdict",
      { examples: [...examples, { ...examples[0]!, title: "错", expect: "breached" }] },
      "examples-failed",
      "例子“错”应为 breached，判为 met",
    ],
    [
      "an example with another colour",
      { examples: [...examples, { ...examples[1]!, colour: "blue" }] },
      "examples-failed",
      "颜色应为 blue",
    ],
    [
      "an example that lacks another field",
      { examples: [...examples, { ...examples[2]!, missing: "startedAt" }] },
      "examples-failed",
      "判为缺 measures/m1.endedAt",
    ],
    [
      "an example that lacks more than one field",
      {
        when: 'kind == "拘传" && house == "星河"',
        examples: examples.map((one) => (one.missing === undefined ? one : { ...one, missing: "kind" })),
      },
      "examples-failed",
      "判为缺 measures/m1.kind、measures/m1.house",
    ],
    [
      "an example with an unknown field",
      { examples: [...examples, { ...examples[0]!, given: { measures: [{ startAt: began }] } }] },
      "examples-failed",
      "given 有误",
    ],
    [
      "an example without zone",
      { examples: [...examples, { ...examples[0]!, now: "2026-03-02T15:00" }] },
      "examples-failed",
      "带时区",
    ],
    [
      "an edition not in force on the act's day",
      { basis: [{ statute: "样例法", edition: "2012-10-26", article: "1" }] },
      "examples-failed",
      "edition",
    ],
  ])("%s", (_, change, code, say) => {
    const refusal = refusalOf({ ...whole, ...change });
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toContain(say);
    expect(refusal?.message.startsWith("sample-overrun：")).toBe(true);
  });
});

describe("a pack is refused for", () => {
  const parts = {
    ...law,
    rules: [whole],
    checklists: [],
    profiles: [],
    revision: 1,
    label: "x",
    issuer: "x",
    publishedAt: "2026-03-01T09:00+08:00",
  };
  const list = (item: object) => ({
    checklists: [
      { id: "l", title: "l", stage: "intake", pages: [], items: [{ id: "i", say: "x", ...item }] },
    ],
  });
  test.each([
    ["two rules of one name", { rules: [whole, whole] }, "两条规则都叫"],
    ["a checklist that names no rule of it", list({ rule: "nothing" }), "没有它"],
    ["a checklist item that nobody ticks", list({}), "attest"],
    [
      "too many red lines",
      { rules: Array.from({ length: MOST_RED_LINES + 1 }, (_, i) => ({ ...whole, id: `r${i}` })) },
      "红线规则",
    ],
  ])("%s", (_, change, say) => {
    const result = buildPack({ ...parts, ...change });
    expect(result.ok ? "" : result.refusal.message).toContain(say);
  });

  test.each([
    ["quiet ones", { quiet: true }],
    ["trial ones", { status: "trial" }],
  ] as const)("any number of red lines that do not interrupt: %s", (_, change) => {
    const many = Array.from({ length: MOST_RED_LINES + 1 }, (_, i) => ({ ...whole, ...change, id: `r${i}` }));
    expect(buildPack({ ...parts, rules: many }).ok).toBe(true);
  });

  test("nothing, when all is well", () => {
    expect(buildPack({ ...parts, ...list({ rule: "sample-overrun" }) }).ok).toBe(true);
  });
});

describe("a rule's YAML", () => {
  const yaml = `
id: sample-overrun
title: 样例超时
stage: filing
weight: serious
audience: officer
status: live
basis: [{ statute: 样例法, edition: 2025-06-27, article: "9" }]
act: acceptedAt
require: |
  !blank(receiptAt)
fix: 补登。
owner: 法制支队
reviewBy: 2027-06-30
examples: []
`;
  const read = (text: string, file = "filing/sample-overrun.yaml") => readRuleYaml(text, file);

  test("is read as it stands", () => {
    const rule = read(yaml);
    expect(rule.ok && rule.value.require).toBe("!blank(receiptAt)\n");
    expect(rule.ok && rule.value.basis[0]?.edition).toBe("2025-06-27");
  });

  test.each([
    ["a tag that swallows the condition", yaml.replace("|\n  !blank", "!blank"), "块文本"],
    [
      "a reference",
      yaml.replace("owner: 法制支队", "owner: &a 法制支队").replace("fix: 补登。", "fix: *a"),
      "",
    ],
    ["a doubled key", `${yaml}title: 另一个\n`, "YAML 写法不对"],
    ["an unknown key", `${yaml}titel: x\n`, "是不是 title"],
    ["a missing key", yaml.replace("fix: 补登。\n", ""), "缺少这一项"],
    ["an empty title", yaml.replace("title: 样例超时", 'title: ""'), "不能是空的"],
    ["an unknown stage", yaml.replace("stage: filing", "stage: intak"), "intake"],
    ["no rule at all", "- 1\n- 2\n", ""],
    ["broken text", "id: [", "YAML 写法不对"],
  ])("is refused for %s", (_, text, say) => {
    const rule = read(text);
    expect(rule.ok ? "ok" : rule.refusal.code).toBe("bad-rule");
    if (!rule.ok) expect(rule.refusal.message).toContain(say);
    if (!rule.ok) expect(rule.refusal.message.startsWith("filing/sample-overrun.yaml：")).toBe(true);
  });

  test("has the name of its file", () => {
    const rule = read(yaml, "filing/other.yaml");
    expect(rule.ok ? "" : rule.refusal.message).toContain("应与文件名 other 相同");
  });
});
