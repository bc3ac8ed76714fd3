// Compares compiled conditions with the CEL library's own evaluator on random conditions and random fact sheets.
import { Environment } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Element, FactSheet } from "../facts/sheet.ts";
import { basePlan } from "../time/holidays.ts";
import { checkCondition } from "./check-condition.ts";
import { compile } from "./compile.ts";
import { FUNCTIONS } from "./functions.ts";
import { newScope, pathOf } from "./scope.ts";
import type { Tree } from "./tree.ts";

const place = { each: "measures", editions: ["2018-10-26"], at: "when" } as const;

/** The oracle types nothing, so that a blank value is CEL's null and an unread one a missing key. */
const oracle = new Environment({ unlistedVariablesAreDyn: true });
for (const name of ["blank", "police", "hoursBetween"]) {
  const { signatures, of } = FUNCTIONS[name]!;
  for (const signature of signatures) {
    oracle.registerFunction(signature, (...values: unknown[]) => {
      const answer = of(...values.map((value) => (value instanceof Date ? value.getTime() : value)));
      return name === "police" ? BigInt(answer as number) : answer;
    });
  }
}

const tree = (text: string): Tree => {
  const checked = checkCondition(text, place);
  if (!checked.ok) throw new Error(`${text}: ${checked.refusal.message}`);
  return checked.value;
};

function ours(
  text: string,
  sheet: FactSheet,
  self: Element,
): { answer: unknown; missing: readonly string[] } {
  const scope = newScope(sheet, 0, basePlan);
  scope.self = self;
  const answer = compile(tree(text), "measures")(scope);
  const missing: string[] = [];
  for (const { reader, element } of scope.missing.from(0)) missing.push(pathOf(reader, element));
  return { answer, missing };
}

const INSTANTS = new Set(["startedAt", "endedAt", "decidedAt", "acceptedAt"]);

const toCel = ({ id, cells }: Element): Record<string, unknown> => {
  const known = Object.entries(cells).filter(([, value]) => value !== undefined);
  const plain = known.map(([field, value]) => [
    field,
    INSTANTS.has(field) && typeof value === "number" ? new Date(value) : value,
  ]);
  return { id, ...Object.fromEntries(plain) };
};

function theirs(text: string, sheet: FactSheet, self: Element): unknown {
  const lists = sheet.interviews === undefined ? {} : { interviews: sheet.interviews.items.map(toCel) };
  const one = sheet.case === undefined ? { case: {} } : { case: toCel(sheet.case) };
  try {
    return oracle.evaluate(text, { ...toCel(self), ...lists, ...one });
  } catch (error) {
    if (error instanceof Error && /Error$/.test(error.name)) return undefined;
    throw error;
  }
}

const cell = (known: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 5, arbitrary: known },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );
const instant = fc.integer({ min: 0, max: 6 }).map((n) => 1_767_196_800_000 + n * 3_600_000);
const names = fc.array(fc.constantFrom("甲", "乙", "丙(辅警)"), { maxLength: 3 });
const element = (
  cells: Record<string, fc.Arbitrary<Cell>>,
  id: fc.Arbitrary<string>,
): fc.Arbitrary<Element> => fc.record({ id, cells: fc.record(cells) });

const measure = element(
  {
    kind: cell(fc.constantFrom("取保候审", "逮捕")),
    startedAt: cell(instant),
    endedAt: cell(instant),
    bailAmount: cell(fc.integer({ min: 0, max: 3 })),
    executors: cell(names),
    house: cell(fc.constantFrom("星河看守所", "河")),
  },
  fc.constant("m1"),
);
const interview = element(
  {
    kind: cell(fc.constantFrom("讯问", "询问")),
    startedAt: cell(instant),
    askers: cell(names),
    round: cell(fc.integer({ min: 1, max: 2 })),
  },
  fc.constantFrom("i1", "i2"),
);
const sheetOf = fc.record({
  case: element(
    { category: cell(fc.constantFrom("刑事", "行政")), acceptedAt: cell(instant) },
    fc.constant(""),
  ),
  interviews: fc.option(
    fc.array(interview, { maxLength: 3 }).map((items) => ({ items, complete: true })),
    { nil: undefined, freq: 4 },
  ),
}) as fc.Arbitrary<FactSheet>;

const inside = fc.constantFrom(
  'i.kind == "讯问"',
  "i.startedAt >= startedAt",
  "police(i.askers) < 2",
  "!blank(i.startedAt)",
  "i.round == 1",
  "i.askers.exists(a, a == executors[0])".replace("executors[0]", '"甲"'),
  'i.id == "i1"',
);
const { condition } = fc.letrec<{ condition: string; leaf: string; body: string }>((tie) => ({
  leaf: fc.constantFrom(
    'kind == "取保候审"',
    'kind != "逮捕"',
    'kind in ["逮捕", "传唤"]',
    "startedAt < endedAt",
    "endedAt <= case.acceptedAt",
    'startedAt >= timestamp("2026-01-01T02:00:00+08:00")',
    "blank(endedAt)",
    "!blank(kind)",
    "bailAmount > 1",
    "bailAmount == 2.0",
    "size(executors) >= 2",
    "police(executors) == 1",
    '"甲" in executors',
    'executors.all(e, e == "甲")',
    'house.contains("看守")',
    'case.category == "刑事"',
    "hoursBetween(startedAt, endedAt) > 2.0",
    'endedAt - startedAt > duration("2h")',
    "true",
  ),
  body: fc.oneof(
    { depthSize: "small" },
    inside,
    fc.tuple(tie("body"), fc.constantFrom("&&", "||"), tie("body")).map(([a, op, b]) => `(${a} ${op} ${b})`),
  ),
  condition: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc
      .tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("condition").map((a) => `!(${a})`),
    fc.tuple(tie("leaf"), tie("leaf"), tie("leaf")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(fc.constantFrom("exists", "all"), tie("body"))
      .map(([op, body]) => `interviews.${op}(i, ${body})`),
  ),
}));

describe("compiled conditions", () => {
  test("answer what the library's evaluator answers; unknown where it errs", () => {
    const seen = { true: 0, false: 0, undefined: 0 };
    fc.assert(
      fc.property(condition, sheetOf, measure, (text, sheet, self) => {
        fc.pre(checkCondition(text, place).ok);
        const { answer } = ours(text, sheet, self);
        seen[String(answer) as keyof typeof seen]++;
        expect(answer, text).toBe(theirs(text, sheet, self));
      }),
      { numRuns: 3_000, endOnFailure: true },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  });

  test("an unknown answer names a field, a known one leaves none behind", () => {
    fc.assert(
      fc.property(condition, sheetOf, measure, (text, sheet, self) => {
        fc.pre(checkCondition(text, place).ok);
        const { answer, missing } = ours(text, sheet, self);
        expect(missing.length > 0, `${text} → ${String(answer)} ${missing.join()}`).toBe(
          answer === undefined,
        );
      }),
      { numRuns: 3_000, endOnFailure: true },
    );
  });

  test("once every missing field is read the answer is known or names another field", () => {
    const sheet: FactSheet = {
      interviews: { items: [{ id: "i1", cells: { kind: "讯问" } }], complete: true },
    };
    const text = 'interviews.exists(i, i.kind == "讯问" && i.startedAt > startedAt)';
    expect(ours(text, sheet, { id: "m1", cells: {} }).missing).toEqual([
      "interviews/i1.startedAt",
      "measures/m1.startedAt",
    ]);
  });
});

describe("a list read in part", () => {
  const some = (kind: string): FactSheet => ({
    interviews: { items: [{ id: "i1", cells: { kind } }], complete: false },
  });
  const self: Element = { id: "m1", cells: {} };

  test.each([
    ['interviews.exists(i, i.kind == "讯问")', "讯问", true],
    ['interviews.exists(i, i.kind == "讯问")', "询问", undefined],
    ['interviews.all(i, i.kind == "讯问")', "询问", false],
    ['interviews.all(i, i.kind == "讯问")', "讯问", undefined],
    ["interviews.size() > 0", "讯问", undefined],
  ])("%s with one %s → %s", (text, kind, answer) => {
    const result = ours(text, some(kind), self);
    expect(result.answer).toBe(answer);
    expect(result.missing).toEqual(answer === undefined ? ["interviews"] : []);
  });
});

describe("a moment of which only the day was read", () => {
  const noon = Date.parse("2026-03-02T12:00+08:00");
  test.each([
    ["startedAt < endedAt", "2026-03-01", noon, true],
    ["startedAt < endedAt", "2026-03-02", noon, undefined],
    ["startedAt > endedAt", "2026-03-03", noon, true],
    ["startedAt == endedAt", "2026-03-02", "2026-03-02", true],
    ["startedAt != endedAt", "2026-03-02", "2026-03-03", true],
    ["hoursBetween(startedAt, endedAt) > 1", "2026-03-01", noon, undefined],
  ])("%s for %s and %s → %s", (text, startedAt, endedAt, answer) => {
    const result = ours(text, {}, { id: "m1", cells: { startedAt, endedAt } });
    expect(result.answer).toBe(answer);
    if (answer === undefined) expect(result.missing).toContain("measures/m1.startedAt");
  });
});
