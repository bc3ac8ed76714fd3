// Chooses the edition by which an act is judged: the one in force on its day, never today's for yesterday's act.
import type { Cell, Moment } from "../facts/sheet.ts";
import { readerOf } from "./compile.ts";
import { peekAt } from "./holder.ts";
import { earliest, latest } from "./moment.ts";
import { pairOf } from "./pair.ts";
import type { PreparedBasis, PreparedRule } from "./prepare.ts";
import { oneOf, readCell, type Scope } from "./scope.ts";

const CATEGORY = readerOf("case", "category");

/** The case's category (刑事/行政), noted as missing while it is unread. */
export const categoryOf = (scope: Scope): Cell => readCell(scope, CATEGORY, oneOf(scope.sheet, "case"));

/** What the choice comes to: one basis, none of the act's day, or several of which each has to be tried. */
export type Choice = PreparedBasis | undefined | readonly (PreparedBasis | undefined)[];

/**
 * The entry by which the act is judged; undefined where no edition of that day is cited. A list where the act's date (or
 * the case's category, where entries differ by it) was not read; `undefined` among them stands for the days of which the
 * pack knows an edition that the rule does not cite.
 */
export function chooseBasis(rule: PreparedRule, scope: Scope): Choice {
  const day = dayOfAct(rule, scope);
  if (rule.byKind) return chooseByKind(rule, scope, day);
  if (day !== undefined) {
    const first = typeof day === "number" ? day : earliest(day);
    const last = typeof day === "number" ? day : latest(day);
    const { bases } = rule;
    for (let i = 0; i < bases.length; i++) {
      const one = bases[i]!;
      if (one.from <= first && last <= one.until) return one;
    }
    return undefined;
  }
  return rule.gaps || rule.bases.length > 1 ? tried(rule, rule.bases) : rule.bases[0];
}

const tried = (
  rule: PreparedRule,
  entries: readonly PreparedBasis[],
): readonly (PreparedBasis | undefined)[] => (rule.gaps ? [...entries, undefined] : entries);

function chooseByKind(rule: PreparedRule, scope: Scope, day: Moment | undefined): Choice {
  const category = categoryOf(scope) ?? undefined;
  const entries =
    category === undefined
      ? rule.bases
      : rule.bases.filter(({ basis }) => basis.kinds?.includes(String(category)) ?? true);
  if (day === undefined) return tried(rule, entries);
  const inForce = entries.filter((one) => one.from <= earliest(day) && latest(day) <= one.until);
  return category === undefined ? firstOfEachKind(inForce) : inForce[0];
}

/** The entry of each kind of case that comes first in the rule: an earlier one stands before a later of the same day. */
function firstOfEachKind(entries: readonly PreparedBasis[]): Choice {
  const kinds = new Set(entries.flatMap(({ basis }) => basis.kinds ?? []));
  const firsts = [...kinds].map((kind) => entries.find(({ basis }) => basis.kinds?.includes(kind) ?? true));
  const once = [...new Set(firsts.length === 0 ? entries.slice(0, 1) : firsts)];
  return once.length > 1 ? once : once[0];
}

/** The day that chooses: the act's own; of a continuing state its last day, and while it lasts, now. */
function dayOfAct(rule: PreparedRule, scope: Scope): Moment | undefined {
  if (rule.act !== undefined) return peekAt(scope, rule, rule.act) ?? undefined;
  const ended = endedAt(rule, scope);
  return ended === undefined || ended === null || latest(ended) > scope.now ? scope.now : ended;
}

/** When the state ended: by the field that says so, or by the act that ends the rule's period. */
function endedAt(rule: PreparedRule, scope: Scope): Moment | null | undefined {
  if (rule.clock?.until !== undefined) return peekAt(scope, rule, rule.clock.until);
  if (rule.clock === undefined || rule.pair === undefined) return undefined;
  const from = peekAt(scope, rule, rule.clock.from);
  return from === undefined || from === null ? undefined : pairOf(rule, rule.pair, from, scope).at;
}
