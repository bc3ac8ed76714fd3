// Label and value in tables: spans, sections, print forms, records, and what is no record.
import { expect, test } from "vitest";
import { cellsOf, factsOf, tablesOf } from "./read-sample.ts";

test("label and value side by side, with spans, padding and a colon", () => {
  expect(
    cellsOf(`<table><tr><td>案　　由：</td><td>盗窃</td><td>案件编号</td><td>A1</td></tr>
      <tr><td>简要案情</td><td colspan="3">3月5日14:30，报称：被盗。</td></tr></table>`),
  ).toEqual(["案由=盗窃", "案件编号=A1", "简要案情=3月5日14:30，报称：被盗。"]);
});

test("a label over several rows is the section of the labels beside it", () => {
  const html = `<table><tr><th rowspan="2">报案人</th><td>姓名</td><td>韩某某</td></tr><tr><td>联系电话</td><td>199</td></tr></table>`;
  expect(cellsOf(html)).toEqual(["姓名=韩某某", "联系电话=199"]);
  expect(factsOf(html)).toEqual([
    "persons.name=known:韩某某",
    "persons.phone=known:199",
    "persons.role=known:报案人",
    "case.reporter=known:韩某某",
  ]);
});

test("a value that is itself a word of the dictionary stays a value", () => {
  expect(
    cellsOf(`<table><tr><td class="k">人员身份</td><td class="v">监护人</td></tr><tr><td class="k">姓名</td><td class="v">甲</td></tr>
      <tr><td class="k">性别</td><td class="v">男</td></tr></table>`),
  ).toEqual(["人员身份=监护人", "姓名=甲", "性别=男"]);
});

test("controls in cells: the chosen option, the empty first option, a radio, an inline number", () => {
  expect(
    cellsOf(`<table>
      <tr><td>受案民警</td><td><select><option value="">请选择</option><option selected>陈立</option></select></td>
          <td>案件类别</td><td><select><option value="">--请选择--</option><option>刑事</option></select></td></tr>
      <tr><td>性别</td><td><label><input type="radio" name="x" checked>男</label><label><input type="radio" name="x">女</label></td>
          <td>笔录类型</td><td>询问笔录（第 <input value="1"> 次）</td></tr></table>`),
  ).toEqual(["受案民警=陈立", "案件类别=", "性别=男", "笔录类型=询问笔录（第 1 次）"]);
});

test("records with a header of two rows; hidden rows and sums are no records", () => {
  expect(
    tablesOf(`<table><thead><tr><th rowspan="2">姓名</th><th colspan="2">羁押</th></tr><tr><th>入所时间</th><th>首次讯问时间</th></tr></thead>
      <tbody><tr><td>甲</td><td>2026-03-05</td><td></td></tr><tr><td>合计</td><td></td><td></td></tr></tbody></table>`),
  ).toEqual([{ columns: "姓名|入所时间|首次讯问时间", rows: ["甲|2026-03-05|"], complete: true }]);
});

test("a first row of dictionary words is a header even without th", () => {
  expect(
    tablesOf(`<table><tr><td>物品名称</td><td>数量</td><td>扣押时间</td></tr><tr><td>手机</td><td>1部</td><td>2026-03-05</td></tr>
      <tr><td>现金</td><td>500</td><td></td></tr></table>`)[0],
  ).toMatchObject({ columns: "物品名称|数量|扣押时间", rows: ["手机|1部|2026-03-05", "现金|500|"] });
});

test("records inside a print form end where pairs begin again", () => {
  const html = `<table><tr><td>案件编号</td><td>A1</td><td>案由</td><td>盗窃</td></tr>
    <tr><td>物品名称</td><td>数量</td><td>特征</td><td>扣押时间</td></tr><tr><td>手机</td><td>1</td><td>黑</td><td>2026-03-05</td></tr>
    <tr><td>见证人</td><td colspan="3">乙</td></tr></table>`;
  expect(cellsOf(html)).toEqual(["案件编号=A1", "案由=盗窃", "见证人=乙"]);
  expect(tablesOf(html)[0]?.rows).toEqual(["手机|1|黑|2026-03-05"]);
});

test("a cell over several rows says the same in each of them", () => {
  expect(
    tablesOf(`<table><tr><th>姓名</th><th>措施种类</th><th>执行时间</th></tr>
      <tr><td rowspan="2">甲</td><td>拘传</td><td>2026-03-05</td></tr><tr><td>取保候审</td><td>2026-03-06</td></tr></table>`)[0]
      ?.rows,
  ).toEqual(["甲|拘传|2026-03-05", "甲|取保候审|2026-03-06"]);
});

test.each([
  ["共 35 条", false],
  ["共 1 条", true],
  ["第1页/共3页", false],
  ["点击加载更多", false],
  ["", true],
])("beside %j a table of one row is complete: %s", (text, complete) => {
  const [table] = tablesOf(
    `<div><table><thead><tr><th>姓名</th><th>性别</th></tr></thead><tbody><tr><td>甲</td><td>男</td></tr></tbody></table><div>${text}</div></div>`,
  );
  expect(table?.complete).toBe(complete);
});

test("labels that no dictionary knows are told by looks, by turns and by their column", () => {
  const grey = (label: string, value: string): string => `<td bgcolor="#eee">${label}</td><td>${value}</td>`;
  expect(cellsOf(`<table><tr>${grey("品名", "甲")}${grey("规格", "乙")}</tr></table>`)).toEqual([
    "品名=甲",
    "规格=乙",
  ]);
  expect(
    cellsOf(`<table><tr><td>时间</td><td colspan="3">2026年3月5日14时30分至16时00分</td></tr><tr><td>讯问地点</td><td colspan="3">甲</td></tr>
      <tr><td>讯问人</td><td>陈立</td><td>记录人</td><td>周岩</td></tr><tr><td>被讯问人</td><td>乙</td><td>出生日期</td><td>1990年1月1日</td></tr></table>`)[0],
  ).toBe("时间=2026年3月5日14时30分至16时00分");
});

test("a first row drawn apart is a header whatever its words are", () => {
  expect(
    tablesOf(`<table><tr class="h"><td>编号</td><td>名字</td><td>位置</td></tr><tr class="r"><td>1</td><td>a</td><td>x</td></tr>
      <tr class="r"><td>2</td><td>b</td><td>y</td></tr></table>`),
  ).toEqual([{ columns: "编号|名字|位置", rows: ["1|a|x", "2|b|y"], complete: true }]);
});

test("split grids: header and body apart, fixed copies and the selection column left out", () => {
  const head =
    "<table><thead><tr><th><input type='checkbox'></th><th>物品名称</th><th>数量</th></tr></thead></table>";
  const body =
    "<table><tbody><tr><td><input type='checkbox'></td><td>手机</td><td>1部</td></tr></tbody></table>";
  expect(
    tablesOf(`<div class="el-table"><div class="el-table__header-wrapper">${head}</div><div class="el-table__body-wrapper">${body}</div>
      <div class="el-table__fixed"><div class="el-table__fixed-body-wrapper">${body}</div></div></div>`),
  ).toEqual([{ columns: "物品名称|数量", rows: ["手机|1部"], complete: true }]);
});

test("EasyUI's two views of one grid are joined by the row's index", () => {
  const view = (n: number, field: string, title: string, value: string): string =>
    `<div class="datagrid-view${n}"><div class="datagrid-header"><table><tr class="datagrid-header-row"><td field="${field}"><span>${title}</span></td></tr></table></div>
     <div class="datagrid-body"><table><tr class="datagrid-row" datagrid-row-index="0"><td field="${field}"><div>${value}</div></td></tr></table></div></div>`;
  expect(
    tablesOf(
      `<div class="datagrid-view">${view(1, "WPMC", "物品名称", "手机")}${view(2, "SL", "数量", "1部")}</div>`,
    ),
  ).toEqual([{ columns: "物品名称|数量", rows: ["手机|1部"], complete: true }]);
});

test("an empty list does not take the rows of the next one", () => {
  const empty = "<table><thead><tr><th>序号</th><th>物品名称</th></tr></thead><tbody></tbody></table>";
  const people = "<table><tr><td>姓名</td><td>性别</td></tr><tr><td>韩某某</td><td>男</td></tr></table>";
  expect(factsOf(`<h3>涉案财物</h3>${empty}<h3>涉案人员</h3>${people}`)).toEqual([
    "persons.name=known:韩某某",
    "persons.sex=known:男",
  ]);
});

test("a remark over the whole row does not end the list", () => {
  const row = (...cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const list = (...rows: readonly string[]): string =>
    `<h3>涉案人员</h3><table><tr><th>姓名</th><th>性别</th><th>现住址</th></tr>${rows.join("")}</table>`;
  const remark = `<tr><td colspan="3">备注：2026年6月3日检察院讯问。</td></tr>`;
  const names = (html: string) => factsOf(html).filter((fact) => fact.startsWith("persons.name"));
  expect(names(list(row("甲", "男", "一组"), remark, row("乙", "女", "二组")))).toEqual([
    "persons.name=known:甲",
    "persons.name=known:乙",
  ]);
  expect(names(list(row("甲", "男", "一组"), remark))).toEqual(["persons.name=known:甲"]);
});
