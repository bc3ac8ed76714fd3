// Reads `label：value` out of running text, several in one line.
import { bareLabel, isKnown, looksLikeLabel } from "./label.ts";
import { every, pattern, SAID } from "./libraries.ts";

export interface TextPair {
  readonly label: string;
  readonly value: string;
}

/** Longest text in which labels that the dictionary does not know are believed (characters). */
const SHORT = 200;

interface Mark {
  readonly label: string;
  readonly at: number;
  readonly value: number;
  readonly open: boolean;
}

/** The pairs of one line of text, in order; a text that begins otherwise than with a label may still hold known ones. */
export function textPairs(raw: string): readonly TextPair[] {
  if (raw.length > 4_000 || !/[:：]/.test(raw)) return [];
  const text = raw.replace(
    every(SAID.padded),
    (_, before: string, word: string) => before + word.replaceAll(" ", ""),
  );
  const marks: Mark[] = [];
  for (const match of text.matchAll(every(SAID.pairHead))) {
    // A bracket that opens before a label and closes behind its value is no part of either.
    const words = match[2]!;
    const open = /^.*[（(](?=[^）)]*$)/.exec(words)?.[0] ?? "";
    const label = bareLabel(words.slice(open.length));
    if (!/[\u3400-\u9fff]/.test(label) || !looksLikeLabel(label) || pattern(SAID.noLabel).test(label))
      continue;
    const at = match.index + match[1]!.length + open.length;
    const value = match.index + match[0].length;
    if (/^\/\//.test(text.slice(value))) continue;
    if (!isKnown(label) && (text.length > SHORT || label.length > 12 || pattern(SAID.speech).test(label)))
      continue;
    marks.push({ label, at, value, open: open !== "" });
  }
  return marks.map(({ label, value, open }, index) => ({
    label,
    value: text
      .slice(value, marks[index + 1]?.at ?? text.length)
      .trim()
      .replace(/^[_＿\s]+$/, "")
      .replace(open ? /[）)]\s*$/ : /$/, "")
      .replace(index + 1 < marks.length ? /[；;，,|\s]+$/ : /[|\s]+$/, ""),
  }));
}
