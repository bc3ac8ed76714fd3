// The case number in a page's titles or address, where no label stands before it.
import type { FrameScan } from "../../protocol/frame-scan.ts";

/** 案件编号 as police systems give it: A, twelve digits of the unit, year, month and a number of four. */
const NUMBER = /(?<![A-Za-z0-9])A\d{22}(?!\d)/g;

/** Titles over other cases. */
const OTHERS = /关联|相关|串并|并案|串案|类案|类似|相似|其他案件|另案|历史|推荐/;

const oneOf = (texts: readonly string[]): string | undefined => {
  const numbers = new Set(texts.flatMap((text) => text.match(NUMBER) ?? []));
  return numbers.size === 1 ? [...numbers][0] : undefined;
};

/** The one case that the titles of the page and of its boxes name, else the one that the address names. */
export const numberInTitles = ({ titles, title, url, groups }: FrameScan): string | undefined => {
  const over = groups.flatMap((group) => group.titles);
  return oneOf([...titles, title, ...over].filter((text) => !OTHERS.test(text))) ?? oneOf([decoded(url)]);
};

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
