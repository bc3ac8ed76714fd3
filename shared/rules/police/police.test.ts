// Shows each check of the catalogue a rule that it has to find, and one beside it that it has to leave alone.
import { describe, expect, test } from "vitest";
import { basePlan } from "../../time/holidays.ts";
import type { Rule } from "../rule.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import { CHECKS } from "./complaint.ts";
import { namingComplaints } from "./naming.ts";
import { policed } from "./police.ts";
import { GOOD, says } from "./sample-packed.ts";
import { standingComplaints } from "./standing.ts";
import { checklistComplaints, textComplaints } from "./text.ts";

const TODAY = "2026-11-21";

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
