// What ends a period: a field of the rule's element, or the earliest of the other acts that it looks for.
import type { Moment } from "../facts/sheet.ts";
import { holderOf, peekAt } from "./holder.ts";
import { AHEAD, earliest, isAhead, isStrange, isTime } from "./moment.ts";
import { pairOf } from "./pair.ts";
import type { PreparedClock, PreparedRule } from "./prepare.ts";
import type { Read, Scope } from "./scope.ts";

/** What ends the period: a field, or the earliest act of the pair. */
export interface End {
  readonly until: Moment | null | undefined;
  /** The same as it was read, where that is still to come. */
  readonly coming?: Moment | undefined;
  /** Where the end was read. */
  readonly at: Read | undefined;
  /** What was not read and may hold an end, or an earlier one. */
  readonly open: readonly Read[];
  /** When an end that is still to come will be one. */
  readonly next?: number | undefined;
}

/** Words of fields that say when something is to end, not when it did. */
const PLANNED = /届满|期满|截止|到期/;

/** An end that is still to come is none yet: what is to be done by then has not been done. */
function ended(end: End, now: number): End {
  const { until, at } = end;
  if (until === undefined || until === null) return end;
  if (!isTime(until)) return { until: undefined, at, open: at === undefined ? [] : [at] };
  const planned = at !== undefined && PLANNED.test(at.reader.label) && !isStrange(until);
  if (planned || !isAhead(until, now)) return end;
  return { until: null, coming: until, at, open: [], next: earliest(until) - AHEAD };
}

/** The end of the period that runs from `from`. */
export function endOf(rule: PreparedRule, clock: PreparedClock, from: Moment, scope: Scope): End {
  if (clock.until !== undefined) {
    const until = peekAt(scope, rule, clock.until);
    const at = { reader: clock.until, element: holderOf(scope, rule, clock.until) };
    return ended({ until, at, open: until === undefined ? [at] : [] }, scope.now);
  }
  const { pair } = rule;
  if (pair === undefined) throw new Error(`Nothing ends the clock of rule ${rule.rule.id}`);
  const { found, at, open } = pairOf(rule, pair, from, scope);
  const read = found && pair.at && { reader: pair.at, element: found };
  const act = ended({ until: at ?? (open.length === 0 ? null : undefined), at: read, open }, scope.now);
  // Of several acts the earliest counts; what was not read may be one that has already been done.
  return act.until === null && open.length > 0 ? { ...act, until: undefined, open } : act;
}
