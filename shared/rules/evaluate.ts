// Judges one rule on one element at one moment.
import { acrossOf } from "./across.ts";
import { categoryOf, chooseBasis } from "./basis.ts";
import { clockOutcome } from "./clock.ts";
import { breachColour } from "./colour.ts";
import type { Node } from "./compile.ts";
import { holderOf, missAt, peekAt } from "./holder.ts";
import { isStrange } from "./moment.ts";
import { MET, moot, type Outcome, outcomeOf, unknown } from "./outcome.ts";
import { type PreparedPair, pairOf } from "./pair.ts";
import type { PreparedBasis, PreparedRule } from "./prepare.ts";
import type { Reader, Scope } from "./scope.ts";

/**
 * The outcome of a rule on `scope.self` at `scope.now`. Afterwards `scope.reads` holds every field that was read and
 * `scope.missing` those by which the outcome is unknown (nothing when it is known). `covered` are the fields that the
 * condition reads where it is known to hold already.
 */
export function evaluate(rule: PreparedRule, scope: Scope, covered?: readonly Reader[]): Outcome {
  const outcome = decided(rule, scope, covered);
  if (outcome.verdict === "met") return believed(outcome, scope);
  if (outcome.verdict !== "unknown") scope.missing.cut(0);
  else if (outcome.reason === undefined && scope.missing.size === 0) return { ...outcome, reason: "value" };
  return outcome;
}

function decided(rule: PreparedRule, scope: Scope, covered: readonly Reader[] | undefined): Outcome {
  scope.reads.cut(0);
  scope.missing.cut(0);
  scope.paired = undefined;
  if (covered !== undefined) {
    for (const reader of covered) scope.reads.add(reader, holderOf(scope, rule, reader));
  } else if (!rule.asksEdition) {
    const applies = appliesTo(rule, scope);
    if (applies === false) {
      scope.missing.cut(0);
      return moot("no");
    }
    if (applies === undefined) return unknown(undefined, "unknown");
  }
  scope.missing.cut(0);
  const choice = chooseBasis(rule, scope);
  if (Array.isArray(choice)) return underEach(rule, choice, scope);
  const basis = choice as PreparedBasis | undefined;
  return basis !== undefined && rule.byEdition
    ? acrossOf(rule, basis, scope, (one) => under(rule, one, scope))
    : under(rule, basis, scope);
}

/** Nothing is met by a date of another age: a slip of the pen ticks no duty off. */
function believed(outcome: Outcome, scope: Scope): Outcome {
  const { reads, missing } = scope;
  missing.cut(0);
  for (let i = 0; i < reads.size; i++) {
    const reader = reads.readerAt(i);
    if (!reader.dated) continue;
    const element = reads.elementAt(i);
    if (isStrange(element.cells[reader.field])) missing.add(reader, element);
  }
  return missing.size === 0 ? outcome : { ...unknown("date", "yes"), basis: outcome.basis };
}

/** The one answer of all editions, or unknown where they disagree and what would choose between them was not read. */
function underEach(rule: PreparedRule, bases: readonly (PreparedBasis | undefined)[], scope: Scope): Outcome {
  const outcome = under(rule, bases[0], scope);
  const missing = outcome.verdict === "unknown" ? scope.missing.from(0) : [];
  for (const basis of bases.slice(1)) {
    const other = under(rule, basis, scope);
    if (other.verdict !== outcome.verdict || other.due !== outcome.due) {
      return undecided(rule, scope, outcome, other);
    }
  }
  scope.missing.cut(0);
  scope.missing.addAll(missing);
  return outcome;
}

function undecided(rule: PreparedRule, scope: Scope, ...outcomes: readonly Outcome[]): Outcome {
  scope.missing.cut(0);
  if (rule.act !== undefined && (peekAt(scope, rule, rule.act) ?? undefined) === undefined) {
    missAt(scope, rule, rule.act);
  } else categoryOf(scope);
  const applies = outcomes.every((one) => one.applies === "yes") ? "yes" : "unknown";
  const nexts = outcomes.flatMap((one) => (one.next === undefined ? [] : [one.next]));
  return { ...unknown("edition", applies), next: nexts.length === 0 ? undefined : Math.min(...nexts) };
}

/** The outcome under one edition; `basis` undefined where none of the act's day is cited. */
function under(rule: PreparedRule, basis: PreparedBasis | undefined, scope: Scope): Outcome {
  scope.missing.cut(0);
  scope.edition = basis?.basis.edition;
  if (rule.byEdition) scope.paired = undefined;
  if (rule.asksEdition) {
    const applies = appliesTo(rule, scope);
    if (applies === false) return moot("no");
    if (applies === undefined && basis !== undefined) return unknown(undefined, "unknown");
  }
  if (basis === undefined) {
    scope.missing.cut(0);
    return unknown("edition");
  }
  const duty = dutyOutcome(rule, basis, scope);
  const outcome = rule.unless.length === 0 || duty.verdict === "met" ? duty : excused(rule, scope, duty);
  // While a state lasts, the law by which it is judged changes with the edition.
  const turn =
    rule.act === undefined && basis.until >= scope.now ? basis.until + 1 : Number.POSITIVE_INFINITY;
  const next = outcome.next === undefined || turn < outcome.next ? turn : outcome.next;
  const turns = next === Number.POSITIVE_INFINITY ? undefined : next;
  if (outcome.basis === basis && outcome.next === turns) return outcome;
  if (outcome !== MET || turns !== undefined) return withBasis(outcome, basis, turns);
  basis.met ??= withBasis(MET, basis, undefined);
  return basis.met;
}

/** Spelled out, because this runs for every rule and element on every keystroke and a spread costs more than the rest. */
const withBasis = (one: Outcome, basis: PreparedBasis, next: number | undefined): Outcome => ({
  verdict: one.verdict,
  colour: one.colour,
  applies: one.applies,
  basis,
  due: one.due,
  lenient: one.lenient,
  since: one.since,
  mended: one.mended,
  reason: one.reason,
  exception: one.exception,
  next,
  counting: one.counting,
  readings: one.readings,
});

/** Whether the rule speaks of this case and element; undefined where an unread field leaves it open. */
function appliesTo(rule: PreparedRule, scope: Scope): boolean | undefined {
  const { kinds } = rule.rule;
  let open = false;
  if (kinds !== undefined) {
    const category = categoryOf(scope);
    if (category === undefined) open = true;
    else if (!kinds.includes(String(category))) return false;
  }
  const when = rule.when === undefined ? true : rule.when(scope);
  if (when === false) return false;
  return open || when !== true ? undefined : true;
}

/** Met, due, breached or unknown by what the rule asks, lawful exceptions aside. */
function dutyOutcome(rule: PreparedRule, basis: PreparedBasis, scope: Scope): Outcome {
  const clock = rule.clock === undefined ? undefined : clockOutcome(rule, rule.clock, basis, scope);
  const require = rule.require === undefined ? undefined : requireOutcome(rule, rule.require, basis, scope);
  const pair =
    rule.pair === undefined || clock !== undefined ? undefined : pairOutcome(rule, rule.pair, basis, scope);
  const asked = require !== undefined && pair !== undefined ? graverOf(require, pair) : (require ?? pair);
  if (clock !== undefined && asked !== undefined) return graver(clock, asked);
  if (clock !== undefined) return clock;
  if (asked !== undefined) return asked;
  if (rule.rule.attest !== undefined) return scope.ticked ? MET : unknown("attest");
  throw new Error(`Rule ${rule.rule.id} asks nothing`);
}

function requireOutcome(rule: PreparedRule, require: Node, basis: PreparedBasis, scope: Scope): Outcome {
  const answer = require(scope);
  if (answer === true) return MET;
  if (answer === undefined) return unknown();
  return notDone(rule, basis, scope);
}

/** Met where such an act surely is there, breached where surely none is. */
function pairOutcome(rule: PreparedRule, pair: PreparedPair, basis: PreparedBasis, scope: Scope): Outcome {
  const { found, open } = pairOf(rule, pair, undefined, scope);
  if (found !== undefined) return MET;
  if (open.length === 0) return notDone(rule, basis, scope);
  scope.missing.addAll(open);
  return unknown();
}

/** What the law asks is not there: breached since the act. */
function notDone(rule: PreparedRule, basis: PreparedBasis, scope: Scope): Outcome {
  const act = rule.act === undefined ? undefined : peekAt(scope, rule, rule.act);
  const since = typeof act === "number" ? act : undefined;
  return outcomeOf("breached", breachColour(rule.rule.weight), "yes", { basis, since });
}

const GRAVITY = { breached: 4, unknown: 3, due: 2, met: 1, moot: 0 } as const;

const graverOf = (one: Outcome, other: Outcome): Outcome =>
  GRAVITY[other.verdict] > GRAVITY[one.verdict] ? other : one;

function graver(clock: Outcome, require: Outcome): Outcome {
  const [more, less] =
    GRAVITY[require.verdict] > GRAVITY[clock.verdict] ? [require, clock] : [clock, require];
  const next = more.next ?? less.next;
  return { ...less, ...more, due: clock.due, lenient: clock.lenient, counting: clock.counting, next };
}

/** A lawful exception makes it moot; one that could not be told keeps a breach from being said. */
function excused(rule: PreparedRule, scope: Scope, duty: Outcome): Outcome {
  if (duty.verdict === "moot") return duty;
  const mark = scope.missing.size;
  let open = false;
  for (const { when, say } of rule.unless) {
    const answer = when(scope);
    if (answer === true) return { ...moot("yes"), exception: say };
    if (answer === undefined) open = true;
  }
  if (open && duty.verdict === "breached") {
    return { ...unknown(), due: duty.due, lenient: duty.lenient, counting: duty.counting, next: duty.next };
  }
  if (!open || duty.verdict !== "unknown") scope.missing.cut(mark);
  return duty;
}
