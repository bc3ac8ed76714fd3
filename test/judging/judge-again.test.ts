// Proves that a case judged again after a change, or later, is judged as if it had been judged whole.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { sheetChanges } from "../../shared/facts/sheet-changes.ts";
import type { Judgement } from "../../shared/rules/finding.ts";
import { judge } from "../../shared/rules/judge.ts";
import { keepJudged } from "../../shared/rules/judge-again.ts";
import { at, measure } from "../../shared/rules/sample-rule.ts";
import { bareVariation, cellsOf, HOUR, whole, withCell } from "./varied-cases.ts";

type Edit = readonly [what: string, n: number, by: number];

const MINUTE = 60_000;

const lists = (sheet: FactSheet): [string, ElementList][] =>
  Object.entries(sheet).filter((one): one is [string, ElementList] => "items" in one[1]);

/** One edit of the kind that pages make: a value, a row, a list that is no longer whole, another moment, a tick. */
function edited(sheet: FactSheet, [what, n, by]: Edit): FactSheet {
  const paths = cellsOf(sheet);
  const path = paths[n % Math.max(1, paths.length)];
  if (path !== undefined && what === "blank") return withCell(sheet, path, () => null);
  if (path !== undefined && what === "drop") return withCell(sheet, path, () => undefined);
  if (path !== undefined && what === "move") {
    return withCell(sheet, path, (value) => (typeof value === "number" ? value + by * MINUTE : value));
  }
  if (path !== undefined && what === "say") {
    return withCell(sheet, path, (value) =>
      // A day stays one: what stands where a date is wanted has been checked before it is judged.
      typeof value === "string" && !/^\d{4}-/.test(value) ? ["是", "否"][by & 1]! : value,
    );
  }
  const all = lists(sheet);
  const [name, list] = all[n % Math.max(1, all.length)] ?? [];
  if (name === undefined || list === undefined) return sheet;
  const [first, ...rest] = list.items;
  const items: Readonly<Record<string, readonly Element[]>> = {
    turn: first === undefined ? [] : [...rest, first],
    remove: rest,
    add: first === undefined ? [] : [...list.items, { ...first, id: `new${n}` }],
    double: first === undefined ? [] : [...list.items, first],
    conflict:
      first === undefined ? [] : [{ ...first, conflicts: Object.keys(first.cells).slice(0, 1) }, ...rest],
  };
  if (what === "part") return { ...sheet, [name]: { ...list, complete: !list.complete } };
  if (what === "forget") {
    return Object.fromEntries(Object.entries(sheet).filter(([part]) => part !== name)) as FactSheet;
  }
  return { ...sheet, [name]: { ...list, items: items[what] ?? list.items } };
}

const edit = fc.tuple(
  fc.constantFrom(
    ...[
      "blank",
      "drop",
      "move",
      "say",
      "turn",
      "remove",
      "add",
      "double",
      "conflict",
      "part",
      "forget",
      "none",
    ],
  ),
  fc.nat(10_000),
  fc.integer({ min: -3_000, max: 3_000 }),
);

/** From a millisecond to two years on, and now and then back. */
const step = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 3 * MINUTE }),
  fc.integer({ min: 1, max: 400 }).map((hours) => hours * HOUR),
  fc.constant(366 * 24 * HOUR),
  fc.constant(-HOUR),
);

/** Says which finding differs: a judgement holds thousands. */
function expectSame(again: Judgement, judged: Judgement): void {
  expect(again.findings.length).toBe(judged.findings.length);
  for (const [i, finding] of again.findings.entries()) {
    if (!isDeepStrictEqual(finding, judged.findings[i])) expect(finding).toEqual(judged.findings[i]);
  }
  expect({ ...again, findings: [] }).toEqual({ ...judged, findings: [] });
}

describe("a case judged again", () => {
  test("is judged as it would be whole, after any edits and at any time", () => {
    let same = 0;
    let other = 0;
    fc.assert(
      fc.property(
        bareVariation,
        bareVariation,
        fc.array(fc.tuple(edit, step, fc.boolean()), { minLength: 1, maxLength: 4 }),
        ({ sheet, now }, more, edits) => {
          // Two cases laid over each other: rules meet lists of which their own example knows nothing.
          let one: FactSheet = { ...more.sheet, ...sheet };
          let time = now;
          const again = keepJudged(whole);
          let before = again(one, time);
          expectSame(before, judge(whole, one, time));
          for (const [change, ms, toNext] of edits) {
            one = edited(one, change);
            time = toNext && before.nextChange !== undefined ? before.nextChange : time + ms;
            const ticks = new Set(
              change[1] % 3 === 0 ? before.findings.map(({ rule, on }) => `${rule}@${on}`) : [],
            );
            const after = again(one, time, ticks);
            expectSame(after, judge(whole, one, time, ticks));
            const kept = new Set(before.findings);
            for (const finding of after.findings)
              if (kept.has(finding)) same++;
              else other++;
            before = after;
          }
        },
      ),
      { numRuns: 80, endOnFailure: true },
    );
    // Many edits leave little as it was (another category, a clock set back); without any reuse nothing would be proven.
    expect(Math.min(same, other)).toBeGreaterThan(5_000);
  });
});

describe("changes of a sheet", () => {
  const before = measure({ kind: "传唤", startedAt: at("2026-03-02 12:00") });

  test("name the fields, also of a conflict", () => {
    const changes = sheetChanges(before, measure({ kind: "拘传", startedAt: at("2026-03-02 12:00") }));
    expect(changes?.elements).toEqual([{ element: "measures", id: "m1", fields: ["kind"] }]);
    const [first] = before.measures!.items;
    const conflict = { measures: { items: [{ ...first!, conflicts: ["kind"] }], complete: true } };
    expect(sheetChanges(before, conflict)?.elements).toEqual([
      { element: "measures", id: "m1", fields: ["kind"] },
    ]);
  });

  test("tell a list with other rows from one with other values", () => {
    const { items } = before.measures!;
    const more = { measures: { items: [...items, { id: "m2", cells: {} }], complete: true } };
    expect([...sheetChanges(before, more)!.lists]).toEqual(["measures"]);
    expect([...sheetChanges(before, measure({ kind: null }))!.lists]).toEqual([]);
    expect([...sheetChanges(before, { measures: { items, complete: false } })!.lists]).toEqual(["measures"]);
    expect(
      sheetChanges(before, { measures: { items: [...items, ...items], complete: true } }),
    ).toBeUndefined();
  });

  test("are none between equal sheets", () => {
    const { elements, lists: rows, ones } = sheetChanges(before, structuredClone(before))!;
    expect([elements.length, rows.size, ones.size]).toEqual([0, 0, 0]);
  });
});
