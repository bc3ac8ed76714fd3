// Facts files as people and programs write them: what is accepted, and how each mistake is refused.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { sheetSchema } from "../dictionary/schema.ts";
import { parseInstant } from "../time/civil.ts";
import { factsJsonSchema } from "./json-schema.ts";
import { readFactsJson, readFactsText } from "./read-json.ts";
import type { FactSheet } from "./sheet.ts";

const sheet = (input: unknown): FactSheet => {
  const result = readFactsJson(input);
  if (!result.ok) throw new Error(result.refusal.message);
  expect(v.is(sheetSchema(), result.value)).toBe(true);
  return result.value;
};
const refusal = (input: unknown) => {
  const result = readFactsJson(input);
  return result.ok ? undefined : result.refusal;
};

test("keys may be ids, labels, synonyms or codes; the sheet is the same", () => {
  const expected = sheet({
    measures: [{ kind: "取保候审", startedAt: "2026-03-05T09:00+08:00", endedAt: null }],
  });
  const item = { 强制措施种类: "取保候审", 执行时间: "2026-03-05T09:00+08:00", 解除时间: null };
  expect(sheet({ 强制措施: [item] })).toEqual(expected);
  expect(sheet({ measures: [{ QZCSZL: "取保", zxsj: "2026-03-05T01:00Z", 解除日期: null }] })).toEqual(
    expected,
  );
  expect(expected.measures).toEqual({
    items: [
      {
        id: "m1",
        cells: { kind: "取保候审", startedAt: parseInstant("2026-03-05T09:00+08:00"), endedAt: null },
      },
    ],
    complete: true,
  });
});

test("every type of value", () => {
  const {
    interviews,
    persons,
    incident,
    case: one,
  } = sheet({
    case: { number: "A9901", category: "治安", filedAt: "2026-03-05" },
    incident: { amount: 50000, filed: true },
    persons: [{ birthday: "2010-01-31", 性别: "女", minor: "是" }],
    "interviews+": [
      { id: "first", askers: ["陈立", " 郑浩 "], recorder: "周宁", person: "p1", askerPoliceCount: 1 },
    ],
  });
  expect(one).toEqual({ id: "", cells: { number: "A9901", category: "行政", filedAt: "2026-03-05" } });
  expect(incident?.cells).toEqual({ amount: 50000, filed: "是" });
  expect(persons?.items[0]?.cells).toEqual({ birthday: "2010-01-31", sex: "女", minor: "是" });
  expect(interviews).toEqual({
    items: [
      {
        id: "first",
        cells: { askers: ["陈立", "郑浩"], recorder: ["周宁"], person: "p1", askerPoliceCount: 1 },
      },
    ],
    complete: false,
  });
});

test("elements without an id are numbered around those that have one", () => {
  const ids = sheet({ measures: [{}, { id: "m1" }, {}, { id: "m4" }, {}] }).measures?.items.map(
    ({ id }) => id,
  );
  expect(ids).toEqual(["m2", "m1", "m3", "m4", "m5"]);
  expect(sheet({ persons: [], case: {} })).toEqual({
    persons: { items: [], complete: true },
    case: { id: "", cells: {} },
  });
  expect(sheet({})).toEqual({});
});

test("officers may carry their standing; an auxiliary stays marked", () => {
  const read = (given: object) => sheet({ interviews: [given] }).interviews?.items[0]?.cells;
  expect(read({ askers: ["陈立 民警", "郑浩 辅警"], recorder: "辅警郑浩" })).toEqual({
    askerPoliceCount: 1,
    askers: ["陈立", "郑浩（辅警）"],
    recorder: ["郑浩（辅警）"],
  });
  expect(read({ askers: "陈立、周岩", recorder: [] })).toEqual({ askers: ["陈立", "周岩"], recorder: [] });
  expect(read({ askers: ["陈立 民警", "郑浩"] })).toEqual({ askers: ["陈立", "郑浩"] });
  expect(read({ askers: ["陈立 民警"], askerPoliceCount: null })).toEqual({
    askers: ["陈立"],
    askerPoliceCount: null,
  });
});

describe("refusals name the place and the way out", () => {
  test.each([
    [{ measures: [{ startAt: null }] }, "unknown-field", "measures[0].startAt", "startedAt（执行时间）"],
    [{ measures: [{ 执刑时间: null }] }, "unknown-field", "measures[0].执刑时间", "startedAt"],
    [{ mesures: [] }, "unknown-field", "mesures", "measures（强制措施）"],
    [{ measures: [{ kind: "取保候身" }] }, "bad-value", "measures[0].kind", "取保候审"],
    [{ measures: [{ kind: 3 }] }, "bad-value", "measures[0].kind", "刑事拘留"],
    [{ incident: { amount: "5万元" } }, "bad-value", "incident.amount", "元"],
    [{ incident: { amount: Number.NaN } }, "bad-value", "incident.amount", "数字"],
    [{ case: { name: "" } }, "bad-value", "case.name", "null"],
    [{ case: { name: ["a"] } }, "bad-value", "case.name", "文字"],
    [{ case: { handlers: ["陈立", 3] } }, "bad-value", "case.handlers", "列表"],
    [{ case: { filedAt: "2026-03-05T09:00" } }, "bad-time", "case.filedAt", "+08:00"],
    [{ case: { filedAt: "2026-02-30" } }, "bad-time", "case.filedAt", "2026-03-01"],
    [{ case: { filedAt: "3026-02-20" } }, "bad-time", "case.filedAt", "立案时间"],
    [{ case: { filedAt: 1772692200000 } }, "bad-time", "case.filedAt", "立案时间"],
    [{ persons: [{ birthday: "2010-01-31T00:00+08:00" }] }, "bad-time", "persons[0].birthday", "日期"],
    [{ case: { number: "A", 案件编号: "B" } }, "bad-shape", "case.案件编号", "同一个字段"],
    [{ measures: [], "measures+": [] }, "bad-shape", "measures+", "两次"],
    [{ measures: [], 强制措施: [] }, "bad-shape", "强制措施", "两次"],
    [{ "case+": {} }, "bad-shape", "case+", "只有一个"],
    [{ measures: {} }, "bad-shape", "measures", "[…]"],
    [{ measures: null }, "bad-shape", "measures", "[]"],
    [{ measures: [null] }, "bad-shape", "measures[0]", "{…}"],
    [{ case: [] }, "bad-shape", "case", "{…}"],
    [{ measures: [{ id: "a" }, { id: "a" }] }, "bad-shape", "measures[1].id", "两个"],
    [{ measures: [{ id: "a.b" }] }, "bad-value", "measures[0].id", "id"],
    [{ measures: [{ id: 1 }] }, "bad-value", "measures[0].id", "id"],
    [{ measures: Array.from({ length: 20_001 }, () => ({})) }, "too-large", "measures", "20000"],
    [{ case: { brief: "长".repeat(200_001) } }, "too-large", "case.brief", "200000"],
    [{ case: JSON.parse('{"__proto__": {"number": "A"}}') }, "unknown-field", "case.__proto__", "没有字段"],
    [JSON.parse('{"__proto__": {}}'), "unknown-field", "__proto__", "没有要素"],
    [[], "bad-shape", undefined, "对象"],
    [null, "bad-shape", undefined, "对象"],
  ])("%#: %j", (input, code, at, hint) => {
    const refused = refusal(input);
    expect(refused?.code).toBe(code);
    expect(refused?.at).toBe(at);
    expect(refused?.message).toContain(hint);
  });

  test("a file that is no JSON, or too much of it", () => {
    expect(readFactsText("{")).toMatchObject({ ok: false, refusal: { code: "bad-json" } });
    expect(readFactsText(`"${"a".repeat(4_000_000)}"`)).toMatchObject({
      ok: false,
      refusal: { code: "too-large" },
    });
    expect(readFactsText('\ufeff{"case": {}}')).toMatchObject({ ok: true });
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(readFactsText(`{"measures": ${deep}}`).ok).toBe(false);
  });
});

test("the file's schema knows every key that the reader knows", () => {
  const { properties, $defs } = factsJsonSchema() as {
    properties: object;
    $defs: Record<string, { properties: object }>;
  };
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining(["case", "案件", "measures", "measures+", "强制措施+"]),
  );
  expect(Object.keys(properties)).not.toContain("case+");
  expect(Object.keys($defs.measures!.properties)).toEqual(
    expect.arrayContaining(["id", "startedAt", "执行时间", "ZXSJ"]),
  );
});
