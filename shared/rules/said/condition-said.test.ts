// Proves that conditions are said as they are judged: each operator, its negation, and whose field is meant.
import { expect, test } from "vitest";
import type { ElementId } from "../../dictionary/field.ts";
import { checkCondition } from "../check-condition.ts";
import { packRule } from "../check-rule.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import { conditionSaid } from "./condition-said.ts";
import { ruleSaid } from "./rule-said.ts";
import { inline } from "./said.ts";

function said(text: string, each: ElementId = "measures"): string {
  const tree = checkCondition(text, { each, editions: ["2025-06-27"], at: "when" });
  if (!tree.ok) throw new Error(tree.refusal.message);
  return inline(conditionSaid(tree.value, { each, bound: new Map() }));
}

test.each([
  ['kind == "拘传"', "“强制措施种类”是“拘传”"],
  ['!(kind == "拘传")', "“强制措施种类”不是“拘传”"],
  ['kind in ["拘传", "逮捕"]', "“强制措施种类”是“拘传”、“逮捕”之一"],
  ['!(kind in ["拘传", "逮捕"])', "“强制措施种类”不是“拘传”、“逮捕”之一"],
  ["!blank(endedAt)", "“解除时间”已填写"],
  ["startedAt < endedAt", "“执行时间”早于“解除时间”"],
  ["!(startedAt < endedAt)", "“执行时间”不早于“解除时间”"],
  [
    "blank(endedAt) || (blank(startedAt) && true)",
    "符合之一（“解除时间”空白；同时符合（“执行时间”空白；总是））",
  ],
  ["!(blank(endedAt) || blank(startedAt))", "同时符合（“解除时间”已填写；“执行时间”已填写）"],
  ['!documents.exists(d, d.kind.contains("甲"))', "没有这样的“法律文书”（其“文书名称”含“甲”）"],
  ["documents.exists(d, d.person == person)", "有“法律文书”，它（其“文书对象”与本条“被采取措施人”相同）"],
  [
    'case.category == "刑事" ? blank(endedAt) : blank(startedAt)',
    "如果案件“案件类别”是“刑事”（“解除时间”空白；否则“执行时间”空白）",
  ],
  ["hoursBetween(startedAt, endedAt) <= 24.0", "自“执行时间”至“解除时间”的小时数不超过 24"],
  ['edition == "2025-06-27"', "适用的法律版本是“2025-06-27”"],
])("%s", (text, words) => expect(said(text)).toBe(words));

test.each([
  ["fine > 200.0", "“罚款数额”大于 200"],
  ["fine - 10.0 < toldFine", "“罚款数额”减 10小于“拟罚款数额”"],
])("of numbers: %s", (text, words) => expect(said(text, "penalties")).toBe(words));

test("a name in a list of names is called after its list", () => {
  expect(said("askers.all(a, recorder.all(r, r != a))", "interviews")).toBe(
    "每一“询问讯问人”都（每一“记录人”都（该“记录人”与该“询问讯问人”不同））",
  );
});

test("a rule is said clause by clause, and what it lacks is left out", () => {
  const rule = packRule(
    {
      ...SAMPLE,
      kinds: ["刑事"],
      when: 'kind == "拘传" && !blank(startedAt)',
      unless: [{ when: "blank(person)", say: "没有人" }],
      extend: [{ to: "6 hours", when: 'extendedTo24 == "是"', approver: "所长" }],
      act: "continuing",
    },
    SAMPLE_LAW,
  );
  if (!rule.ok) throw new Error(rule.refusal.message);
  expect(ruleSaid(rule.value)).toEqual([
    { label: "判定对象", of: ["每一“强制措施”"] },
    { label: "适用", of: ["刑事案件", "“强制措施种类”是“拘传”", "“执行时间”已填写"] },
    { label: "例外", of: [{ head: "没有人", of: ["“被采取措施人”空白"] }] },
    { label: "期限", of: ["自“执行时间”起 3 小时，到“解除时间”为止"] },
    { label: "算法", of: ["按小时，自起算时刻起连续计算"] },
    { label: "预警", of: ["提前 2 小时、1 小时、30 分钟"] },
    { label: "延长", of: [{ head: "自起算时共 6 小时，批准：所长", of: ["“是否延长至二十四小时”为“是”"] }] },
    { label: "版本选择", of: ["持续状态，按存续期间有效的版本"] },
  ]);
});
