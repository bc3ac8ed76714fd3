// Makes the many ways of writing a statute file alike: line ends, full-width digits, Markdown signs.

const WIDE_ZERO = "０".charCodeAt(0);

/** Digits as ASCII; the only other letters that change are blanks. */
const narrow = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - WIDE_ZERO));

/** The lines of a file without byte order mark, odd blanks, emphasis and quote signs; `#` of headings stays. */
export function plainLines(text: string): readonly string[] {
  return narrow(text)
    .replace(/^\ufeff/, "")
    .split(/\r\n?|[\n\u2028\u2029\f\v]/)
    .map((line) =>
      line
        .replace(/[\u00a0\u2000-\u200b\u3000\t]/g, " ")
        .replace(/^ *(> *)+/, "")
        .replace(/(\*\*|__|`)/g, "")
        .trim(),
    );
}

/** Every day that a text names, each once, the earliest first. */
export function daysIn(text: string): readonly string[] {
  const written = text.match(/\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}-\d{1,2}-\d{1,2}/g) ?? [];
  return [...new Set(written.flatMap((one) => dayIn(one) ?? []))].sort();
}

/** `2018-10-26` from 2018-10-26, 2018年10月26日, 2018.10.26 or 20181026; undefined where there is no such day in it. */
export function dayIn(text: string): string | undefined {
  const [, year, month, day] =
    /(?<!\d)(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ??
    [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
