// The text of one edition of a statute, article by article, as a deployment loads it.
import * as v from "valibot";

/** Largest statute file in bytes; the longest code of the country is about half of it. */
export const MAX_STATUTE_BYTES = 800_000;
/** Most articles of one statute. */
export const MAX_ARTICLES = 3_000;
/** Longest paragraph or item in characters. */
const MAX_PARAGRAPH = 20_000;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const day = v.pipe(v.string(), v.regex(DAY, "应为 YYYY-MM-DD"));
const line = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PARAGRAPH));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

/** 款: its own words, then its 项. */
export const ParagraphShape = v.strictObject({
  text: v.string(),
  items: v.optional(v.pipe(v.array(line), v.maxLength(400))),
});

/** 条; `number` is "79", "123-1" for 第一百二十三条之一, or "二(一)2" in a document without articles. */
export const ArticleShape = v.strictObject({
  number: v.pipe(
    v.string(),
    v.regex(/^(\d{1,4}(-\d{1,2})?|[一二三四五六七八九十]{1,3}(\([一二三四五六七八九十]{1,3}\)\d{0,2})?)$/),
  ),
  /** Chapter and section in which it stands: 第二章 管辖 · 第一节 …. */
  chapter: v.optional(name),
  paragraphs: v.pipe(v.array(ParagraphShape), v.minLength(1), v.maxLength(400)),
});

export const StatuteTextShape = v.strictObject({
  /** Title without 《》, as rules cite it. */
  statute: name,
  /** Day of adoption or amendment that names the edition. */
  edition: day,
  /** First day in force, where the file says so. */
  from: v.optional(day),
  /** Only some articles are there: a missing one is 未收录, not wrong. */
  partial: v.optional(v.literal(true)),
  articles: v.pipe(v.array(ArticleShape), v.minLength(1), v.maxLength(MAX_ARTICLES)),
});

export type StatuteText = v.InferOutput<typeof StatuteTextShape>;
export type Article = v.InferOutput<typeof ArticleShape>;
export type Paragraph = v.InferOutput<typeof ParagraphShape>;

export const isDay = (text: string): boolean => DAY.test(text);

/** The number under which an article is kept, from a citation: `79` → 79, `120之一` → 120-1, `91第3款` → 91, `二(一)2` stays. */
export function citedNumber(article: string): string {
  const [, number, , sub] = /^(\d{1,4})(之([一二三四五六七八九十]{1,2}))?/.exec(article.trim()) ?? [];
  if (number === undefined) return article.trim().replace(/（/g, "(").replace(/）/g, ")").replace(/\s+/g, "");
  const digits = "一二三四五六七八九";
  const which = sub === undefined ? 0 : sub === "十" ? 10 : digits.indexOf(sub) + 1;
  return which === 0 ? number : `${number}-${which}`;
}

/** How an article is called on screen: 第79条, 第120条之1, 二(一)2. */
export function articleName(number: string): string {
  const [, whole, sub] = /^(\d+)(?:-(\d+))?$/.exec(number) ?? [];
  return whole === undefined ? number : `第${whole}条${sub === undefined ? "" : `之${sub}`}`;
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 14 → 十四: the places of a document without articles are numbered so. */
const chinese = (number: number): string =>
  `${number < 10 ? "" : `${number < 20 ? "" : DIGITS[Math.floor(number / 10)]}十`}${DIGITS[number % 10]}`;

/**
 * The article that a citation means, or undefined where it is not in the text. In a document without articles 14 means
 * the fourteenth place (十四、) with everything under it.
 */
export function articleOf({ articles }: StatuteText, article: string): Article | undefined {
  const number = citedNumber(article);
  const found = articles.find((one) => one.number === number);
  if (found !== undefined || !/^\d{1,2}$/.test(number)) return found;
  const place = chinese(Number(number));
  const under = articles.filter((one) => one.number === place || one.number.startsWith(`${place}(`));
  return under.length === 0
    ? undefined
    : { number: place, paragraphs: under.flatMap(({ paragraphs }) => paragraphs) };
}

/** All words of an article in one line, for searching. */
export const wordsOf = ({ paragraphs }: Article): string =>
  paragraphs.flatMap(({ text, items = [] }) => [text, ...items]).join("");
