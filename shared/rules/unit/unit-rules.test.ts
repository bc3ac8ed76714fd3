// Proves of the shipped rules of unit scope that nothing left unread accuses or acquits, and that cases of any order give one answer.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFactsJson } from "../../facts/read-json.ts";
import { STATUTES } from "../../law/statutes.ts";
import { parseInstant } from "../../time/civil.ts";
import { basePlan } from "../../time/holidays.ts";
import { packRule } from "../check-rule.ts";
import { runExamples } from "../examples.ts";
import type { PackedRule } from "../pack.ts";
import { prepare } from "../prepare.ts";
import type { Rule } from "../rule.ts";
import { newScope } from "../scope.ts";
import { readRuleYaml } from "../yaml.ts";
import { actsOf } from "./acts.ts";
import { judgeUnit } from "./judge-unit.ts";
import { partnersOf } from "./partners.ts";
import { prepareUnit } from "./prepare-unit.ts";
import type { UnitCase } from "./unit-case.ts";

const FOLDER = join(import.meta.dirname, "../catalogue");
type Given = Record<string, Record<string, unknown>>;

const rules = readdirSync(FOLDER).flatMap((stage) =>
  readdirSync(join(FOLDER, stage)).flatMap((name): { rule: Rule; packed: PackedRule }[] => {
    const text = readFileSync(join(FOLDER, stage, name), "utf8");
    if (!/^scope: unit$/m.test(text)) return [];
    const rule = readRuleYaml(text, name);
    if (!rule.ok) throw new Error(rule.refusal.message);
    const packed = packRule(rule.value, STATUTES);
    if (!packed.ok) throw new Error(packed.refusal.message);
    return [{ rule: rule.value, packed: packed.value }];
  }),
);

function casesOf(given: Given): readonly UnitCase[] {
  return Object.entries(given).map(([key, value]) => {
    const sheet = readFactsJson(value);
    if (!sheet.ok) throw new Error(sheet.refusal.message);
    return { key, sheet: sheet.value };
  });
}

function judged(packed: PackedRule, cases: readonly UnitCase[], now: string) {
  const at = parseInstant(now);
  if (typeof at !== "number") throw new Error(now);
  return judgeUnit(prepareUnit({ rules: [packed], statutes: STATUTES, holidays: basePlan }), cases, at);
}

/** What tells for sure that there is no other act although a list of another case was not read. */
const authority = (rule: Rule, key: string): string | undefined =>
  rule.pair?.shown ?? (rule.clash?.within !== undefined && key !== "A1" ? rule.clash.within.in : undefined);

test("clash and pair are both there, and judging one case leaves them out", () => {
  expect(rules.filter(({ rule }) => rule.clash !== undefined).length).toBeGreaterThanOrEqual(5);
  expect(rules.filter(({ rule }) => rule.pair !== undefined).length).toBeGreaterThanOrEqual(4);
  const pack = {
    revision: 1,
    rules: rules.map(({ packed }) => packed),
    statutes: STATUTES,
    holidays: basePlan,
  };
  expect(prepare(pack).rules).toEqual([]);
});

describe.each(rules.map((one) => [one.rule.id, one] as const))("%s", (_, { rule, packed }) => {
  test("passes its examples", () => {
    const failed = runExamples(packed, rule.examples, { statutes: STATUTES, holidays: basePlan }).filter(
      ({ ok }) => !ok,
    );
    expect(failed.map(({ title, say }) => `${title}: ${say}`)).toEqual([]);
    const expected = new Set(rule.examples.map(({ expect: verdict }) => verdict));
    for (const verdict of ["met", "breached", "unknown"] as const) expect(expected).toContain(verdict);
  });

  test("survives the packing as JSON", () => {
    const copy = JSON.parse(JSON.stringify(packed)) as PackedRule;
    for (const { given, now } of rule.examples) {
      const cases = casesOf(given as Given);
      expect(judged(copy, cases, now)).toEqual(judged(packed, cases, now));
    }
  });

  test("what a unit keeps of a case is the same after JSON", () => {
    for (const { given, now } of rule.examples) {
      const at = parseInstant(now) as number;
      const [one] = prepareUnit({ rules: [packed], statutes: STATUTES, holidays: basePlan });
      for (const unitCase of casesOf(given as Given)) {
        const scope = newScope(unitCase.sheet, at, basePlan);
        for (const kept of [
          ...actsOf(one!, unitCase, scope).acts,
          ...partnersOf(one!, unitCase, scope).partners,
        ]) {
          expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
        }
      }
    }
  });

  test("a field or a list left unread neither accuses nor acquits", () => {
    for (const { given, now, title } of rule.examples) {
      const all = given as Given;
      const full = judged(packed, casesOf(all), now).counts[0]!.verdict;
      const may = [
        full,
        "unknown",
        ...(rule.clock === undefined ? [] : ["due"]),
        ...(full === "met" ? ["moot"] : []),
      ];
      for (const [key, sheet] of Object.entries(all)) {
        for (const [element, value] of Object.entries(sheet)) {
          const { [element]: _gone, ...others } = sheet;
          const parts = Array.isArray(value) ? value : [value];
          const without = [
            // Where our own field shows the other act it is the authority, and so is the case's own list of stays.
            ...(Array.isArray(value) && authority(rule, key) === undefined
              ? [{ what: element, sheet: others }]
              : []),
            ...parts.flatMap((part: Record<string, unknown>, i) =>
              Object.keys(part)
                .filter((field) => field !== "id")
                .map((field) => {
                  const { [field]: _left, ...rest } = part;
                  const left = Array.isArray(value)
                    ? parts.map((other, j) => (i === j ? rest : other))
                    : rest;
                  return { what: `${element}.${field}`, sheet: { ...sheet, [element]: left } };
                }),
            ),
          ];
          for (const { what, sheet: less } of without) {
            const { verdict } = judged(
              packed,
              casesOf({ ...all, [key]: less as Record<string, unknown> }),
              now,
            ).counts[0]!;
            expect(may, `${title} without ${key} ${what}`).toContain(verdict);
          }
        }
      }
    }
  });

  test("the order of the cases does not matter", () => {
    for (const { given, now } of rule.examples) {
      const cases = casesOf(given as Given);
      const verdicts = (list: readonly UnitCase[]) =>
        judged(packed, list, now)
          .findings.map(({ caseKey, on, verdict }) => `${caseKey} ${on} ${verdict}`)
          .sort();
      expect(verdicts([...cases].reverse())).toEqual(verdicts(cases));
    }
  });
});
