// Judges only what applies: rules whose condition an element plainly does not meet are not even tried.
import type { Element, FactSheet } from "../facts/sheet.ts";
import { describe } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import type { Finding, Judgement } from "./finding.ts";
import { judgementOf, listItself, NO_TICKS, type Ticks, type Visit } from "./judge.ts";
import { madeOf } from "./lazy-rule.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import { candidates, indexOf, type KindIndex, type Placed, type Spot } from "./rule-index.ts";
import { listOf, NOTHING, newScope, oneOf, type Scope } from "./scope.ts";

/**
 * The judgement without the findings of rules that do not speak of their element (`applies: "no"`): the rest of it is what
 * `judge` answers, in its order. Time grows with the rules that apply, not with those of the pack.
 */
export function judgeSpeaking(
  prepared: Prepared,
  sheet: FactSheet,
  now: number,
  ticks: Ticks = NO_TICKS,
): Judgement {
  const found: { readonly place: number; readonly finding: Finding }[] = [];
  visitSpeaking(prepared, sheet, now, ticks, (rule, outcome, scope, place) => {
    found.push({ place, finding: describe(rule, outcome, scope) });
  });
  // Sorting is stable, and the elements of a list are visited in their order.
  found.sort((a, b) => a.place - b.place);
  return judgementOf(
    prepared,
    now,
    found.map(({ finding }) => finding),
  );
}

/** Calls `visit` with every outcome that applies, or may apply, by kind of element; `place` is the rule's place in the pack. */
export function visitSpeaking(
  prepared: Prepared,
  sheet: FactSheet,
  now: number,
  ticks: Ticks,
  visit: (...args: [...Parameters<Visit>, place: number]) => void,
): void {
  const scope = newScope(sheet, now, prepared.holidays);
  const spot: Spot = { each: "case", element: NOTHING, sheet };
  const tryOne = (placed: Placed, sure: boolean): void => {
    const { place, covered } = placed;
    const rule = (placed.made ??= madeOf(placed.rule));
    scope.ticked = isTicked(rule, spot.element, ticks);
    const outcome = evaluate(rule, scope, sure ? covered : undefined);
    if (outcome.applies !== "no") visit(rule, outcome, scope, place);
  };
  for (const kind of indexOf(prepared)) {
    spot.each = kind.each;
    for (const element of elementsOf(kind, sheet)) {
      scope.self = spot.element = element;
      candidates(kind.root, spot, tryOne);
    }
    if (kind.many && listOf(sheet, kind.each)?.complete !== true) wholeList(kind, scope, visit);
  }
}

const elementsOf = ({ each, many }: KindIndex, sheet: FactSheet): readonly Element[] =>
  many ? (listOf(sheet, each)?.items ?? []) : [oneOf(sheet, each)];

/** The unknown of a list that was not read, or only in part; it stands after the list's elements. */
function wholeList(
  kind: KindIndex,
  scope: Scope,
  visit: (...args: [...Parameters<Visit>, place: number]) => void,
): void {
  for (const { rule, place } of kind.all) {
    listItself(rule, listOf(scope.sheet, kind.each), scope, (...args) => visit(...args, place));
  }
}

const isTicked = ({ rule, each, many }: PreparedRule, { id }: Element, ticks: Ticks): boolean =>
  rule.attest !== undefined &&
  ticks.size > 0 &&
  ticks.has(many ? `${rule.id}@${each}/${id}` : `${rule.id}@${each}`);
