// Judges a fact sheet by a prepared pack at one moment; browser and unit use the same function.
import type { Element, FactSheet } from "../facts/sheet.ts";
import { describe } from "./describe.ts";
import { evaluate, type Ticks } from "./evaluate.ts";
import type { Finding, Judgement } from "./finding.ts";
import { moot, type Outcome, unknown } from "./outcome.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import { listOf, NOTHING, newScope, oneOf, type Scope } from "./scope.ts";

/** Takes one outcome while the scope still holds what was read for it. */
type Visit = (rule: PreparedRule, on: string, outcome: Outcome, scope: Scope) => void;

const NO_TICKS: Ticks = new Set();

/**
 * Every rule on every element, with the earliest instant at which an answer changes by itself.
 * `now` in ms; `ticks` are the duties that a person has ticked, as `rule@on`.
 */
export function judge(prepared: Prepared, sheet: FactSheet, now: number, ticks: Ticks = NO_TICKS): Judgement {
  const findings: Finding[] = [];
  let next = Number.POSITIVE_INFINITY;
  visitAll(prepared, sheet, now, ticks, (rule, on, outcome, scope) => {
    if (outcome.next !== undefined && outcome.next < next) next = outcome.next;
    findings.push(describe(rule, outcome, on, scope, prepared.holidays, now));
  });
  const judgement = { at: now, pack: { revision: prepared.revision, hash: prepared.hash }, findings };
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
  visitAll(prepared, sheet, now, ticks, (_rule, _on, outcome) => void found.push(outcome));
  return found;
}

function visitAll(prepared: Prepared, sheet: FactSheet, now: number, ticks: Ticks, visit: Visit): void {
  const scope = newScope();
  scope.sheet = sheet;
  const plan = prepared.holidays;
  for (const rule of prepared.rules) {
    const each = (self: Element, on: string): void => {
      scope.self = self;
      const ticked = ticks.size > 0 && ticks.has(`${rule.rule.id}@${on}`);
      visit(rule, on, evaluate(rule, scope, { plan, now, ticked }), scope);
    };
    if (!rule.many) {
      each(oneOf(sheet, rule.each), rule.each);
      continue;
    }
    const list = listOf(sheet, rule.each);
    for (const element of list?.items ?? []) each(element, `${rule.each}/${element.id}`);
    if (list === undefined || !list.complete || list.items.length === 0) listItself(rule, list, scope, visit);
  }
}

/** A list not read is one unknown, and so is the rest of a list read in part; an empty one is one moot. */
function listItself(
  rule: PreparedRule,
  list: { readonly complete: boolean } | undefined,
  scope: Scope,
  visit: Visit,
): void {
  scope.self = NOTHING;
  scope.reads.length = 0;
  scope.missing.length = 0;
  if (list?.complete) {
    visit(rule, rule.each, moot("no"), scope);
    return;
  }
  scope.missing.push(rule.list, NOTHING);
  visit(rule, rule.each, unknown("list", "unknown"), scope);
}
