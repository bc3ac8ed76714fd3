// The labels of the dictionary as pages need them to tell a label from a value: folded, in all their phrasings.
import { labelIndex } from "../../../shared/dictionary/match.ts";

let words: string | undefined;

/** All folded labels and synonyms with their other phrasings (日期 for 时间, without 是否), separated by spaces. */
export function labelWords(): string {
  if (words !== undefined) return words;
  const all = new Set<string>();
  for (const word of labelIndex.words.keys()) {
    all.add(word);
    if (word.endsWith("日期")) all.add(`${word.slice(0, -2)}时间`);
    if (word.endsWith("时间")) all.add(`${word.slice(0, -2)}日期`);
    if (word.startsWith("是否")) all.add(word.slice(2));
    else all.add(`是否${word}`);
  }
  words = [...all].join(" ");
  return words;
}
