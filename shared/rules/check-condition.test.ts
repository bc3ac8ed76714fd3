// Proves that a wrong condition is refused with the way to mend it.
import { describe, expect, test } from "vitest";
import type { ElementId } from "../dictionary/field.ts";
import { checkCondition } from "./check-condition.ts";

const check = (text: string, each: ElementId = "measures") =>
  checkCondition(text, { each, editions: ["2012-10-26", "2025-06-27"], at: "when" });

describe("a condition is refused", () => {
  test.each([
    ["misspelt field", "startdAt < endedAt", "没有字段 startdAt，是不是 startedAt"],
    ["misspelt field of another element", 'case.catgory == "刑事"', "没有字段 catgory，是不是 category"],
    [
      "misspelt field of a bound element",
      "interviews.exists(i, blank(i.endAt))",
      "没有字段 endAt，是不是 endedAt",
    ],
    ["misspelt list", "interview.exists(i, true)", "没有字段 interview，是不是 interviews"],
    ["value that a choice has not", 'kind == "取保侯审"', "没有“取保侯审”这个值，是不是“取保候审”"],
    ["value in a list that a choice has not", 'kind in ["逮捕", "拘役"]', "没有“拘役”这个值"],
    ["value on the left", '"拘役" == kind', "没有“拘役”这个值"],
    ["edition that the rule does not cite", 'edition == "2020-01-01"', "没有“2020-01-01”这个值"],
    ["has()", "has(case.number)", "blank("],
    ["now", "startedAt < now", "不能问现在"],
    ["now()", "startedAt < now()", "不能问现在"],
    ["exists_one", "interviews.exists_one(i, true)", "请用 exists"],
    ["filter", "interviews.filter(i, true).size() > 0", "filter"],
    ["map", 'interviews.map(i, i.kind).exists(k, k == "讯问")', "map"],
    ["matches", 'house.matches(".*")', "contains"],
    ["null", "endedAt == null", "blank("],
    ["unknown function", "blnk(endedAt)", "是不是 blank"],
    ["blank of no field", 'blank("x")', "要写一个字段"],
    ["blank of a list", "blank(interviews)", "要写一个字段"],
    ["wrong types", "kind == 3", "类型不对"],
    ["no truth value", "kind", "应得出真或假"],
    ["nothing", "  \n", "条件是空的"],
    ["syntax", "kind ==", "写法不对"],
    ["time without zone", 'startedAt < timestamp("2026-01-01T00:00:00")', "带时区"],
    ["odd span", 'endedAt - startedAt > duration("1d")', "时长"],
    ["index", 'interviews[0].kind == "讯问"', "看不懂"],
    ["list as a value", "size(case) > 1", "请写 case 的字段"],
    ["field of a list", 'interviews.kind == "讯问"', "interviews.exists(x, x.kind"],
    ["variable that hides a field", "interviews.exists(kind, true)", "请换一个"],
    ["map literal", '{"a": 1}.a == 1', ""],
    ["too many nodes", Array.from({ length: 130 }, () => 'kind == "逮捕"').join(" || "), "条件太大"],
    ["too deep", `${"(".repeat(60)}true${")".repeat(60)}`, "条件太大"],
    ["too long a list", `kind in [${Array.from({ length: 80 }, () => '"逮捕"').join()}]`, "条件太大"],
    ["too long a text", `${" ".repeat(5_000)}true`, "超过"],
    ["what would escape", "constructor.constructor == 1", "没有字段 constructor"],
    ["a prototype's name", "toString()", "没有函数 toString"],
  ])("%s: %s", (_, text, say) => {
    const result = check(text);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.refusal.code).toBe("bad-rule");
    expect(result.refusal.message).toContain(say);
    expect(result.refusal.at).toBe("when");
  });
});

describe("a condition is let through", () => {
  test.each([
    ['kind == "取保候审" && !blank(startedAt)', "measures"],
    ['persons.exists(p, p.id == person && p.minor == "是")', "interviews"],
    ["interviews.all(i, police(i.askers) >= 2)", "case"],
    ['edition == "2025-06-27" || round == 1', "interviews"],
    ['endedAt - startedAt > duration("12h") || hoursBetween(startedAt, endedAt) > 12', "interviews"],
    ['cause.contains("诈骗") ? true : category == "刑事"', "case"],
    ['"甲" in askers || askers.exists(a, a.startsWith("乙"))', "interviews"],
  ] as const)("%s on %s", (text, each) => {
    const result = check(text, each);
    expect(result.ok ? "" : result.refusal.message).toBe("");
  });
});
