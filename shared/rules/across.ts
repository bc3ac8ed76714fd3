// Judges an act that lies across a change of the law: by both editions, saying both where the text leaves it open.
import type { Cell, Moment } from "../facts/sheet.ts";
import { holderOf, peekAt } from "./holder.ts";
import { latest } from "./moment.ts";
import { type Outcome, type Told, unknown } from "./outcome.ts";
import { pairOf } from "./pair.ts";
import type { PreparedBasis, PreparedRule } from "./prepare.ts";
import { peekCell, type Read, type Scope } from "./scope.ts";

/** Judges by one edition. */
type Under = (basis: PreparedBasis) => Outcome;

/**
 * The outcome by the edition of the act's beginning, and, where the act reaches into the next edition
 * and the rule's answer depends on it, by both: one answer where they agree, else both for somebody to choose.
 */
export function acrossOf(rule: PreparedRule, basis: PreparedBasis, scope: Scope, under: Under): Outcome {
  const first = under(basis);
  const act = rule.act === undefined ? undefined : peekAt(scope, rule, rule.act);
  const next = act === undefined || act === null ? undefined : nextOf(rule, basis, latest(act));
  if (next === undefined) return first;
  const missing = kept(first, scope);
  const end = endOf(rule, scope);
  // A period that was over before the next edition came lies wholly under the older one.
  const over = rule.clock !== undefined && (first.lenient ?? next.from) < next.from;
  const reaches = end !== undefined && !over && (end.until === undefined || latest(end.until) >= next.from);
  if (!reaches || end === undefined) return told(first, missing, scope);
  if (end.until === undefined && scope.now < next.from) {
    return told({ ...first, next: turn(first, basis, next, scope, under) }, missing, scope);
  }
  const second = under(next);
  const more = kept(second, scope);
  scope.missing.cut(0);
  const both = combined(first, second, [basis, next]);
  if (both === first) return told(first, missing, scope);
  if (both === second) return told(second, more, scope);
  if (both.verdict !== "unknown") return both;
  const open = [...missing, ...more, ...end.open];
  return told(open.length === 0 ? both : { ...both, reason: undefined }, open, scope);
}

/** The reads that an unknown answer rests on. */
const kept = (outcome: Outcome, { missing }: Scope): readonly Read[] =>
  outcome.verdict === "unknown" ? missing.from(0) : [];

function told(outcome: Outcome, missing: readonly Read[], scope: Scope): Outcome {
  scope.missing.cut(0);
  scope.missing.addAll(missing);
  return outcome;
}

/** The entry that the choice falls on next, for the same kinds of case: on the first day of a later edition. */
function nextOf(rule: PreparedRule, basis: PreparedBasis, act: number): PreparedBasis | undefined {
  const kinds = basis.basis.kinds?.join();
  const alike = rule.bases.filter((one) => one.basis.kinds?.join() === kinds);
  const days = alike.map(({ from }) => from).filter((from) => from > act);
  for (const day of days.sort((a, b) => a - b)) {
    const chosen = alike.find((one) => one.from <= day && day <= one.until);
    if (chosen !== undefined && chosen !== basis) return chosen;
  }
  return undefined;
}

interface End {
  /** Undefined while it goes on, or where that was not read. */
  readonly until: Moment | undefined;
  /** What was not read of it. */
  readonly open: readonly Read[];
}

/** When the act ended; undefined where it is over in a moment, was not begun, or has long been over. */
function endOf(rule: PreparedRule, scope: Scope): End | undefined {
  const { act, clock, pair } = rule;
  if (act === undefined) return undefined;
  if (clock !== undefined) {
    const from = peekAt(scope, rule, clock.from);
    if (from === undefined || from === null) return undefined;
    if (clock.until !== undefined) {
      const until = peekAt(scope, rule, clock.until);
      const read = { reader: clock.until, element: holderOf(scope, rule, clock.until) };
      return { until: until ?? undefined, open: until === undefined ? [read] : [] };
    }
    if (pair === undefined) return undefined;
    const { at, open } = pairOf(rule, pair, from, scope);
    return { until: at, open: at === undefined ? open : [] };
  }
  if (rule.actEnd === undefined) return undefined;
  // Without an end that was read, the day on which it began decides, as of every act.
  const until: Cell = peekCell(scope, rule.actEnd, holderOf(scope, rule, rule.actEnd));
  return until === undefined || until === null ? undefined : { until: until as Moment, open: [] };
}

/** The instant at which the answer changes: also the first day of the next edition, where the two will then differ. */
function turn(
  first: Outcome,
  basis: PreparedBasis,
  next: PreparedBasis,
  scope: Scope,
  under: Under,
): number | undefined {
  const { now } = scope;
  scope.now = next.from;
  const [one, other] = [under(basis), under(next)];
  scope.now = now;
  const both = combined(one, other, [basis, next]);
  if (both === one || (first.next !== undefined && first.next < next.from)) return first.next;
  return next.from;
}

const CALM: ReadonlySet<string> = new Set(["met", "moot"]);

/** The answer of both editions: one of the two outcomes where they agree or neither finds a fault. */
function combined(
  first: Outcome,
  second: Outcome,
  [old, young]: readonly [PreparedBasis, PreparedBasis],
): Outcome {
  const same =
    first.verdict === second.verdict && first.due === second.due && first.lenient === second.lenient;
  if (same || (first.verdict === "unknown" && second.verdict === "unknown")) return first;
  if (CALM.has(first.verdict) && CALM.has(second.verdict)) return first.verdict === "met" ? first : second;
  const readings = [readingOf(first, old), readingOf(second, young)];
  const next = least(first.next, second.next);
  const applies = [first, second].some((one) => one.applies === "yes") ? "yes" : "unknown";
  const lenient = most(first.lenient ?? first.due, second.lenient ?? second.due);
  const strict =
    (second.due ?? Number.POSITIVE_INFINITY) < (first.due ?? Number.POSITIVE_INFINITY) ? second : first;
  if (first.verdict === "due" && second.verdict === "due") {
    return { ...strict, lenient, reason: strict.reason ?? "law", readings, next };
  }
  if (first.verdict === "breached" && second.verdict === "breached") {
    // Over by either edition: a breach since the later of the two ends.
    return { ...first, lenient, since: most(first.since, second.since), next };
  }
  const breached = [first, second].find(({ verdict }) => verdict === "breached");
  const shown = breached ?? strict;
  return {
    ...unknown("law", applies),
    colour: breached === undefined ? "grey" : "orange",
    basis: old,
    due: shown.due,
    lenient: shown.due === undefined ? undefined : lenient,
    counting: shown.counting,
    readings,
    next,
  };
}

const readingOf = ({ verdict, colour, due }: Outcome, basis: PreparedBasis): Told =>
  due === undefined ? { basis, verdict, colour } : { basis, verdict, colour, due };

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function most(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}
