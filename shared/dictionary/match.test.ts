// Labels and input names as host pages write them, each with the field it means.
import { describe, expect, test } from "vitest";
import { dictionary } from "./dictionary.ts";
import type { ElementId } from "./field.ts";
import { foldLabel } from "./fold.ts";
import { matchLabel } from "./match.ts";

const best = (text: string, element?: ElementId): string | undefined => {
  const match = matchLabel(text, { element })[0];
  return match && `${match.element}.${match.field.id}`;
};

test("every label, synonym and long code of the dictionary finds its own field in its element", () => {
  for (const { id, fields } of dictionary)
    for (const field of fields)
      for (const word of [field.label, ...field.synonyms, ...field.codes])
        expect(best(word, id), `${id}: ${word}`).toBe(`${id}.${field.id}`);
});

describe("spellings of one label", () => {
  test.each([
    ["接警时间：", "incident.receivedAt"],
    ["*接警时间(年月日)", "incident.receivedAt"],
    ["＊ 接 警 时 间（精确到分）：", "incident.receivedAt"],
    ["3、接警时间", "incident.receivedAt"],
    ["（一）接警时间", "incident.receivedAt"],
    ["【接警时间】", "incident.receivedAt"],
    ["姓　　名", "persons.name"],
    ["涉案金额（元）", "incident.amount"],
    ["接警日期", "incident.receivedAt"],
    ["案件的名称", "case.name"],
    ["是否集体讨论", "approvals.collective"],
    ["警情编号\n", "incident.number"],
  ])("%s", (text, field) => expect(best(text)).toBe(field));
});

describe("input names", () => {
  test.each([
    ["JJDBH", "incident.number"],
    ["ajbh", "case.number"],
    ["form.ajbh", "case.number"],
    ["formModel.sarq", "case.acceptedAt"],
    ["txtJJSJ", "incident.receivedAt"],
    ["list[0].qzcszl", "measures.kind"],
    ["c_kysj", "property.seizedAt"],
    ["aj_bh", "case.number"],
  ])("%s", (text, field) => expect(best(text)).toBe(field));
});

test("the hinted element goes first, the others stay as candidates", () => {
  expect(best("到案时间", "measures")).toBe("measures.arrivedAt");
  expect(best("到案时间", "interviews")).toBe("interviews.arrivedAt");
  const candidates = matchLabel("到案时间", { element: "persons" });
  expect(candidates.map(({ element }) => element).sort()).toEqual(["interviews", "measures", "persons"]);
  expect(candidates[0]!.score).toBeGreaterThan(candidates[1]!.score);
});

test("labels that the dictionary does not have match nothing", () => {
  for (const text of [
    "",
    "：",
    "备注",
    "操作",
    "接警时间是否准确",
    "submit",
    "constructor",
    "__proto__",
    "接警时间".repeat(30),
  ])
    expect(matchLabel(text), text).toEqual([]);
});

test("a number at the start of a word is no numbering", () => {
  expect(foldLabel("110指令")).toBe("110指令");
  expect(foldLabel("1.5倍")).toBe("1.5倍");
});
