// Printed papers are read by their sentences: who, which measure or penalty, under which number; an ordinary page's sentences say nothing.
import { expect, test } from "vitest";
import { cellsOf, factsOf, readingOf } from "../read-sample.ts";

const NUMBER = "A9901000020260300012345";

/** What is known, an owner by the name of the person. */
function knownOf(html: string): readonly string[] {
  const { facts } = readingOf(html);
  const names = new Map(
    facts.flatMap(({ id, field, entity, value }) =>
      entity === "persons" && field === "name" ? [[id, String(value)] as const] : [],
    ),
  );
  return facts.flatMap(({ entity, field, state, value }) =>
    state === "known" ? [`${entity}.${field}=${names.get(String(value)) ?? value}`] : [],
  );
}

const WARRANT = `<h2>星河市公安局</h2><h1>拘 留 证</h1><p>星公（刑）拘字〔2026〕35号</p>
  <p>根据《中华人民共和国刑事诉讼法》第<u>八十二</u>条之规定，兹决定对犯罪嫌疑人<u>　牧某某　</u>（性别<u>男</u>，年龄<u>34</u>岁，住址<u>星河市城北区船厂路9号</u>）执行拘留，送<u>星河市第一看守所</u>羁押。</p>
  <p>本证已于<u>2026</u>年<u>8</u>月<u>2</u>日<u>16</u>时向我宣布。</p><p>被拘留人：牧某某（捺指印）</p>`;

test("a warrant says whom, which measure, its number, the house and since when", () => {
  expect(knownOf(WARRANT)).toEqual(
    expect.arrayContaining([
      "measures.kind=刑事拘留",
      "measures.number=星公（刑）拘字〔2026〕35号",
      "measures.house=星河市第一看守所",
      "persons.name=牧某某",
      "persons.role=犯罪嫌疑人",
      "persons.sex=男",
      "persons.age=34",
      "persons.address=星河市城北区船厂路9号",
    ]),
  );
  expect(factsOf(WARRANT).filter((fact) => /measures\.(?:person|startedAt)=known/.test(fact))).toHaveLength(
    2,
  );
});

test("a decision on a penalty says days and fine, in the numerals of the form", () => {
  const decision = `<h1>行政处罚决定书</h1><p>星公（渔）行罚决字〔2026〕312号</p>
    <p>违法行为人（姓名、性别、年龄、出生日期、身份证件种类及号码、现住址）<u>欧阳某某，男，36岁，1990年1月15日出生，居民身份证号码990109199001153316，现住星河市湖滨区渔港路7号，无业</u></p>
    <p>根据<u>《中华人民共和国治安管理处罚法》第五十一条第一款</u>之规定，现决定<u>对欧阳某某行政拘留七日并处罚款三百元</u>。</p>
    <p>逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款本数。</p>`;
  expect(knownOf(decision)).toEqual(
    expect.arrayContaining([
      "penalties.kind=拘留并处罚款",
      "penalties.days=7",
      "penalties.fine=300",
      "penalties.number=星公（渔）行罚决字〔2026〕312号",
      "persons.name=欧阳某某",
      "persons.idNumber=990109199001153316",
      "persons.age=36",
    ]),
  );
});

test("a notice to the family speaks of who was detained, not of who is addressed", () => {
  const notice = `<h1>拘 留 通 知 书</h1><p>星公（经）拘通字〔2026〕11号</p><p><u>　乔某甲　</u>：</p>
    <p>根据《中华人民共和国刑事诉讼法》第八十二条之规定，我局已于2026年8月20日15时将涉嫌职务侵占罪的乔某某刑事拘留，现羁押在星河市第二看守所。</p>`;
  const known = knownOf(notice);
  expect(known).toEqual(
    expect.arrayContaining(["measures.kind=刑事拘留", "measures.house=星河市第二看守所"]),
  );
  expect(known.join()).not.toContain("乔某甲");
  // Its number is not that of the decision, and a paper that ends a measure is none of it.
  expect(known.join()).not.toContain("measures.number");
  const end =
    "<h1>解除取保候审决定书</h1><p>星公（刑）解保字〔2026〕8号</p><p>被取保候审人<u>空某某</u>，性别<u>男</u>，出生日期<u>1995年5月18日</u>。</p>";
  expect(knownOf(end).join()).not.toContain("measures");
  expect(knownOf(end)).toContain("persons.name=空某某");
});

test("a record's title says what kind it is and which", () => {
  for (const head of ["<h1>讯 问 笔 录（第2次）</h1>", "<h1>讯问笔录</h1><p>（第<u> 2 </u>次）</p>"])
    expect(
      knownOf(`${head}<p>时间：2026年5月14日10时00分至2026年5月14日11时15分</p><p>被讯问人：佘某某</p>`),
    ).toEqual(expect.arrayContaining(["interviews.kind=讯问", "interviews.round=2"]));
});

test("the same sentences on a page that is no paper say nothing", () => {
  const story = WARRANT.replace(/<h1>.*?<\/h1>/, "<h1>案件详情</h1>");
  expect(knownOf(story).join()).not.toMatch(/牧某某（|persons\.sex|measures\.kind/);
});

test("two pairs written without a space between them are two", () => {
  expect(
    cellsOf(
      `<div><span>案件编号：${NUMBER}</span><span>主办民警：祖某某</span><span>立案时间：2026-06-12</span></div>`,
    ),
  ).toEqual([`案件编号=${NUMBER}`, "主办民警=祖某某", "立案时间=2026-06-12"]);
});

test("number and name of a case in one cell are two facts", () => {
  for (const cell of [`案件名称：谷某某殴打他人案（${NUMBER}）`, `所属案件：${NUMBER}　谷某某殴打他人案`])
    expect(knownOf(`<p>${cell}</p><p>立案时间：2026-06-12</p>`)).toEqual(
      expect.arrayContaining([`case.number=${NUMBER}`, "case.name=谷某某殴打他人案"]),
    );
});

test("a row of titles is one although some of them are unknown, where nothing below is a label", () => {
  const list = `<table border="1"><tr><td>姓名</td><td>人员身份</td><td>性别</td><td>文化程度</td><td>前科</td><td>身份证号</td></tr>
    <tr><td>甲某某</td><td>犯罪嫌疑人</td><td>男</td><td>初中</td><td>无</td><td>990113198812120036</td></tr>
    <tr><td>乙某某</td><td>证人</td><td>女</td><td>大学</td><td>无</td><td>990113199012120044</td></tr></table>`;
  expect(knownOf(list)).toEqual(
    expect.arrayContaining(["persons.name=甲某某", "persons.name=乙某某", "persons.role=证人"]),
  );
});

test("the telephone right behind who called is the caller's on a page about an incident", () => {
  const page = `<dl><dt>警情编号</dt><dd>JQ1</dd><dt>接警时间</dt><dd>2026-08-09 15:32</dd><dt>报警人</dt><dd>隗某某</dd>
    <dt>联系电话</dt><dd>19900001157</dd><dt>处警民警</dt><dd>容某某</dd></dl>`;
  expect(knownOf(page)).toContain("incident.reporterPhone=19900001157");
});

test("what is signed under a list of things, and the list's number, is said of each of them", () => {
  const signed = `<tr><td colspan="2">持有人：<br><br>　濮某某<br><br>　2026年9月16日</td><td>见证人：<br><br>　寿某某<br><br>　2026年9月16日</td><td>保管人：<br><br>　通某某<br><br>　2026年9月16日</td></tr>`;
  const list = `<h1>扣 押 清 单</h1><p>编号：沙公（刑）扣清字〔2026〕23号</p><table border="1">
    <tr><td>编号</td><td>名称</td><td>数量</td><td>特征</td></tr><tr><td>1</td><td>砍刀</td><td>1把</td><td>木柄</td></tr>
    <tr><td>2</td><td>手机</td><td>1部</td><td>蓝色</td></tr>${signed}</table>`;
  const known = knownOf(list);
  for (const fact of [
    "holder=濮某某",
    "witness=寿某某",
    "keeper=通某某",
    "listNumber=沙公（刑）扣清字〔2026〕23号",
  ])
    expect(known.filter((one) => one === `property.${fact}`)).toHaveLength(2);
  expect(known).toEqual(expect.arrayContaining(["property.name=砍刀", "property.name=手机"]));
  expect(known.filter((one) => one.startsWith("property.name"))).toHaveLength(2);
});

test("the title over a list of persons says their part in the case; other records than interviews are none", () => {
  const rows =
    "<tr><th>姓名</th><th>性别</th><th>身份证号</th></tr><tr><td>甲某某</td><td>男</td><td>990113198812120036</td></tr>";
  expect(knownOf(`<h3>犯罪嫌疑人列表</h3><table>${rows}</table>`)).toContain("persons.role=犯罪嫌疑人");
  expect(knownOf(`<h3>人员列表</h3><table>${rows}</table>`).join()).not.toContain("role");
  const search =
    "<h1>搜 查 笔 录</h1><p>时间：2026年5月14日10时00分至2026年5月14日11时15分</p><p>地点：某处</p><p>记录人：扈某某</p>";
  expect(knownOf(search).join()).not.toContain("interviews");
});
