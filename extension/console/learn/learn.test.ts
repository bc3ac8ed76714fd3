// Guides, the quiz and the manual as they are used: read, answered, skipped, searched; nothing of the quiz is sent.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import base from "#base-pack";
import { GUIDES } from "../../../shared/guides/guides.ts";
import { chromeOf, type Edge, edgeFor } from "../sample/background.ts";
import { all, close, one, open, press, shown, type } from "../sample/draw.ts";

let edge: Edge;
const start = async (hash: string, ...roles: readonly string[]): Promise<void> => {
  edge = edgeFor(...roles);
  edge.routes.pack = () => ({ pack: { body: JSON.stringify(base), key: "", signature: "", hash: "" } });
  edge.requests["own-findings"] = () => ({
    ok: true,
    value: [
      { rule: "bail-overrun", colour: "red" },
      { rule: "interview-single-officer", colour: "orange" },
    ],
  });
  vi.stubGlobal("chrome", chromeOf(edge));
  open(hash);
  await vi.waitFor(() => expect(document.querySelector("h1")).not.toBeNull());
};
beforeEach(() => localStorage.clear());
afterEach(close);

describe("一分钟指引", () => {
  it("lists every stage and opens one with its steps and articles", async () => {
    await start("#/guides", "officer");
    expect(all(".guides a")).toHaveLength(GUIDES.length);
    close();
    await start("#/guides/coercive-measures", "officer");
    expect(one("h1").textContent).toBe("强制措施");
    expect(all(".guide > li")).toHaveLength(4);
    for (const part of ["怎么干", "干到什么程度", "二十四小时三件事", "《刑事诉讼法》第85条"])
      expect(shown()).toContain(part);
  });
  it("says where an article's text is not loaded, and shows it where it is", async () => {
    await start("#/guides/coercive-measures", "officer");
    edge.requests.article = ({ article }) => ({
      ok: true,
      value:
        article === "85"
          ? { state: "here", articles: [{ name: "第85条", paragraphs: [{ text: "必须出示拘留证。" }] }] }
          : { state: "none" },
    });
    const cite = (text: string) =>
      [...document.querySelectorAll(".cite")].find((each) => each.textContent?.includes(text));
    cite("《刑事诉讼法》第85条")?.querySelector("button")?.click();
    await vi.waitFor(() => expect(shown()).toContain("必须出示拘留证。"));
    cite("《刑事诉讼法》第86条")?.querySelector("button")?.click();
    await vi.waitFor(() => expect(shown()).toContain("没有载入这部法规"));
  });
  it("finds a stage by what is to be done in it, and names a stage that is none", async () => {
    await start("#/guides", "officer");
    await type(one(".search input"), "保证金");
    expect(all(".guides a").length).toBeLessThan(GUIDES.length);
    expect(shown()).toContain("强制措施");
    close();
    await start("#/guides/trial", "officer");
    expect(shown()).toContain("没有这个环节的指引");
  });
});

describe("法律抽测", () => {
  const right = "十二个月";
  const choose = async (choice: string): Promise<void> => {
    const label = [...document.querySelectorAll<HTMLLabelElement>(".quiz-choice")].find(
      (each) => each.textContent === choice,
    );
    const box = label?.querySelector("input");
    if (!box) throw new Error(`no choice ${choice} in: ${shown()}`);
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.waitFor(() => expect(document.querySelector(".quiz-answer")).not.toBeNull());
  };
  const ready = () => vi.waitFor(() => expect(document.querySelector(".quiz-choice")).not.toBeNull());

  it("asks about one's own findings, answers with the article, and tells nobody", async () => {
    await start("#/quiz", "officer");
    await ready();
    expect(shown()).toContain("取保候审超过＿＿未解除");
    const wrong = all(".quiz-choice").length;
    expect(wrong).toBe(4);
    const before = edge.asked.length;
    await choose(
      [...document.querySelectorAll(".quiz-choice")].find((each) => each.textContent !== right)
        ?.textContent ?? "",
    );
    expect(shown()).toContain(`不对，应当是：${right}`);
    expect(shown()).toContain("《刑事诉讼法》第79条");
    await press("下一题");
    expect(shown()).toContain("第 2 题，共 2 题");
    expect(edge.asked.slice(before).map(({ name }) => name)).toEqual([]);
  });
  it("goes on where it was left, on this machine only", async () => {
    await start("#/quiz", "officer");
    await ready();
    await choose(right);
    close();
    await start("#/quiz", "officer");
    await ready();
    expect(shown()).toContain("第 2 题，共 2 题");
  });
  it("can be skipped for the month and taken up again", async () => {
    await start("#/quiz", "officer");
    await ready();
    await press("跳过本月");
    expect(shown()).toContain("本月已跳过");
    close();
    await start("#/quiz", "officer");
    await vi.waitFor(() => expect(shown()).toContain("本月已跳过"));
    await press("现在做");
    expect(shown()).toContain("第 1 题，共 2 题");
  });
});

describe("使用手册", () => {
  it("is searched, with colours and keys as they are", async () => {
    await start("#/manual", "officer");
    for (const part of ["颜色和形状", "违反：期限已过", "Alt+Q", "面板四页", "回到平台页面"])
      expect(shown()).toContain(part);
    await type(one(".search input"), "有异议");
    expect(shown()).not.toContain("载入法规原文");
    expect(shown()).toContain("一张卡片能做的事");
    await type(one(".search input"), "没有这样的词");
    expect(shown()).toContain("没有找到");
  });
  it("shows an administrator's part to who asks for it, and links only to pages of one's role", async () => {
    await start("#/manual", "officer");
    await press("管理员");
    expect(shown()).toContain("改规则和清单");
    expect(shown()).not.toContain("面板四页");
    expect(document.querySelector('.manual a[href="#/rules"]')).toBeNull();
    close();
    await start("#/manual", "admin");
    expect(document.querySelector('.manual a[href="#/rules"]')).not.toBeNull();
  });
});
