// How long a period may be: which extensions were granted, and what time does not count.
import type { Moment } from "../facts/sheet.ts";
import type { Limit } from "../time/period.ts";
import { readAt } from "./basis.ts";
import { earliest } from "./moment.ts";
import type { PreparedRule } from "./prepare.ts";
import type { Scope } from "./scope.ts";

export interface Limits {
  /** The limit that is surely granted. */
  readonly sure: Limit;
  /** The longest that may have been granted; the same where every extension could be told. */
  readonly possible: Limit;
  /** Index of the last extension surely granted; -1 for none. */
  readonly granted: number;
}

/** Extensions form a chain: a later one, where granted, replaces the earlier. */
export function grantedLimits(rule: PreparedRule, limit: Limit, scope: Scope): Limits {
  let [sure, possible, granted] = [limit, limit, -1];
  for (const [index, { to, when }] of rule.extend.entries()) {
    const answer = when?.(scope);
    if (answer === true) [sure, possible, granted] = [to, to, index];
    else if (when !== undefined && answer === undefined) possible = to;
  }
  return { sure, possible, granted };
}

export interface Stopped {
  /** Time that did not count (ms), of the stops that are over. */
  readonly ms: number;
  /** Since when the clock stands still; undefined while it runs. */
  readonly since: number | undefined;
  /** A stop may have been that was not read. */
  readonly open: boolean;
}

/** Time between the two fields of every stop. A stop without end holds the clock from its beginning. */
export function stoppedTime(rule: PreparedRule, scope: Scope, now: number): Stopped {
  let ms = 0;
  let since: number | undefined;
  let open = false;
  for (const stop of rule.stop) {
    const from = readAt(scope, rule, stop.from) as Moment | null | undefined;
    const until = readAt(scope, rule, stop.until) as Moment | null | undefined;
    if (from === undefined || (from !== null && until === undefined)) open = true;
    else if (from !== null && until === null && earliest(from) <= now) since = earliest(from);
    else if (from !== null && until !== null && until !== undefined) {
      ms += Math.max(0, earliest(until) - earliest(from));
    }
  }
  return { ms, since, open };
}
