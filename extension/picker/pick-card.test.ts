// The card at a place: the likeliest fields first, any other by search, none at all; codes, a label to be written, and a region.
import { expect, test } from "vitest";
import {
  $,
  all,
  choose,
  key,
  open,
  pickerStage,
  point,
  press,
  profile,
  texts,
  type,
  until,
} from "./picker-stage.ts";

pickerStage();

const PAGE = `<h2>手续办理单</h2><form>
  <p><label>措施的起算日：</label><input id="from" value="2026-03-05 14:30"></p>
  <p><label>门类：</label><span id="code">XS</span></p>
  <p><label>事由：</label><span id="cause">0501</span></p>
  <p><label>系统公告：</label><span id="notice">三月八日升级</span></p>
  <div class="odd"><em id="odd">柳桥派出所</em></div>
  <div class="pair"><i>经办所队</i><em id="pair">柳桥派出所</em></div></form>
  <section class="man" id="one"><b id="who">韩某某</b></section><section class="man"><b>桑某</b></section>
  <a class="btn" id="send">提　交</a>`;

const fields = (): string[] => all(".pick-fields [data-field]").map((each) => each.dataset["field"] ?? "");
const corrections = () => profile.pages.flatMap((page) => page.corrections ?? []);

test("a value is shown with its label, what it was read as, and the likeliest fields first", async () => {
  await open(PAGE);
  await point("from");
  expect($(".pick-card h2").textContent).toBe("措施的起算日");
  expect($(".pick-value").textContent).toContain("2026-03-05 14:30");
  expect($(".pick-became").textContent).toContain("字典里没有这个标签");
  const [first, ...rest] = fields();
  expect(rest.at(-1)).toBe("");
  expect([first, ...rest].slice(0, 6).some((path) => path?.startsWith("measures."))).toBe(true);
  // Each guess says how the value would be read.
  expect(texts(".pick-fields [data-field] small").some((text) => text.includes("3月5日"))).toBe(true);
  await key(".pick-choice input", "ArrowDown");
  await until(() => expect(all('.pick-fields [aria-selected="true"]')[0]?.dataset["field"]).toBe(rest[0]));
  await key(".pick-choice input", "Enter");
  await until(() => expect(corrections()).toEqual([{ label: "措施的起算日", field: rest[0] }]));
});

test("any field is found by its name; the value is read at once and the card goes", async () => {
  await open(PAGE);
  await point("from");
  await type(".pick-choice input", "执行时间");
  await until(() => expect(fields()).toContain("measures.startedAt"));
  expect($(".pick-count").textContent).toMatch(/^找到 \d+ 个$/);
  await press('[data-field="measures.startedAt"]');
  await until(() => expect(all(".pick-card")).toEqual([]));
  expect(corrections()).toEqual([{ label: "措施的起算日", field: "measures.startedAt" }]);
  expect(texts(".pick-rows li")).toContain("措施的起算日强制措施 → 执行时间");
});

test("what is no field is said to be none, and is no longer counted as unread", async () => {
  await open(PAGE);
  const [, before] = /读到 \d+ \/ (\d+)/.exec($(".pick-sum").textContent ?? "") ?? [];
  await point("notice");
  await press(".pick-fields .not");
  await until(() => expect(all(".pick-card")).toEqual([]));
  expect(corrections()).toEqual([{ label: "系统公告", field: "" }]);
  expect($(".pick-sum").textContent).toContain(`/ ${Number(before) - 1}`);
  expect(texts(".pick-rows li")).toContain("系统公告不读");
});

test("a code of the host is asked for at once: a choice by its words, any other by typing", async () => {
  await open(PAGE);
  await point("code");
  await type(".pick-choice input", "案件类别");
  await until(() => expect(fields()).toContain("case.category"));
  await press('[data-field="case.category"]');
  await until(() => expect($(".pick-code").textContent).toContain("代码“XS”是"));
  await press(".pick-words button", "刑事");
  await until(() => expect(all(".pick-card")).toEqual([]));
  await point("cause");
  await type(".pick-choice input", "案由");
  await until(() => expect(fields()).toContain("case.cause"));
  await press('[data-field="case.cause"]');
  await until(() => expect($(".pick-code button").textContent).toBe("记下"));
  expect($<HTMLButtonElement>(".pick-code button").disabled).toBe(true);
  await type(".pick-code input", "盗窃");
  await until(() => expect($<HTMLButtonElement>(".pick-code button").disabled).toBe(false));
  await press(".pick-code button");
  await until(() =>
    expect(profile.codeTables).toEqual([
      { field: "case.category", values: { XS: "刑事" } },
      { field: "case.cause", values: { "0501": "盗窃" } },
    ]),
  );
  // Read as what they mean from now on.
  await until(() => expect(texts(".pick-rows li")).toContain("事由案件 → 案由"));
});

test("a region is one of a list with those that repeat it, wider and narrower, or is not read at all", async () => {
  await open(PAGE);
  await point("who");
  await press(".pick-card footer .text", "这一块");
  await until(() => expect($(".pick-region small").textContent).toBe("同样的块共 2 个"));
  await press(".pick-region .second", "缩小");
  await until(() => expect($(".pick-region small").textContent).toBe("<b>"));
  expect($<HTMLButtonElement>(".pick-region .second:nth-child(2)").disabled).toBe(true);
  await press(".pick-region .second", "扩大");
  await until(() => expect($(".pick-region small").textContent).toBe("同样的块共 2 个"));
  await choose(".pick-region select", "persons");
  await press(".pick-region .primary");
  await until(() => expect(all(".pick-card")).toEqual([]));
  expect(profile.pages[0]?.roots).toEqual([{ css: "section.man", element: "persons" }]);
  await point("notice");
  await press(".pick-card footer .text", "这一块");
  await press(".pick-region .second", "这一块不读");
  await until(() => expect(profile.pages[0]?.ignore).toHaveLength(1));
  expect(texts(".pick-rows li").some((text) => text.includes("系统公告"))).toBe(false);
  expect(texts(".pick-parts li").join()).toContain("2 块各是一个人员");
});

test("a value without a label is read at its place, stands in the list, and can be given up again", async () => {
  await open(PAGE);
  await point("odd");
  expect($(".pick-card h2").textContent).toBe("没有标签的文字");
  expect($(".pick-note").textContent).toContain("按位置认这一处");
  await type(".pick-choice input", "办案单位");
  await press('[data-field="case.unit"]');
  await until(() => expect(all(".pick-card")).toEqual([]));
  expect(corrections()).toEqual([{ css: "#odd", field: "case.unit" }]);
  expect(texts(".pick-rows li")).toContain("没有标签的文字案件 → 办案单位");
  await point("odd");
  expect($(".pick-became").textContent).toBe("读作 案件 → 办案单位");
  await press(".pick-undo");
  await until(() => expect(texts(".pick-rows li").join()).not.toContain("没有标签的文字"));
});

test("a text that the reader did not see is told by the label before it, or by its place alone", async () => {
  await open(PAGE);
  await point("pair");
  expect($<HTMLInputElement>(".pick-field input").value).toBe("经办所队");
  expect(texts(".pick-scope button")).toEqual(["本页所有“经办所队”", "只这一处"]);
  await press(".pick-scope button", "只这一处");
  await type(".pick-choice input", "办案单位");
  await press('[data-field="case.unit"]');
  await until(() => expect(corrections()).toEqual([{ css: "#pair", field: "case.unit" }]));
  expect(texts(".pick-parts li span")).toEqual(["“这一处”是案件 → 办案单位"]);
});

test("a button is named as one that submits, by its words", async () => {
  await open(PAGE);
  await point("send");
  await press(".pick-card .second", "这是提交按钮");
  await until(() => expect(profile.pages[0]?.submits).toEqual([{ text: "提交", held: true }]));
});

test("Escape shuts the card and gives the keys back to the list", async () => {
  await open(PAGE);
  await point("from");
  await key(".pick-choice input", "Escape");
  await until(() => expect(all(".pick-card")).toEqual([]));
  await key(".pick-list", "j");
  await key(".pick-list", "Enter");
  await until(() => expect(all(".pick-card")).toHaveLength(1));
});
