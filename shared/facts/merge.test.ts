// What several pages and frames say of one case, and what the merged sheet makes of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../time/civil.ts";
import type { Fact } from "./fact.ts";
import { mergeFacts, sheetToFacts } from "./merge.ts";
import type { Cell, FactSheet, Value } from "./sheet.ts";

const base = { entity: "measures", id: "m1", field: "startedAt", page: "measures", at: 1 } as const;
const known = (value: Value, more: Partial<Fact> = {}): Fact => ({ ...base, state: "known", value, ...more });
const absent = (more: Partial<Fact> = {}): Fact => ({ ...base, state: "absent", ...more });
const unread = (more: Partial<Fact> = {}): Fact => ({
  ...base,
  state: "unread",
  reason: "unparsed",
  ...more,
});
const cell = (...facts: readonly Fact[]): Cell => mergeFacts(facts).sheet.measures?.items[0]?.cells.startedAt;

describe("one field", () => {
  test("the newest known value wins, in whatever order the readings come", () => {
    expect(cell(known(1), known(2, { at: 2 }))).toBe(2);
    expect(cell(known(2, { at: 2 }), known(1))).toBe(2);
  });

  test("blank later than known is blank; known later than blank is known", () => {
    expect(cell(known(1), absent({ at: 2 }))).toBeNull();
    expect(cell(absent(), known(1, { at: 2 }))).toBe(1);
  });

  test("unread never overwrites what was read, and is not taken for blank", () => {
    expect(cell(known(1), unread({ at: 2 }))).toBe(1);
    expect(cell(absent(), unread({ at: 2 }))).toBeNull();
    expect(cell(unread())).toBeUndefined();
    expect(mergeFacts([unread()]).sheet.measures?.items).toEqual([{ id: "m1", cells: {} }]);
  });

  test("contradictory values of one reading are a conflict with both sides", () => {
    const [a, b] = [known(1), known(2, { page: "persons" })];
    const { sheet, sources, facts } = mergeFacts([a, b]);
    expect(sheet.measures?.items[0]).toEqual({ id: "m1", cells: {}, conflicts: ["startedAt"] });
    expect(sources["measures/m1.startedAt"]).toEqual([a, b]);
    expect(facts).toMatchObject([{ state: "unread", reason: "conflict" }]);
  });

  test("a conflict inside a newer reading outdoes an older value, and a still newer value ends it", () => {
    expect(cell(known(1), unread({ at: 2, reason: "conflict" }))).toBeUndefined();
    expect(cell(unread({ at: 2, reason: "conflict" }), known(3, { at: 3 }))).toBe(3);
  });

  test("equal values of one reading agree, lists in any order", () => {
    expect(cell(known(1), known(1, { page: "persons" }))).toBe(1);
    const askers = { entity: "interviews", id: "i1", field: "askers" } as const;
    const { sheet } = mergeFacts([
      known(["陈立", "郑浩"], askers),
      known(["郑浩", "陈立"], { ...askers, page: "b" }),
    ]);
    expect(sheet.interviews?.items[0]?.cells.askers).toEqual(["陈立", "郑浩"]);
  });

  test("officers agree though only one page marks the auxiliary, and the mark is kept", () => {
    const askers = { entity: "interviews", id: "i1", field: "askers" } as const;
    const both = (a: string, b: string) =>
      mergeFacts([known([a], askers), known([b], { ...askers, page: "b" })]).sheet.interviews?.items[0];
    expect(both("郑浩（辅警）", "郑浩")?.cells).toEqual({ askers: ["郑浩（辅警）"] });
    expect(both("郑浩", "郑浩（辅警）")?.cells).toEqual({ askers: ["郑浩（辅警）"] });
    expect(both("郑浩（辅警）", "陈立")?.conflicts).toEqual(["askers"]);
  });

  test("a day and an instant within it agree: the instant is kept, also when the day was read later", () => {
    const ms = parseInstant("2026-03-05T23:30+08:00") as number;
    expect(cell(known("2026-03-05"), known(ms, { page: "b" }))).toBe(ms);
    expect(cell(known(ms), known("2026-03-05", { at: 2 }))).toBe(ms);
    expect(cell(known(ms), known("2026-03-06", { at: 2 }))).toBe("2026-03-06");
  });
});

test("a list is complete only when its reading says so; a complete list without rows is empty", () => {
  expect(mergeFacts([known(1)]).sheet.measures?.complete).toBe(false);
  expect(mergeFacts([known(1)], [{ entity: "measures", at: 1 }]).sheet.measures?.complete).toBe(true);
  expect(mergeFacts([], ["persons"]).sheet).toEqual({ persons: { items: [], complete: true } });
  expect(mergeFacts([]).sheet).toEqual({});
});

test("民警 are counted from the askers' cell, unless the page shows their number or leaves it open", () => {
  const askers = (text: string): Fact =>
    known(["陈立", "郑浩"], {
      entity: "interviews",
      id: "i1",
      field: "askers",
      evidence: { label: "询问人", text, css: "td", frame: "" },
    });
  const count = (...facts: readonly Fact[]) =>
    mergeFacts(facts).sheet.interviews?.items[0]?.cells.askerPoliceCount;
  expect(count(askers("陈立 民警、郑浩 辅警"))).toBe(1);
  expect(count(askers("陈立、郑浩"))).toBeUndefined();
  const own = known(2, { entity: "interviews", id: "i1", field: "askerPoliceCount" });
  expect(count(askers("陈立 民警、郑浩 辅警"), own)).toBe(2);
  expect(
    count(askers("陈立 民警、郑浩 辅警"), absent({ ...own, state: "absent", value: undefined })),
  ).toBeNull();
});

test("fields that the dictionary does not know are left out", () => {
  expect(mergeFacts([known(1, { field: "__proto__" }), known(1, { field: "nothing" })]).sheet).toEqual({});
});

const cells = fc.record(
  {
    startedAt: fc.option(fc.integer()),
    kind: fc.option(fc.constantFrom("逮捕", "取保候审")),
    approver: fc.constant(["陈立"]),
  },
  { requiredKeys: [] },
);
const sheets: fc.Arbitrary<FactSheet> = fc.record(
  {
    case: cells.map(({ kind }) => ({ id: "", cells: { cause: kind ?? null } })),
    measures: fc
      .uniqueArray(
        cells.filter((c) => Object.keys(c).length > 0),
        { minLength: 1, maxLength: 4 },
      )
      .map((list) => ({ items: list.map((c, i) => ({ id: `m${i}`, cells: c })), complete: false })),
  },
  { requiredKeys: [] },
);

test("a sheet taken apart into facts merges back into itself, in any order and twice over", () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const facts = sheetToFacts(sheet, 5, "ledger");
      expect(mergeFacts(facts).sheet).toEqual(sheet);
      expect(mergeFacts([...facts, ...facts]).sheet).toEqual(sheet);
      const backwards = mergeFacts([...facts].reverse()).sheet;
      expect(new Set(backwards.measures?.items)).toEqual(new Set(sheet.measures?.items));
      expect(backwards.case).toEqual(sheet.case);
    }),
  );
});

test("a conflict survives being taken apart", () => {
  const { sheet } = mergeFacts([known(1), known(2, { page: "b" })]);
  expect(mergeFacts(sheetToFacts(sheet, 9, "ledger")).sheet).toEqual(sheet);
});
