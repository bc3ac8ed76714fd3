// A site profile is refused at the gate with its place and the way out, and let in when nothing is wrong with it.
import { expect, test } from "vitest";
import { readProfile, twiceNamed } from "./check-profile.ts";
import { selectorFault } from "./selector.ts";
import type { PageKind, SiteProfile } from "./site-profile.ts";

const page = (more: object = {}): PageKind =>
  ({ id: "filing", label: "受案登记", url: "/sadj\\.jsp", ...more }) as PageKind;
const profile = (more: object = {}, ...pages: readonly object[]): unknown => ({
  id: "p",
  name: "平台",
  platform: "平台",
  match: ["^https?://[^/]+/p/"],
  pages: pages.length === 0 ? [page()] : pages,
  ...more,
});

const BAD: Readonly<Record<string, readonly [input: unknown, at: string, say: string]>> = {
  "a page kind twice": [profile({}, page(), page()), "pages.1.id", "写了两次"],
  "a page kind that nothing tells": [profile({}, { id: "x", label: "某页" }), "pages.0.", "没有说怎样认出来"],
  "an unknown field": [
    profile({}, page({ corrections: [{ label: "始", field: "measures.startAt" }] })),
    "pages.0.corrections.0.field",
    "startedAt（执行时间）",
  ],
  "an unknown element": [
    profile({}, page({ shows: ["mesures.kind"] })),
    "pages.0.shows.0",
    "measures（强制措施）",
  ],
  "a correction of nothing": [
    profile({}, page({ corrections: [{ field: "case.number" }] })),
    "pages.0.corrections.0",
    "label 或者 css",
  ],
  "a selector half written": [
    profile({}, page({ roots: [{ css: ".who >", element: "persons" }] })),
    "pages.0.roots.0.css",
    "没有写完",
  ],
  "a selector that is none": [profile({}, page({ ignore: ["a["] })), "pages.0.ignore.0", "写法不对"],
  "a button that is none": [profile({}, page({ submits: [{ held: true }] })), "pages.0.submits.0", "哪一个"],
  "a dangerous pattern": [profile({ match: ["^(\\w+\\s?)+$"] }), "match.0", "正则表达式"],
  "a code of no value": [
    profile({ codeTables: [{ field: "measures.kind", values: { "01": "取保侯审" } }] }),
    "codeTables.0.values.01",
    "取保候审",
  ],
  "an unknown key": [profile({ pagess: [] }), "pagess", "pagess"],
};

test.each(Object.entries(BAD))("%s is refused in words", (_, [input, at, say]) => {
  const read = readProfile(input);
  expect(read.ok ? "let in" : read.refusal).toMatchObject({
    code: "bad-rule",
    at,
    message: expect.stringContaining(say),
  });
});

test("a profile with everything in it comes in as it is", () => {
  const all = profile(
    { codeTables: [{ field: "case.cause", values: { "0101": "盗窃" } }] },
    page({
      element: "case",
      heading: "受案登记表",
      corrections: [
        { label: "登记号", field: "case.number" },
        { css: "#a > td", label: "经办", field: "" },
      ],
      codeTables: [{ field: "measures.kind", values: { "01": "刑拘" } }],
      roots: [{ css: "div.person:not(.old)", element: "persons" }],
      ignore: ["#app > div:nth-of-type(2) >>> section"],
      shows: ["case.acceptedAt"],
      submits: [{ text: "保存", held: true }],
    }),
  );
  const read = readProfile(all);
  expect(read).toEqual({ ok: true, value: all });
});

test.each([
  "..a",
  "@x",
  "123",
  "a > > b",
  "div::before",
  ":hovering",
  "",
  "a,",
  "div { }",
  `#a${" > div".repeat(200)}`,
])("the selector %j has a fault", (css) => {
  expect(selectorFault(css)).toBeTypeOf("string");
});

test.each([
  "#a > div:nth-of-type(2)",
  "td.bt + td",
  'input[name="f.ajbh"]',
  ".a .b:not(.c, :has(> d))",
  "x-app >>> div > b",
])("the selector %j has none", (css) => {
  expect(selectorFault(css)).toBeUndefined();
});

test("two profiles of one name are told", () => {
  const one = { id: "a" } as SiteProfile;
  expect(twiceNamed([one, { id: "b" } as SiteProfile])).toBeUndefined();
  expect(twiceNamed([one, { id: "a" } as SiteProfile])).toBe("a");
});
