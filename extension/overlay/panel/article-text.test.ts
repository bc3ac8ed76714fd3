// The article on a why-card: folded at first, opened at the article, a plain word where there is none.
import { expect, it } from "vitest";
import type { ArticleView } from "../../protocol/article.ts";
import { breach, pageState } from "../sample.ts";
import { $, answers, asked, panelStage, press, root, show, texts } from "./panel-stage.ts";

panelStage();

const HERE: Extract<ArticleView, { state: "here" }> = {
  state: "here",
  articles: [
    {
      name: "第118条",
      chapter: "第二章 侦查",
      paragraphs: [
        { text: "讯问须由二人进行：", items: ["（一）甲；", "（二）<b>乙</b>。"] },
        { text: "记入笔录。" },
      ],
    },
  ],
};

const open = async (view: ArticleView | null, part: Parameters<typeof breach>[0] = {}): Promise<void> => {
  answers.set("article", view);
  await show(pageState({ applicable: [breach(part)] }));
  await press(".card-foot .tool");
};

it("is asked for when the card is opened, by statute, edition and article, and stays folded", async () => {
  await open(HERE);
  expect(asked.filter(([type]) => type === "article")).toEqual([
    ["article", { statute: "刑事诉讼法", edition: "2018-10-26", article: "118", rule: "single-officer" }],
  ]);
  expect($(".article-text .text").textContent).toBe("看第118条原文");
  expect(root().querySelector(".article-text section")).toBeNull();
});

it("opens with chapter, paragraphs, items and edition; text is text", async () => {
  await open(HERE);
  await press(".article-text .text");
  expect(texts(".article-text section p")).toEqual([
    "第118条　讯问须由二人进行：",
    "（一）甲；",
    "（二）<b>乙</b>。",
    "记入笔录。",
  ]);
  expect(texts(".article-text section small")).toEqual(["第二章 侦查", "由本单位载入，2018 修正"]);
  expect($(".article-text .text").getAttribute("aria-expanded")).toBe("true");
  await press(".article-text .text");
  expect(root().querySelector(".article-text section")).toBeNull();
});

it("shows every article that the rule cites of this edition, the card's own first", async () => {
  const more = { name: "第119条", paragraphs: [{ text: "另一条。" }] };
  await open({ ...HERE, articles: [...HERE.articles, more] });
  await press(".article-text .text");
  expect(texts(".article-text section b")).toEqual(["第118条　", "第119条　"]);
});

it.each<[ArticleView | null, string]>([
  [{ state: "none" }, "未载入条文"],
  [null, "未载入条文"],
  [{ state: "missing", partial: true }, "条文未收录：载入的文件只是片段"],
  [{ state: "missing", partial: false }, "载入的全文没有这一条，请报法制部门核对"],
])("says of %o what is missing", async (view, say) => {
  await open(view);
  expect(texts(".no-article")).toEqual([say]);
});

it("is not asked for where no edition was chosen", async () => {
  await open(HERE, { edition: "" });
  expect(asked.some(([type]) => type === "article")).toBe(false);
  expect(root().querySelector(".article-text, .no-article")).toBeNull();
});

it("stands under each edition where an act lies across two", async () => {
  const one = { statute: "治安管理处罚法", verdict: "met", colour: "green", article: "82" } as const;
  await open(HERE, {
    readings: [
      { ...one, edition: "2012-10-26", editionLabel: "2012 修正" },
      { ...one, edition: "2025-06-27", editionLabel: "2025 修订", article: "108" },
    ],
  });
  expect(
    asked.filter(([type]) => type === "article").map(([, { edition, article }]) => [edition, article]),
  ).toEqual([
    ["2012-10-26", "82"],
    ["2025-06-27", "108"],
  ]);
  expect(root().querySelectorAll(".article-text")).toHaveLength(2);
});
