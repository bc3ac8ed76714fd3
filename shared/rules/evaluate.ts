// Judges one rule on one element at one moment.
import type { HolidayPlan } from "../time/period.ts";
import { basesOf, categoryOf, readAt } from "./basis.ts";
import { clockOutcome } from "./clock.ts";
import { breachColour } from "./colour.ts";
import { met, moot, type Outcome, unknown } from "./outcome.ts";
import type { PreparedBasis, PreparedRule } from "./prepare.ts";
import type { Scope } from "./scope.ts";

/** Duties that a person has ticked, as `rule@on`. */
export type Ticks = ReadonlySet<string>;

export interface Moot {
  readonly plan: HolidayPlan;
  readonly now: number;
  /** Whether a person ticked this rule on this element. */
  readonly ticked: boolean;
}

/**
 * The outcome of a rule on `scope.self`. Afterwards `scope.reads` holds every field that was read and `scope.missing` those
 * by which the outcome is unknown (nothing when it is known).
 */
export function evaluate(rule: PreparedRule, scope: Scope, at: Moot): Outcome {
  scope.reads.length = 0;
  scope.missing.length = 0;
  const bases = basesOf(rule, scope, at.now);
  const outcome = under(rule, bases[0], scope, at);
  if (outcome.verdict !== "unknown") scope.missing.length = 0;
  if (bases.length < 2) return outcome;
  const missing = [...scope.missing];
  for (const basis of bases.slice(1)) {
    const other = under(rule, basis, scope, at);
    if (other.verdict !== outcome.verdict || other.due !== outcome.due) {
      return undecided(rule, scope, outcome, other);
    }
  }
  scope.missing.length = 0;
  scope.missing.push(...missing);
  return outcome;
}

/** The editions disagree and the date that would choose was not read. */
function undecided(rule: PreparedRule, scope: Scope, ...outcomes: readonly Outcome[]): Outcome {
  scope.missing.length = 0;
  const act = rule.act === undefined ? undefined : readAt(scope, rule, rule.act);
  if (rule.act !== undefined && act === null) scope.missing.push(rule.act, scope.self);
  if (scope.missing.length === 0) categoryOf(scope);
  const applies = outcomes.every((one) => one.applies === "yes") ? "yes" : "unknown";
  const nexts = outcomes.flatMap((one) => (one.next === undefined ? [] : [one.next]));
  return { ...unknown("edition", applies), next: nexts.length === 0 ? undefined : Math.min(...nexts) };
}

/** The outcome under one edition; undefined where none of the act's day is cited. */
function under(rule: PreparedRule, basis: PreparedBasis | undefined, scope: Scope, at: Moot): Outcome {
  scope.missing.length = 0;
  scope.edition = basis?.basis.edition;
  const applies = appliesTo(rule, scope);
  if (applies === false) return { ...moot("no"), basis };
  if (applies === undefined) return { ...unknown(undefined, "unknown"), basis };
  if (basis === undefined) {
    scope.missing.length = 0;
    return unknown("edition");
  }
  const duty = dutyOutcome(rule, basis, scope, at);
  const outcome = duty.verdict === "met" ? duty : excused(rule, scope, duty);
  const turn = rule.act === undefined && basis.until > at.now ? basis.until + 1 : Number.POSITIVE_INFINITY;
  const next = Math.min(outcome.next ?? Number.POSITIVE_INFINITY, turn);
  return { ...outcome, basis, next: Number.isFinite(next) ? next : undefined };
}

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
function dutyOutcome(rule: PreparedRule, basis: PreparedBasis, scope: Scope, at: Moot): Outcome {
  const clock = rule.clock && clockOutcome(rule, rule.clock, basis, scope, at.plan, at.now);
  const require = rule.require === undefined ? undefined : requireOutcome(rule, scope);
  if (clock !== undefined && require !== undefined) return graver(clock, require);
  if (clock ?? require) return (clock ?? require)!;
  if (rule.rule.attest !== undefined) return at.ticked ? met() : unknown("attest");
  throw new Error(`Rule ${rule.rule.id} asks nothing`);
}

function requireOutcome(rule: PreparedRule, scope: Scope): Outcome {
  const answer = rule.require!(scope);
  if (answer === true) return met();
  if (answer === undefined) return unknown();
  const act = rule.act === undefined ? undefined : readAt(scope, rule, rule.act);
  const since = typeof act === "number" ? act : undefined;
  return { verdict: "breached", colour: breachColour(rule.rule.weight), applies: "yes", since };
}

const GRAVITY = { breached: 4, unknown: 3, due: 2, met: 1, moot: 0 } as const;

function graver(clock: Outcome, require: Outcome): Outcome {
  const [more, less] =
    GRAVITY[require.verdict] > GRAVITY[clock.verdict] ? [require, clock] : [clock, require];
  const next = more.next ?? less.next;
  return { ...less, ...more, due: clock.due, lenient: clock.lenient, counting: clock.counting, next };
}

/** A lawful exception makes it moot; one that could not be told keeps a breach from being said. */
function excused(rule: PreparedRule, scope: Scope, duty: Outcome): Outcome {
  if (rule.unless.length === 0 || duty.verdict === "moot") return duty;
  const mark = scope.missing.length;
  let open = false;
  for (const { when, say } of rule.unless) {
    const answer = when(scope);
    if (answer === true) return { ...moot("yes"), exception: say };
    if (answer === undefined) open = true;
  }
  if (open && duty.verdict === "breached") {
    return { ...unknown(), due: duty.due, lenient: duty.lenient, counting: duty.counting, next: duty.next };
  }
  if (!open || duty.verdict !== "unknown") scope.missing.length = mark;
  return duty;
}
