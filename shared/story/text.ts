// Finds the expressions of the lexicon in a text, with their places.

/** Longer texts are cut: what a call was about stands at its beginning. */
const LONGEST = 4_000;
/** How far around an expression its clause is looked at: narratives without any full stop must not cost more. */
const NEAR = 48;

/** One expression found: where it stands and in which words. */
export interface Found {
  readonly at: number;
  readonly end: number;
  readonly words: string;
}

const GAP = "[^,，。;；!！?？:：\\n]{0,6}?";
const BREAK = /[,，。;；!！?？:：\n]/;

const patterns = new Map<string, RegExp>();

/** The pattern of a text of expressions; made when first asked for. */
export function patternOf(expressions: string): RegExp {
  const known = patterns.get(expressions);
  if (known !== undefined) return known;
  const source = expressions.trim().split(/\s+/).join("|").replaceAll("~", GAP);
  const made = new RegExp(source, "g");
  patterns.set(expressions, made);
  return made;
}

/** Full-width letters and digits as plain ones, every place kept; white space stays where it is. */
export const folded = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));

/** All places of the expressions, the earliest first, none overlapping another. */
export function findAll(text: string, expressions: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(patternOf(expressions))) {
    const words = match[0];
    if (words !== "") found.push({ at: match.index, end: match.index + words.length, words });
  }
  return found;
}

/** Whether the expressions occur at all. */
export function holds(text: string, expressions: string): boolean {
  return findAll(text, expressions).length > 0;
}

/** What stands in the same clause before a place. */
export function before(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < NEAR && !BREAK.test(text[from - 1]!)) from--;
  return text.slice(from, at);
}

/** What stands in the same clause behind a place. */
export function behind(text: string, end: number): string {
  let until = end;
  while (until < text.length && until - end < NEAR && !BREAK.test(text[until]!)) until++;
  return text.slice(end, until);
}
