// What a draft vouches for: fields pointed at and fields under a label of their own; what was found by chance is offered only.
import { expect, test } from "vitest";
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import type { PickFrame } from "../protocol/picking.ts";
import { unpackScan } from "../protocol/unpack-scan.ts";
import { newMemory } from "../reading/facts/naming.ts";
import { readFrame } from "../reading/facts/read-frame.ts";
import { keys, scanOf } from "../reading/frame-scan.ts";
import { unitsOf } from "../reading/read-sample.ts";
import { type Marks, shownOn } from "./shown.ts";
import { showing } from "./steps.ts";

const PAGE = `<form><h2>强制措施</h2>
  <p><label>案件编号：</label><input value="A9901045200002026110945"></p>
  <p><label>被采取措施人：</label><input value="韩某某"></p>
  <p><label>措施种类：</label><input value="取保候审"></p>
  <p><label>执行时间：</label><input value="2026-03-05 14:30"></p>
  <p><label>解除时间：</label><input value=""></p>
  <p><label>起算日：</label><input value="2026-03-04 10:00"></p>
  <p><label>期限届满时间：</label><input value="看不懂"></p></form>
  <table><caption>法律文书</caption><thead><tr><th>文书名称</th><th>文号</th></tr></thead>
  <tbody><tr><td>取保候审决定书</td><td>星公取保字〔2026〕118号</td></tr></tbody></table>
  <div class="el-dialog" role="dialog"><h3>案件信息</h3><p><label>案由：</label><input value="盗窃"></p>
  <p><label>案件类别：</label><input value="刑事"></p></div>`;

const kind = (more: Partial<PageKind> = {}): PageKind => ({
  id: "measures",
  label: "强制措施",
  css: "body",
  element: "measures",
  corrections: [{ label: "起算日", field: "measures.decidedAt" }],
  ...more,
});
const pick = (page: PageKind, html = PAGE): PickFrame => {
  const profile: SiteProfile = { id: "t", name: "t", platform: "p", match: ["^"], pages: [page] };
  const units = unitsOf(html);
  const { scan } = scanOf(units, document, { frame: "", profile, slow: false, keys: keys() });
  const whole = unpackScan(scan);
  return { scan: whole, reading: readFrame(whole, [profile], 1, newMemory()), page: page.id };
};
const shown = (page: PageKind, marks: Marks = new Map(), html = PAGE) =>
  shownOn(page, [pick(page, html)], marks);
const kept = (page: PageKind, marks?: Marks) =>
  shown(page, marks)
    .filter((one) => one.kept)
    .map(({ path }) => path)
    .sort();
const groundOf = (page: PageKind, path: string) => shown(page).find((one) => one.path === path)?.ground;

const PLAIN = [
  "case.number",
  "measures.decidedAt",
  "measures.endedAt",
  "measures.kind",
  "measures.person",
  "measures.startedAt",
];

test("kept are the fields pointed at and those under a label of their own, blank ones too, unread ones not", () => {
  expect(kept(kind())).toEqual(PLAIN);
  expect(groundOf(kind(), "measures.decidedAt")).toBe("pointed");
  expect(groundOf(kind(), "measures.endedAt")).toBe("plain");
  expect(groundOf(kind(), "measures.dueAt")).toBeUndefined();
});

test("what stands in a window that opens, in a list kept elsewhere or was made of another field is offered, not kept", () => {
  const offered = Object.fromEntries(
    shown(kind())
      .filter((one) => !one.kept)
      .map(({ path, ground }) => [path, ground]),
  );
  expect(offered).toMatchObject({
    "case.cause": "window",
    "case.category": "window",
    "documents.kind": "list",
    "documents.number": "list",
  });
});

test("what was made of another field's value is offered, and so is a label that several things have", () => {
  const html = `<form><h2>嫌疑人信息</h2><p><label>姓名：</label><input value="韩某某"></p>
    <p><label>性别：</label><input value="男"></p><p><label>出生日期：</label><input value="1990-01-01"></p>
    <p><label>措施种类：</label><input value="取保候审"></p><p><label>执行时间：</label><input value="2026-03-05 14:30"></p></form>`;
  const found = shown(kind({ id: "case", element: "persons" }), new Map(), html);
  expect(found.find(({ path }) => path === "measures.person")).toMatchObject({
    ground: "alike",
    kept: false,
  });
  expect(found.find(({ path }) => path === "persons.name")).toMatchObject({ ground: "plain", kept: true });
  const beside = PAGE.replace(
    "<p><label>措施种类",
    "<p><label>性别：</label><input value=男></p><p><label>措施种类",
  );
  const made = shown(kind(), new Map(), beside).find(({ path }) => path === "persons.name");
  expect(made).toMatchObject({ ground: "made", kept: false });
});

test("a field that only the host's code tells is offered", () => {
  const [only] = shown(kind(), new Map(), `<form><input name="form.zxsj" value="2026-03-05 14:30"></form>`);
  expect(only).toMatchObject({ path: "measures.startedAt", ground: "code", kept: false });
});

test("a page that says already what it shows takes nothing more by itself, and what it lacks now stays until a person says otherwise", () => {
  const said = kind({ shows: ["measures.kind", "interviews.askers"] });
  expect(kept(said)).toEqual(["interviews.askers", "measures.decidedAt", "measures.kind"]);
  expect(shown(said).find(({ path }) => path === "interviews.askers")).toMatchObject({
    ground: "said",
    found: false,
  });
  const marks = new Map([
    ["measures|interviews.askers", false],
    ["measures|case.cause", true],
    ["filing|measures.kind", false],
  ]);
  expect(kept(said, marks)).toEqual(["case.cause", "measures.decidedAt", "measures.kind"]);
});

test("what is kept takes the place of what the page said; none at all is said by leaving it out", () => {
  const profile: SiteProfile = {
    id: "t",
    name: "t",
    platform: "p",
    match: ["^"],
    pages: [kind({ shows: ["measures.kind"] })],
  };
  expect(showing(profile, "measures", ["case.cause"]).pages[0]?.shows).toEqual(["case.cause"]);
  expect("shows" in showing(profile, "measures", []).pages[0]!).toBe(false);
});
