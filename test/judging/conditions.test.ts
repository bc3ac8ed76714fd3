// Proves of every condition of the catalogue that it answers what a naive interpreter and the CEL library answer, on its examples and on random facts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { elementOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { checkCondition } from "../../shared/rules/check-condition.ts";
import { compileNow, type Node } from "../../shared/rules/compile.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { NOTHING, newScope } from "../../shared/rules/scope.ts";
import type { Tree } from "../../shared/rules/tree.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import { canBeAsked, celAnswer } from "./cel-oracle.ts";
import { naive } from "./naive.ts";
import { bareVariation, casesOf, rules } from "./varied-cases.ts";

interface Condition {
  readonly rule: string;
  readonly on: ElementId;
  readonly text: string;
  readonly tree: Tree;
  readonly node: Node;
  readonly edition: string;
}

/** Every text of a rule that is CEL, with the element whose fields stand bare in it. */
function conditionsOf(rule: Rule): readonly Condition[] {
  const each = rule.each ?? "case";
  const clauses = [...(rule.unless ?? []), ...(rule.extend ?? []), ...(rule.restart ?? [])];
  const texts: readonly (readonly [string | undefined, ElementId])[] = [
    [rule.when, each],
    [rule.require, each],
    ...clauses.map(({ when }) => [when, each] as const),
    [rule.pair?.where, rule.pair?.with ?? each],
    ...(rule.stop ?? []).map(({ where, in: list }) => [where, list ?? each] as const),
  ];
  const editions = rule.basis.map(({ edition }) => edition);
  return texts.flatMap(([text, on]) => {
    if (text === undefined) return [];
    const tree = checkCondition(text, { each: on, editions, at: rule.id });
    if (!tree.ok) throw new Error(tree.refusal.message);
    const node = compileNow(tree.value, on);
    return [{ rule: rule.id, on, text, tree: tree.value, node, edition: editions[0] ?? "" }];
  });
}

const conditions = rules.flatMap(conditionsOf);

/** Elements on which a condition can be asked; one that was not read stands for the case that has none. */
function selves(on: ElementId, sheet: FactSheet): readonly Element[] {
  const part = sheet[on] as Element | ElementList | undefined;
  if (elementOf(on)?.cardinality !== "many") return [(part as Element | undefined) ?? NOTHING];
  return (part as ElementList | undefined)?.items ?? [];
}

const counts = { true: 0, false: 0, unknown: 0, byLibrary: 0 };

function compare(one: Condition, sheet: FactSheet): void {
  for (const self of selves(one.on, sheet)) {
    const scope = newScope(sheet, 0, basePlan);
    scope.self = self;
    scope.edition = one.edition;
    const answer = one.node(scope);
    const at = { sheet, each: one.on, self, edition: one.edition, bound: {} };
    const said = `${one.rule}: ${one.text}`;
    expect(answer, said).toBe(naive(one.tree, at));
    counts[answer === true ? "true" : answer === false ? "false" : "unknown"]++;
    if (!canBeAsked(sheet)) continue;
    expect(answer, said).toBe(celAnswer(one.text, at));
    counts.byLibrary++;
  }
}

test("on every example of every rule", () => {
  for (const rule of rules) {
    const own = conditions.filter((one) => one.rule === rule.id);
    for (const { sheet } of casesOf(rule)) for (const one of own) compare(one, sheet);
  }
  expect(Math.min(counts.true, counts.false, counts.unknown, counts.byLibrary)).toBeGreaterThan(100);
});

test("on random facts", () => {
  const before = { ...counts };
  fc.assert(
    fc.property(bareVariation, bareVariation, fc.nat(), (a, b, n) => {
      const sheet = n % 2 === 0 ? a.sheet : { ...b.sheet, ...a.sheet };
      for (const one of conditions) if (sheet[one.on] !== undefined) compare(one, sheet);
    }),
    { numRuns: 150, endOnFailure: true },
  );
  expect(counts.true - before.true).toBeGreaterThan(300);
  expect(counts.unknown - before.unknown).toBeGreaterThan(300);
  expect(counts.byLibrary - before.byLibrary).toBeGreaterThan(300);
});
