// By what pages are told again: the pattern holds for other cases' pages of the kind and not for other kinds.
import { describe, expect, test } from "vitest";
import { readProfile } from "../../shared/rules/check-profile.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { isUrlPattern } from "../../shared/rules/url-pattern.ts";
import { kindOfFields, titleSign, urlSign, withPage } from "./page-sign.ts";
import { corrected, ignored, rooted, submitted, withCode, without } from "./steps.ts";

const AT = "http://127.0.0.1:8080";

test.each([
  ["/aj/sadj.jsp?AJBH=A9901", ["/aj/sadj.jsp?AJBH=A7"], ["/aj/sadj.jspx", "/aj/qzcs.jsp?AJBH=A9901"]],
  [
    "/new/#/case/A9901/filing",
    ["/new/#/case/B1/filing"],
    ["/new/#/case/B1/measures", "/new/#/case/B1/filing2"],
  ],
  ["/app/case/1234/edit", ["/app/case/77/edit?x=1"], ["/app/case/77/list"]],
  ["/app/case/1234", ["/app/case/9", "/app/case/A77"], ["/app/case/list"]],
  ["/main.do?method=edit&id=3", ["/main.do?id=9&method=edit"], ["/main.do?method=editAll&id=9", "/main.do"]],
] as const)("%s", (url, same, other) => {
  const sign = urlSign(AT + url);
  expect(isUrlPattern(sign)).toBe(true);
  for (const one of [url, ...same]) expect(AT + one).toMatch(new RegExp(sign));
  for (const one of other) expect(AT + one).not.toMatch(new RegExp(sign));
});

test("a title is told without the names in it", () => {
  expect(titleSign("韩某某涉嫌盗窃案受案登记表（第2次）")).not.toContain("韩");
  expect(titleSign("讯问笔录")).toBe("讯问笔录");
});

test("the kind of a page is that of most fields, none where two are as many", () => {
  expect(kindOfFields(["case.number", "measures.kind", "measures.startedAt", ""])).toBe("measures");
  expect(kindOfFields(["case.number", "case.cause", "measures.kind"])).toBe("measures");
  expect(kindOfFields(["interviews.kind", "measures.kind"])).toBeUndefined();
  expect(kindOfFields(["case.number", "case.cause", "persons.name"])).toBe("case");
});

const EMPTY: SiteProfile = { id: "p", name: "p", platform: "p", match: ["^http"], pages: [] };

describe("steps", () => {
  const named = withPage(EMPTY, "case", { url: "/a" });
  const full = rooted(
    ignored(
      submitted(corrected(named, "case", { label: "号", field: "case.number" }), "case", {
        text: "存",
        held: true,
      }),
      "case",
      "div.ads",
    ),
    "case",
    "div.man",
    "persons",
  );
  test("make a profile that is let in", () => {
    expect(readProfile(withCode(full, "measures.kind", "03", "取保候审")).ok).toBe(true);
    expect(full.pages[0]).toMatchObject({
      element: "case",
      corrections: [{ label: "号" }],
      ignore: ["div.ads"],
    });
  });
  test("a page keeps what was pointed at when it gets another kind", () => {
    const other = withPage(full, "measures", { url: "/a" }, "case");
    expect(other.pages).toHaveLength(1);
    expect(other.pages[0]).toMatchObject({
      id: "measures",
      element: "measures",
      corrections: [{ label: "号" }],
    });
    expect(other.pages[0]?.roots).toEqual(full.pages[0]?.roots);
  });
  test("a kind stands once: a second address widens it", () => {
    const two = withPage(full, "case", { url: "/b" });
    expect(two.pages).toHaveLength(1);
    expect("http://x/b").toMatch(new RegExp(two.pages[0]!.url!));
    const joined = withPage(withPage(full, "filing", { url: "/c" }), "case", { url: "/c" }, "filing");
    expect(joined.pages.map(({ id }) => id)).toEqual(["case"]);
    expect("http://x/c").toMatch(new RegExp(joined.pages[0]!.url!));
    expect(readProfile(joined).ok).toBe(true);
  });
  test("the later correction of a label counts, a place has its own, and each is taken back alone", () => {
    const again = corrected(full, "case", { label: "号：", field: "case.receiptNumber" });
    const place = corrected(again, "case", { label: "号", css: "#n", field: "case.number" });
    expect(place.pages[0]?.corrections).toHaveLength(2);
    expect(without(place, "case", "corrections", 0).pages[0]?.corrections).toMatchObject([{ css: "#n" }]);
    expect(without(full, "case", "roots", 0).pages[0]).not.toHaveProperty("roots");
  });
});

test("a title keeps no word that names one person, where the page says who it is", () => {
  expect(titleSign("韩某某强制措施审批表", ["韩某某"])).toBe("强制措施审批表");
  expect(titleSign("关于韩某某的手续", ["韩某某"])).toBe("的手续");
  expect(titleSign("韩某某", ["韩某某"])).toBe("");
});
