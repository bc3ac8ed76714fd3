// How long a period may be: when it began anew, which extensions were granted, and what time does not count.
import type { Element, Moment } from "../facts/sheet.ts";
import type { Limit } from "../time/period.ts";
import { holderOf, missAt, peekAt } from "./holder.ts";
import { earliest } from "./moment.ts";
import type { PreparedRestart, PreparedRule, PreparedStop } from "./prepare.ts";
import { listOf, NOTHING, peekCell, type Scope } from "./scope.ts";

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
    if (from === null || from === undefined) {
      missAt(scope, rule, restart.from);
      possible = undefined;
      continue;
    }
    if (answer === true && after(from, begun.start)) begun = { start: from, by: restart, possible };
    if (possible !== undefined && after(from, possible)) possible = from;
  }
  return { ...begun, possible };
}

const after = (one: Moment, other: Moment): boolean => earliest(one) > earliest(other);

/** One stretch of time that did not count. */
export interface Pause {
  readonly from: number;
  readonly until: number;
  readonly by: PreparedStop;
  readonly on: Element;
}

export interface Stopped {
  /** Stops that are over, in order, none overlapping another. */
  readonly pauses: readonly Pause[];
  /** The stop that has not ended; the clock stands still from its beginning. */
  readonly since: Pause | undefined;
  /** A stop may have been that was not read. */
  readonly open: boolean;
}

export const NO_STOP: Stopped = { pauses: [], since: undefined, open: false };

/** Time between the two fields of every stop. A stop without end holds the clock from its beginning. */
export function stoppedTime(rule: PreparedRule, scope: Scope): Stopped {
  const pauses: Pause[] = [];
  let open = false;
  for (const stop of rule.stop) {
    if (stop.list === undefined) {
      const on = holderOf(scope, rule, stop.from);
      if (!pause(stop, on, scope, pauses)) open = true;
      continue;
    }
    const list = listOf(scope.sheet, stop.list.element);
    for (const item of list?.items ?? []) if (!listed(stop, item, scope, pauses)) open = true;
    if (list?.complete !== true) {
      scope.missing.add(stop.list, NOTHING);
      open = true;
    }
  }
  return { ...merged(pauses), open };
}

/** A stop on an element of a list; false where it may be one and could not be told. */
function listed(stop: PreparedStop, item: Element, scope: Scope, pauses: Pause[]): boolean {
  const { self, reads, missing } = scope;
  const [read, missed] = [reads.size, missing.size];
  scope.self = item;
  const answer = stop.where === undefined ? true : stop.where(scope);
  scope.self = self;
  if (answer === false) {
    reads.cut(read);
    missing.cut(missed);
    return true;
  }
  if (answer === true) {
    missing.cut(missed);
    return pause(stop, item, scope, pauses);
  }
  // What it may be decides nothing where it was never begun.
  if (peekCell(scope, stop.from, item) !== null) return false;
  missing.cut(missed);
  return true;
}

/** Adds the stop's stretch of time; false where an end of it was not read. */
function pause(stop: PreparedStop, on: Element, scope: Scope, pauses: Pause[]): boolean {
  const from = peekCell(scope, stop.from, on) as Moment | null | undefined;
  const until = peekCell(scope, stop.until, on) as Moment | null | undefined;
  if (from === null) return true;
  if (from === undefined) scope.missing.add(stop.from, on);
  if (until === undefined) scope.missing.add(stop.until, on);
  if (from === undefined || until === undefined) return false;
  const end = until === null ? Number.POSITIVE_INFINITY : earliest(until);
  if (end > earliest(from) && earliest(from) <= scope.now) {
    pauses.push({ from: earliest(from), until: end, by: stop, on });
  }
  return true;
}

/** The same time is left out once, however many stops cover it. */
function merged(pauses: readonly Pause[]): Pick<Stopped, "pauses" | "since"> {
  const whole: Pause[] = [];
  for (const one of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last === undefined || one.from > last.until) whole.push(one);
    else if (one.until > last.until) whole[whole.length - 1] = { ...last, until: one.until };
  }
  const last = whole.at(-1);
  return last !== undefined && !Number.isFinite(last.until)
    ? { pauses: whole.slice(0, -1), since: last }
    : { pauses: whole, since: undefined };
}
