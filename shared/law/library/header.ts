// Reads what a statute file says of itself: title, edition, first day in force, whether it is only a part.

import { dayIn } from "./plain-text.ts";
import { bareTitle } from "./title.ts";

export interface Header {
  readonly title?: string;
  readonly edition?: string;
  readonly from?: string;
  /** Only some articles are in the file. */
  readonly partial: boolean;
  /** Which piece of a statute that lies in several files: 1 = 上, 2 = 下 or 中, 3 = 下 after 中. */
  readonly piece?: number;
}

const KEY = /^[-*]?\s*(版本|生效|施行|标题|完整性)(?:日期)?\s*[:：]\s*(.+)$/;
/** Whether a file speaks of itself in lines of its own: then what they leave out is not guessed from the rest. */
export const hasHeader = (lines: readonly string[]): boolean => lines.some((line) => KEY.test(line));

const PART = /片段|摘录|节录|依申请公开/;
const PIECES = ["上", "中", "下"];

/** 刑事诉讼法_2018-10-26_上.md → its title, edition, and that it is the first piece. */
export function headerOfName(file: string): Header {
  const stem = file.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z]{2,8}$/, "");
  const [first = "", ...rest] = stem.split("_");
  const title = bareTitle(first);
  const edition = rest.map(dayIn).find((day) => day !== undefined);
  const piece = PIECES.indexOf(rest.at(-1) ?? "") + 1;
  return {
    ...(title === "" || rest.length === 0 ? {} : { title }),
    ...(edition === undefined ? {} : { edition }),
    partial: rest.some((word) => PART.test(word)),
    ...(piece === 0 ? {} : { piece }),
  };
}

/** What the lines before the first article say; `版本: 2018-10-26 修正` names the edition, `生效: …` the first day. */
export function headerOfLines(lines: readonly string[]): Header {
  const said: Record<string, string> = {};
  let title: string | undefined;
  let partial = false;
  for (const line of lines) {
    const [, key, text = ""] = KEY.exec(line) ?? [];
    if (key !== undefined) said[key] ??= text;
    else if (title === undefined && /^# *[^#]/.test(line)) {
      title = bareTitle(line);
      partial ||= PART.test(line);
    }
  }
  if (said.标题 !== undefined) title = bareTitle(said.标题);
  partial ||= /^(只有|摘录|片段|节录|都是节录)/.test(said.完整性 ?? "");
  const edition = dayIn(said.版本 ?? "");
  const begins = said.生效 ?? said.施行 ?? "";
  // 印发之日起 names no day of its own; a later date behind it is about something else.
  const from = /^(自)?(印发|发布|公布)之日/.test(begins) ? edition : dayIn(begins);
  return {
    ...(title === undefined || title === "" ? {} : { title }),
    ...(edition === undefined ? {} : { edition }),
    ...(from === undefined ? {} : { from }),
    partial,
  };
}
