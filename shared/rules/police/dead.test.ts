// Proves that what can never come true is found, and what can is left alone.
import { describe, expect, test } from "vitest";
import type { Rule } from "../rule.ts";
import { deadComplaints } from "./dead.ts";
import { GOOD, packed, says } from "./sample-packed.ts";

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
