// What stands in several boxes of a page and is of one thing: a list and its head, a stay in parts, an unfolded row, the only suspect.
import { expect, test } from "vitest";
import { factsOf, readingOf } from "../read-sample.ts";

const NUMBER = "A9901000020260300012345";
const LIST =
  "<table><thead><tr><th>物品名称</th><th>数量</th></tr></thead><tbody><tr><td>手机</td><td>1</td></tr><tr><td>钱包</td><td>1</td></tr></tbody></table>";
const card = (title: string, body: string): string =>
  `<div class="el-card"><div class="el-card__header"><h3>${title}</h3></div><div class="el-card__body">${body}</div></div>`;
const item = (label: string, value: string): string =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><span>${value}</span></div></div>`;

const countOf = (html: string, start: string): number =>
  factsOf(html).filter((fact) => fact.startsWith(start)).length;

const HEAD = card(
  "扣押决定",
  `<form>${item("扣押清单编号", "星扣〔2026〕5号")}${item("扣押时间", "2026-05-05 16:20")}${item("持有人", "韩某某")}</form>`,
);

test("the head over a list of things seized holds for each of them", () => {
  const html = HEAD + card("物品清单", LIST);
  expect(countOf(html, "property.listNumber=known:星扣〔2026〕5号")).toBe(2);
  expect(countOf(html, "property.seizedAt=known")).toBe(2);
  expect(countOf(html, "property.name=known")).toBe(2);
});

test("a head over two lists is of neither", () => {
  const html = HEAD + card("扣押物品", LIST) + card("发还物品", LIST.replaceAll("手机", "电脑"));
  expect(countOf(html, "property.seizedAt=known")).toBeLessThan(2);
});

const suspect = card(
  "嫌疑人信息",
  `<form>${item("姓名", "韩某某")}${item("人员类型", "犯罪嫌疑人")}${item("性别", "男")}${item("出生日期", "1990-01-01")}</form>`,
);
const measure = card(
  "刑事拘留",
  `<form>${item("决定书文号", "星公拘字〔2026〕1号")}${item("执行时间", "2026-05-05 16:20")}${item("羁押场所", "星河市看守所")}</form>`,
);

test("a measure that names nobody is that of the page's only person, and of the kind that its heading says", () => {
  expect(factsOf(suspect + measure)).toContain("measures.person=known:韩某某");
  expect(factsOf(suspect + measure)).toContain("measures.kind=known:刑事拘留");
});

test("where the page names a second person, a measure that names nobody is nobody's", () => {
  const two = suspect + suspect.replace("韩某某", "牧某某").replace("1990", "1991") + measure;
  expect(countOf(two, "measures.person=known")).toBe(0);
});

test("what is checked during a stay, and how it ends, is told of that stay", () => {
  const html =
    card("入区登记", `<form>${item("入区人员", "韩某某")}${item("入区时间", "2026-05-05 16:20")}</form>`) +
    card("安全检查", `<form>${item("安检时间", "2026-05-05 16:30")}${item("有无伤情", "无")}</form>`) +
    card("出区登记", `<form>${item("出区时间", "2026-05-05 20:30")}${item("释放方式", "自行离开")}</form>`);
  const ids = new Set(readingOf(html).facts.flatMap(({ entity, id }) => (entity === "venues" ? [id] : [])));
  expect(ids.size).toBe(1);
  expect(factsOf(html).filter((fact) => /^venues\.(?:checkedAt|leftAt)=known/.test(fact))).toHaveLength(2);
});

test("what is unfolded under a row is told of the thing in that row", () => {
  const html = `<h1>人员信息</h1><table class="el-table__body"><thead><tr><th>姓名</th><th>性别</th></tr></thead><tbody>
    <tr><td>牧某某</td><td>男</td></tr><tr><td>韩某某</td><td>女</td></tr>
    <tr><td colspan="2" class="el-table__expanded-cell"><form>${item("身份证号", "990101199003079996")}${item("现住址", "星河市城北区船厂路9号")}</form></td></tr></tbody></table>`;
  const facts = readingOf(html).facts.filter(({ entity }) => entity === "persons");
  const of = (id: string): string | undefined =>
    facts.find((fact) => fact.field === "name" && fact.id === facts.find(({ field }) => field === id)?.id)
      ?.value as string | undefined;
  expect(new Set(facts.map(({ id }) => id)).size).toBe(2);
  expect(of("address")).toBe("韩某某");
});

test("a heading that is the name of the case names it, what only ends in the same word does not", () => {
  const page = (title: string): readonly string[] =>
    factsOf(`<h2>${title}</h2><div><p>案件编号：${NUMBER}</p><p>受案时间：2026-03-05</p></div>`);
  expect(page("上官某某抢夺案")).toContain("case.name=known:上官某某抢夺案");
  for (const other of ["刑事立案", "关联案件串并案", "安全工作方案", "相似盗窃案"])
    expect(page(other).filter((fact) => fact.startsWith("case.name"))).toEqual([]);
});

test("a list of one other case takes nothing from the page's own", () => {
  const html = `<table><tr><td>案件编号</td><td>${NUMBER}</td><td>案件名称</td><td>韩某某盗窃案</td></tr></table><p><b>其他</b></p>
    <table><thead><tr><th>案件编号</th><th>案件名称</th><th>立案时间</th></tr></thead><tbody><tr><td>A9901000020260300099999</td><td>牧某某盗窃案</td><td>2026-01-01</td></tr></tbody></table>`;
  expect(factsOf(html)).toEqual([`case.number=known:${NUMBER}`, "case.name=known:韩某某盗窃案"]);
});

test("a paper's name and number in one cell are two, and a case that is only named has its number", () => {
  const facts = factsOf(
    `<h1>送达回证</h1><table><tr><td class="label">送达文书名称、文号</td><td>行政处罚决定书　绿公（新）行罚决字〔2026〕88号</td></tr><tr><td class="label">送达时间</td><td>2026年10月25日17时30分</td></tr></table>`,
  );
  expect(facts).toEqual(
    expect.arrayContaining([
      "documents.kind=known:行政处罚决定书",
      "documents.number=known:绿公（新）行罚决字〔2026〕88号",
    ]),
  );
  expect(
    factsOf(
      `<table><tr><td class="label">所属案件</td><td>${NUMBER}</td></tr><tr><td class="label">审批结果</td><td>审批中</td></tr></table>`,
    ),
  ).toContain(`case.number=known:${NUMBER}`);
});
