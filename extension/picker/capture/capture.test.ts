// A captured page holds no value that must stay in the browser, wherever it stood, and reads as the page did.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dictionary } from "../../../shared/dictionary/dictionary.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { CapturedPage, PickFrame } from "../../protocol/picking.ts";
import { unpackScan } from "../../protocol/unpack-scan.ts";
import { newMemory } from "../../reading/facts/naming.ts";
import { readFrame } from "../../reading/facts/read-frame.ts";
import { keys, scanOf } from "../../reading/frame-scan.ts";
import { unitsOf } from "../../reading/read-sample.ts";
import { scanAll } from "../../reading/scan.ts";
import { isCaptured } from "./is-captured.ts";
import { heldBy, readCaptured } from "./read-captured.ts";
import { testPageOf } from "./test-page.ts";

const profile: SiteProfile = {
  id: "t",
  name: "t",
  platform: "平台",
  match: ["^"],
  pages: [{ id: "measures", label: "强制措施", css: "body", element: "measures" }],
};

function capture(html: string, by: SiteProfile = profile): CapturedPage {
  const units = unitsOf(html);
  const sent = scanOf(units, document, { frame: "", profile: by, slow: false, keys: keys() }).scan;
  const scan = { ...unpackScan(sent), url: "http://127.0.0.1/qzcs.jsp?AJBH=A9901" };
  const reading = readFrame(scan, [by], 1, newMemory());
  const pick: PickFrame = { scan, reading, page: "measures" };
  return testPageOf(pick, document, by, 1, Math.random)!;
}

const reread = (page: CapturedPage, by: SiteProfile = profile): readonly string[] => {
  document.body.innerHTML = page.html;
  return readCaptured(document, by, page.page);
};

const han = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(..."韩郑陆裴桑阮霍喻褚柏涂湛翟瞿嵇邬"), { minLength: least, maxLength: most })
    .map((signs) => signs.join(""));
const number = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));

const PERSONAL = fc.oneof(
  han(2, 4),
  number(12).map((rest) => `990101${rest}`),
  number(9).map((rest) => `19${rest}`),
  fc.tuple(han(2, 3), number(2), han(1, 2)).map(([a, n, b]) => `${a}路${n}号${b}楼`),
  fc.tuple(han(4, 9), han(4, 9)).map(([a, b]) => `${a}，${b}。`),
  fc.tuple(han(2, 2), number(5)).map(([a, n]) => `${a}ZX${n}`),
);

const LOCAL = dictionary.flatMap((kind) =>
  kind.fields
    .filter(({ privacy, type }) => privacy === "local" && type.is !== "choice")
    .map(({ label }) => label),
);

/** One label and value in one of the ways in which pages show them. */
const WAYS: readonly ((label: string, value: string) => string)[] = [
  (label, value) => `<p><label>${label}：</label><input name="f.x" value="${value}" title="${value}"></p>`,
  (label, value) => `<table><tr><td>${label}</td><td data-raw="${value}">${value}</td></tr></table>`,
  (label, value) => `<div>${label}：${value}　措施种类：取保候审</div>`,
  (label, value) => `<dl><dt>${label}</dt><dd>${value}</dd></dl><!-- ${value} -->`,
  (label, value) => `<p><label>${label}</label><textarea id="${value}">${value}</textarea></p>`,
  (label, value) =>
    `<p><label>${label}</label><select><option value="${value}" selected>${value}</option></select></p>`,
  (label, value) => `<h2>${value}${label}</h2><a href="?n=${value}" onclick="go('${value}')">${value}</a>`,
];

test("no value of a field that must stay in the browser survives, in text, in attributes or within other words", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...LOCAL), PERSONAL, fc.nat(WAYS.length - 1)), {
        minLength: 1,
        maxLength: 8,
      }),
      (cells) => {
        const html = cells.map(([label, value, way]) => WAYS[way]!(label, value)).join("\n");
        const page = capture(`<form>${html}<p>备注：${cells[0]![1]}已到场</p></form>`);
        const all = JSON.stringify(page);
        for (const [, value] of cells) expect(all).not.toContain(value);
      },
    ),
    { numRuns: 300 },
  );
});

const PAGE = `<form class="el-form"><h2>韩某某涉嫌盗窃案强制措施</h2>
  <p><label>被采取措施人：</label><input id="who" value="韩某某"></p>
  <p><label>措施种类：</label><select><option>传唤</option><option selected>取保候审</option></select></p>
  <p><label>执行时间：</label><input value="2026-03-05 14:30"></p>
  <p><label>期限届满时间：</label><input value="2027年3月4日"></p>
  <p><label>执行民警：</label><input value="陈立 民警、郑浩 辅警"></p>
  <p><label>保证金数额：</label><input value="5000"><span>元</span></p>
  <p><label>决定书文号：</label><input value="星公（北）取保字〔2026〕118号"></p>
  <p><label>起算日：</label><input value="2026-03-05"></p><p><label>案件类别：</label><input value="刑事案件"></p>
  <div style="display:none"><p>姓名：韩某某</p></div></form>`;

test("the captured page reads as the page did, with invented values of the same shape", () => {
  const page = capture(PAGE);
  expect(page.html).not.toMatch(/韩某某|陈立|郑浩|2026|5000|118/);
  expect(page.html).toMatch(/措施种类[\s\S]*取保候审/);
  expect(page.facts.length).toBeGreaterThanOrEqual(7);
  expect(page.facts.filter((line) => line.includes("=known"))).toEqual(
    page.facts.filter((line) => line.includes("=known:")),
  );
  expect(heldBy(page, reread(page))).toMatchObject({ missing: [], extra: [] });
});

test("where the profile no longer holds, the test says which fact is missing", () => {
  const by: SiteProfile = {
    ...profile,
    pages: [{ ...profile.pages[0]!, corrections: [{ label: "起算日", field: "measures.decidedAt" }] }],
  };
  const page = capture(PAGE, by);
  expect(heldBy(page, reread(page, by)).missing).toEqual([]);
  const { missing } = heldBy(page, reread(page));
  expect(missing).toHaveLength(1);
  expect(missing[0]).toMatch(/^measures\.decidedAt=known:20\d\d-\d\d-\d\d$/);
});

test("two places that said the same say the same again, and the address is told without the case", () => {
  const page = capture(`<table><tr><td>被采取措施人</td><td>桑某</td></tr></table><p>保证人：桑某</p>`);
  const names = [...page.html.matchAll(/>([一-鿿]{2})<|保证人：([一-鿿]{2})/g)].map((m) => m[1] ?? m[2]);
  expect(new Set(names).size).toBe(1);
  expect(page.url).toBe("/qzcs\\.jsp(?:[?#]|$)");
});

/** The page with a component, and one within it, each with a shadow root of its own. */
const CARD = `<form class="el-form"><p><label>被采取措施人：</label><input value="韩某某"></p>
  <p><label>措施种类：</label><input value="取保候审"></p><x-card></x-card></form>`;
const withCard = (by: SiteProfile = profile): CapturedPage => {
  const define = (host: Element, inner: string): ShadowRoot => {
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = inner;
    return root;
  };
  const units = () => {
    document.body.innerHTML = CARD;
    const outer = define(
      document.querySelector("x-card")!,
      `<style>p{color:red}</style><p><label>执行时间：</label><input value="2026-03-05 14:30"></p><x-man></x-man>`,
    );
    define(outer.querySelector("x-man")!, `<p><label>批准人：</label><input value="何川"></p>`);
    return scanAll(document.body);
  };
  const sent = scanOf(units(), document, { frame: "", profile: by, slow: false, keys: keys() }).scan;
  const scan = { ...unpackScan(sent), url: "http://127.0.0.1/qzcs.jsp" };
  const pick: PickFrame = { scan, reading: readFrame(scan, [by], 1, newMemory()), page: "measures" };
  return testPageOf(pick, document, by, 1, Math.random)!;
};

test("what stands in open shadow roots is captured, one within another, and read again", () => {
  unitsOf("<p></p>");
  const page = withCard();
  expect(page.html).toMatch(/<x-card><template shadowrootmode="open">/);
  expect(page.html).not.toMatch(/韩某某|何川|2026|color/);
  expect(page.facts.map((line) => line.split("=")[0])).toEqual([
    "measures.person",
    "measures.kind",
    "measures.startedAt",
    "measures.approver",
  ]);
  expect(isCaptured(page.html)).toBe(true);
  expect(heldBy(page, reread(page))).toMatchObject({ missing: [], extra: [] });
});

test("markup with anything that a capture leaves out is no captured page", () => {
  expect(isCaptured(capture(PAGE).html)).toBe(true);
  for (const html of [
    `<p onclick="x()">a</p>`,
    `<script>1</script>`,
    `<template><img src="http://x/"></template>`,
    `<x-a><template shadowrootmode="open"><iframe></iframe></template></x-a>`,
    `<a href="http://x/">a</a>`,
    `<meta http-equiv="refresh" content="0;url=http://x/">`,
    `<p style="background:url(http://x/)">a</p>`,
    `<p>${"110101"}19900307${"123X"}</p>`,
  ])
    expect(isCaptured(html), html).toBe(false);
});
