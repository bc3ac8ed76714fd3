// Reads whole numbers written in Chinese numerals, everyday (二十三) or financial (贰拾叁).

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The number that a run of Chinese numerals says; undefined when it says none: `二三百`, ``, `三五`. */
export function chineseInteger(text: string): number | undefined {
  let [total, section, digit]: [number, number, number | undefined] = [0, 0, undefined];
  let lastUnit = Number.POSITIVE_INFINITY;
  let lastLarge = Number.POSITIVE_INFINITY;
  for (const [index, letter] of [...text].entries()) {
    const value = DIGITS[letter];
    const small = SMALL[letter];
    const large = LARGE[letter];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastUnit || (digit === undefined && !(small === 10 && index === 0))) return undefined;
      if (digit === 0) return undefined;
      section += (digit ?? 1) * small;
      [digit, lastUnit] = [undefined, small];
    } else if (large !== undefined) {
      if (large >= lastLarge || (section === 0 && digit === undefined)) return undefined;
      total += (section + (digit ?? 0)) * large;
      [section, digit, lastUnit, lastLarge] = [0, undefined, Number.POSITIVE_INFINITY, large];
    } else return undefined;
  }
  return text === "" ? undefined : total + section + (digit ?? 0);
}
