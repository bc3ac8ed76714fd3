// The verdict of a clock: whether a period was kept, still runs, or is over.
import type { Moment } from "../facts/sheet.ts";
import { DAY, parseDay, startOfDay } from "../time/civil.ts";
import { reckon } from "../time/deadline.ts";
import type { Count, HolidayPlan, Limit } from "../time/period.ts";
import type { Reckoning } from "../time/reckoning.ts";
import { readAt } from "./basis.ts";
import { breachColour, dueColour, nextWarning } from "./colour.ts";
import { earliest, latest } from "./moment.ts";
import { type Counting, met, moot, type Outcome, unknown } from "./outcome.ts";
import type { PreparedBasis, PreparedClock, PreparedRule } from "./prepare.ts";
import type { Scope } from "./scope.ts";
import { grantedLimits, stoppedTime } from "./span.ts";

/** Counting methods whose periods are whole days: time that does not count is taken off in whole days. */
const BY_CLOCK: ReadonlySet<Count> = new Set(["hours", "custody-hours", "at-once"]);

/** How many counted periods a clock remembers before it starts again. */
const REMEMBERED = 512;

/**
 * The verdict of the rule's clock at `now` (ms). Fields that are missing are left in `scope.missing` only where the verdict
 * is unknown by them.
 */
export function clockOutcome(
  rule: PreparedRule,
  clock: PreparedClock,
  basis: PreparedBasis,
  scope: Scope,
  plan: HolidayPlan,
  now: number,
): Outcome {
  const mark = scope.missing.length;
  const from = readAt(scope, rule, clock.from) as Moment | null | undefined;
  if (from === undefined) return unknown();
  if (from === null) {
    if (rule.rule.clock?.begun !== true) return moot("yes");
    scope.missing.push(clock.from, scope.self);
    return unknown("begun");
  }
  const until = readAt(scope, rule, clock.until) as Moment | null | undefined;
  const untilMissing = scope.missing.splice(mark);
  const count = rule.rule.clock?.count ?? "hours";
  if (until !== undefined && until !== null && count !== "at-once" && latest(until) < earliest(from)) {
    return unknown("order");
  }
  const floor =
    rule.act === undefined && earliest(from) < firstInstant(basis.since) ? basis.since : undefined;
  const stop = stoppedTime(rule, scope, now);
  const stopMissing = scope.missing.splice(mark);
  const limits = grantedLimits(rule, clock.limit, scope);
  const grantMissing = scope.missing.splice(mark);

  const run = (limit: Limit): Outcome => {
    const start = floor ?? from;
    const reckoning = counted(clock, start, limit, count, plan);
    const stopped = BY_CLOCK.has(count) ? stop.ms : Math.ceil(stop.ms / DAY) * DAY;
    const [due, lenient] = [reckoning.due + stopped, reckoning.lenient + stopped];
    const counting: Counting = {
      start,
      limit,
      reckoning,
      floor,
      stopped,
      granted: limits.granted,
      ended: until ?? undefined,
    };
    const at = { due, lenient, counting };
    if (stop.since !== undefined && stop.since <= lenient && (until === null || until === undefined)) {
      return {
        verdict: "due",
        colour: dueColour(stop.since, due, clock.warnings),
        applies: "yes",
        reason: "stopped",
        counting,
      };
    }
    return { ...ended(rule, clock, until, due, lenient, now), ...at };
  };

  const sure = run(limits.sure);
  if (sure.verdict === "breached" && limits.possible !== limits.sure) {
    const perhaps = run(limits.possible);
    if (perhaps.verdict !== "breached") {
      scope.missing.push(...grantMissing);
      return {
        ...unknown(),
        due: sure.due,
        lenient: sure.lenient,
        counting: sure.counting,
        next: perhaps.next,
      };
    }
  }
  if (sure.verdict === "breached" && stop.open) {
    scope.missing.push(...stopMissing);
    return { ...unknown(), due: sure.due, lenient: sure.lenient, counting: sure.counting };
  }
  if (sure.verdict === "unknown" && sure.reason === undefined) scope.missing.push(...untilMissing);
  if (sure.reason === "day") scope.missing.push(clock.until, scope.self);
  return sure;
}

/** The verdict once both ends of the period are numbers. */
function ended(
  rule: PreparedRule,
  clock: PreparedClock,
  until: Moment | null | undefined,
  due: number,
  lenient: number,
  now: number,
): Outcome {
  if (until === null || until === undefined) {
    if (now <= lenient) return running(clock, due, lenient, now);
    return until === undefined ? unknown() : { ...breached(rule), since: lenient };
  }
  if (latest(until) <= due) return met();
  if (earliest(until) > lenient) return { ...breached(rule), since: lenient, mended: earliest(until) };
  if (typeof until === "string" && due === lenient) return unknown("day");
  return { ...unknown("reading"), colour: "orange" };
}

function running(clock: PreparedClock, due: number, lenient: number, now: number): Outcome {
  const turn = nextWarning(now, due, clock.warnings) ?? (now <= due && due < lenient ? due + 1 : lenient + 1);
  return { verdict: "due", colour: dueColour(now, due, clock.warnings), applies: "yes", next: turn };
}

const breached = (rule: PreparedRule): Outcome => ({
  verdict: "breached",
  colour: breachColour(rule.rule.weight),
  applies: "yes",
});

const firstInstant = (day: string): number => startOfDay(parseDay(day) ?? Number.NaN);

/** Counts a period, or remembers it. */
function counted(
  clock: PreparedClock,
  start: Moment,
  limit: Limit,
  count: Count,
  plan: HolidayPlan,
): Reckoning {
  const known = clock.counted.get(limit) ?? new Map<Moment, Reckoning>();
  const before = known.get(start);
  if (before !== undefined) return before;
  const reckoning = reckon(start, limit, count, plan);
  if (known.size >= REMEMBERED) known.clear();
  known.set(start, reckoning);
  clock.counted.set(limit, known);
  return reckoning;
}
