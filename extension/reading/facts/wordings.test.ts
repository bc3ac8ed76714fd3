// What platforms call fields in their own way: read among things of the kind, not elsewhere, and only where the value fits.
import { expect, test } from "vitest";
import { factsOf } from "../read-sample.ts";

const known = (html: string): string =>
  factsOf(html)
    .filter((fact) => fact.includes("=known:"))
    .join(" ");
const NUMBER = "<p>案件编号：A9901000020260300012345</p>";
const list = (title: string, heads: readonly string[], cells: readonly string[]): string =>
  `<h2>${title}</h2><table><thead><tr>${heads.map((one) => `<th>${one}</th>`).join("")}</tr></thead><tbody><tr>${cells.map((one) => `<td>${one}</td>`).join("")}</tr></tbody></table>`;

test("a wording counts among things of its kind", () => {
  const html = list(
    "涉案财物",
    ["物证编号", "品名", "提取时间", "柜号", "去向"],
    ["W-7", "手机", "2026-03-05 10:00", "乙-12", "退回持有人"],
  );
  const facts = known(html);
  expect(facts).toContain("property.number=known:W-7");
  expect(facts).toContain("property.name=known:手机");
  expect(facts).toContain("property.seizedAt=known");
  expect(facts).toContain("property.keptPlace=known:乙-12");
});

test("the same wording alone among other things says nothing", () => {
  const html = `${NUMBER}<p>案由：盗窃</p><p>办案单位：柳桥派出所</p><p>柜号：乙-12</p><p>提取时间：2026-03-05 10:00</p>`;
  expect(known(html)).toContain("case.cause=known:盗窃");
  expect(known(html)).not.toContain("property.");
});

test("two wordings and nothing else are too few to say what they stand among", () => {
  expect(known("<p>品名：手机</p><p>柜号：乙-12</p>")).not.toContain("property.");
  expect(known("<p>品名：手机</p><p>柜号：乙-12</p><p>提取时间：2026-03-05 10:00</p>")).toContain(
    "property.keptPlace=known:乙-12",
  );
});

test("the dictionary's own word goes before a wording where they contradict each other", () => {
  const html = list(
    "涉案财物",
    ["财物编号", "财物名称", "扣押时间", "提取时间"],
    ["W-7", "手机", "2026-03-05 10:00", "2026-03-04 09:00"],
  );
  expect(known(html)).toContain("seizedAt=known:1772676000000");
});

test("under a wording a value that does not fit is nothing, and a person's own label stays the person's", () => {
  const html = list(
    "讯问记录",
    ["被讯问人", "讯问类型", "开始时间", "性别", "提讯人员"],
    ["韩某某", "讯问", "2026-03-05 10:00", "男", "共2人"],
  );
  const all = factsOf(html).join(" ");
  expect(all).toContain("interviews.person=known:韩某某");
  expect(all).not.toContain("askers");
  expect(all).not.toContain("subjectSex");
});

test("spellings of values", () => {
  const html = list(
    "文书送达",
    ["文书名称", "文号", "送达方式", "是否签收"],
    ["拘留通知书", "星公拘通字〔2026〕9号", "EMS送达", "待签收"],
  );
  expect(known(html)).toContain("documents.serviceWay=known:邮寄送达");
  expect(known(html)).toContain("documents.signed=known:否");
});
