// What headings say of the person under them, what lists within forms and forms over lists look like, and where the number of a case stands without a label.
import { expect, test } from "vitest";
import { factsOf, readingOf } from "../read-sample.ts";

const NUMBER = "A9901000020260300012345";
const dl = (...all: readonly (readonly [string, string])[]): string =>
  `<dl>${all.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join("")}</dl>`;
const panel = (title: string, body: string): string =>
  `<div class="panel"><div class="panel-heading">${title}</div>${body}</div>`;

test("a heading names the part in the case, and with a name behind it the person; a cell that says so comes first", () => {
  const person = dl(["性别", "男"], ["身份证号", "990113198812120036"]);
  expect(factsOf(panel("嫌疑人 1：牧某某", person))).toEqual(
    expect.arrayContaining(["persons.name=known:牧某某", "persons.role=known:犯罪嫌疑人"]),
  );
  expect(factsOf(panel("被害人信息", dl(["姓名", "甲"], ["性别", "女"])))).toContain(
    "persons.role=known:被害人",
  );
  expect(
    factsOf(panel("嫌疑人信息", dl(["姓名", "甲"], ["人员身份", "违法嫌疑人"], ["性别", "女"]))).filter(
      (fact) => fact.startsWith("persons.role"),
    ),
  ).toEqual(["persons.role=known:违法嫌疑人"]);
  expect(factsOf(panel("基本信息", person)).join()).not.toContain("role");
});

test("what is said of a person ends with the sentence, a signature before its date, and 无 is no telephone", () => {
  const read = factsOf(
    panel(
      "人员",
      dl(
        ["姓名", "万某某　　2026年11月17日9时"],
        ["工作单位", "无业。曾因盗窃于2019年5月6日被判处拘役。"],
        ["联系电话", "无"],
      ),
    ),
  );
  expect(read).toEqual([
    "persons.name=known:万某某",
    "persons.workplace=known:无业",
    "persons.phone=absent:",
  ]);
});

test("the heads of a small list within a form are no values, nor are its first row's", () => {
  const form = `<h2>办案区使用登记表</h2><table border="1">
    <tr><td class="k">姓名</td><td class="v">甲</td><td class="k">性别</td><td class="v">男</td><td class="k">进入时间</td><td class="v">2026年5月9日7时02分</td></tr>
    <tr><td class="k">开始时间</td><td class="v">结束时间</td><td class="k">功能室</td><td class="v">办案内容</td><td class="k">办案人</td><td class="v">看管人</td></tr>
    <tr><td class="k">处理情况</td><td class="v">领回</td></tr></table>`;
  expect(factsOf(form)).toEqual(
    expect.arrayContaining(["persons.name=known:甲", expect.stringMatching(/^venues\.enteredAt=known:\d+$/)]),
  );
  expect(factsOf(form).join()).not.toMatch(/办案内容|看管人|领回/);
});

test("a mostly blank form over a list with its heads for labels asks; filled in, or below the list, it tells", () => {
  const form = (...values: readonly string[]): string =>
    `<div class="box">${["入区人员", "入区时间", "离区时间"].map((label, n) => `<label>${label}<input value="${values[n]}"></label>`).join("")}</div>`;
  const list = `<div class="box"><table><thead><tr><th>入区人员</th><th>入区时间</th><th>离区时间</th></tr></thead>
    <tbody><tr><td>乙</td><td>2026-05-09 07:02</td><td>2026-05-09 12:00</td></tr></tbody></table></div>`;
  const times = (html: string): number =>
    factsOf(`<h2>办案区</h2>${html}`).filter((fact) => fact.startsWith("venues.enteredAt=known")).length;
  expect(times(form("", "2026-09-20", "") + list)).toBe(1);
  expect(times(form("甲", "2026-09-20 08:00", "2026-09-20 09:00") + list)).toBe(2);
  expect(times(list + form("", "2026-09-20", ""))).toBe(2);
});

test("conditions of a table of figures are asked for", () => {
  const form = ["统计时间", "办案单位", "案件类别"]
    .map((label) => `<label>${label}<input value="刑事"></label>`)
    .join("");
  expect(factsOf(`<h2>执法办案</h2><div class="box">${form}</div>`)).toEqual([]);
});

test("what is opened over a list of cases is read; the list is not", () => {
  const list = `<h1>警情查询</h1><table><thead><tr><th>接警编号</th><th>报警时间</th></tr></thead><tbody><tr><td>J1</td><td>2026-03-05</td></tr></tbody></table>`;
  const opened = `<div role="dialog"><h3>警情详情</h3>${dl(["接警编号", "J2"], ["报警时间", "2026-03-06 10:00"])}</div>`;
  expect(factsOf(list)).toEqual([]);
  expect(factsOf(list + opened)).toEqual(
    expect.arrayContaining([
      "incident.number=known:J2",
      expect.stringMatching(/^incident\.receivedAt=known:\d+$/),
    ]),
  );
});

test("a page without a labelled number is of the case that its titles name, if they name one", () => {
  const page = (...titles: readonly string[]) =>
    readingOf(
      titles.map((title) => `<h3>${title}</h3>`).join("") +
        dl(["受案时间", "2026-03-05 10:00"], ["案由", "盗窃"]),
    ).caseNumber;
  expect(page(`${NUMBER} / 人员采集`)).toBe(NUMBER);
  expect(page(`涉案财物清单（案件编号：${NUMBER}）`, "串并案 A9901000020260300099999")).toBe(NUMBER);
  expect(page(NUMBER, "A9901000020260300099999")).toBeUndefined();
  expect(page("人员采集")).toBeUndefined();
  const over = (title: string) => readingOf(panel(title, dl(["受案时间", "2026-03-05 10:00"]))).caseNumber;
  expect(over(`当前案件 ${NUMBER}`)).toBe(NUMBER);
  expect(over(`相似案件 ${NUMBER}`)).toBeUndefined();
});

test("two times of uploading are no recording", () => {
  const html = panel(
    "受案登记",
    dl(
      ["受案时间", "2026-03-05 10:00"],
      ["案由", "盗窃"],
      ["上传时间", "2026-03-05 10:00"],
      ["上传时间", "2026-03-06 10:00"],
    ),
  );
  expect(factsOf(html).join()).not.toContain("recordings");
});

test("relatives and people whom a search found alike are no persons of the case", () => {
  const list = (title: string, ...heads: readonly string[]): string =>
    panel(
      title,
      `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody><tr>${heads.map((_, n) => `<td>${n === 0 ? "秋某甲" : "1"}</td>`).join("")}</tr></tbody></table>`,
    );
  const names = (html: string) => factsOf(html).filter((fact) => fact.startsWith("persons.name"));
  expect(names(list("涉案人员", "姓名", "现住址", "工作单位"))).toEqual(["persons.name=known:秋某甲"]);
  expect(names(list("其他信息", "姓名", "关系", "工作单位"))).toEqual([]);
  expect(names(list("历史人员库比对结果", "姓名", "现住址", "工作单位"))).toEqual([]);
});

test("what is due in many cases, and the moves of one thing, are no facts; a telephone number alone is nobody's", () => {
  const due = panel(
    "预警提醒",
    `<ul><li>嫌疑人：郝某某 强制措施种类：刑事拘留 届满时间：2026-11-21 10:00</li></ul>`,
  );
  expect(factsOf(due)).toEqual([]);
  const moves = panel(
    "涉案财物",
    `<table><thead><tr><th>序号</th><th>流转类型</th><th>入库时间</th><th>保管人</th><th>存放地点</th></tr></thead>
      <tbody><tr><td>1</td><td>移交</td><td>2026-03-05 10:00</td><td>陈立</td><td>一号库</td></tr></tbody></table>`,
  );
  expect(factsOf(moves)).toEqual([]);
  const call = dl(
    ["接警编号", "J1"],
    ["报警时间", "2026-03-06 10:00"],
    ["报警人", "利某某"],
    ["联系电话", "19900009920"],
  );
  expect(factsOf(panel("警情信息", call)).join()).not.toContain("persons.phone");
});

test("papers name the person by what was done and the number behind its kind", () => {
  const read = factsOf(
    panel(
      "盖某某（犯罪嫌疑人）",
      dl(["身份证件种类及号码", "居民身份证 990113198812120036"], ["性别", "男"]),
    ),
  );
  expect(read).toEqual(
    expect.arrayContaining([
      "persons.name=known:盖某某",
      "persons.role=known:犯罪嫌疑人",
      "persons.idNumber=known:990113198812120036",
    ]),
  );
});

test("blocks about another matter, the past and other opinions say nothing of the case in its own words", () => {
  const own = panel("案件信息", dl(["案件编号", NUMBER], ["立案时间", "2026-03-05 10:00"]));
  const beside = (title: string, ...pairs: readonly (readonly [string, string])[]) =>
    factsOf(own + panel(title, dl(...pairs))).filter((fact) => !/^case\.(?:number|filedAt)/.test(fact));
  expect(beside("督办信息", ["督办单位", "市局"], ["办结时间", "2026-07-01"], ["承办人", "陈立"])).toEqual(
    [],
  );
  expect(
    beside("信访信息", ["信访人", "甲"], ["联系电话", "19900001111"], ["办结时间", "2026-07-01"]),
  ).toEqual([]);
  expect(
    beside("历史强制措施", ["姓名", "甲"], ["措施种类", "刑事拘留"], ["执行时间", "2020-01-01 10:00"]),
  ).toEqual([]);
  expect(
    beside("局领导意见", ["审核人", "农某某"], ["审核时间", "2026-03-05 12:00"], ["审核意见", "同意"]),
  ).toEqual([]);
  expect(
    beside(
      "延长拘留期限",
      ["被拘留人", "甲"],
      ["强制措施种类", "刑事拘留"],
      ["执行时间", "2026-03-05 12:00"],
    ).join(),
  ).toContain("measures.startedAt");
  expect(
    beside("法制部门意见", ["审核人", "武某某"], ["审核时间", "2026-03-05 12:00"], ["审核意见", "同意"]),
  ).toContain("approvals.legalReviewer=known:武某某");
});

test("of a list over many cases only the rows of the page's own case are read", () => {
  const rows = (...numbers: readonly string[]): string =>
    `<table><thead><tr><th>案件编号</th><th>姓名</th><th>措施种类</th><th>执行时间</th></tr></thead><tbody>${numbers
      .map(
        (number, n) =>
          `<tr><td>${number}</td><td>${"甲乙丙"[n]}</td><td>刑事拘留</td><td>2026-03-0${n + 1} 10:00</td></tr>`,
      )
      .join("")}</tbody></table>`;
  const people = (html: string) => factsOf(html).filter((fact) => fact.startsWith("measures.person"));
  const other = "A9901000020260300099999";
  expect(people(`<h2>强制措施台账</h2>${rows(NUMBER, other)}`)).toEqual([]);
  expect(people(`<h2>强制措施</h2><p>案件编号：${NUMBER}</p>${rows(NUMBER, other)}`)).toEqual([
    "measures.person=known:甲",
  ]);
  expect(people(`<h2>强制措施</h2>${rows(NUMBER, NUMBER)}`)).toHaveLength(2);
  const whole = (html: string) => readingOf(html).completeLists;
  expect(whole(`<h2>强制措施</h2><p>案件编号：${NUMBER}</p>${rows(NUMBER, other)}`)).toEqual([]);
  expect(whole(`<h2>强制措施</h2><p>案件编号：${NUMBER}</p>${rows(NUMBER, NUMBER)}`)).toEqual(["measures"]);
  const named = rows("某案", "某案").replace("案件编号", "案件名称");
  expect(people(`<h2>强制措施</h2><p>案件编号：${NUMBER}</p>${named}`)).toHaveLength(2);
});

test("what nobody has filled in is no value: blanks of databases and of templates", () => {
  const read = factsOf(
    panel(
      "案件信息",
      dl(
        ["案件名称", "{{case.name}}"],
        ["立案时间", "1900-01-01 00:00:00"],
        ["主办民警", "（未指定）"],
        ["协办民警", "N/A"],
        ["办案单位", "null"],
      ),
    ),
  );
  expect(read.filter((fact) => fact.includes("known"))).toEqual([]);
});

test("heads of a list that the dictionary has not are no values either", () => {
  const row = (cells: readonly string[]): string =>
    `<tr align="center">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const html = `<table>${row(["编号", "物品名称", "品牌型号", "成色", "数量", "计量单位", "特征"])}${row(["1", "平板电脑", "iPad 9", "八成新", "1", "台", "银色"])}${row(["2", "耳机", "华为", "全新", "2", "副", "白色"])}</table>`;
  expect(factsOf(html).filter((fact) => /=known:(?:品牌型号|计量单位|特征)$/.test(fact))).toEqual([]);
});
