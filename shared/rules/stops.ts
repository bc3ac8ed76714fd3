// What time did not count into a period: the stretches that the facts name, and which could not be told.
import type { Cell, Element, Moment } from "../facts/sheet.ts";
import { holderOf } from "./holder.ts";
import { earliest, isStrange, latest } from "./moment.ts";
import type { PreparedRule } from "./prepare.ts";
import type { PreparedStop } from "./prepare-clauses.ts";
import { listOf, NOTHING, peekCell, type Reader, type Scope } from "./scope.ts";

/** One stretch of time, as it was read. */
export interface Pause {
  readonly by: PreparedStop;
  readonly on: Element;
  readonly from: Moment;
  /** Null while it lasts. */
  readonly until: Moment | null;
}

/** A length that an officer noted (在途时间), without its two ends. */
export interface Noted {
  readonly by: PreparedStop;
  readonly on: Element;
  readonly hours: number;
}

export interface Stopped {
  readonly pauses: readonly Pause[];
  readonly noted: readonly Noted[];
  /** A stop may have been that was not read. */
  readonly open: boolean;
  /** A stop was read whose end lies before its beginning, or that cannot be so long. */
  readonly contrary: boolean;
}

export const NO_STOP: Stopped = { pauses: [], noted: [], open: false, contrary: false };

/** Longest journey that an officer may have noted (hours); more is a slip of the pen. */
const LONGEST = 240;

interface Found {
  readonly pauses: Pause[];
  readonly noted: Noted[];
  contrary: boolean;
}

/** Every stop of the rule that is begun; what it may be by was noted as missing where it could not be told. */
export function stopsOf(rule: PreparedRule, scope: Scope): Stopped {
  const found: Found = { pauses: [], noted: [], contrary: false };
  let open = false;
  for (const stop of rule.stop) {
    if (stop.list === undefined) {
      const field = stop.hours ?? stop.from;
      if (!taken(rule, stop, field === undefined ? scope.self : holderOf(scope, rule, field), scope, found))
        open = true;
      continue;
    }
    const list = listOf(scope.sheet, stop.list.element);
    for (const item of list?.items ?? []) if (!taken(rule, stop, item, scope, found)) open = true;
    if (list?.complete !== true) {
      scope.missing.add(stop.list, NOTHING);
      open = true;
    }
  }
  return { ...found, open };
}

/** Takes the stop on one element; false where it may be one and could not be told. */
function taken(rule: PreparedRule, stop: PreparedStop, on: Element, scope: Scope, found: Found): boolean {
  const { self, reads, missing } = scope;
  const [read, missed] = [reads.size, missing.size];
  const tied = ties(rule, stop, on, scope);
  if (stop.list !== undefined) scope.self = on;
  const where = tied === false || stop.where === undefined ? tied : stop.where(scope);
  const answer = tied === undefined && where !== false ? undefined : where;
  scope.self = self;
  if (answer === false) {
    if (stop.list !== undefined) reads.cut(read);
    missing.cut(missed);
    return true;
  }
  if (answer === true) {
    missing.cut(missed);
    return stop.hours === undefined
      ? pause(stop, on, scope, found)
      : noted(stop, stop.hours, on, scope, found);
  }
  // What it may be decides nothing where it was never begun.
  const begins = stop.hours ?? stop.from;
  if (begins === undefined || peekCell(scope, begins, on) !== null) return false;
  missing.cut(missed);
  return true;
}

/** Whether an element is of the same person (or whatever has to be the same); undefined where a side is blank or unread. */
function ties(rule: PreparedRule, stop: PreparedStop, on: Element, scope: Scope): boolean | undefined {
  let sure: boolean | undefined = true;
  for (const { theirs, ours } of stop.same) {
    const holder = holderOf(scope, rule, ours);
    const one = theirs.field === "id" ? on.id : peekCell(scope, theirs, on);
    const other = ours.field === "id" ? holder.id : peekCell(scope, ours, holder);
    const open = (value: Cell): boolean => value === undefined || value === null;
    if (open(one)) scope.missing.add(theirs, on);
    if (open(other)) scope.missing.add(ours, holder);
    if (open(one) || open(other)) sure = undefined;
    else if (one !== other) return false;
  }
  return sure;
}

function pause(stop: PreparedStop, on: Element, scope: Scope, found: Found): boolean {
  if (stop.from === undefined || stop.until === undefined) return true;
  const from = peekCell(scope, stop.from, on) as Moment | null | undefined;
  if (from === null) return true;
  const until = peekCell(scope, stop.until, on) as Moment | null | undefined;
  if (from === undefined) scope.missing.add(stop.from, on);
  if (until === undefined) scope.missing.add(stop.until, on);
  if (from === undefined || until === undefined) return false;
  if (until !== null && (isStrange(until) || !(latest(until) >= earliest(from)))) {
    scope.missing.add(stop.until, on);
    found.contrary = true;
    return false;
  }
  found.pauses.push({ by: stop, on, from, until });
  return true;
}

function noted(stop: PreparedStop, hours: Reader, on: Element, scope: Scope, found: Found): boolean {
  const value = peekCell(scope, hours, on);
  const wrong = typeof value === "number" && !(value >= 0 && value <= LONGEST);
  if (wrong) found.contrary = true;
  if (value === undefined || wrong) {
    scope.missing.add(hours, on);
    return false;
  }
  if (typeof value === "number" && value > 0) found.noted.push({ by: stop, on, hours: value });
  return true;
}
