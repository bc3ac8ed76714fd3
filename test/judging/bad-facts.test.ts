// Proves that facts which cannot be so – contradictions, other ages, two values – get an answer that names the reason.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Cell, FactSheet } from "../../shared/facts/sheet.ts";
import { judge } from "../../shared/rules/judge.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { at, finding, measure } from "../../shared/rules/sample-rule.ts";
import { cellsOf, variation, whole, withCell } from "./varied-cases.ts";

const START = at("2026-03-02 09:00");
const NOW = at("2026-03-02 10:00");
const LATE = at("2026-03-20 10:00");
const YEAR_1 = Date.parse("0001-01-01T00:00:00+08:00");
const YEAR_9999 = Date.parse("9999-12-31T00:00:00+08:00");
const require = (cel: string): Partial<Rule> =>
  ({ clock: undefined, require: cel }) as unknown as Partial<Rule>;

type Row = readonly [string, Partial<Rule>, Readonly<Record<string, Cell>>, number, string, string];

/** Three hours from 执行时间 to 解除时间; a stop from 到案时间 to 离开时间, a restart from 决定时间. */
const STOP: Partial<Rule> = { stop: [{ from: "arrivedAt", until: "leftAt" }] };
const RESTART: Partial<Rule> = { restart: [{ from: "decidedAt", say: "重新计算" }] };
const ROWS: readonly Row[] = [
  ["released before the start", {}, { startedAt: START, endedAt: START - 60_000 }, LATE, "unknown", "早于"],
  [
    "started in the year 1",
    {},
    { startedAt: YEAR_1, endedAt: null },
    LATE,
    "unknown",
    "没有收录行为当日有效的",
  ],
  [
    "started on the day 0001-01-01",
    {},
    { startedAt: "0001-01-01", endedAt: null },
    LATE,
    "unknown",
    "没有收录行为当日有效的",
  ],
  ["starts in the year 9999", {}, { startedAt: YEAR_9999, endedAt: null }, LATE, "unknown", "在将来"],
  ["ended in the year 1", {}, { startedAt: START, endedAt: YEAR_1 }, LATE, "unknown", "早于"],
  ["to end in the year 9999, overdue", {}, { startedAt: START, endedAt: YEAR_9999 }, LATE, "breached", ""],
  ["to end in the year 9999, still running", {}, { startedAt: START, endedAt: YEAR_9999 }, NOW, "due", ""],
  ["to end in an hour", {}, { startedAt: START, endedAt: NOW + 3_600_000 }, NOW, "due", ""],
  ["a day that is none", {}, { startedAt: "2026-02-30", endedAt: null }, LATE, "unknown", ""],
  ["an end that is no day", {}, { startedAt: START, endedAt: "2026-02-30" }, LATE, "unknown", "解除时间"],
  [
    "a stop that ends before it begins",
    STOP,
    { startedAt: START, endedAt: null, arrivedAt: START + 60_000, leftAt: START },
    LATE,
    "unknown",
    "“离开时间”与其他时间矛盾",
  ],
  [
    "a stop that ends in the year 9999",
    STOP,
    { startedAt: START, endedAt: null, arrivedAt: START + 60_000, leftAt: YEAR_9999 },
    LATE,
    "unknown",
    "“离开时间”与其他时间矛盾",
  ],
  [
    "a stop of the year 1",
    STOP,
    { startedAt: START, endedAt: null, arrivedAt: YEAR_1, leftAt: YEAR_1 },
    LATE,
    "unknown",
    "“离开时间”与其他时间矛盾",
  ],
  [
    "a restart in the year 9999",
    RESTART,
    { startedAt: START, endedAt: null, decidedAt: YEAR_9999 },
    LATE,
    "unknown",
    "决定时间",
  ],
  [
    "a restart in the year 1",
    RESTART,
    { startedAt: START, endedAt: null, decidedAt: YEAR_1 },
    LATE,
    "breached",
    "",
  ],
  [
    "done in the year 9999, no period",
    require("!blank(endedAt)"),
    { startedAt: START, endedAt: YEAR_9999 },
    LATE,
    "unknown",
    "“解除时间”的年份不可信",
  ],
  [
    "done in the year 1, no period",
    require("!blank(endedAt)"),
    { startedAt: START, endedAt: "0001-01-01" },
    LATE,
    "unknown",
    "“解除时间”的年份不可信",
  ],
  ["nothing at all", {}, {}, LATE, "unknown", "执行时间"],
];

describe("facts that cannot be so", () => {
  test.each(ROWS)("%s", (_, rule, cells, now, verdict, say) => {
    const found = finding(rule, measure(cells), now);
    expect(found.verdict).toBe(verdict);
    expect(found.why).toContain(say);
    if (verdict === "unknown") expect(found.missing.length > 0 || found.reason !== undefined).toBe(true);
  });

  test("two values of one field name the conflict", () => {
    const measures = {
      items: [{ id: "m1", cells: { startedAt: START }, conflicts: ["endedAt"] }],
      complete: true,
    };
    const found = finding({}, { measures }, LATE);
    expect([found.verdict, found.reason, found.missing]).toEqual([
      "unknown",
      "conflict",
      ["measures/m1.endedAt"],
    ]);
    expect(found.why).toContain("解除时间");
  });

  test("empty lists everywhere are answered without a fault", () => {
    const empty = { items: [], complete: true };
    const lists =
      "persons measures interviews documents approvals recordings venues property examinations requests penalties interferences";
    const sheet = Object.fromEntries(lists.split(" ").map((name) => [name, empty])) as FactSheet;
    const { findings } = judge(whole, sheet, LATE);
    expect(findings.length).toBeGreaterThan(100);
    for (const { verdict, rule, on } of findings)
      if (on !== "case") expect(["moot", "unknown"], rule).toContain(verdict);
  });
});

const isMoment = (path: string): boolean => {
  const [list = "", rest = ""] = path.split("/");
  const type = fieldOf(list as ElementId, rest.split(".").slice(1).join("."))?.type.is;
  return type === "instant" || type === "day";
};

describe("of every rule of the catalogue", () => {
  test("a date of another age is never met", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        variation,
        fc.nat(),
        fc.constantFrom<Cell[]>(YEAR_1, YEAR_9999, "0001-01-01", "9999-12-31"),
        ({ sheet, now, prepared }, n, strange) => {
          const paths = cellsOf(sheet).filter(isMoment);
          fc.pre(paths.length > 0);
          const path = paths[n % paths.length]!;
          const one = withCell(sheet, path, () => strange);
          const short = path.replace(/^(case|incident|dossier)\/[^.]*/, "$1");
          for (const { rule, verdict, fields } of judge(prepared, one, now).findings) {
            if (verdict !== "met" || !fields.some((field) => field.path === short)) continue;
            tried++;
            expect(fields.find((field) => field.path === short)?.value, `${rule} met by ${short}`).not.toBe(
              strange,
            );
          }
        },
      ),
      { numRuns: 1_500, endOnFailure: true },
    );
    expect(tried).toBe(0);
  }, 60_000);

  test("no cell, however wrong, is an exception", () => {
    const wrong = fc.constantFrom<Cell[]>(
      YEAR_1,
      YEAR_9999,
      -1,
      0,
      Number.NaN,
      "",
      "2026-02-30",
      "否",
      "不详",
      true,
      [],
      ["甲"],
    );
    fc.assert(
      fc.property(
        variation,
        fc.array(fc.tuple(fc.nat(), wrong), { minLength: 1, maxLength: 4 }),
        ({ sheet, now, prepared }, changes) => {
          let one = sheet;
          const paths = cellsOf(sheet);
          fc.pre(paths.length > 0);
          for (const [n, value] of changes) one = withCell(one, paths[n % paths.length]!, () => value);
          for (const { verdict, missing, reason, rule } of judge(prepared, one, now).findings) {
            if (verdict === "unknown") expect(missing.length > 0 || reason !== undefined, rule).toBe(true);
          }
        },
      ),
      { numRuns: 1_500, endOnFailure: true },
    );
  }, 60_000);
});
