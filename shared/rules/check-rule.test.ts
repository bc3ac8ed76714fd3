// Proves that a rule which cannot be judged is refused with its reason, and that all it reads is known.
import { describe, expect, test } from "vitest";
import { packRule } from "./check-rule.ts";
import { fieldsRead } from "./fields-read.ts";
import type { Rule } from "./rule.ts";
import { DUE, ends, PAIR, START, unended, without } from "./sample-pair.ts";
import { finding, measure, SAMPLE, SAMPLE_LAW } from "./sample-rule.ts";

describe("the check of a rule", () => {
  test.each<[string, Partial<Rule>, string]>([
    ["a clock that nothing ends", { clock: unended }, "clock 要写 until"],
    ["two ends", { pair: PAIR }, "只能写一个"],
    ["no date", { clock: unended, pair: { with: "documents" } }, "pair.at"],
    ["no list", { clock: unended, pair: { ...PAIR, with: "case" } }, "不是列表"],
    ["a field that is none", { clock: unended, pair: { ...PAIR, at: "serveAt" } }, "是不是 servedAt"],
    ["a field that is no date", { clock: unended, pair: { ...PAIR, at: "kind" } }, "不是时间"],
    [
      "a side that is none",
      { clock: unended, pair: { ...PAIR, same: { persom: "person" } } },
      "是不是 person",
    ],
    [
      "our side that is none",
      { clock: unended, pair: { ...PAIR, same: { person: "persom" } } },
      "是不是 person",
    ],
    [
      "our field in its condition",
      { clock: unended, pair: { ...PAIR, where: "startedAt == startedAt" } },
      "pair.where",
    ],
    ["an extension of both kinds", { extend: [{ to: "4 hours", add: "1 hours", approver: "所长" }] }, "add"],
    ["an extension of none", { extend: [{ approver: "所长" }] }, "add"],
    ["a step that cannot be counted", { extend: [{ add: "1 months", approver: "所长" }] }, "不能数"],
    ["a stop of one end", { stop: [{ from: "arrivedAt" }] }, "写 from 和 until"],
    ["a stop in no list", { stop: [{ from: "arrivedAt", until: "leftAt", in: "case" }] }, "不是列表"],
    ["a restart from nowhere", { restart: [{ from: "foundAt", say: "重新计算" }] }, "没有字段 foundAt"],
    [
      "a restart without a clock",
      without(["clock"], { require: "true", restart: [{ from: "arrivedAt", say: "重新计算" }] }),
      "restart 要和 clock",
    ],
    ["no basis", { basis: [] }, "至少写一条依据"],
    ["other pages without its own", { elsewhere: ["approval"] }, "elsewhere 要和 pages"],
    ["another page that is its own", { pages: ["measures"], elsewhere: ["measures"] }, "measures 写了两次"],
    ["another page twice", { pages: ["case"], elsewhere: ["approval", "approval"] }, "approval 写了两次"],
    [
      "another page of a rule over all cases",
      { scope: "unit", pages: ["case"], elsewhere: ["approval"] },
      "不在页面上显示",
    ],
    ["no basis, a draft", { basis: [], status: "draft" }, "至少写一条依据"],
    ["a template that is live", { needs: "本地到场时限" }, "等待本地值"],
  ])("refuses %s", (_, change, say) => {
    const packed = packRule({ ...SAMPLE, ...change }, SAMPLE_LAW);
    expect(packed.ok ? "" : packed.refusal.message).toContain(say);
  });

  test("lets a template wait for its local value without a basis, and its examples run", () => {
    const template: Partial<Rule> = { basis: [], status: "draft", needs: "本地到场时限" };
    const found = finding(template, measure({ startedAt: START, endedAt: DUE + 1 }), DUE + 1);
    expect([found.verdict, found.statute, found.editionLabel]).toEqual(["breached", "", undefined]);
  });

  test("knows every field that is read", () => {
    const packed = packRule(
      {
        ...SAMPLE,
        ...ends,
        restart: [{ from: "arrivedAt", when: 'kind == "拘传"', say: "重新计算" }],
        stop: [{ in: "examinations", from: "entrustedAt", until: "opinionAt", where: 'kind == "伤情鉴定"' }],
      },
      SAMPLE_LAW,
    );
    const read = packed.ok ? fieldsRead(packed.value).map(({ element, field }) => `${element}.${field}`) : [];
    expect(read).toEqual(
      expect.arrayContaining([
        "documents.kind",
        "documents.person",
        "documents.servedAt",
        "measures.person",
        "measures.arrivedAt",
        "measures.kind",
        "examinations.entrustedAt",
        "examinations.opinionAt",
        "examinations.kind",
      ]),
    );
  });
});
