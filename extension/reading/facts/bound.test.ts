// What stands among one person's particulars is bound to that person; what only looks like a value of a field is not taken for one.
import { expect, test } from "vitest";
import { factsOf } from "../read-sample.ts";

test("a measure among the particulars of one person is that person's, of two in one box nobody's; a kind of case is no 案由", () => {
  const pairs = (...all: readonly (readonly [string, string])[]): string =>
    `<div class="panel"><dl>${all.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join("")}</dl></div>`;
  const person = (name: string) =>
    [
      ["姓名", name],
      ["性别", "男"],
      ["出生日期", "1990-01-01"],
    ] as const;
  const bail = [
    ["强制措施", "取保候审"],
    ["取保候审起始日期", "2025-11-01"],
    ["解除时间", ""],
  ] as const;
  const read = (html: string) => factsOf(html).filter((fact) => fact.includes("measures.person"));
  expect(read(pairs(...person("甲"), ...bail))).toEqual(["measures.person=known:甲"]);
  expect(factsOf(`<p>案件编号：A1</p><p>案件性质：刑事</p>`)).toContain("case.category=known:刑事");
  expect(factsOf(`<p>案件编号：A1</p><p>案件性质：盗窃</p>`)).toContain("case.cause=known:盗窃");
  expect(read(pairs(...person("甲"), ...person("乙"), ...bail))).toEqual([]);
});
