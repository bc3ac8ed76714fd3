// Answers for a rule whether a later text says less than the call, and for its card in which words.
import { weakenings } from "./compare.ts";
import type { Mention, Weakening } from "./weakening.ts";

/** Pairs remembered: the same texts are judged again on every keystroke in another field. */
const REMEMBERED = 8;
const remembered = new Map<string, readonly Weakening[]>();

function compared(call: string, disposal: string): readonly Weakening[] {
  const key = `${call}\u0000${disposal}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = weakenings({ call, disposal });
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
  remembered.set(key, found);
  return found;
}

/** Whether the later text says less than the call. Both are the host page's words and stay in the browser. */
export const weakened = (call: string, later: string): boolean => compared(call, later).length > 0;

/** Letters of each side on the card's one line. */
const SHOWN = 10;

const said = (mentions: readonly Mention[]): string => {
  const words = [...new Set(mentions.map((one) => one.words))].sort((a, b) => b.length - a.length)[0] ?? "";
  return [...words].length > SHOWN ? `${[...words].slice(0, SHOWN).join("")}…` : words;
};

/** The first change in its words, `“被骗”→“转错”`; empty where nothing changed. */
export function changed(call: string, later: string): string {
  const [first, ...more] = compared(call, later);
  if (first === undefined) return "";
  const from = first.from.length === 0 ? "要求追究" : said(first.from);
  return `“${from}”→“${said(first.to)}”${more.length === 0 ? "" : `等${more.length + 1}处`}`;
}
