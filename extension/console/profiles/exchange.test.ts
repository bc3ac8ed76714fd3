// A profile goes out as a file and comes in as it was; what does not hold is refused in words.
import { expect, test } from "vitest";
import type { ProfileDraft } from "../../protocol/picking.ts";
import { profileChanges } from "./changes.ts";
import { pagesIn, pagesOut, readIn, withPages, writtenOut } from "./exchange.ts";

const draft: ProfileDraft = {
  id: "site-x",
  profile: {
    id: "site-x",
    name: "某平台",
    platform: "某平台",
    match: ["^https?://x/"],
    pages: [
      {
        id: "filing",
        label: "受案登记",
        url: "/a",
        corrections: [{ label: "始", field: "case.acceptedAt" }],
      },
    ],
  },
  tests: [
    {
      id: "t1",
      page: "filing",
      url: "/a",
      html: "<p>始：2031-11-12</p>",
      facts: ["case.acceptedAt=known"],
      at: 5,
    },
  ],
  at: 7,
  by: "许衡",
};

test("what is written out is read in again", () => {
  expect(readIn(writtenOut(draft), 7)).toEqual({ ok: true, value: draft });
});

test.each([
  ["something else", '{"format":"other"}', "不是页面档案"],
  ["no JSON", "hello", "不是页面档案"],
  ["a field that is none", writtenOut(draft).replace("case.acceptedAt", "case.acceptdAt"), "acceptedAt"],
  ["a selector that is none", writtenOut(draft).replace('"label": "始"', '"css": "a["'), "CSS"],
])("%s is refused", (_, text, say) => {
  const read = readIn(text, 7);
  expect(read.ok ? "let in" : read.refusal.message).toContain(say);
});

test("a change is told line by line, a page named once", () => {
  const next = {
    ...draft.profile,
    name: "另一平台",
    pages: [
      {
        ...draft.profile.pages[0]!,
        corrections: [{ label: "起", field: "case.acceptedAt" }],
        ignore: [".ads"],
      },
    ],
  };
  expect(profileChanges(draft.profile, next)).toEqual([
    { label: "名称", old: "某平台", next: "另一平台" },
    { label: "页面：受案登记", old: "“始”是案件 → 受案时间", next: "—" },
    { label: "", old: "—", next: "“起”是案件 → 受案时间" },
    { label: "", old: "—", next: "不读的块：.ads" },
  ]);
  expect(profileChanges(next, next)).toEqual([]);
});

const { profile, tests } = draft;

test("captured pages go out and come in by themselves; of one id the one from the file stays", () => {
  const read = pagesIn(pagesOut(profile, tests), profile);
  expect(read).toEqual({ ok: true, value: tests });
  const other = { ...tests[0]!, id: "t2" };
  expect(withPages([{ ...tests[0]!, at: 9 }, other], tests)).toEqual([other, tests[0]]);
});

const out = pagesOut(profile, tests);
test.each([
  ["no JSON", "样页", "不是样页"],
  ["another file", '{"format":"other"}', "不是样页"],
  ["a whole profile", writtenOut(draft), "请用页面上方的“导入”"],
  [
    "pages of another profile",
    pagesOut({ ...profile, id: "site-y", name: "别的平台" }, tests),
    "是“别的平台”的",
  ],
  ["none at all", pagesOut(profile, []), "没有样页"],
  [
    "a page kind that the profile lacks",
    out.replace('"page": "filing"', '"page": "interview"'),
    "interview 不在",
  ],
  ["a script", out.replace("<p>始", "<script>1</script><p>始"), "采样时会去掉的内容"],
  ["an address", out.replace("<p>始", "<p><a href='http://x/'>x</a>始"), "采样时会去掉的内容"],
  ["a page longer than any", out.replace("<p>始", `<p>${"长".repeat(700_001)}`), "不是样页"],
])("a file with %s is refused in words", (_, text, say) => {
  const read = pagesIn(text, profile);
  expect(read.ok ? "let in" : read.refusal.message).toContain(say);
});

test("a whole profile with a page that no capture writes is refused as well", () => {
  const read = readIn(writtenOut(draft).replace("<p>始", "<video></video><p>始"), 7);
  expect(read.ok ? "let in" : read.refusal.message).toContain("采样时会去掉的内容");
});
