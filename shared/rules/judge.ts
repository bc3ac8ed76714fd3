// Judges a fact sheet by a prepared pack at one moment; browser and unit use the same function.
import type { FactSheet } from "../facts/sheet.ts";
import { describe } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import type { Finding, Judgement } from "./finding.ts";
import { madeOf } from "./lazy-rule.ts";
import { moot, type Outcome, unknown } from "./outcome.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import { listOf, NOTHING, newScope, oneOf, type Scope } from "./scope.ts";

/** Takes one outcome while the scope still holds what was read for it. */
export type Visit = (rule: PreparedRule, outcome: Outcome, scope: Scope) => void;

/** Duties that a person has ticked, as `rule@on`. */
export type Ticks = ReadonlySet<string>;

export const NO_TICKS: Ticks = new Set();

/**
 * Every rule on every element, with the earliest instant at which an answer changes by itself.
 * `now` in ms; `ticks` are the duties that a person has ticked, as `rule@on`.
 */
export function judge(prepared: Prepared, sheet: FactSheet, now: number, ticks: Ticks = NO_TICKS): Judgement {
  const findings: Finding[] = [];
  visitAll(prepared, sheet, now, ticks, (rule, outcome, scope) => {
    findings.push(describe(rule, outcome, scope));
  });
  return judgementOf(prepared, now, findings);
}

/** Findings as a judgement, with the earliest instant at which one of them changes by itself. */
export function judgementOf(prepared: Prepared, at: number, findings: readonly Finding[]): Judgement {
  let next = Number.POSITIVE_INFINITY;
  for (const { nextChange } of findings) if (nextChange !== undefined && nextChange < next) next = nextChange;
  const judgement = { at, pack: { revision: prepared.revision, hash: prepared.hash }, findings };
  return Number.isFinite(next) ? { ...judgement, nextChange: next } : judgement;
}

/** Only the outcomes, without a word: what an alarm needs to know of a unit's cases. */
export function outcomes(
  prepared: Prepared,
  sheet: FactSheet,
  now: number,
  ticks: Ticks = NO_TICKS,
): Outcome[] {
  const found: Outcome[] = [];
  visitAll(prepared, sheet, now, ticks, (_rule, outcome) => void found.push(outcome));
  return found;
}

/** Every rule on every element, outcome by outcome; `visit` sees each while the scope still holds what was read for it. */
export function visitAll(
  prepared: Prepared,
  sheet: FactSheet,
  now: number,
  ticks: Ticks,
  visit: Visit,
): void {
  const scope = newScope(sheet, now, prepared.holidays);
  for (const one of prepared.rules) {
    const rule = madeOf(one);
    const asks = rule.rule.attest !== undefined && ticks.size > 0;
    if (!rule.many) {
      scope.self = oneOf(sheet, rule.each);
      scope.ticked = asks && ticks.has(`${rule.rule.id}@${rule.each}`);
      visit(rule, evaluate(rule, scope), scope);
      continue;
    }
    const list = listOf(sheet, rule.each);
    const items = list?.items ?? [];
    for (const element of items) {
      scope.self = element;
      scope.ticked = asks && ticks.has(`${rule.rule.id}@${rule.each}/${element.id}`);
      visit(rule, evaluate(rule, scope), scope);
    }
    if (list?.complete !== true || items.length === 0) listItself(rule, list, scope, visit);
  }
}

/** A list not read is one unknown, and so is the rest of a list read in part; an empty one is one moot. */
export function listItself(
  rule: PreparedRule,
  list: { readonly complete: boolean } | undefined,
  scope: Scope,
  visit: Visit,
): void {
  scope.self = NOTHING;
  scope.reads.cut(0);
  scope.missing.cut(0);
  if (list?.complete) {
    visit(rule, moot("no"), scope);
    return;
  }
  scope.missing.add(rule.list, NOTHING);
  visit(rule, unknown("list", "unknown"), scope);
}
