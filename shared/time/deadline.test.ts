// The hand-made table of periods: every counting method ends where the article says.
import { describe, expect, test } from "vitest";
import { PERIODS } from "./cases/periods.ts";
import { dayOf, endOfDay, instantKey, parseDay, parseInstant } from "./civil.ts";
import { deadline, reckon } from "./deadline.ts";
import { dayText, instantText } from "./format.ts";
import { basePlan } from "./holidays.ts";
import { parseLimit, UNITS_OF } from "./limit.ts";
import type { Count, Limit } from "./period.ts";

const COUNTS = Object.keys(UNITS_OF) as Count[];

const rows = PERIODS.split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [count, limit, from, due, lenient, said, why, article, ...rest] = line
      .split("|")
      .map((c) => c.trim());
    if (!article || rest.length > 0) throw new Error(`A line of eight columns: ${line}`);
    return {
      count: count as Count,
      limit: limit!,
      from: from!,
      due: due!,
      lenient: lenient!,
      said: said!,
      why,
      article,
    };
  });

/** `2026-03-05` stays a day, `2026-03-05 10:00` becomes an instant. */
const momentOf = (text: string) =>
  parseInstant(text.includes(":") ? `${text.replace(" ", "T")}+08:00` : text)!;

/** A day's end as the table means it: 23:59, also where a lenient reading reaches the last instant of another minute. */
const shown = (ms: number): string => instantKey(ms).slice(0, 16).replace("T", " ");
const wanted = (text: string): string => (text.includes(":") ? text : `${text} 23:59`);

const limitOf = (text: string): Limit => {
  const limit = parseLimit(text);
  if (!limit.ok) throw new Error(limit.refusal.message);
  return limit.value;
};

describe("periods worked out by hand", () => {
  test.each(rows)("$count, $limit from $from: $why ($article)", (row) => {
    const found = deadline(momentOf(row.from), limitOf(row.limit), row.count, basePlan);
    const lenient = row.lenient === "=" ? row.due : row.lenient;
    expect([shown(found.due), shown(found.lenient)]).toEqual([wanted(row.due), wanted(lenient)]);
    expect(found.open === undefined).toBe(row.lenient === "=");
    const said = [...found.working.map((l) => `${l.step} ${l.note ?? ""} ${l.value}`), found.open ?? ""].join(
      "\n",
    );
    if (row.said !== "-") expect(said).toContain(row.said);
  });

  test("hold at least 60 cases, 3 of every method, no period twice", () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    for (const count of COUNTS)
      expect(rows.filter((row) => row.count === count).length).toBeGreaterThanOrEqual(3);
    expect(new Set(rows.map((row) => `${row.count} ${row.limit} ${row.from}`)).size).toBe(rows.length);
  });
});

describe("the working", () => {
  test("begins without operator, ends with the strict end, and its text is written out", () => {
    for (const row of rows) {
      const { due, working } = deadline(momentOf(row.from), limitOf(row.limit), row.count, basePlan);
      expect(working[0]?.op).toBe("");
      const last = working.at(-1)!;
      expect(last.op).toBe("=");
      expect(last.value.endsWith(due === endOfDay(dayOf(due)) ? dayText(dayOf(due)) : instantText(due))).toBe(
        true,
      );
      for (const line of working)
        expect(`${line.step}${line.value}${line.note ?? "。"}`).not.toMatch(/undefined|NaN|null|,|;/);
    }
  });

  test("of a document over 国庆, line by line", () => {
    const { working } = deadline("2026-09-30", { amount: 3, unit: "days" }, "criminal-days", basePlan);
    expect(working).toEqual([
      { op: "", step: "9月30日不计，自10月1日起算", value: "2026年10月1日" },
      { op: "+", step: "按自然日连续计算", value: "3 日" },
      { op: "", step: "末日", value: "2026年10月3日" },
      {
        op: "→",
        step: "顺延至节后第一日",
        note: "末日10月3日为国庆节假期，顺延至10月8日",
        value: "2026年10月8日",
      },
      { op: "=", step: "届满", value: "2026年10月8日" },
    ]);
  });

  test("of a weekend end says both readings and why", () => {
    const { open } = deadline("2026-04-30", { amount: 30, unit: "days" }, "criminal-days", basePlan);
    expect(open).toBe("末日5月30日为周六，周末是否算节假日条文没有写：从严5月30日届满，从宽至6月1日");
  });
});

describe("what cannot be counted is an error that names it", () => {
  test.each([
    ["criminal-days", { amount: 12, unit: "months" }],
    ["hours", { amount: 3, unit: "days" }],
    ["months", { amount: 30, unit: "days" }],
    ["custody-days", { amount: 3, unit: "workdays" }],
  ] as [Count, Limit][])("%s of %o", (count, limit) => {
    expect(() => reckon(0, limit, count, basePlan)).toThrow(count);
  });

  test.each([["2026-02-30"], ["2026-3-1"], [""], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    "from %s",
    (from) => {
      for (const count of COUNTS) {
        const limit: Limit = { amount: 1, unit: UNITS_OF[count][0]! };
        expect(() => reckon(from, limit, count, basePlan)).toThrow(/cannot run from/);
      }
    },
  );
});

test("without any plan nothing rolls strictly, and the working says that the plan is not loaded", () => {
  const none = { years: [], off: {}, work: [] };
  const found = deadline("2026-09-30", { amount: 3, unit: "days" }, "criminal-days", none);
  expect(shown(found.due)).toBe("2026-10-03 23:59");
  expect(parseDay("2026-10-05")).toBe(dayOf(found.lenient));
  expect(found.open).toContain("2026年放假安排未载入");
});
