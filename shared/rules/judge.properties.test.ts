// Proves on the shipped rules and random variations of their examples what must hold of every judgement.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFactsJson } from "../facts/read-json.ts";
import type { Cell, Element, ElementList, FactSheet } from "../facts/sheet.ts";
import { STATUTES } from "../law/statutes.ts";
import { parseInstant } from "../time/civil.ts";
import { basePlan } from "../time/holidays.ts";
import { packRule } from "./check-rule.ts";
import type { Finding } from "./finding.ts";
import { judge, outcomes } from "./judge.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { readRuleYaml } from "./yaml.ts";

const FOLDER = join(import.meta.dirname, "catalogue");
const HOUR = 3_600_000;

const rules = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml") && !file.startsWith("checklists"))
  .map((file) => {
    const rule = readRuleYaml(readFileSync(join(FOLDER, file), "utf8"), file);
    if (!rule.ok) throw new Error(rule.refusal.message);
    return rule.value;
  });
const packed = rules.map((rule) => {
  const one = packRule(rule, STATUTES);
  if (!one.ok) throw new Error(one.refusal.message);
  return one.value;
});
const prepared: Prepared = prepare({ revision: 1, rules: packed, statutes: STATUTES, holidays: basePlan });

const cases = rules.flatMap((rule) =>
  rule.examples.map((example) => {
    const sheet = readFactsJson(example.given);
    const now = parseInstant(example.now);
    if (!sheet.ok || typeof now !== "number") throw new Error(example.title);
    return { sheet: sheet.value, now };
  }),
);

type Change = (element: Element, list: string) => Element;

/** The sheet with every element passed through a change. */
function changed(sheet: FactSheet, change: Change): FactSheet {
  const parts = Object.entries(sheet).map(([name, part]: [string, Element | ElementList]) => [
    name,
    "items" in part ? { ...part, items: part.items.map((one) => change(one, name)) } : change(part, name),
  ]);
  return Object.fromEntries(parts) as FactSheet;
}

/** Paths of all cells that are known or blank. */
function cellsOf(sheet: FactSheet): readonly string[] {
  const paths: string[] = [];
  changed(sheet, (element, list) => {
    for (const [field, value] of Object.entries(element.cells)) {
      if (value !== undefined) paths.push(`${list}/${element.id}.${field}`);
    }
    return element;
  });
  return paths;
}

const withCell = (sheet: FactSheet, path: string, of: (value: Cell) => Cell): FactSheet =>
  changed(sheet, (element, list) => ({
    ...element,
    cells: Object.fromEntries(
      Object.entries(element.cells).map(([field, value]) =>
        `${list}/${element.id}.${field}` === path ? [field, of(value)] : [field, value],
      ),
    ),
  }));

/** An example's case with some cells blanked, dropped or moved in time, and maybe a list read only in part. */
const variation = fc
  .tuple(
    fc.nat(cases.length - 1),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom("blank", "drop", "move", "day"), fc.integer({ min: -90, max: 90 })),
      {
        maxLength: 3,
      },
    ),
    fc.integer({ min: -24 * 45, max: 24 * 45 }),
    fc.boolean(),
  )
  .map(([index, changes, hours, partly]) => {
    const { sheet, now } = cases[index]!;
    const isInstant = (value: Cell): value is number => typeof value === "number" && value > 1e10;
    let one = sheet;
    for (const [n, how, shift] of changes) {
      const paths = cellsOf(one);
      if (paths.length === 0) continue;
      one = withCell(one, paths[n % paths.length]!, (value) => {
        if (how === "blank") return null;
        if (how === "drop") return undefined;
        if (!isInstant(value)) return value;
        return how === "move" ? value + shift * HOUR : new Date(value + 8 * HOUR).toISOString().slice(0, 10);
      });
    }
    if (partly) {
      const parts = Object.entries(one).map(([name, part]: [string, Element | ElementList]) => [
        name,
        "items" in part ? { ...part, complete: false } : part,
      ]);
      one = Object.fromEntries(parts) as FactSheet;
    }
    return { sheet: one, now: now + hours * HOUR };
  });

/** What must stay until `nextChange`: all but the lines that say what time it is. */
const lasting = (finding: Finding): object => {
  const { working: _w, why: _y, ...rest } = finding;
  return rest;
};

test("nothing changes before nextChange, and something does at it", () => {
  let turned = 0;
  fc.assert(
    fc.property(variation, fc.double({ min: 0, max: 1, noNaN: true }), ({ sheet, now }, share) => {
      const before = judge(prepared, sheet, now);
      const end = before.nextChange ?? now + 4_000 * 24 * HOUR;
      const later = judge(prepared, sheet, Math.min(end - 1, now + Math.floor(share * (end - now))));
      expect(later.findings.map(lasting)).toEqual(before.findings.map(lasting));
      expect(later.nextChange).toBe(before.nextChange);
      if (before.nextChange === undefined) return;
      const after = judge(prepared, sheet, before.nextChange);
      expect(after.nextChange ?? Number.POSITIVE_INFINITY).toBeGreaterThan(before.nextChange);
      expect(after.findings.map(lasting)).not.toEqual(before.findings.map(lasting));
      turned++;
    }),
    { numRuns: 1_500, endOnFailure: true },
  );
  expect(turned).toBeGreaterThan(60);
});

test("what is not read never becomes met", () => {
  let dropped = 0;
  fc.assert(
    fc.property(variation, fc.nat(), ({ sheet, now }, n) => {
      const paths = cellsOf(sheet);
      fc.pre(paths.length > 0);
      const path = paths[n % paths.length]!;
      const verdicts = (one: FactSheet) =>
        new Map(judge(prepared, one, now).findings.map((f) => [`${f.rule} ${f.on}`, f.verdict]));
      const [full, less] = [verdicts(sheet), verdicts(withCell(sheet, path, () => undefined))];
      for (const [key, verdict] of less) {
        if (verdict === "met") expect(full.get(key), `${key} without ${path}`).toBe("met");
        if (verdict === "breached") expect(full.get(key), `${key} without ${path}`).toBe("breached");
        dropped++;
      }
    }),
    { numRuns: 2_000, endOnFailure: true },
  );
  expect(dropped).toBeGreaterThan(10_000);
});

test("every unknown says what is missing or why", () => {
  fc.assert(
    fc.property(variation, ({ sheet, now }) => {
      for (const finding of judge(prepared, sheet, now).findings) {
        if (finding.verdict !== "unknown") expect(finding.missing, finding.rule).toEqual([]);
        else expect(finding.missing.length > 0 || finding.reason !== undefined, finding.rule).toBe(true);
        expect(finding.verdict === "moot" || finding.why !== "", finding.rule).toBe(true);
      }
    }),
    { numRuns: 500, endOnFailure: true },
  );
});

test("the verdicts without words are those of the findings", () => {
  fc.assert(
    fc.property(variation, ({ sheet, now }) => {
      const short = ({
        verdict,
        colour,
        due,
      }: {
        verdict: string;
        colour: string;
        due?: number | undefined;
      }) => `${verdict} ${colour} ${due}`;
      expect(outcomes(prepared, sheet, now).map(short)).toEqual(
        judge(prepared, sheet, now).findings.map(short),
      );
    }),
    { numRuns: 300, endOnFailure: true },
  );
});
