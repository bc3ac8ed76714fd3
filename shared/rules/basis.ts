// Chooses the edition by which an act is judged: the one in force on its day, never today's for yesterday's act.
import type { Cell, Moment } from "../facts/sheet.ts";
import { readerOf } from "./compile.ts";
import { earliest, latest } from "./moment.ts";
import type { PreparedBasis, PreparedRule } from "./prepare.ts";
import { oneOf, type Reader, readCell, type Scope } from "./scope.ts";

const CATEGORY = readerOf("case", "category");

/** Reads a field that is named outside CEL, on the judged element or on the case's own. */
export const readAt = (scope: Scope, rule: PreparedRule, reader: Reader): Cell =>
  readCell(scope, reader, reader.element === rule.each ? scope.self : oneOf(scope.sheet, reader.element));

/** The case's category (刑事/行政): undefined = unread, null = blank. */
export const categoryOf = (scope: Scope): Cell => readCell(scope, CATEGORY, oneOf(scope.sheet, "case"));

/**
 * The entries by which the act may have to be judged. One: that one. None: no edition of that day is cited. Several: the
 * act's date (or the case's category, where entries differ by it) was not read, and each has to be tried; `undefined` among
 * them stands for the days of which the pack knows an edition that the rule does not cite.
 */
export function basesOf(
  rule: PreparedRule,
  scope: Scope,
  now: number,
): readonly (PreparedBasis | undefined)[] {
  const entries = entriesOf(rule, scope);
  const day = dayOfAct(rule, scope, now);
  if (day === undefined) return rule.gaps ? [...entries, undefined] : entries;
  const inForce = entries.filter((one) => one.from <= earliest(day) && latest(day) <= one.until);
  return needsCategory(rule) && (categoryOf(scope) ?? undefined) === undefined
    ? firstOfEachKind(inForce)
    : inForce.slice(0, 1);
}

/** The entry of each kind of case that comes first in the rule: an earlier one stands before a later of the same day. */
function firstOfEachKind(entries: readonly PreparedBasis[]): readonly PreparedBasis[] {
  const kinds = new Set(entries.flatMap(({ basis }) => basis.kinds ?? []));
  const firsts = [...kinds].map((kind) => entries.find(({ basis }) => basis.kinds?.includes(kind) ?? true));
  return [...new Set(firsts.filter((one) => one !== undefined))];
}

const needsCategory = (rule: PreparedRule): boolean =>
  rule.bases.some(({ basis }) => basis.kinds !== undefined);

/** The entries that speak for the case's category; all of them while it is unread. */
function entriesOf(rule: PreparedRule, scope: Scope): readonly PreparedBasis[] {
  if (!needsCategory(rule)) return rule.bases;
  const category = categoryOf(scope);
  if (category === undefined || category === null) return rule.bases;
  return rule.bases.filter(({ basis }) => basis.kinds?.includes(String(category)) ?? true);
}

/** The day that chooses: the act's own; of a continuing state its last day, and while it lasts, now. */
function dayOfAct(rule: PreparedRule, scope: Scope, now: number): Moment | undefined {
  if (rule.act !== undefined) return (readAt(scope, rule, rule.act) ?? undefined) as Moment | undefined;
  const ended =
    rule.clock === undefined ? undefined : (readAt(scope, rule, rule.clock.until) as Moment | null);
  if (ended === undefined || ended === null || latest(ended) > now) return now;
  return ended;
}
