// The limits that a rule sets and that its articles have to name.
import type { Rule } from "../../rules/rule.ts";
import { limitText, parseLimit } from "../../time/limit.ts";
import type { Limit } from "../../time/period.ts";

export interface NamedLimit {
  /** As the screen says it: 24 小时. */
  readonly say: string;
  /** Any of these in the text is enough: the limit, or by how much it lengthens the one before. */
  readonly any: readonly Limit[];
  /** The only edition that has to name it, where the rule's condition says so. */
  readonly edition?: string;
}

export type RuleLimits = Pick<Rule, "clock" | "extend" | "when" | "require" | "pair" | "needs">;

/** Hours that a condition allows: `hoursBetween(a, b) <= 24.0`. */
const HOURS = /hoursBetween\([^()]*\)\s*<=?\s*(\d+)(?:\.0)?(?![\d.])/g;

const EDITION = /edition == "([\d-]{10})"/;

const limit = (text: string | undefined): Limit | undefined => {
  const parsed = text === undefined ? undefined : parseLimit(text);
  return parsed?.ok === true ? parsed.value : undefined;
};

/**
 * The limits of a rule's clock, extensions and conditions. None for a template that waits for a local value, and none for
 * `at-once`, whose minutes are ours and not the law's.
 */
export function limitsOf({ clock, extend, when, require, pair, needs }: RuleLimits): readonly NamedLimit[] {
  if (needs !== undefined) return [];
  const found: NamedLimit[] = [];
  const base = clock?.count === "at-once" ? undefined : limit(clock?.limit);
  if (base !== undefined) found.push({ say: limitText(base), any: [base] });
  let before = base;
  for (const step of extend ?? []) {
    const [to, add] = [limit(step.to), limit(step.add)];
    const [, only] = EDITION.exec(step.when ?? "") ?? [];
    const edition = only === undefined ? {} : { edition: only };
    if (add !== undefined) found.push({ say: limitText(add), any: [add], ...edition });
    if (to !== undefined) {
      const more =
        before?.unit === to.unit && to.amount > before.amount
          ? [{ ...to, amount: to.amount - before.amount }]
          : [];
      found.push({ say: limitText(to), any: [to, ...more], ...edition });
      before = to;
    }
  }
  for (const text of [when, require, pair?.where]) {
    for (const [, hours] of (text ?? "").matchAll(HOURS)) {
      const one: Limit = { amount: Number(hours), unit: "hours" };
      found.push({ say: limitText(one), any: [one] });
    }
  }
  return found;
}
