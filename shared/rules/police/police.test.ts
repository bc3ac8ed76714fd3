// Shows each check of the catalogue a rule that it has to find, and one beside it that it has to leave alone.
import { describe, expect, test } from "vitest";
import { basePlan } from "../../time/holidays.ts";
import { packRule } from "../check-rule.ts";
import { ADDED } from "../layers/sample-layers.ts";
import type { PackedRule } from "../pack.ts";
import type { Rule } from "../rule.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import { contradictions, doubleComplaints } from "./claims.ts";
import { CHECKS, type Complaint } from "./complaint.ts";
import { deadComplaints } from "./dead.ts";
import { namingComplaints } from "./naming.ts";
import { policed } from "./police.ts";
import { standingComplaints } from "./standing.ts";
import { checklistComplaints, textComplaints } from "./text.ts";

const GOOD: Rule = { ...ADDED, title: "样例超过三小时", titleDue: "样例将满三小时" };
const TODAY = "2026-11-21";
const says = (all: readonly Complaint[]): string => all.map(({ say }) => say).join("\n");

function packed(...changes: Partial<Rule>[]): PackedRule[] {
  return changes.map((change, i) => {
    const one = packRule({ ...GOOD, id: `sample-${"abcdef"[i]}`, title: `样例 ${i}`, ...change }, SAMPLE_LAW);
    if (!one.ok) throw new Error(one.refusal.message);
    return one.value;
  });
}

test("a good rule passes everything", () => {
  expect(policed([GOOD], { statutes: SAMPLE_LAW, holidays: basePlan }, TODAY)).toEqual([]);
});

test("a rule that does not pack and an example that fails are told", () => {
  const law = { statutes: SAMPLE_LAW, holidays: basePlan };
  const wrong = { ...GOOD, examples: GOOD.examples.map((one) => ({ ...one, expect: "met" as const })) };
  expect(policed([wrong], law, TODAY).filter(({ check }) => check === "examples")).toHaveLength(2);
  expect(says(policed([{ ...GOOD, when: "kindd == 'x'" }], law, TODAY))).toContain("kind");
});

test("every check has its say", () => {
  const law = { statutes: SAMPLE_LAW, holidays: basePlan };
  const clock = { ...GOOD.clock!, limit: "5 hours" };
  const bad: Rule[] = [
    { ...GOOD, id: "must-end", reviewBy: "2020-01-01", fix: "end" },
    { ...GOOD, id: "second-overrun", clock },
    { ...GOOD, id: "third-overrun", when: 'kind == "拘传" && kind == "取保候审"' },
    { ...GOOD, id: "fourth-overrun", basis: [...GOOD.basis, ...GOOD.basis] },
  ];
  const found = new Set(policed(bad, law, TODAY).map(({ check }) => check));
  expect([...found].sort()).toEqual(Object.keys(CHECKS).sort());
});

describe("naming", () => {
  test.each<[string, Partial<Rule>]>([
    ["动词", { id: "must-end-hold" }],
    ["动词", { id: "check-that-ended" }],
    ["一个词", { id: "overrun" }],
    ["48 个字符", { id: `overrun-${"x".repeat(48)}` }],
    ["空词", { id: "hold-rule-overrun" }],
    ["条号", { id: "hold-83-overrun" }],
    ["条号", { id: "art9-overrun" }],
    ["说的是义务", { title: "应当按时结束" }],
    ["标题超过 22", { title: "样".repeat(23) }],
    ["titleDue 超过 22", { titleDue: "样".repeat(23) }],
  ])("finds %s", (say, change) => expect(says(namingComplaints([{ ...GOOD, ...change }]))).toContain(say));

  test.each(["hold-48-hours-groundless", "under-14-days-short", "case-not-cancelled"])(
    "leaves %s alone",
    (id) => expect(namingComplaints([{ ...GOOD, id, title: "应当结束而没有结束" }])).toEqual([]),
  );
});

describe("standing", () => {
  const basis = SAMPLE.basis[0]!;
  test.each<[string, Partial<Rule>]>([
    ["没有收录《样例办法》", { basis: [{ ...basis, statute: "样例办法" }] }],
    ["没有 2018-11-26 这一版", { basis: [{ ...basis, edition: "2018-11-26" }] }],
    ["条号“第9条”写法不对", { basis: [{ ...basis, article: "第9条" }] }],
    ["写了两次", { basis: [basis, basis] }],
    ["都已失效", { act: "continuing", basis: [{ statute: "样例法", edition: "2012-10-26", article: "9" }] }],
    ["不在名单上", { owner: "张三" }],
    ["已经过了", { reviewBy: "2026-11-20" }],
    ["太远", { reviewBy: "2028-11-22" }],
  ])("finds %s", (say, change) =>
    expect(says(standingComplaints([{ ...GOOD, ...change }], SAMPLE_LAW, TODAY))).toContain(say),
  );

  test("leaves a past act's edition and the last day alone", () => {
    const past = {
      ...GOOD,
      basis: [{ statute: "样例法", edition: "2012-10-26", article: "91之一" }],
      reviewBy: TODAY,
    };
    expect(standingComplaints([past], SAMPLE_LAW, TODAY)).toEqual([]);
  });
});

describe("text", () => {
  const clock = GOOD.clock!;
  const { titleDue: _, ...undue } = GOOD;
  test.each<[string, Partial<Rule>]>([
    ["拉丁字母“bail”", { title: "bail超时" }],
    ["表情符号", { fix: "按时结束🙂。" }],
    ["半角标点", { fix: "按时结束,填写时间。" }],
    ["半角标点", { fix: "按时结束(填写时间)。" }],
    ["多余的空白", { fix: "按时结束  填写时间。" }],
    ["标点重复", { fix: "按时结束，，填写时间。" }],
    ["感叹", { fix: "按时结束！填写时间。" }],
    ["最多 61", { fix: `${"按".repeat(61)}。` }],
    ["why 有", { why: `${"按".repeat(40)}{startedAt}` }],
    ["unless[0].say 里有拉丁", { unless: [{ when: "true", say: "moot" }] }],
    ["extend[0].approver", { extend: [{ to: "6 hours", approver: "所长  批准" }] }],
    ["例子", { examples: [] }],
    ["没有依据", { basis: [] }],
    ["没有预警", { clock: { ...clock, warn: [] } }],
    ["句号", { fix: "按时结束" }],
    ["标题是空的", { title: " " }],
  ])("finds %s", (say, change) => expect(says(textComplaints([{ ...GOOD, ...change }]))).toContain(say));

  test("finds a period that says in time what is not yet so", () => {
    expect(says(textComplaints([undue]))).toContain("titleDue");
  });

  test("looks through checklists as well", () => {
    const item = { id: "tell", say: "告知权利", how: "当面告知，由本人签名。", attest: true };
    const list = { id: "intake", title: "接处警", stage: "intake", pages: [], items: [item] };
    expect(checklistComplaints([list])).toEqual([]);
    expect(says(checklistComplaints([{ ...list, items: [{ ...item, how: "告知,签名" }] }]))).toContain(
      "tell.how",
    );
    expect(says(checklistComplaints([{ ...list, items: [{ ...item, say: "告".repeat(21) }] }]))).toContain(
      "最多 20",
    );
  });

  test("leaves templates, numbers and dates alone", () => {
    const why = "开始 {startedAt}，民警 {police(executors)} 人，DNA 2026-03-01 10:30";
    expect(textComplaints([{ ...GOOD, why, fix: "3 日以内（节假日顺延）结束：填写时间。" }])).toEqual([]);
  });
});

describe("claims", () => {
  const a = 'kind == "拘传" && !blank(startedAt)';
  test("the same said in other words is a double", () => {
    const rules = packed({ when: a }, { when: '!(blank(startedAt) || kind != "拘传")' });
    expect(says(doubleComplaints(rules))).toContain("sample-b 的对象、条件和要求都相同");
    const bound = packed(
      { when: 'documents.exists(d, d.kind == "甲")' },
      { when: 'documents.exists(other, "甲" == other.kind)' },
    );
    expect(doubleComplaints(bound)).toHaveLength(1);
    const turned = packed(
      { when: "startedAt >= endedAt" },
      { when: "!(startedAt < endedAt)" },
      { when: "endedAt <= startedAt" },
    );
    expect(says(doubleComplaints(turned))).toContain("sample-b、sample-c");
  });

  test("the same title is a double, another condition is none", () => {
    expect(says(doubleComplaints(packed({ title: "甲", when: a }, { title: "甲" })))).toContain(
      "办案人分不清",
    );
    expect(doubleComplaints(packed({ when: a }, { when: 'kind == "拘传"' }, {}))).toEqual([]);
    const later = { basis: [{ statute: "样例法", edition: "2025-06-27", article: "9" }] };
    expect(doubleComplaints(packed({}, later))).toEqual([]);
  });

  const clock = GOOD.clock!;
  test("two limits of one article contradict each other, of two editions or kinds they do not", () => {
    const longer = { clock: { ...clock, limit: "5 hours" } };
    expect(says(contradictions(packed({}, longer)))).toContain("期限却不同");
    expect(contradictions(packed({}, { ...longer, audience: "legal" }))).toEqual([]);
    expect(contradictions(packed({}, { ...longer, kinds: ["行政"] }))).toEqual([]);
    expect(contradictions(packed({}, { ...longer, status: "retired" }))).toEqual([]);
    const other = [{ statute: "样例法", edition: "2025-06-27", article: "9" }];
    expect(contradictions(packed({}, { ...longer, basis: other }))).toEqual([]);
  });

  test("what one rule asks another must not forbid", () => {
    const both = packed({ require: "blank(endedAt)" }, { require: "!blank(endedAt)" });
    expect(says(contradictions(both))).toContain("不许");
    expect(contradictions(packed({ require: "blank(endedAt)" }, { require: "!blank(startedAt)" }))).toEqual(
      [],
    );
  });
});

describe("dead", () => {
  const clock = GOOD.clock!;
  const found = (change: Partial<Rule>): string => says(deadComplaints(packed(change)));
  test.each<[string, Partial<Rule>]>([
    ["when 按字典里的值永远不成立", { when: 'kind == "拘传" && kind == "取保候审"' }],
    ["when 按字典里的值永远不成立", { when: '!(kind in ["拘传"]) && kind == "拘传"' }],
    ["when 按字典里的值永远不成立", { when: 'blank(kind) && kind == "拘传"' }],
    ["when 按字典里的值永远不成立", { when: "blank(endedAt) && !blank(endedAt)" }],
    ["when 按字典里的值永远不成立", { when: 'case.category == "刑事"', kinds: ["行政"] }],
    [
      "when 按字典里的值永远不成立",
      {
        each: "penalties",
        when: "fine > 200.0 && fine < 100.0",
        act: "decidedAt",
        clock: { ...clock, from: "decidedAt", until: "paidAt" },
      },
    ],
    ["when 按字典里的值永远不成立", { when: 'edition == "2018-11-25" && edition != "2018-11-25"' }],
    ["unless[0]", { when: 'kind == "拘传"', unless: [{ when: 'kind == "取保候审"', say: "取保" }] }],
    [
      "unless 总是成立",
      {
        unless: [
          { when: "blank(endedAt)", say: "甲" },
          { when: "!blank(endedAt)", say: "乙" },
        ],
        when: "true",
      },
    ],
    [
      "extend[0] 永远用不上",
      { when: 'kind == "拘传"', extend: [{ to: "6 hours", when: 'kind == "取保候审"', approver: "所长" }] },
    ],
    ["extend[0] 延长到 3 小时", { extend: [{ to: "3 hours", approver: "所长" }] }],
    [
      "extend[1] 延长到 5 小时",
      {
        extend: [
          { to: "6 hours", approver: "所长" },
          { to: "5 hours", approver: "局长" },
        ],
      },
    ],
    ["exists 里的条件永远不成立", { when: 'requests.exists(r, r.kind == "听证" && r.kind == "调查令")' }],
    [
      "pair.where 永远不成立",
      {
        pair: { with: "requests", where: 'kind == "听证" && kind == "调查令"', at: "receivedAt" },
        clock: { from: "startedAt", limit: "3 hours", count: "hours", warn: ["1 hours"] },
      },
    ],
    ["预警提前 3 小时", { clock: { ...clock, warn: ["3 hours"] } }],
  ])("finds %s", (say, change) => expect(found(change)).toContain(say));

  test.each<Partial<Rule>>([
    { when: 'kind == "拘传" || kind == "取保候审"' },
    { when: 'kind != "拘传" && kind != "取保候审"' },
    { when: "startedAt < endedAt && endedAt > startedAt" },
    { when: 'documents.exists(d, d.kind == "甲") && documents.exists(d, d.kind == "乙")' },
    {
      extend: [
        { to: "6 hours", when: 'kind == "拘传"', approver: "所长" },
        { to: "6 hours", when: 'kind == "取保候审"', approver: "局长" },
      ],
    },
    { unless: [{ when: "blank(endedAt)", say: "没有结束" }] },
  ])("leaves %o alone", (change) => expect(found(change)).toBe(""));
});
