// How long a period may be: when it began anew, and which extensions were granted.
import type { Moment } from "../facts/sheet.ts";
import type { Limit } from "../time/period.ts";
import { missAt, peekAt } from "./holder.ts";
import { earliest, isStrange, isTime } from "./moment.ts";
import type { PreparedRule } from "./prepare.ts";
import type { PreparedRestart } from "./prepare-clauses.ts";
import type { Scope } from "./scope.ts";

/** The limit of a period: its steps, each counted from the end of the one before. */
export type Steps = readonly Limit[];

export interface Limits {
  /** The limit that is surely granted. */
  readonly sure: Steps;
  /** The longest that may have been granted; the same where every extension could be told. */
  readonly possible: Steps;
  /** Index of the last extension surely granted; -1 for none. */
  readonly granted: number;
}

/** Extensions form a chain: a later one, where granted, replaces the earlier or stands on it. */
export function grantedLimits(rule: PreparedRule, steps: Steps, scope: Scope): Limits {
  let [sure, possible, granted] = [steps, steps, -1];
  for (const [index, { reach, when }] of rule.extend.entries()) {
    const answer = when?.(scope);
    if (answer === true) [sure, possible, granted] = [reach, reach, index];
    else if (when !== undefined && answer === undefined) possible = reach;
  }
  return { sure, possible, granted };
}

export interface Begun {
  readonly start: Moment;
  /** The restart by which it surely began anew. */
  readonly by: PreparedRestart | undefined;
  /** The latest moment from which it may run; undefined where that is not known at all. */
  readonly possible: Moment | undefined;
}

/** The latest of the moments from which the period surely began anew, and the latest from which it may have. */
export function restarted(rule: PreparedRule, start: Moment, scope: Scope): Begun {
  let begun: Begun = { start, by: undefined, possible: start };
  let possible: Moment | undefined = start;
  for (const restart of rule.restart) {
    const mark = scope.missing.size;
    const answer = restart.when === undefined ? true : restart.when(scope);
    const from = peekAt(scope, rule, restart.from);
    const idle = from === null ? restart.when === undefined : from !== undefined && !after(from, start);
    if (answer === false || idle) {
      scope.missing.cut(mark);
      continue;
    }
    // A beginning of another age is a slip of the pen.
    if (from === null || from === undefined || isStrange(from) || !isTime(from)) {
      // A blank one is missing only where it surely began anew; else what tells whether it did is.
      if (from !== null || answer === true) missAt(scope, rule, restart.from);
      possible = undefined;
      continue;
    }
    if (answer === true && after(from, begun.start)) begun = { start: from, by: restart, possible };
    if (possible !== undefined && after(from, possible)) possible = from;
  }
  return { ...begun, possible };
}

const after = (one: Moment, other: Moment): boolean => earliest(one) > earliest(other);
