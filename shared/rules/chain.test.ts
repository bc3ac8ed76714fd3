// Proves extension chains as the procedure laws have them: each step from the end of the one before or from the beginning.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, instantKey } from "../time/civil.ts";
import type { Count } from "../time/period.ts";
import type { Extension, Rule } from "./rule.ts";
import { dueOf, period } from "./sample-period.ts";
import { at, finding, measure } from "./sample-rule.ts";

/** 刑诉法 91, 刑事案件程序规定 129: three days, one to four more, thirty for roaming, repeated or gang crime. */
const DETENTION = period("3 days", "custody-days", [
  { to: "7 days", when: 'extension == "延长至七日"', approver: "县级以上公安机关负责人" },
  { to: "30 days", when: 'extension == "延长至三十日"', approver: "县级以上公安机关负责人" },
]);
/** 刑诉法 156, 158, 159: two months, one, two and two more, each from the end of the one before. */
const months = (...done: readonly string[]) => done.map((one) => `extension == "${one}"`).join(" || ");
const CUSTODY = period("2 months", "custody-months", [
  { add: "1 months", when: months("延长至三个月"), approver: "上一级人民检察院" },
  { add: "2 months", when: months("延长至五个月"), approver: "省级人民检察院" },
  { add: "2 months", when: months("延长至七个月"), approver: "省级人民检察院" },
]);
/** 治安管理处罚法 99 (2012), 118 (2025) and 强制法 25: thirty days and thirty more. */
const THIRTY = period("30 days", "admin-days", [
  { add: "30 days", when: 'extension == "延长至六十日"', approver: "上一级公安机关负责人" },
]);

describe("a chain", () => {
  test.each<[string, Partial<Rule>, string, string, string]>([
    ["detention, none", DETENTION, "2026-03-02 09:00", "未延长", "2026-03-05T23:59"],
    ["detention, seven days", DETENTION, "2026-03-02 09:00", "延长至七日", "2026-03-09T23:59"],
    ["detention, thirty days", DETENTION, "2026-03-02 09:00", "延长至三十日", "2026-04-01T23:59"],
    ["custody, none", CUSTODY, "2026-12-31 09:00", "未延长", "2027-02-28T23:59"],
    // From the end of the step before: three months from 31 December would be 31 March.
    ["custody, a month more", CUSTODY, "2026-12-31 09:00", "延长至三个月", "2027-03-28T23:59"],
    ["custody, two more", CUSTODY, "2026-12-31 09:00", "延长至五个月", "2027-05-28T23:59"],
    ["custody, all seven", CUSTODY, "2026-12-31 09:00", "延长至七个月", "2027-07-28T23:59"],
    [
      "custody from a day that every month has",
      CUSTODY,
      "2026-03-15 09:00",
      "延长至七个月",
      "2026-10-15T23:59",
    ],
    ["public order, none", THIRTY, "2026-03-02 09:00", "未延长", "2026-04-01T23:59"],
    ["public order, thirty more", THIRTY, "2026-03-02 09:00", "延长至六十日", "2026-05-01T23:59"],
  ])("%s", (_, rule, startedAt, extension, due) => {
    const found = dueOf(rule, { startedAt: at(startedAt), extension });
    // 1 May is a festival: an administrative period moves to the first day after it, one in custody does not.
    expect(found).toBe(due === "2026-05-01T23:59" ? "2026-05-06T23:59" : due);
  });

  test("says which step was used, who may grant it and on what fact", () => {
    const cells = { startedAt: at("2026-12-31 09:00"), endedAt: null, extension: "延长至三个月" };
    const { working, extend } = finding(CUSTODY, measure(cells), at("2027-01-05 09:00"));
    expect(working.map(({ op, step, note, value }) => [op, step, note ?? "", value])).toEqual([
      ["", "执行时间，起算", "", "2026年12月31日"],
      ["+", "按月计算到对应日", "", "2 个月"],
      ["+", "按月计算到对应日", "延长的期限自上一段届满日起算", "1 个月"],
      ["→", "经上一级人民检察院批准延长", "延长情况 延长至三个月", "2 个月加 1 个月"],
      expect.arrayContaining(["=", "届满", "2027年3月28日"]),
      ["−", "现在", "", "1月5日 09:00"],
      ["=", "剩余", "", "82 天"],
    ]);
    expect(extend?.map(({ to, due }) => [to, instantKey(due!).slice(0, 10)])).toEqual([
      ["2 个月加 1 个月加 2 个月", "2027-05-28"],
      ["2 个月加 1 个月加 2 个月加 2 个月", "2027-07-28"],
    ]);
  });

  test("with all steps granted is their sum", () => {
    const counts: readonly [Count, string][] = [
      ["custody-days", "days"],
      ["criminal-days", "days"],
      ["admin-days", "days"],
      ["workdays", "workdays"],
      ["hours", "hours"],
    ];
    const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...counts),
        steps,
        fc.integer({ min: 0, max: 500 }),
        ([count, unit], all, day) => {
          const startedAt = at("2025-06-01 10:00") + day * DAY;
          const [first = 1, ...more] = all;
          const chain = more.map(
            (n): Extension => ({ add: `${n} ${unit}`, when: 'kind == "拘传"', approver: "x" }),
          );
          const cells = { startedAt, kind: "拘传" };
          const sum = all.reduce((a, b) => a + b, 0);
          expect(dueOf(period(`${first} ${unit}`, count, chain), cells)).toBe(
            dueOf(period(`${sum} ${unit}`, count), cells),
          );
        },
      ),
    );
  });

  test("a step more never ends earlier", () => {
    const units = fc.constantFrom<readonly [Count, string]>(
      ["custody-months", "months"],
      ["months", "months"],
      ["criminal-days", "days"],
      ["workdays", "workdays"],
    );
    fc.assert(
      fc.property(
        units,
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 0, max: 900 }),
        ([count, unit], all, day) => {
          const [first = 1, ...more] = all;
          const chain = more.map(
            (n): Extension => ({ add: `${n} ${unit}`, when: 'kind == "拘传"', approver: "x" }),
          );
          const cells = { startedAt: at("2025-01-01 10:00") + day * DAY, kind: "拘传" };
          const shorter = dueOf(period(`${first} ${unit}`, count, chain.slice(0, -1)), cells);
          expect(dueOf(period(`${first} ${unit}`, count, chain), cells) >= shorter).toBe(true);
        },
      ),
    );
  });
});
