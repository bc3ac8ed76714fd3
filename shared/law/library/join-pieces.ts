// Joins the files of one statute (上, 下) into one text.
import { accepted, type Result, refused } from "../../facts/errors.ts";
import type { StatuteFile } from "./read-statute.ts";
import { articleName, type StatuteText } from "./statute-text.ts";

/** 《title》 and edition as one word. */
export const editionKey = ({ statute, edition }: Pick<StatuteText, "statute" | "edition">): string =>
  `${statute}@${edition}`;

/**
 * One text for each statute and edition. A lone 上 is a partial text. Refuses with `doubled-article` where two files of one
 * edition carry the same article.
 */
export function joinPieces(files: readonly StatuteFile[]): Result<readonly StatuteText[]> {
  const groups = new Map<string, StatuteFile[]>();
  for (const file of files) {
    const key = editionKey(file.text);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const texts: StatuteText[] = [];
  for (const group of groups.values()) {
    const pieces = [...group].sort((a, b) => (a.piece ?? 0) - (b.piece ?? 0));
    const [head] = pieces;
    if (head === undefined) continue;
    const seen = new Set<string>();
    const articles = pieces.flatMap(({ text }) => text.articles);
    for (const { number } of articles) {
      if (seen.has(number))
        return refused(
          "doubled-article",
          `《${head.text.statute}》${head.text.edition} 的两个文件都有${articleName(number)}，请去掉一个文件`,
          articleName(number),
        );
      seen.add(number);
    }
    const alone = pieces.length === 1 && head.piece !== undefined;
    const from = pieces.find(({ text }) => text.from !== undefined)?.text.from;
    texts.push({
      statute: head.text.statute,
      edition: head.text.edition,
      ...(from === undefined ? {} : { from }),
      ...(alone || pieces.some(({ text }) => text.partial) ? { partial: true as const } : {}),
      articles,
    });
  }
  return accepted(texts);
}
