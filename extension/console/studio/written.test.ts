// The small translations of the studio: limits as typed, differences in words, items of a checklist, hints in Chinese.
import { describe, expect, it } from "vitest";
import { bail, interviewList } from "../sample/rule.ts";
import { checklistChanges, ruleChanges } from "./diff.ts";
import { inWords } from "./in-words.ts";
import { explained, linked, moved, newItem } from "./items.ts";
import { goodAmount, limitParts, limitWritten } from "./limit-text.ts";

describe("a limit", () => {
  it("survives being typed, finished or not", () => {
    for (const text of ["12 months", "十二 months", " months", "1 hours", "5 workdays"])
      expect(limitWritten(limitParts(text))).toBe(text);
    expect(limitParts("1 month")).toEqual({ amount: "1", unit: "months" });
  });
  it("counts whole numbers from 1", () => {
    expect(["12", "1", " 7 "].every(goodAmount)).toBe(true);
    expect(["", "0", "-1", "1.5", "十二", "012", "1e3"].some(goodAmount)).toBe(false);
  });
});

describe("differences", () => {
  it("are none between equal rules, and in words where there are some", () => {
    expect(ruleChanges(bail, structuredClone(bail))).toEqual([]);
    const clock = bail.clock!;
    const next = {
      ...bail,
      status: "retired" as const,
      clock: { ...clock, limit: "6 months", warn: ["7 days"] },
    };
    expect(ruleChanges(bail, next)).toEqual([
      { label: "状态", old: "生效", next: "停用" },
      { label: "期限", old: "12 个月", next: "6 个月" },
      { label: "届满前提醒", old: "30 日、15 日、7 日", next: "7 日" },
    ]);
  });
  it("of a checklist are items added, removed, reworded and moved", () => {
    const { items } = interviewList;
    const changed = (next: typeof items) =>
      checklistChanges(interviewList, { ...interviewList, items: next }).map(({ label }) => label);
    expect(changed(items)).toEqual([]);
    expect(changed(moved(items, 0, 1))).toEqual(["次序"]);
    expect(changed(items.slice(1))).toEqual(["去 1 项"]);
    expect(
      changed(items.map((item) => (item.id === "i1" ? { ...item, say: "核对身份证件" } : item))),
    ).toEqual(["项"]);
    expect(changed([newItem(interviewList, "问明", "", "ab12-CD34-ef"), ...items])).toEqual(["加 1 项"]);
  });
});

describe("items", () => {
  it("move one place and stay at the ends", () => {
    const { items } = interviewList;
    const ids = (list: typeof items): string => list.map(({ id }) => id).join();
    expect(ids(moved(items, 0, 1))).toBe("i2,i1,i3");
    expect(ids(moved(items, 2, -1))).toBe("i1,i3,i2");
    expect(moved(items, 0, -1)).toBe(items);
    expect(moved(items, 2, 1)).toBe(items);
  });
  it("are ticked by a rule or by a person, never by both", () => {
    const item = newItem(interviewList, " 问明 ", " ", "ab12-CD34-ef");
    expect(item).toEqual({ id: "interview-ab12cd34", say: "问明", attest: true });
    expect(linked(item, "bail-overrun")).toEqual({ id: item.id, say: "问明", rule: "bail-overrun" });
    expect(linked(linked(item, "bail-overrun"), "")).toEqual(item);
    expect(explained(explained(item, "逐项问"), "")).toEqual(item);
  });
});

it("puts verdicts and field paths of a hint into screen words, and leaves other words alone", () => {
  expect(inWords("应为 met，判为 unknown，缺 measures/m1.endedAt")).toBe(
    "应为 符合，判为 未检查，缺 “强制措施 → 解除时间”",
  );
  expect(inWords("clock.limit：写法不能识别，如 12 months")).toBe("clock.limit：写法不能识别，如 12 months");
});
