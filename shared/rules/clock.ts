// The verdict of a clock: whether a period was kept, still runs, or is over.
import type { Moment } from "../facts/sheet.ts";
import { MINUTE } from "../time/civil.ts";
import { reckon } from "../time/deadline.ts";
import { NO_SKIP, type Skip } from "../time/reckoning.ts";
import { breachColour, dueColour, nextWarning } from "./colour.ts";
import { type End, endOf } from "./end.ts";
import { missAt, peekAt } from "./holder.ts";
import { AHEAD, earliest, isAhead, isTime, latest, slackOf } from "./moment.ts";
import { type Counting, MET, moot, type Outcome, type Period, unknown } from "./outcome.ts";
import type { PreparedBasis, PreparedClock, PreparedRule } from "./prepare.ts";
import type { PreparedRestart } from "./prepare-clauses.ts";
import type { Scope } from "./scope.ts";
import { skippedOf } from "./skip.ts";
import { grantedLimits, type Limits, restarted, type Steps } from "./span.ts";
import { NO_STOP, type Stopped, stopsOf } from "./stops.ts";

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
  if (!isTime(from)) return notBegun(rule, clock, undefined, scope);
  if (!rule.plain || clock.until === undefined || typeof from !== "number") {
    return reckoned(rule, clock, basis, from, scope);
  }
  const mark = scope.reads.size;
  const until = peekAt(scope, rule, clock.until);
  const place = placeOf(from, until);
  const stood = clock.stood.get(place);
  if (stood !== undefined && stood.from === from && stood.until === until && stood.basis === basis) {
    if (stood.at <= scope.now && scope.now < stood.next) return stood.outcome;
  }
  scope.reads.cut(mark);
  const outcome = reckoned(rule, clock, basis, from, scope);
  if (until !== undefined && outcome.verdict !== "unknown") {
    if (clock.stood.size >= REMEMBERED) clock.stood.clear();
    const next = outcome.next ?? Number.POSITIVE_INFINITY;
    clock.stood.set(place, { from, until, basis, at: scope.now, next, outcome });
  }
  return outcome;
}

/** A small number for a period's two ends: such are found several times faster than instants, and few periods share one. */
const placeOf = (from: number, until: Moment | null | undefined): number =>
  (Math.floor(from / MINUTE) * 31 + (typeof until === "number" ? Math.floor(until / MINUTE) : 0)) | 0;

/** The same without looking for one that stands. */
function reckoned(
  rule: PreparedRule,
  clock: PreparedClock,
  basis: PreparedBasis,
  from: Moment,
  scope: Scope,
): Outcome {
  const end = endOf(rule, clock, from, scope);
  const until = end.coming ?? end.until;
  if (until !== undefined && until !== null && latest(until) < earliest(from) - slackOf(clock.count)) {
    return unknown("order");
  }
  const floor = rule.act === undefined && earliest(from) < basis.sinceMs ? basis.since : undefined;
  const facts: Facts = { rule, clock, basis, scope, end };
  const mark = scope.missing.size;
  const start = floor ?? from;
  const outcome = rule.plain
    ? noted(run(facts, { start, floor, steps: clock.steps, granted: -1, stop: NO_STOP }), facts)
    : spanned(facts, start, floor);
  if (!isAhead(from, scope.now)) return sooner(outcome, end.next);
  // Judged all the same, so that what it rests on stays the same when the instant comes.
  scope.missing.cut(mark);
  return { ...unknown("future"), next: earliest(from) - AHEAD };
}

/** The outcome with an earlier instant at which it changes by itself. */
const sooner = (outcome: Outcome, next: number | undefined): Outcome =>
  next === undefined || (outcome.next ?? Number.POSITIVE_INFINITY) <= next ? outcome : { ...outcome, next };

function notBegun(rule: PreparedRule, clock: PreparedClock, from: null | undefined, scope: Scope): Outcome {
  if (from === null && rule.rule.clock?.begun !== true) return moot("yes");
  missAt(scope, rule, clock.from);
  return unknown(from === null ? "begun" : undefined);
}

interface Facts {
  readonly rule: PreparedRule;
  readonly clock: PreparedClock;
  readonly basis: PreparedBasis;
  readonly scope: Scope;
  readonly end: End;
}

/** One way to count the period. */
interface Way {
  readonly start: Moment;
  readonly floor: string | undefined;
  readonly steps: Steps;
  readonly granted: number;
  readonly stop: Stopped;
  readonly restart?: PreparedRestart | undefined;
}

/** Notes what may hold the end as missing where the outcome is unknown by it. */
function noted(outcome: Outcome, { scope, end }: Facts): Outcome {
  if (outcome.verdict !== "unknown") return outcome;
  if (outcome.reason === "day" && end.at !== undefined) scope.missing.addAll([end.at]);
  else if (outcome.reason === undefined) scope.missing.addAll(end.open);
  return outcome;
}

/** With restarts, extensions and time that does not count: a breach is said only when none of them can have kept it off. */
function spanned(facts: Facts, first: Moment, floor: string | undefined): Outcome {
  const { rule, clock, scope } = facts;
  const mark = scope.missing.size;
  const begun = restarted(rule, first, scope);
  const restartMissing = scope.missing.take(mark);
  const stop = stopsOf(rule, scope);
  const stopMissing = scope.missing.take(mark);
  const limits: Limits = grantedLimits(rule, clock.steps, scope);
  const grantMissing = scope.missing.take(mark);
  const way: Way = {
    start: begun.start,
    floor: begun.by === undefined ? floor : undefined,
    steps: limits.sure,
    granted: limits.granted,
    stop,
    restart: begun.by,
  };
  const sure = run(facts, way);
  if (sure.verdict !== "breached") return noted(sure, facts);
  const longer = begun.possible !== begun.start || limits.possible !== limits.sure;
  if (!longer && !stop.open) return sure;
  const perhaps = longer
    ? run(facts, { ...way, start: begun.possible ?? begun.start, steps: limits.possible })
    : sure;
  const endless = stop.open || begun.possible === undefined;
  if (perhaps.verdict === "breached" && !endless) return sure;
  if (begun.possible !== begun.start) scope.missing.addAll(restartMissing);
  if (limits.possible !== limits.sure) scope.missing.addAll(grantMissing);
  if (stop.open) scope.missing.addAll(stopMissing);
  const next = perhaps.verdict === "due" && !endless ? (perhaps.lenient ?? 0) + 1 : undefined;
  const reason = stop.contrary && scope.missing.size > 0 ? "order" : undefined;
  return { ...unknown(reason), due: sure.due, lenient: sure.lenient, counting: sure.counting, next };
}

/** The outcome of the period counted in one way. */
function run({ rule, clock, basis, scope, end }: Facts, way: Way): Outcome {
  const { start, floor, steps, granted, stop, restart } = way;
  const { until, open } = end;
  const { now, plan } = scope;
  const skipped = skippedOf(stop, { start, steps, count: clock.count, plan, now });
  const { skip } = skipped;
  const period =
    skip === NO_SKIP ? counted(clock, start, steps, scope) : stretched(clock, start, steps, skip, scope);
  const { due, lenient } = period;
  const counting: Counting = {
    start,
    steps,
    period,
    floor,
    skip,
    granted,
    restart,
    ended: until ?? undefined,
  };
  const one = (
    verdict: Outcome["verdict"],
    colour: Outcome["colour"],
    more?: Pick<Outcome, "since" | "mended" | "reason" | "next">,
  ): Outcome => ({
    // Every key, in the order of `outcomeOf`.
    verdict,
    colour,
    applies: "yes",
    basis,
    due,
    lenient,
    since: more?.since,
    mended: more?.mended,
    reason: more?.reason,
    exception: undefined,
    next: more?.next,
    counting,
    readings: undefined,
  });
  if (until === null || until === undefined) {
    const still = skipped.sinceLenient;
    if (still !== undefined) {
      const colour = dueColour(still, due, clock.warnings);
      return { verdict: "due", colour, applies: "yes", reason: "stopped", counting, next: skipped.next };
    }
    const { next } = skipped;
    if (now <= lenient) {
      const turn = turnOf(clock, due, lenient, now);
      const stops = next !== undefined && next < turn ? next : turn;
      return one("due", dueColour(now, due, clock.warnings), { next: stops });
    }
    return until === undefined
      ? one("unknown", "grey", { next })
      : one("breached", breachColour(rule.rule.weight), { since: lenient, next });
  }
  if (latest(until) <= due || skipped.since !== undefined) return one("met", MET.colour);
  // Another act that was not read may have been in time.
  if (open.length > 0) return one("unknown", "grey");
  if (earliest(until) > lenient && skipped.sinceLenient === undefined) {
    return one("breached", breachColour(rule.rule.weight), { since: lenient, mended: earliest(until) });
  }
  const byDay = typeof until === "string" && due === lenient;
  return byDay ? one("unknown", "grey", { reason: "day" }) : one("unknown", "orange", { reason: "reading" });
}

/** The next instant at which a running period changes by itself. */
const turnOf = (clock: PreparedClock, due: number, lenient: number, now: number): number =>
  nextWarning(now, due, clock.warnings) ?? (now <= due && due < lenient ? due + 1 : lenient + 1);

/** A period with time in it that does not count; too seldom to be worth remembering. */
function stretched(clock: PreparedClock, start: Moment, steps: Steps, skip: Skip, scope: Scope): Period {
  const reckoning = reckon(start, steps, clock.count, scope.plan, skip);
  return { due: reckoning.due, lenient: reckoning.lenient, reckoning };
}

/** Counts a period, or remembers it: facts change far less often than they are judged. */
function counted(clock: PreparedClock, start: Moment, steps: Steps, scope: Scope): Period {
  let known = clock.counted.get(steps);
  if (known === undefined) {
    known = new Map<Moment, Period>();
    clock.counted.set(steps, known);
  }
  const before = known.get(start);
  if (before !== undefined) return before;
  const reckoning = reckon(start, steps, clock.count, scope.plan);
  const period: Period = { due: reckoning.due, lenient: reckoning.lenient, reckoning };
  if (known.size >= REMEMBERED) known.clear();
  known.set(start, period);
  return period;
}
