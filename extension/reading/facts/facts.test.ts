// From cells to facts: which thing a value belongs to, and what is rather left unread.
import { expect, test } from "vitest";
import { mergeFacts } from "../../../shared/facts/merge.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { factsOf, readingOf } from "../read-sample.ts";
import { frameReader } from "./frame-reader.ts";
import { isDraft } from "./identity.ts";

const ids = (html: string, entity: string): readonly string[] =>
  [
    ...new Set(
      readingOf(html)
        .facts.filter((fact) => fact.entity === entity)
        .map(({ id }) => id),
    ),
  ].sort();

const row = (person: string, kind: string, at: string): string =>
  `<tr><td>${person}</td><td>${kind}</td><td>${at}</td><td></td></tr>`;
const measures = (...rows: readonly string[]): string =>
  `<h2>强制措施</h2><table><thead><tr><th>姓名</th><th>措施种类</th><th>执行时间</th><th>解除时间</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;

test("rows are things of their own; the same thing has the same id on another page", () => {
  const first = ids(
    measures(row("甲", "拘传", "2026-03-05 09:00"), row("甲", "取保候审", "2026-03-06")),
    "measures",
  );
  const again = ids(measures(row("甲", "取保候审", "2026年3月6日 10:00")), "measures");
  expect(first).toHaveLength(2);
  expect(again).toHaveLength(1);
  expect(first).toContain(again[0]);
  expect(first.join()).not.toContain("甲");
});

test("a list is whole only when its title does not name some of it", () => {
  const persons = (title: string) =>
    readingOf(
      `<section><h3>${title}</h3><table><thead><tr><th>姓名</th><th>人员身份</th></tr></thead><tbody><tr><td>甲</td><td>证人</td></tr></tbody></table></section>`,
    ).completeLists;
  expect(persons("涉案人员")).toEqual(["persons"]);
  expect(persons("犯罪嫌疑人列表")).toEqual([]);
});

test("a list with more pages is read in part", () => {
  expect(
    readingOf(`<div>${measures(row("甲", "拘传", "2026-03-05"))}<div>共 35 条</div></div>`).completeLists,
  ).toEqual([]);
});

test("of a page too large to be read to its end no list is whole, whatever was read of it", () => {
  const page = measures(row("甲", "拘传", "2026-03-05"));
  const html = `${page}${"<hr>".repeat(100)}`;
  expect(readingOf(html, undefined, { most: 200 }).completeLists).toEqual(["measures"]);
  const { completeLists, wholeLists, facts } = readingOf(html, undefined, { most: 90 });
  expect([completeLists, wholeLists]).toEqual([[], []]);
  expect(facts.length).toBeGreaterThan(0);
});

test("the name in a measure's row is that person of the page's list; of one name twice nobody is meant", () => {
  const page = (...people: readonly string[]) =>
    mergeFacts(
      readingOf(
        `<section><h3>涉案人员</h3><table><thead><tr><th>姓名</th><th>身份证号</th></tr></thead><tbody>${people.join("")}</tbody></table></section><section>${measures(row("韩某某", "拘传", "2026-03-05 09:00"))}</section>`,
      ).facts,
    ).sheet;
  const person = (number: string): string => `<tr><td>韩某某</td><td>${number}</td></tr>`;
  const one = page(person("990101199001011234"));
  expect(one.measures?.items[0]?.cells["person"]).toBe(one.persons?.items[0]?.id);
  expect(one.measures?.items[0]?.names).toEqual({ person: "韩某某" });
  const two = page(person("990101199001011234"), person("990101199501015678"));
  expect(two.persons?.items).toHaveLength(2);
  expect(two.measures?.items[0]?.cells["person"]).toBeUndefined();
  expect(two.measures?.items[0]?.conflicts).toEqual(["person"]);
});

test("papers are all there are only where the profile says that the page shows them", () => {
  const html = `<h2>法律文书</h2><table><thead><tr><th>文书名称</th><th>文书文号</th></tr></thead><tbody><tr><td>拘留证</td><td>星公拘字1号</td></tr></tbody></table>`;
  const page = { id: "papers", label: "文书", heading: "法律文书" };
  const profile = (shows: readonly string[]): SiteProfile => ({
    id: "p",
    name: "平台",
    platform: "平台",
    match: [""],
    pages: [{ ...page, shows }],
  });
  expect(readingOf(html)).toMatchObject({ completeLists: ["documents"], wholeLists: [] });
  expect(readingOf(html, profile(["measures.kind"])).wholeLists).toEqual([]);
  expect(readingOf(html, profile(["documents.kind"])).wholeLists).toEqual(["documents"]);
  expect(readingOf(measures()).wholeLists).toEqual(["measures"]);
});

test("an empty list is complete without a fact", () => {
  expect(readingOf(measures())).toMatchObject({ completeLists: ["measures"], facts: [] });
});

test("two contradictory values leave the field unread; a day and its hour are one", () => {
  expect(factsOf("<p>案由：盗窃</p><div><p>案由：诈骗</p></div>")).toEqual(["case.cause=unread:conflict"]);
  expect(
    factsOf("<h1>案件</h1><p>立案时间：2026-03-05</p><div><p>立案日期：2026-03-05 10:00</p></div>"),
  ).toEqual([`case.filedAt=known:${Date.parse("2026-03-05T10:00+08:00")}`]);
});

test("blank is absent; what cannot be understood or is masked is unread", () => {
  expect(
    factsOf('<h1>案件</h1><label>立案时间<input></label><label>受案时间<input value="约三月"></label>'),
  ).toEqual(["case.filedAt=absent:", "case.acceptedAt=unread:unparsed"]);
  expect(factsOf("<h1>人员</h1><p>姓名：甲</p><p>联系电话：138****0000</p>")).toContain(
    "persons.phone=unread:unparsed",
  );
});

test("one label over two values: begin and end where the thing has both, else unread", () => {
  const both = '<input value="2026-03-05 09:00"> 至 <input value="2026-03-05 10:00">';
  expect(factsOf(`<h1>讯问笔录</h1><p>姓名：甲</p><div><label>讯问时间</label>${both}</div>`)).toEqual([
    "interviews.person=known:甲",
    `interviews.startedAt=known:${Date.parse("2026-03-05T09:00+08:00")}`,
    `interviews.endedAt=known:${Date.parse("2026-03-05T10:00+08:00")}`,
    "interviews.kind=known:讯问",
  ]);
  expect(factsOf(`<h1>案件</h1><div><label>立案时间</label>${both}</div>`)).toEqual([
    "case.filedAt=unread:unparsed",
  ]);
});

test("label and code that name different fields are unread; a code alone is enough", () => {
  expect(factsOf('<h1>案件</h1><label>立案时间<input name="BYLASJ" value="2026-03-05"></label>')).toEqual([
    "case.filedAt=unread:conflict",
  ]);
  expect(factsOf('<h1>案件</h1><input name="form.lasj" value="2026-03-05">')).toEqual([
    "case.filedAt=known:2026-03-05",
  ]);
});

test("the unit behind the box counts", () => {
  expect(factsOf('<h1>案件</h1><div><span>涉案金额</span><input value="3.5">万元</div>')).toEqual([
    "case.amount=known:35000",
  ]);
});

test("particulars of somebody else are nobody's", () => {
  const html = `<h1>人员</h1><table><tr><th>姓名</th><td>甲</td><th>性别</th><td>男</td></tr>
    <tr><th rowspan="2">家属</th><td class="k">性别</td><td class="v">女</td></tr><tr><td class="k">出生日期</td><td class="v">1990-01-01</td></tr></table>`;
  expect(factsOf(html)).toEqual(["persons.name=known:甲", "persons.sex=known:男"]);
});

test("what is asked for in a search form, and lists of cases, are no facts", () => {
  expect(factsOf('<form><label>案由<input value="盗窃"></label><button>查询</button></form>')).toEqual([]);
  expect(
    factsOf(
      "<h1>案件查询</h1><table><thead><tr><th>案件编号</th><th>案由</th></tr></thead><tbody><tr><td>A1</td><td>盗窃</td></tr></tbody></table>",
    ),
  ).toEqual([]);
});

const dialog = (person: string, kind: string, at: string): string =>
  `<div role="dialog"><form><label>姓名<input value="${person}"></label><label>措施种类<input value="${kind}"></label><label>执行时间<input value="${at}"></label></form></div>`;

test("an edit dialog is the row that it repeats, else a draft; an empty one is nothing", () => {
  const list = measures(row("甲", "拘传", "2026-03-05"), row("乙", "拘传", "2026-03-05"));
  const rows = ids(list, "measures");
  expect(ids(list + dialog("乙", "拘传", "2026-03-05"), "measures")).toEqual(rows);
  const fresh = ids(list + dialog("丙", "拘传", ""), "measures");
  expect(fresh).toHaveLength(3);
  expect(fresh.filter(isDraft)).toHaveLength(1);
  expect(ids(list + dialog("", "", ""), "measures")).toEqual(rows);
});

const profile: SiteProfile = {
  id: "t",
  name: "t",
  platform: "平台",
  match: ["^"],
  pages: [
    {
      id: "interview",
      label: "笔录",
      css: "#paper",
      element: "interviews",
      corrections: [{ label: "对象", field: "interviews.person" }],
      roots: [{ css: ".who", element: "persons" }],
      ignore: [".ads"],
    },
  ],
};

test("a profile names the page, corrects labels and gives regions to an element", () => {
  const html =
    '<div id="paper"><p>对象：甲</p><p>开始时间：2026-03-05</p></div><div class="who"><p>姓名：乙</p></div>';
  expect(readingOf(html, profile)).toMatchObject({
    pageKind: "interview",
    pageLabel: "笔录",
    platform: "平台",
  });
  expect(factsOf(html, profile)).toEqual([
    "interviews.person=known:甲",
    "interviews.startedAt=known:2026-03-05",
    "persons.name=known:乙",
  ]);
});

test("an edited form keeps its id while the keys are typed over", () => {
  const scan = (at: string, touched: boolean) => ({
    frame: "",
    url: "http://127.0.0.1/",
    host: "127.0.0.1",
    title: "",
    titles: ["强制措施"],
    groups: [{ key: 1, titles: ["强制措施"], search: false, touched }],
    cells: [
      ["姓名", "甲"],
      ["措施种类", "拘传"],
      ["执行时间", at],
    ].map(([label = "", value = ""]) => ({
      label,
      value,
      section: "",
      codes: [],
      css: "input",
      group: 1,
    })),
    paths: [],
    tables: [],
    faults: [],
    slow: false,
  });
  const reader = frameReader();
  const id = () => reader.read([], 1)?.facts[0]?.id;
  reader.take(scan("2026-03-05", false));
  const first = id();
  reader.change({ cells: [{ at: 2, value: "2026-03-09" }], touched: [1] });
  expect(id()).toBe(first);
  reader.take(scan("2026-03-09", false));
  expect(id()).not.toBe(first);
});
