// Reads one statute file into its articles, or refuses it saying why and what to do.
import { accepted, type Result, refused } from "../../facts/errors.ts";
import type { Statute } from "../statute.ts";
import { type Header, hasHeader, headerOfLines, headerOfName } from "./header.ts";
import { dayIn, daysIn, plainLines } from "./plain-text.ts";
import { splitArticles } from "./split-articles.ts";
import { splitOutline } from "./split-outline.ts";
import { type Article, isDay, MAX_ARTICLES, MAX_STATUTE_BYTES, type StatuteText } from "./statute-text.ts";
import { bareTitle, citedTitle } from "./title.ts";

/** What the administrator says where the file does not: it wins over header and file name. */
export interface Said {
  readonly title?: string;
  readonly edition?: string;
  readonly from?: string;
}

/** A file read: the text with the place it has among the files of one statute. */
export interface StatuteFile {
  readonly text: StatuteText;
  readonly piece?: number;
}

/** Whether the bytes are a whole UTF-8 text, and what GB18030 makes of them where they are not; both by the host's decoder. */
export interface Decoder {
  /** Undefined where the bytes are none of that encoding. */
  decode(bytes: Uint8Array, encoding: "utf-8" | "gb18030"): string | undefined;
}

/** The file's text; refuses with `too-large` or `bad-encoding`. */
export function decodeStatute(bytes: Uint8Array, { decode }: Decoder): Result<string> {
  if (bytes.length > MAX_STATUTE_BYTES)
    return refused("too-large", `法规文件超过 ${MAX_STATUTE_BYTES / 1000} kB，请只留一部法规的条文`);
  const text = decode(bytes, "utf-8") ?? decode(bytes, "gb18030");
  return text === undefined || text.includes("\u0000")
    ? refused("bad-encoding", "文件既不是 UTF-8 也不是 GB18030 编码的文本，请另存为 UTF-8 文本")
    : accepted(text);
}

const first = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text !== undefined && text !== "");

/** Title and first date of a text that has no header of ours: its first line, when it looks like a title. */
function firstLine(lines: readonly string[]): string | undefined {
  const line = lines.find((one) => one !== "") ?? "";
  const title = bareTitle(line);
  return /^[^，。；：]{2,60}(法|条例|规定|规则|办法|解释|意见|通知|制度|细则)$/.test(title)
    ? title
    : undefined;
}

function articlesOf(lines: readonly string[]): Result<readonly Article[]> {
  const articles = splitArticles(lines);
  if (!articles.ok) return articles;
  const found = articles.value.length > 0 ? articles.value : splitOutline(lines);
  if (found.length === 0)
    return refused("no-articles", "没有读到条文：每条应以“第…条”起行，无条的文件应以“一、”起行");
  return found.length > MAX_ARTICLES
    ? refused("too-large", `条文超过 ${MAX_ARTICLES} 条，请只留一部法规的条文`)
    : accepted(found);
}

/**
 * The known edition that the note under a title tells of: 根据2018年10月26日…修正. Its day has to be the last that the note
 * names, the day it came into force aside: a text changed later names its older editions too.
 */
function editionTold(
  lines: readonly string[],
  title: string | undefined,
  known: readonly Statute[],
): string | undefined {
  const days = daysIn(lines.join(" "));
  const editions = known.find((one) => one.title === title)?.editions ?? [];
  return editions.find(
    ({ edition, from }) => edition === days.filter((day) => day !== from || from === edition).at(-1),
  )?.edition;
}

/** What a file itself says: title as it is cited, edition, first day, whether it is a part and which piece. */
export function saidByFile(
  lines: readonly string[],
  file: string,
  known: readonly Statute[],
  title?: string,
): Header {
  const body = lines.findIndex((line) => /^#* ?第[零〇一二三四五六七八九十百千\d]+条/.test(line));
  const inside = headerOfLines(body === -1 ? lines.slice(0, 40) : lines.slice(0, body));
  const outside = headerOfName(file);
  const raw = first(title, inside.title, outside.title, firstLine(lines));
  // The known title wins: a header may spell it out (最高人民检察院 公安部关于…) where the name does not, or the other way.
  const named = [raw, title === undefined ? outside.title : undefined].flatMap((one) =>
    one === undefined ? [] : [citedTitle(one, known)],
  );
  const cited = named.find((one) => known.some((statute) => statute.title === one)) ?? named[0];
  const note = body === -1 || hasHeader(lines.slice(0, body)) ? [] : lines.slice(0, body);
  const edition = first(inside.edition, outside.edition, editionTold(note, cited, known));
  return {
    ...(cited === undefined || cited === "" ? {} : { title: cited }),
    ...(edition === undefined ? {} : { edition }),
    ...(inside.from === undefined ? {} : { from: inside.from }),
    partial: inside.partial || outside.partial,
    ...(outside.piece === undefined ? {} : { piece: outside.piece }),
  };
}

/**
 * Reads a file's text. Title and edition come from `said`, else the header, else the file's name (标题_2018-10-26.md).
 * Refuses with `no-articles`, `doubled-article`, `no-title`, `no-edition` or `bad-time`; `known` statutes give the title as
 * it is cited.
 */
export function readStatute(
  text: string,
  file: string,
  known: readonly Statute[],
  said: Said = {},
): Result<StatuteFile> {
  const lines = plainLines(text);
  const articles = articlesOf(lines);
  if (!articles.ok) return articles;
  const own = saidByFile(lines, file, known, said.title);
  const { title, partial, piece } = own;
  if (title === undefined)
    return refused("no-title", "没有读到法规标题：请填写，或者把文件名写成 标题_2018-10-26", "title");
  const edition = first(said.edition, own.edition);
  if (edition === undefined)
    return refused(
      "no-edition",
      `没有读到《${title}》的版本日期（通过或者修正之日）：请填写，或者把文件名写成 标题_2018-10-26`,
      "edition",
    );
  const from = first(said.from, own.from);
  for (const day of [edition, ...(from === undefined ? [] : [from])]) {
    if (!isDay(day) || dayIn(day) !== day)
      return refused("bad-time", `日期 ${day.slice(0, 20)} 不能识别，应为 2018-10-26 的写法`);
  }
  return accepted({
    text: {
      statute: title.slice(0, 120),
      edition,
      ...(from === undefined ? {} : { from }),
      ...(partial ? { partial: true as const } : {}),
      articles: [...articles.value],
    },
    ...(piece === undefined ? {} : { piece }),
  });
}
