// What is pointed at: cells and columns as they were read, texts that were not, regions with their like.
import { beforeEach, expect, test } from "vitest";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { unpackScan } from "../protocol/unpack-scan.ts";
import { newMemory } from "../reading/facts/naming.ts";
import { readFrame } from "../reading/facts/read-frame.ts";
import { keys, scanOf } from "../reading/frame-scan.ts";
import { unitsOf } from "../reading/read-sample.ts";
import { lostOf } from "./lost.ts";
import { buttonAt, onlyCss, regionCss, wordsOn } from "./regions.ts";
import { isRead, targetAt, targetsOf } from "./targets.ts";

const PAGE = `<form><p><label>姓名：</label><input id="who" value="甲"></p>
  <p><label>措施种类：</label><span id="kind">取保候审</span></p>
  <p><label>起算日：</label><input id="from" value="2026-03-05"></p>
  <div class="odd"><i>经办所队</i><em id="odd">柳桥</em></div></form>
  <table id="list"><thead><tr><th>姓名</th><th>性别</th><th>称呼</th></tr></thead><tbody>
  <tr><td>甲</td><td>男</td><td id="nick">老甲</td></tr><tr><td>乙</td><td>女</td><td>小乙</td></tr></tbody></table>
  <div class="cards"><section class="man is-active card-a">一</section><section class="man card-a">二</section></div>
  <div><section class="man">三</section></div><a class="btn" href="#"><b id="go">提　交</b></a>`;

const profile: SiteProfile = {
  id: "t",
  name: "t",
  platform: "p",
  match: ["^"],
  pages: [{ id: "measures", label: "强制措施", css: "body", element: "measures" }],
};

const pick = (html: string) => {
  const units = unitsOf(html);
  const { scan } = scanOf(units, document, { frame: "", profile, slow: false, keys: keys() });
  const whole = unpackScan(scan);
  return { scan: whole, reading: readFrame(whole, [profile], 1, newMemory()), page: "measures" };
};
let targets: ReturnType<typeof targetsOf>;
beforeEach(() => {
  targets = targetsOf(pick(PAGE), { document, frame: "" });
});
const at = (id: string) => targetAt(document.getElementById(id)!, targets, "");

test("a value is told with its label and the fact that it became, or that it became none", () => {
  expect(at("kind")).toMatchObject({ is: "cell", label: "措施种类", value: "取保候审" });
  expect(at("kind").facts.map(({ field }) => field)).toEqual(["kind"]);
  expect(at("from")).toMatchObject({ label: "起算日", facts: [] });
  expect(isRead(at("from"))).toBe(false);
  expect(targets.map(({ label }) => label)).toEqual(
    expect.arrayContaining(["姓名", "措施种类", "起算日", "性别", "称呼"]),
  );
});

test("a cell of a table is its column, with the value that was pointed at", () => {
  expect(at("nick")).toMatchObject({ is: "column", label: "称呼", facts: [] });
  const [, second] = targets.find(({ label }) => label === "性别")!.elements;
  expect(targetAt(second!, targets, "")).toMatchObject({ label: "性别", value: "女" });
  expect(isRead(targetAt(second!, targets, ""))).toBe(true);
});

test("a text that was not read is told with what stands before it", () => {
  expect(at("odd")).toMatchObject({ is: "text", label: "经办所队", value: "柳桥" });
});

test("of several words in a row none is the label of the next, unless it says so by a colon", () => {
  document.body.innerHTML = `<p><span>星河市业务平台</span><b id="a">A990</b><i>主办</i><b id="b">陈立</b></p>
    <p><i>编号：</i><b id="c">A990</b><i>x</i></p><p><span>系统公告：三月八日</span><b id="d">A990</b></p>`;
  const label = (id: string) => targetAt(document.getElementById(id)!, [], "").label;
  expect(["a", "b", "c", "d"].map(label)).toEqual(["", "", "编号", ""]);
});

test("a region is named with those that repeat it beside it, not with others of its class elsewhere", () => {
  const [one] = document.querySelectorAll(".man");
  const { css, count } = regionCss(one!);
  expect(count).toBe(2);
  expect([...document.querySelectorAll(css)].map((each) => each.textContent)).toEqual(["一", "二"]);
  expect(document.querySelectorAll(onlyCss(one!))).toHaveLength(1);
});

test("a button is found from within, by its words without spaces", () => {
  const button = buttonAt(document.getElementById("go")!);
  expect(button?.className).toBe("btn");
  expect(wordsOn(button!)).toBe("提交");
});

test("what a page showed and lacks is proposed from the labels most like it, what was never there is not", () => {
  const one = pick(PAGE);
  const page = { ...profile.pages[0]!, shows: ["measures.kind", "measures.startedAt", "property.name"] };
  const lost = lostOf(one, page, targetsOf(one, { document, frame: "" }));
  expect(lost.map(({ path }) => path)).toEqual(["measures.startedAt"]);
  expect(lost[0]?.proposal?.label).toBe("起算日");
});
