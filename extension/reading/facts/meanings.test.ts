// Where the value or the place tells what a word means: kinds and causes, what was done first and last, titles over pairs, lists of persons.
import { expect, test } from "vitest";
import { tickedIn } from "../../protocol/signed-choices.ts";
import { cellsOf, factsOf, readingOf } from "../read-sample.ts";

const known = (html: string): string =>
  factsOf(html)
    .filter((fact) => fact.includes("=known:"))
    .join(" ");
const NUMBER = "<p>案件编号：A9901000020260300012345</p>";

test("words with two meanings are told by their value", () => {
  expect(known(`${NUMBER}<p>案件性质：刑事案件</p>`)).toContain("case.category=known:刑事");
  expect(known(`${NUMBER}<p>案件性质：盗窃</p>`)).toContain("case.cause=known:盗窃");
  const thing = known("<p>财物名称：手机</p><p>处理方式：扣押</p><p>最终处理：返还</p>");
  expect(thing).toContain("property.action=known:扣押");
  expect(thing).toContain("property.disposal=known:返还");
});

test("a title over pairs is no label of them, and an empty place before a pair stays empty", () => {
  const pairs = known(
    `${NUMBER}<p>被害人：姓名：燕某 性别：女 联系电话：18833330001</p><p>审批时间：审批结果：审批中</p>`,
  );
  expect(pairs).not.toContain("姓名：");
  expect(pairs).toContain("persons.sex=known:女");
  expect(pairs).not.toContain("approvedAt");
});

test("a list of persons with what was done to each", () => {
  const html =
    "<h2>人员信息</h2><table><thead><tr><th>姓名</th><th>性别</th><th>强制措施</th><th>决定时间</th><th>羁押场所</th></tr></thead><tbody><tr><td>韩某某</td><td>男</td><td>刑事拘留</td><td>2026-03-05 10:00</td><td>星河市看守所</td></tr><tr><td>柯某</td><td>女</td><td></td><td></td><td></td></tr></tbody></table>";
  const { facts } = readingOf(html);
  expect(facts.filter(({ field }) => field === "person").map(({ value }) => value)).toEqual(["韩某某"]);
  expect(known(html)).toContain("measures.kind=known:刑事拘留");
});

test("a stay's person in a column of mere names", () => {
  const html =
    "<h2>办案区登记</h2><table><thead><tr><th>姓名</th><th>性别</th><th>进入事由</th><th>进入时间</th><th>离开时间</th></tr></thead><tbody><tr><td>葛某某</td><td>男</td><td>传唤</td><td>2026-03-05 10:00</td><td>2026-03-05 12:00</td></tr></tbody></table>";
  expect(known(html)).toContain("venues.person=known");
  expect(known(html)).toContain("persons.name=known:葛某某");
});

test("the box that chooses all rows stands in the row of titles", () => {
  const row = (n: number): string =>
    `<tr bgcolor="#fff"><td align="center"><input type="checkbox" name="ids"></td><td align="center">${n}</td><td><div>拘留证</div></td><td><div>星公拘字〔2026〕${n}号</div></td><td><div>葛某某</div></td><td align="center"><a>查看</a></td></tr>`;
  const html = `<h2>法律文书</h2><table><tr bgcolor="#ddd" class="s"><td align="center"><input type="checkbox"></td><td align="center">序号</td><td align="center"><span class="s">文书名称</span></td><td align="center"><span class="s">文书文号</span></td><td align="center"><span class="s">对象</span></td><td align="center">基本操作</td></tr>${row(1)}${row(2)}</table>`;
  expect(known(html)).toContain("documents.number=known:星公拘字〔2026〕2号");
  expect(known(html)).not.toContain("known:对象");
});

test("a filter whose button stands beside its form tells nothing; a form that looks up one of its values tells all", () => {
  const item = (label: string, value: string): string =>
    `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><input value="${value}"></div></div>`;
  const filter = `<form class="el-form">${item("办案单位", "城关派出所")}${item("案由", "盗窃")}</form><div><button>查询</button><button>重置</button></div>`;
  expect(known(NUMBER + filter)).not.toContain("城关派出所");
  const lookUp = `<form>${item("姓名", "庞某某")}${item("身份证号", "990104199601231313")}<input type="button" value="查询">${item("联系电话", "19900001325")}${item("现住址", "柳桥路1号")}</form>`;
  expect(known(lookUp)).toContain("persons.name=known:庞某某");
});

test("of options with words at both ends the spaces tell which word is whose; else none", () => {
  expect(tickedIn("居民身份证 990104199601231313　□是 ☑否 人大代表")).toBe(
    "居民身份证 990104199601231313 否 人大代表",
  );
  expect(tickedIn("其他 □是 ☑否")).toBe("其他 否");
  expect(tickedIn("有□无☑（注）")).toBe("有□无☑（注）");
  expect(tickedIn("是☑否□")).toBe("是");
});

test("a switch behind its label that is off says so", () => {
  expect(
    cellsOf('<label for="m">是否未成年人</label><div><input type="checkbox" role="switch" id="m"></div>'),
  ).toEqual(["是否未成年人=否"]);
});
