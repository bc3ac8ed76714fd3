// Whose a word is by what stands beside it: roles in labels, the one name of a box, the log under an approval, lists in pages about cases.
import { expect, test } from "vitest";
import { cellsOf, factsOf } from "../read-sample.ts";

const known = (html: string): string =>
  factsOf(html)
    .filter((fact) => fact.includes("=known:"))
    .join(" ");
const NUMBER = "<p>案件编号：A9901000020260300012345</p>";
const pairs = (...all: readonly (readonly [string, string])[]): string =>
  `<table>${all.map(([label, value]) => `<tr><td class="label">${label}：</td><td>${value}</td></tr>`).join("")}</table>`;

test("particulars under labels with the part in the case are that person's; who only called is a caller", () => {
  const whole = known(
    NUMBER +
      pairs(
        ["报案人", "乔某某"],
        ["报案人身份证号", "990104199808261314"],
        ["报案人住址", "柳桥路9号"],
        ["案由", "盗窃"],
      ),
  );
  expect(whole).toContain("persons.name=known:乔某某");
  expect(whole).toContain("persons.role=known:报案人");
  expect(whole).toContain("case.reporter=known:乔某某");
  expect(known(NUMBER + pairs(["报案人", "乔某某"], ["报案人电话", "19900001325"]))).not.toContain(
    "persons.",
  );
});

test("the one name in the box of a stay is who stays", () => {
  const html = `<h2>出区登记</h2>${pairs(["人员姓名", "郁某某"], ["入区时间", "2026-06-30 15:20"], ["出区时间", "2026-06-30 22:48"])}`;
  expect(known(html)).toContain("venues.person=known:郁某某");
  const punished = pairs(
    ["处罚种类", "行政拘留"],
    ["拘留天数", "5日"],
    ["处罚决定书文号", "星公行罚决字〔2026〕3号"],
  );
  expect(known(`<h2>处罚信息</h2>${punished}${pairs(["被害人", "燕某"])}`)).not.toContain("penalties.person");
  const beside = `<h2>处罚信息</h2>${punished.replace("</table>", '<tr><td class="label">被害人：</td><td>燕某</td></tr></table>')}`;
  expect(known(beside)).not.toContain("penalties.person");
});

test("到案时间 beside 到案方式 is the person's, 受理时间 of an examination the laboratory's", () => {
  const person = pairs(
    ["姓名", "骆某某"],
    ["性别", "男"],
    ["到案方式", "投案自首"],
    ["到案时间", "2026-03-05 09:00"],
    ["强制措施", "刑事拘留"],
    ["羁押场所", "星河市看守所"],
    ["执行时间", "2026-03-05 12:00"],
  );
  expect(known(person)).toContain("persons.arrivedAt=known");
  expect(known(person)).not.toContain("measures.arrivedAt");
  const paper = pairs(
    ["被鉴定人", "晏某某"],
    ["鉴定类别", "伤情鉴定"],
    ["委托时间", "2026-07-06 10:30"],
    ["受理时间", "2026-07-06 15:00"],
  );
  expect(known(NUMBER + paper)).not.toContain("case.acceptedAt");
});

const log = (rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr><th>审批环节</th><th>处理人</th><th>处理结果</th><th>处理时间</th></tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
const FORM = `<h2>呈批审核</h2>${pairs(["呈批编号", "星公审〔2026〕318号"], ["呈批事项", "呈请取保候审"])}`;

test("the log of an approval says who reviewed and who decided; a step that waits says nothing", () => {
  const facts = known(
    FORM +
      log([
        ["呈请人", "董某某", "提交", "2026-03-17 16:20"],
        ["部门负责人", "袁某某", "同意", "2026-03-17 18:02"],
        ["法制审核", "程某某", "同意", "2026-03-18 08:55"],
        ["局领导审批", "", "", ""],
      ]),
  );
  expect(facts).toContain("approvals.legalReviewer=known:程某某");
  expect(facts).toContain("approvals.submittedBy=known:董某某");
  expect(facts).not.toContain("袁某某");
  expect(facts).not.toContain("approvals.approver");
});

test("a step that was gone through twice is told of neither time", () => {
  const facts = known(
    FORM +
      log([
        ["呈请人", "董某某", "提交", "2026-03-17 16:20"],
        ["法制审核", "程某某", "同意", "2026-03-18 08:55"],
        ["法制审核", "", "", ""],
      ]),
  );
  expect(facts).toContain("approvals.submittedAt=known");
  expect(facts).not.toContain("approvals.legal");
});

test("a list in a page about cases is of what its rows are", () => {
  const html = `<title>治安案件管理</title><h2>治安案件管理</h2><table><thead><tr><th>决定书文号</th><th>被处罚人</th><th>处罚种类</th><th>拘留天数</th><th>处罚决定日期</th></tr></thead><tbody><tr><td>桂公（治）行罚决字〔2026〕201号</td><td>庞某某</td><td>行政拘留</td><td>5</td><td>2026-06-02</td></tr></tbody></table>`;
  expect(known(html)).toContain("penalties.person=known:庞某某");
  expect(known(html)).not.toContain("case.decision");
});

test("a label with the empty place of its value beside it does not take the next box for its value", () => {
  const col = (label: string, value: string): string =>
    `<div class="ivu-col"><label>${label}：</label><span>${value}</span></div>`;
  expect(
    cellsOf(`<div>${col("立卷时间", "2026-06-30")}${col("归档时间", "")}${col("缺失材料", "告知书")}</div>`),
  ).toEqual(["立卷时间=2026-06-30", "归档时间=", "缺失材料=告知书"]);
});

test("cases by their number or name, and the end of a span that a box is for", () => {
  expect(known(pairs(["所属案件", "A9901000020260300012345"], ["案由", "盗窃"]))).toContain(
    "case.number=known",
  );
  expect(known(NUMBER + pairs(["所属案件", "葛某某盗窃案"], ["案由", "盗窃"]))).toContain(
    "case.name=known:葛某某盗窃案",
  );
  const span = known(
    NUMBER +
      pairs(["发案时间（起）", "2026-01-18 23:50"], ["发案时间（止）", "2026-01-19 07:00"], ["案由", "盗窃"]),
  );
  expect(span).toContain("case.happenedAt=known:1768751400000");
});
