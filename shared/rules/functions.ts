// The pure functions that conditions may call, each declared once for judging, for the type check and for its oracle.

import { changed, weakened } from "../story/changed.ts";
import { dayOf, parseDay } from "../time/civil.ts";
import { isWorkday } from "../time/holidays.ts";
import type { HolidayPlan } from "../time/period.ts";

export interface Declared {
  /** CEL signatures to register; none where CEL has the function itself. */
  readonly signatures: readonly string[];
  /** May be asked of a blank value (null); the others cannot tell then. */
  readonly blank?: true;
  /** Wants the holiday plan as its last value. */
  readonly planned?: true;
  /** Gets known values and answers undefined where it cannot tell. */
  readonly of: (...values: readonly unknown[]) => unknown;
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? (value as readonly string[]) : undefined;

/** Words that mark a named person as no police officer: 辅警 are no 侦查人员 (刑诉法 118; 辅警 may only assist). */
const NOT_POLICE = /辅警|协警|协勤|文职|联防|保安/;

const HOUR = 3_600_000;

/** The day of an instant or of a text that is one; undefined for anything else. */
const dayAt = (value: unknown): number | undefined =>
  typeof value === "number" ? dayOf(value) : typeof value === "string" ? parseDay(value) : undefined;

/** Longest span whose working days are counted one by one (days); beyond it nobody waits for a period. */
const LONGEST = 3_660;

/** Working days between two days, neither counted; undefined where a year without plan leaves it open. */
function workdays(a: number, b: number, plan: HolidayPlan): number | undefined {
  if (b - a > LONGEST) return undefined;
  let [strict, lenient] = [0, 0];
  for (let day = a + 1; day < b; day++) {
    if (isWorkday(day, plan, "strict")) strict++;
    if (isWorkday(day, plan, "lenient")) lenient++;
  }
  return strict === lenient ? strict : undefined;
}

export const FUNCTIONS: Readonly<Record<string, Declared>> = {
  /** Looked and nothing there. */
  blank: {
    signatures: ["blank(dyn): bool"],
    blank: true,
    of: (value) => value === null || value === "" || (Array.isArray(value) && value.length === 0),
  },
  /** Length of a list of names (or of a text, in characters). */
  size: {
    signatures: [],
    of: (value) => (typeof value === "string" ? [...value].length : texts(value)?.length),
  },
  /** How many of the persons named are police officers. */
  police: {
    signatures: ["police(list<string>): int"],
    of: (value) => texts(value)?.filter((name) => !NOT_POLICE.test(name)).length,
  },
  /** Hours from the first instant to the second, negative the other way round; it cannot tell where only a day was read. */
  hoursBetween: {
    signatures: ["hoursBetween(google.protobuf.Timestamp, google.protobuf.Timestamp): double"],
    of: (a, b) => (typeof a === "number" && typeof b === "number" ? (b - a) / HOUR : undefined),
  },
  /** Whole days between two days, neither of them counted: a wait of seven days is over when seven have passed. */
  daysPassed: {
    signatures: ["daysPassed(google.protobuf.Timestamp, google.protobuf.Timestamp): double"],
    of: (a, b) => {
      const [first, last] = [dayAt(a), dayAt(b)];
      return first === undefined || last === undefined ? undefined : last - first - 1;
    },
  },
  /** The same in working days (处罚法 85, 强制法 69): weekends and festivals left out, 调休 days counted. */
  workdaysPassed: {
    signatures: ["workdaysPassed(google.protobuf.Timestamp, google.protobuf.Timestamp): double"],
    planned: true,
    of: (a, b, plan) => {
      const [first, last] = [dayAt(a), dayAt(b)];
      return first === undefined || last === undefined
        ? undefined
        : workdays(first, last, plan as HolidayPlan);
    },
  },
  /** Whether the second text says less than the first: 报警内容 beside 处警经过 or 简要案情. */
  weakened: {
    signatures: ["weakened(string, string): bool"],
    of: (call, later) => weakened(String(call), String(later)),
  },
  /** In which words it says less, for the fact line. */
  changed: {
    signatures: ["changed(string, string): string"],
    of: (call, later) => changed(String(call), String(later)),
  },
  contains: {
    signatures: [],
    of: (text, part) => String(text).includes(String(part)),
  },
  startsWith: {
    signatures: [],
    of: (text, part) => String(text).startsWith(String(part)),
  },
  endsWith: {
    signatures: [],
    of: (text, part) => String(text).endsWith(String(part)),
  },
};

/** Those written after a dot (`cause.contains("诈骗")`). */
export const METHODS: ReadonlySet<string> = new Set(["contains", "startsWith", "endsWith", "size"]);
