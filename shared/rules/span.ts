// How long a period may be: which extensions were granted, and what time does not count.
import type { Limit } from "../time/period.ts";
import { missAt, peekAt } from "./basis.ts";
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

export const NO_STOP: Stopped = { ms: 0, since: undefined, open: false };

/** Time between the two fields of every stop. A stop without end holds the clock from its beginning. */
export function stoppedTime(rule: PreparedRule, scope: Scope): Stopped {
  let ms = 0;
  let since: number | undefined;
  let open = false;
  for (const stop of rule.stop) {
    const from = peekAt(scope, rule, stop.from);
    const until = peekAt(scope, rule, stop.until);
    if (from === undefined) missAt(scope, rule, stop.from);
    if (from !== null && until === undefined) missAt(scope, rule, stop.until);
    if (from === undefined || (from !== null && until === undefined)) open = true;
    else if (from !== null && until === null && earliest(from) <= scope.now) since = earliest(from);
    else if (from !== null && until !== null && until !== undefined) {
      ms += Math.max(0, earliest(until) - earliest(from));
    }
  }
  return { ms, since, open };
}
