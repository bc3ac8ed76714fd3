// Reads a moment from page text in every spelling that case platforms use; what is not certain is not read.
import { dayFrom, dayKey, HOUR, MINUTE, monthLength, parseInstant, startOfDay } from "../time/civil.ts";
import { chineseInteger } from "./numeral.ts";
import type { Moment } from "./sheet.ts";

/** Years of living people's cases; 3025 is a slip of the keyboard. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

const WEEKDAY = /[(,]?(?:星期|周|礼拜)[一二三四五六日天][),]?/;
const DATE = "(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})(?:日|号)?";
const PART = "(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间)?";
const CLOCK =
  "(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d{1,9})?)?[时分]?|[时点](?:(半|整)|(\\d{1,2})分?(?:(\\d{1,2})秒)?)?)";
const DATED = new RegExp(`^${DATE}(?:[T,]?${PART}${CLOCK})?$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;

/** Chinese numerals of a date to digits: `二〇二六年三月五日十四时` → `2026年3月5日14时`. */
function digits(text: string): string {
  const year = text.replace(
    /^([〇零○O一二三四五六七八九]{4})年/,
    (_, y: string) => `${[...y].map((c) => ("○O".includes(c) ? 0 : (chineseInteger(c) ?? ""))).join("")}年`,
  );
  return year.replace(/[〇零一二三四五六七八九十]+(?=[月日号时点分秒])/g, (n) =>
    String(chineseInteger(n) ?? n),
  );
}

/** Hour of the day from the clock's hour and the word before it; undefined where it could be either of two. */
function hourOf(hour: number, part: string | undefined): number | undefined {
  if (part === undefined || hour > 12) return hour;
  if (part === "中午") return hour >= 11 ? hour : hour <= 2 ? hour + 12 : undefined;
  if (hour === 12) return part === "下午" ? 12 : undefined;
  if (part === "下午" || part === "傍晚") return hour + 12;
  if (part === "晚上" || part === "晚" || part === "夜间") return hour >= 5 ? hour + 12 : undefined;
  return hour;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number | undefined;
  readonly minute: number;
  readonly second: number;
}

function momentOf({ year, month, day, hour, minute, second }: Parts): Moment | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > monthLength(year, month)) return undefined;
  const civil = dayFrom({ year, month, day });
  if (hour === undefined) return dayKey(civil);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return startOfDay(civil) + hour * HOUR + minute * MINUTE + second * 1000;
}

/**
 * Reads `2026年3月5日14时30分`, `2026-03-05 14:30:00`, `2026/3/5`, `2026.03.05`, `20260305143000`, `二〇二六年三月五日下午三时`, ISO 8601 …
 * → ms at +08:00, or `YYYY-MM-DD` where only the day stands there. Days that do not exist, 24:00, years before 1900
 * or after 2099, approximate times (许、左右) and ranges are undefined: never guessed.
 */
export function parseMoment(text: string): Moment | undefined {
  const iso = parseInstant(text.trim());
  if (typeof iso === "number") return momentInRange(iso);
  const bare = digits(text.normalize("NFKC").replace(WEEKDAY, "").replace(/\s+/g, " ").trim())
    .replace(/ ?([年月日号时点分:/.-]) ?/g, "$1")
    .replace(/ (?=\d|[凌清早上中下傍晚夜])/g, ",")
    .replace(/([日号]),/, "$1");
  const compact = COMPACT.exec(bare.replace(",", "T"));
  if (compact) {
    const [year, month, day, hour, minute, second] = compact
      .slice(1)
      .map((n) => (n === undefined ? undefined : Number(n)));
    return momentOf({
      year: year!,
      month: month!,
      day: day!,
      hour,
      minute: minute ?? 0,
      second: second ?? 0,
    });
  }
  const m = DATED.exec(bare);
  if (!m) return undefined;
  const clock = m[5] === undefined ? undefined : hourOf(Number(m[5]), m[4]);
  if (m[5] !== undefined && clock === undefined) return undefined;
  return momentOf({
    year: Number(m[1]),
    month: Number(m[2]),
    day: Number(m[3]),
    hour: clock,
    minute: m[8] === "半" ? 30 : Number(m[6] ?? m[9] ?? 0),
    second: Number(m[7] ?? m[10] ?? 0),
  });
}

const momentInRange = (ms: number): Moment | undefined =>
  ms >= startOfDay(dayFrom({ year: FIRST_YEAR, month: 1, day: 1 })) &&
  ms < startOfDay(dayFrom({ year: LAST_YEAR + 1, month: 1, day: 1 }))
    ? ms
    : undefined;

/**
 * Reads a span that stands in one cell: `2026年3月5日14时30分至16时00分`, `2026-03-05 14:30 ~ 2026-03-06 09:00`,
 * `2026年12月31日22时至1月1日2时`. What the second end leaves out is that of the first; a month that lies before the first
 * one's is next year's. Undefined unless both ends are certain and in order.
 */
export function parseMomentRange(text: string): readonly [Moment, Moment] | undefined {
  const ends = text
    .normalize("NFKC")
    .replace(/^自|止$/g, "")
    .split(/\s*(?:起?至|到|~|—+|–|\s-\s)\s*/);
  if (ends.length !== 2) return undefined;
  const [first, second] = [ends[0]!.trim(), ends[1]!.trim()];
  const from = parseMoment(first);
  if (from === undefined) return undefined;
  const to = parseMoment(second) ?? rest(first, second);
  if (to === undefined || typeof to !== typeof from || to < from) return undefined;
  return [from, to];
}

/** The second end of a span with what it leaves out taken from the first. */
function rest(first: string, second: string): Moment | undefined {
  const day = FIRST_DAY.exec(digits(first.replace(/\s+/g, "")));
  if (day === null) return undefined;
  const [, year, month] = day.map(Number) as [number, number, number];
  const end = /^(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*[日号]/.exec(digits(second));
  if (end === null) return parseMoment(`${day[0]} ${second}`);
  const named = end[1] === undefined ? month : Number(end[1]);
  const tail = digits(second).slice(end[0].length);
  return parseMoment(`${named < month ? year + 1 : year}年${named}月${end[2]}日${tail}`);
}

const FIRST_DAY = /^.*?(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?/;
