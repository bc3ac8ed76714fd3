// Puts invented texts of the same shape in the place of what stands on a page: the same text becomes the same again.
import type { Vocabulary } from "./vocabulary.ts";

export interface Inventor {
  /** A value, as it is to be shown in place of the true one. */
  value(text: string): string;
  /** Any text of the page: labels before colons and headings keep the words that are known. */
  text(text: string): string;
  /** A heading, of which the known words stay. */
  title(text: string): string;
}

const SIGNS = [..."甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"];

/** Dates, times, numbers of identity papers, runs of characters, letters and digits: what each is made of tells its shape. */
const PIECE =
  /(?<id>\d{17}[\dXx](?!\d))|(?<stamp>\d{14}|20\d{6}|19\d{6})(?!\d)|(?<date>(?:\d{4}\s*[年\-/.]\s*)?\d{1,2}\s*[月\-/.]\s*\d{1,2}(?!\d))|(?<time>\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{2})?)|(?<han>[\u3400-\u9fff\uf900-\ufaff〇]+)|(?<latin>[A-Za-z]+)|(?<digits>\d+)/g;

const LABELLED = /[^\s：:；;，,。]{1,30}\s*[：:]/g;

const TIMES = /\d{1,2}\s*[:：]\s*\d{2}/;

/** The check digit of an eighteen-digit identity number. */
function checkDigit(first: string): string {
  const sum = [...first].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return "10X98765432"[sum % 11]!;
}

/**
 * An inventor over known words. `chance` gives numbers from 0 up to 1; `secrets` are texts that must go wherever they stand,
 * even within others.
 */
export function inventor(vocabulary: Vocabulary, secrets: readonly string[], chance: () => number): Inventor {
  const made = new Map<string, string>();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const between = (low: number, high: number): number => low + Math.floor(chance() * (high - low + 1));
  const remember = (key: string, make: () => string): string => {
    let text = made.get(key);
    for (let tries = 0; text === undefined || (text === key && tries < 20); tries++) text = make();
    made.set(key, text);
    return text;
  };
  const sized = (old: string, low: number, high: number): string =>
    old.length === 1 ? String(between(1, 9)) : String(between(low, high));
  const digits = (old: string): string =>
    old.replace(/\d/g, (digit, at: number) =>
      at === 0 && digit !== "0" ? String(between(1, 9)) : String(between(0, 9)),
    );
  const day = (old: string): string => {
    const numbers = old.match(/\d+/g) ?? [];
    let at = numbers.length === 3 ? 0 : 1;
    return old.replace(/\d+/g, (number) => {
      const place = at++;
      if (place === 0) return String(between(2031, 2039));
      return place === 1 ? sized(number, 10, 12) : sized(number, 10, 28);
    });
  };
  const clock = (old: string): string => {
    let at = 0;
    return old.replace(/\d+/g, (number) => (at++ === 0 ? sized(number, 10, 19) : String(between(10, 59))));
  };
  const stamp = (old: string): string => {
    const date = `${between(2031, 2039)}${between(10, 12)}${between(10, 28)}`;
    return old.length === 8 ? date : `${date}${between(10, 19)}${between(10, 59)}${between(10, 59)}`;
  };
  const identity = (): string => {
    const first = `9901${between(10, 99)}19${between(50, 99)}${between(10, 12)}${between(10, 28)}${between(100, 999)}`;
    return first + checkDigit(first);
  };
  /** Nothing but known words one behind the other: 刑事案件. */
  const isKnown = (run: string): boolean => {
    for (let at = 0; at < run.length; ) {
      const word = vocabulary.at(run, at);
      if (word === "") return false;
      at += word.length;
    }
    return true;
  };
  const han = (run: string): string => {
    if (vocabulary.has(run) || isKnown(run)) return run;
    const rank = /(?:民警|辅警|协警)$/.exec(run)?.[0] ?? "";
    const name = run.slice(0, run.length - rank.length);
    return remember(name, () => [...name].map(() => pick(SIGNS)).join("")) + rank;
  };
  const latin = (run: string): string =>
    vocabulary.has(run)
      ? run
      : remember(run, () =>
          run
            .replace(/[a-z]/g, () => pick([..."bcdfghkmnpqrstvwxz"]))
            .replace(/[A-Z]/g, () => pick([..."BCDFGHKMNPQRSTVWXZ"])),
        );

  const pieces = (text: string): string =>
    text.replace(PIECE, (whole: string, ...rest: unknown[]) => {
      const found = rest.at(-1) as Record<string, string | undefined>;
      if (found["han"] !== undefined) return han(whole);
      if (found["latin"] !== undefined) return latin(whole);
      if (found["id"] !== undefined) return remember(whole, identity);
      if (found["stamp"] !== undefined) return remember(whole, () => stamp(whole));
      if (found["date"] !== undefined) return remember(whole, () => day(whole));
      if (found["time"] !== undefined) return remember(whole, () => clock(whole));
      return remember(whole, () => digits(whole));
    });
  const value = (text: string): string => {
    const bare = text.trim();
    if (bare === "" || vocabulary.has(bare)) return text;
    const before = made.get(text);
    if (before !== undefined) return before;
    const fresh = pieces(text);
    made.set(text, fresh);
    return fresh;
  };
  /** Known words stay, what is between them is invented. */
  const title = (text: string): string => {
    if (vocabulary.has(text)) return text;
    let fresh = "";
    let rest = "";
    for (let at = 0; at < text.length; ) {
      const word = vocabulary.at(text, at);
      if (word === "") {
        rest += text[at++];
        continue;
      }
      fresh += pieces(rest) + word;
      rest = "";
      at += word.length;
    }
    return fresh + pieces(rest);
  };
  const hidden = [...new Set(secrets)].filter((secret) => secret.length > 1 && !vocabulary.has(secret));
  hidden.sort((a, b) => b.length - a.length);
  const unsaid = (text: string): string =>
    hidden.reduce(
      (all, secret) => (all.includes(secret) ? all.split(secret).join(value(secret)) : all),
      text,
    );

  const text = (original: string): string => {
    let fresh = "";
    let from = 0;
    for (const match of original.matchAll(LABELLED)) {
      const [label] = match;
      if (TIMES.test(original.slice(match.index, match.index + label.length + 2))) continue;
      fresh += value(original.slice(from, match.index)) + title(label);
      from = match.index + label.length;
    }
    return unsaid(fresh + value(original.slice(from)));
  };
  return { value: (original) => unsaid(value(original)), text, title: (original) => unsaid(title(original)) };
}
