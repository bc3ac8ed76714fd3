// What a site profile changes of a reading: corrections by label and by place, and the host's codes.
import { expect, test } from "vitest";
import type { PageKind, SiteProfile } from "../../../shared/rules/site-profile.ts";
import { factsOf, readingOf } from "../read-sample.ts";

const profile = (page: Partial<PageKind>, more: Partial<SiteProfile> = {}): SiteProfile => ({
  id: "t",
  name: "t",
  platform: "平台",
  match: ["^"],
  pages: [{ id: "measures", label: "强制措施", css: "body", element: "measures", ...page }],
  ...more,
});

const FORM = `<form><p><label>姓名：</label><input id="who" value="甲"></p>
  <p><label>措施种类：</label><input id="kind" value="03"></p>
  <p><label>起算日：</label><input id="from" value="2026-03-05"></p>
  <p><label>经办：</label><input id="by" value="乙"></p>
  <p><label>经办：</label><input id="ok" value="丙"></p></form>`;

test("a label and a place become the fields that the profile says; the label alone holds for all others", () => {
  const facts = factsOf(
    FORM,
    profile({
      corrections: [
        { label: "起算日", field: "measures.startedAt" },
        { label: "经办", field: "measures.executors" },
        { label: "经办", css: "#ok", field: "measures.approver" },
        { label: "姓名", css: "#ok", field: "persons.name" },
      ],
    }),
  );
  expect(facts).toContain("measures.startedAt=known:2026-03-05");
  expect(facts).toContain("measures.executors=known:乙");
  expect(facts).toContain("measures.approver=known:丙");
  expect(facts).toContain("measures.person=known:甲");
});

test("a label that means no field here is not read", () => {
  const facts = factsOf(FORM, profile({ corrections: [{ label: "姓名", field: "" }] }));
  expect(facts.some((fact) => fact.startsWith("measures.person"))).toBe(false);
});

test("codes become the dictionary's words, and the evidence keeps what stands on the page", () => {
  const tables = { codeTables: [{ field: "measures.kind", values: { "03": "取保候审" } }] };
  expect(factsOf(FORM, profile({}))).toContain("measures.kind=unread:unparsed");
  const reading = readingOf(FORM, profile({}, tables));
  const kind = reading.facts.find(({ field }) => field === "kind");
  expect(kind).toMatchObject({ state: "known", value: "取保候审", evidence: { text: "03" } });
  expect(factsOf(FORM.replace('"03"', '"3" '), profile(tables))).toContain("measures.kind=unread:unparsed");
});

test("a code that the table lacks is unread, even where any text would do; a word stays a word", () => {
  const causes = profile(
    { element: "case" },
    { codeTables: [{ field: "case.cause", values: { a01: "盗窃" } }] },
  );
  const cause = (text: string) => factsOf(`<p>案件编号：A1</p><p>案由：${text}</p>`, causes).at(-1);
  expect(cause("A01")).toBe("case.cause=known:盗窃");
  expect(cause("A02")).toBe("case.cause=unread:unparsed");
  expect(cause("诈骗")).toBe("case.cause=known:诈骗");
});

test("a table's column is corrected and decoded as well", () => {
  const table = `<table><thead><tr><th>对象</th><th>类别</th><th>执行时间</th></tr></thead><tbody>
    <tr><td>甲</td><td>01</td><td>2026-03-05</td></tr><tr><td>乙</td><td>03</td><td>2026-03-06</td></tr></tbody></table>`;
  const facts = factsOf(
    table,
    profile({
      corrections: [
        { label: "对象", field: "measures.person" },
        { label: "类别", field: "measures.kind" },
      ],
      codeTables: [{ field: "measures.kind", values: { "01": "刑拘", "03": "取保候审" } }],
    }),
  );
  expect(facts).toEqual([
    "measures.person=known:甲",
    "measures.kind=known:刑事拘留",
    "measures.startedAt=known:2026-03-05",
    "measures.person=known:乙",
    "measures.kind=known:取保候审",
    "measures.startedAt=known:2026-03-06",
  ]);
});
