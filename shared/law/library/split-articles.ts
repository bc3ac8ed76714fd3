// Splits the lines of a statute into articles with their chapters, paragraphs (款) and items (项).

import { accepted, type Result, refused } from "../../facts/errors.ts";
import { chineseInteger } from "../../facts/numeral.ts";
import { type Article, articleName } from "./statute-text.ts";

const NUMBER = "[零〇一二三四五六七八九十百千\\d]{1,9}";
const HEAD = new RegExp(`^#* ?第(${NUMBER})条(?:之([一二三四五六七八九十]{1,2}))?(?:第(${NUMBER})款)?(.*)$`);
const PLACE = new RegExp(`^#* ?(第${NUMBER}[编章节])\\s*(.*)$`);
const ITEM = /^(?:[（(][零一二三四五六七八九十百]{1,4}[）)]|\d{1,2} ?[.．、])/;
/** A line that ends so is whole; any other goes on in the next line. */
const WHOLE = /[。；;：:！!？?”』）)…]$/;
const SKIP = /^(#|---+$|\|)/;

const numberOf = (text: string): number | undefined =>
  /^\d+$/.test(text) ? Number(text) : chineseInteger(text);

interface Head {
  readonly number: string;
  readonly order: number;
  /** 款 that the head names itself, in extracts. */
  readonly clause: boolean;
  readonly rest: string;
}

/** The beginning of an article, or undefined for a line that only speaks of one (第十条规定的…). */
function headOf(line: string, after: number): Head | undefined {
  const [, whole = "", sub, clause, rest = ""] = HEAD.exec(line) ?? [];
  const number = numberOf(whole);
  if (number === undefined || number === 0) return undefined;
  const follows = rest === "" || /^[\s【（(]/.test(rest);
  // Files without a blank behind 条: only the very next number can be one.
  const next = number === after + 1 && sub === undefined && !/^[规第，、之的至和或所中及]/.test(rest);
  if (!follows && !next) return undefined;
  const which = sub === undefined ? 0 : (chineseInteger(sub) ?? 0);
  return {
    number: which === 0 ? String(number) : `${number}-${which}`,
    order: number,
    clause: clause !== undefined,
    rest: rest.trim(),
  };
}

type Draft = {
  number: string;
  chapter?: string;
  clause: boolean;
  paragraphs: { text: string; items?: string[] }[];
};

function take(article: Draft, line: string, open: boolean): void {
  const last = article.paragraphs.at(-1);
  const item = ITEM.test(line);
  if (open && !item && last !== undefined) {
    const items = last.items;
    if (items === undefined || items.length === 0) last.text += line;
    else items[items.length - 1] += line;
  } else if (item && last !== undefined) {
    last.items = [...(last.items ?? []), line];
  } else article.paragraphs.push({ text: line });
}

/**
 * The articles of a statute's lines (see `plainLines`), in their order; empty where there is none. Refuses with
 * `doubled-article` where one number begins two articles: then it is two texts in one file, and no citation would be safe.
 */
export function splitArticles(lines: readonly string[]): Result<readonly Article[]> {
  const drafts = new Map<string, Draft>();
  let [chapter, section, after, open] = ["", "", 0, false];
  let current: Draft | undefined;
  for (const line of lines) {
    const head = headOf(line, after);
    if (head !== undefined) {
      const known = drafts.get(head.number);
      if (known !== undefined && !(known.clause && head.clause)) {
        return refused(
          "doubled-article",
          `${articleName(head.number)}出现了两次，请拆成两个文件或者删去重复的`,
          articleName(head.number),
        );
      }
      const where = [chapter, section].filter((one) => one !== "").join(" · ");
      current = known ?? {
        number: head.number,
        ...(where === "" ? {} : { chapter: where }),
        clause: head.clause,
        paragraphs: [],
      };
      drafts.set(head.number, current);
      after = head.order;
      if (head.rest !== "") current.paragraphs.push({ text: head.rest });
      open = head.rest !== "" && !WHOLE.test(head.rest);
      continue;
    }
    const [, place, name = ""] = PLACE.exec(line) ?? [];
    if (place !== undefined && name.length <= 60 && !WHOLE.test(name)) {
      const label = `${place} ${name.replace(/\s+/g, "")}`.trim().slice(0, 58);
      if (place.endsWith("节")) section = label;
      else [chapter, section] = [label, ""];
      open = false;
    } else if (line === "" || SKIP.test(line)) {
      open &&= line === "";
    } else if (current !== undefined) {
      take(current, line, open);
      open = !WHOLE.test(line);
    }
  }
  return accepted(
    [...drafts.values()]
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map(({ clause: _, ...article }) => article),
  );
}
