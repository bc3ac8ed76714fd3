// The field that a person would choose stands among the first guesses, and a search by Chinese name finds it.
import { expect, test } from "vitest";
import { guessFields, searchFields } from "./guess.ts";

const first = (n: number, cell: Parameters<typeof guessFields>[0]): readonly string[] =>
  guessFields(cell)
    .slice(0, n)
    .map(({ element, field }) => `${element}.${field.id}`);

test.each([
  ["measures.startedAt", "取保起算日", "2026-03-05", "measures"],
  ["measures.arrivedAt", "带到派出所时间", "2026-03-05 10:00", "measures"],
  ["case.acceptedAt", "案件受理日期", "2026-03-05", "case"],
  ["interviews.askers", "问话民警", "陈立、郑浩", "interviews"],
  ["persons.idNumber", "身份证号", "990101199001011234", "persons"],
  ["property.seizedAt", "扣押日", "2026-03-05", "property"],
  ["incident.receivedAt", "接电话时间", "2026-03-05 10:00", "incident"],
] as const)("%s is among five guesses for %s", (path, label, value, element) => {
  expect(first(5, { label, value, element })).toContain(path);
});

test("a field that the page shows elsewhere falls behind, a code and the place bring one forward", () => {
  const cell = { label: "时间", value: "2026-03-05", element: "measures" } as const;
  const [best] = first(1, cell);
  expect(first(1, { ...cell, taken: new Set([best!]) })).not.toEqual([best]);
  expect(first(1, { label: "项目二", value: "", codes: ["form.jcsj"], element: "measures" })).toEqual([
    "measures.endedAt",
  ]);
});

test("a search holds every word, by name, synonym, code or element", () => {
  const paths = (query: string) => searchFields(query).map(({ element, field }) => `${element}.${field.id}`);
  expect(paths("解除时间")[0]).toBe("measures.endedAt");
  expect(paths("强制措施 民警")).toContain("measures.executors");
  expect(paths("强制措施 民警").every((path) => path.startsWith("measures."))).toBe(true);
  expect(paths("jjsj")).toContain("incident.receivedAt");
  expect(paths("没有这种字段")).toEqual([]);
  expect(paths("  ")).toEqual([]);
});
