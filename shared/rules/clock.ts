// The verdict of a clock: whether a period was kept, still runs, or is over.
import type { Moment } from "../facts/sheet.ts";
import { DAY } from "../time/civil.ts";
import { reckon } from "../time/deadline.ts";
import type { Count, Limit } from "../time/period.ts";
import { missAt, peekAt } from "./basis.ts";
import { breachColour, dueColour, nextWarning } from "./colour.ts";
import { earliest, latest } from "./moment.ts";
import { type Counting, MET, moot, type Outcome, type Period, unknown } from "./outcome.ts";
import type { PreparedBasis, PreparedClock, PreparedRule } from "./prepare.ts";
import type { Scope } from "./scope.ts";
import { grantedLimits, type Limits, NO_STOP, type Stopped, stoppedTime } from "./span.ts";

/** Counting methods that run by the clock; by all others, time that does not count is taken off in whole days. */
const BY_CLOCK: ReadonlySet<Count> = new Set(["hours", "custody-hours", "at-once"]);

/** A start this far ahead of our clock is taken for a difference of clocks, farther ahead for a slip of the pen (ms). */
const AHEAD = 5 * 60_000;

/** How many counted periods a clock remembers before it starts again. */
const REMEMBERED = 512;

/** The outcome of the rule's clock at `scope.now`; missing fields are noted only where it is unknown by them. */
export function clockOutcome(
  rule: PreparedRule,
  clock: PreparedClock,
  basis: PreparedBasis,
  scope: Scope,
): Outcome {
  const from = peekAt(scope, rule, clock.from);
  if (from === undefined || from === null) return notBegun(rule, clock, from, scope);
  const until = peekAt(scope, rule, clock.until);
  if (until !== undefined && until !== null && clock.count !== "at-once" && latest(until) < earliest(from)) {
    return unknown("order");
  }
  const floor = rule.act === undefined && earliest(from) < basis.sinceMs ? basis.since : undefined;
  const facts: Facts = { rule, clock, scope, start: floor ?? from, floor, until };
  const mark = scope.missing.size;
  const plain = rule.extend.length === 0 && rule.stop.length === 0;
  const outcome = plain ? noted(run(facts, clock.limit, -1, NO_STOP), facts) : spanned(facts);
  if (earliest(from) <= scope.now + AHEAD) return outcome;
  // Judged all the same, so that what it rests on stays the same when the instant comes.
  scope.missing.cut(mark);
  return { ...unknown("future"), next: earliest(from) - AHEAD };
}

function notBegun(rule: PreparedRule, clock: PreparedClock, from: null | undefined, scope: Scope): Outcome {
  if (from === null && rule.rule.clock?.begun !== true) return moot("yes");
  missAt(scope, rule, clock.from);
  return unknown(from === null ? "begun" : undefined);
}

interface Facts {
  readonly rule: PreparedRule;
  readonly clock: PreparedClock;
  readonly scope: Scope;
  readonly start: Moment;
  readonly floor: string | undefined;
  readonly until: Moment | null | undefined;
}

/** Notes the end as missing where the outcome is unknown by it. */
function noted(outcome: Outcome, { rule, clock, scope }: Facts): Outcome {
  const byUntil = outcome.reason === undefined || outcome.reason === "day";
  if (outcome.verdict === "unknown" && byUntil) missAt(scope, rule, clock.until);
  return outcome;
}

/** With extensions and time that does not count: a breach is said only when none of them can have kept it off. */
function spanned(facts: Facts): Outcome {
  const { rule, clock, scope } = facts;
  const mark = scope.missing.size;
  const stop = stoppedTime(rule, scope);
  const stopMissing = scope.missing.take(mark);
  const limits: Limits = grantedLimits(rule, clock.limit, scope);
  const grantMissing = scope.missing.take(mark);
  const sure = run(facts, limits.sure, limits.granted, stop);
  if (sure.verdict !== "breached") return noted(sure, facts);
  const open = { ...unknown(), due: sure.due, lenient: sure.lenient, counting: sure.counting };
  if (limits.possible !== limits.sure) {
    const perhaps = run(facts, limits.possible, limits.granted, stop);
    if (perhaps.verdict !== "breached") {
      scope.missing.addAll(grantMissing);
      return { ...open, next: perhaps.verdict === "due" ? (perhaps.lenient ?? 0) + 1 : undefined };
    }
  }
  if (!stop.open) return sure;
  scope.missing.addAll(stopMissing);
  return open;
}

/** The outcome under one limit. */
function run(facts: Facts, limit: Limit, granted: number, stop: Stopped): Outcome {
  const { rule, clock, scope, start, floor, until } = facts;
  const period = counted(clock, start, limit, scope);
  const stopped = BY_CLOCK.has(clock.count) ? stop.ms : Math.ceil(stop.ms / DAY) * DAY;
  const due = period.due + stopped;
  const lenient = period.lenient + stopped;
  const counting: Counting = { start, limit, period, floor, stopped, granted, ended: until ?? undefined };
  const { now } = scope;
  const one = (
    verdict: Outcome["verdict"],
    colour: Outcome["colour"],
    more?: Pick<Outcome, "since" | "mended" | "reason" | "next">,
  ): Outcome => ({ verdict, colour, applies: "yes", due, lenient, counting, ...more });
  if (until === null || until === undefined) {
    if (stop.since !== undefined && stop.since <= lenient) {
      const colour = dueColour(stop.since, due, clock.warnings);
      return { verdict: "due", colour, applies: "yes", reason: "stopped", counting };
    }
    if (now <= lenient) {
      return one("due", dueColour(now, due, clock.warnings), { next: turnOf(clock, due, lenient, now) });
    }
    return until === undefined
      ? one("unknown", "grey")
      : one("breached", breachColour(rule.rule.weight), { since: lenient });
  }
  if (latest(until) <= due) return one("met", MET.colour);
  if (earliest(until) > lenient) {
    return one("breached", breachColour(rule.rule.weight), { since: lenient, mended: earliest(until) });
  }
  const byDay = typeof until === "string" && due === lenient;
  return byDay ? one("unknown", "grey", { reason: "day" }) : one("unknown", "orange", { reason: "reading" });
}

/** The next instant at which a running period changes by itself. */
const turnOf = (clock: PreparedClock, due: number, lenient: number, now: number): number =>
  nextWarning(now, due, clock.warnings) ?? (now <= due && due < lenient ? due + 1 : lenient + 1);

/** Counts a period, or remembers it: facts change far less often than they are judged. */
function counted(clock: PreparedClock, start: Moment, limit: Limit, scope: Scope): Period {
  let known = clock.counted.get(limit);
  if (known === undefined) {
    known = new Map<Moment, Period>();
    clock.counted.set(limit, known);
  }
  const before = known.get(start);
  if (before !== undefined) return before;
  const reckoning = reckon(start, limit, clock.count, scope.plan);
  const period: Period = { due: reckoning.due, lenient: reckoning.lenient, reckoning };
  if (known.size >= REMEMBERED) known.clear();
  known.set(start, period);
  return period;
}
