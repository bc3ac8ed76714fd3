// Keeps one case judged: after a change only the rules that rest on what changed are judged again.

import type { Element, FactSheet } from "../facts/sheet.ts";
import { type SheetChanges, sheetChanges } from "../facts/sheet-changes.ts";
import { dateOf, dayFrom, dayOf, MINUTE, startOfDay } from "../time/civil.ts";
import { describe } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import type { Finding, Judgement } from "./finding.ts";
import { listItself, NO_TICKS, type Ticks } from "./judge.ts";
import { madeOf } from "./lazy-rule.ts";
import type { Outcome } from "./outcome.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import { type RuleReads, readsOf } from "./rule-reads.ts";
import { listOf, newScope, oneOf, type Scope } from "./scope.ts";

/** What one rule says of one element, or of a list that was not read whole (`element` undefined). */
interface Slot {
  readonly element: string | undefined;
  readonly finding: Finding;
  readonly ticked: boolean;
  /** First instant at which it has to be judged again though no fact changed (ms). */
  readonly until: number;
}

/** All that one rule says. */
interface Said {
  readonly slots: readonly Slot[];
  readonly findings: readonly Finding[];
  /** The earliest `until` of them. */
  readonly until: number;
  /** The earliest instant at which one of its answers changes by itself (ms). */
  readonly next: number;
}

interface Last {
  readonly sheet: FactSheet;
  readonly now: number;
  readonly ticks: Ticks;
  readonly said: readonly Said[];
  readonly judgement: Judgement;
  /** The earliest `until` of all slots. */
  readonly until: number;
}

/** Judges the case anew: the same judgement as `judge` gives, findings that did not change being the same objects. */
export type JudgeAgain = (sheet: FactSheet, now: number, ticks?: Ticks) => Judgement;

/** One case's judge. It holds the last sheet, which must not be changed in place. */
export function keepJudged(prepared: Prepared): JudgeAgain {
  const reads = readsOf(prepared);
  let last: Last | undefined;
  return (sheet, now, ticks = NO_TICKS) => {
    last = again(prepared, reads, last, sheet, now, ticks);
    return last.judgement;
  };
}

function again(
  prepared: Prepared,
  reads: RuleReads,
  last: Last | undefined,
  sheet: FactSheet,
  now: number,
  ticks: Ticks,
): Last {
  // A clock that was set back undoes what has passed.
  if (last !== undefined && now < last.now) return again(prepared, reads, undefined, sheet, now, ticks);
  const scope = newScope(sheet, now, prepared.holidays);
  if (last === undefined) {
    const said = prepared.rules.map((rule) =>
      saidBy(slotsOf(madeOf(rule), scope, ticks, undefined, undefined)),
    );
    return lastOf(prepared, { sheet, now, ticks, said });
  }
  const ticked = !sameTicks(last.ticks, ticks);
  if (last.sheet === sheet && !ticked && now < last.until) {
    return { ...last, now, judgement: { ...last.judgement, at: now } };
  }
  const changes = sheetChanges(last.sheet, sheet);
  if (changes === undefined) return again(prepared, reads, undefined, sheet, now, ticks);
  const stale = staleRules(reads, changes);
  const said = last.said.map((before, place): Said => {
    const rule = madeOf(prepared.rules[place]!);
    const anew = stale.get(place);
    if (anew === undefined && now < before.until && !(ticked && rule.rule.attest !== undefined))
      return before;
    return saidBy(slotsOf(rule, scope, ticks, before.slots, anew));
  });
  return lastOf(prepared, { sheet, now, ticks, said });
}

const sameTicks = (a: Ticks, b: Ticks): boolean =>
  a === b || (a.size === b.size && [...a].every((tick) => b.has(tick)));

function saidBy(slots: readonly Slot[]): Said {
  let until = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const slot of slots) {
    const { nextChange } = slot.finding;
    if (slot.until < until) until = slot.until;
    if (nextChange !== undefined && nextChange < next) next = nextChange;
  }
  return { slots, findings: slots.map(({ finding }) => finding), until, next };
}

function lastOf({ revision, hash }: Prepared, made: Pick<Last, "sheet" | "now" | "ticks" | "said">): Last {
  const findings: readonly Finding[] = ([] as Finding[]).concat(...made.said.map((said) => said.findings));
  let until = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const said of made.said) {
    if (said.until < until) until = said.until;
    if (said.next < next) next = said.next;
  }
  const judgement = { at: made.now, pack: { revision, hash }, findings };
  return {
    ...made,
    until,
    judgement: Number.isFinite(next) ? { ...judgement, nextChange: next } : judgement,
  };
}

/** Elements of a rule that may have to be judged again, with their changed fields; `all` where what it reads elsewhere changed. */
type Anew = "all" | Map<string, readonly string[]>;

/** What has to be judged again of each rule, by its place in the pack. */
function staleRules(reads: RuleReads, changes: SheetChanges): ReadonlyMap<number, Anew> {
  const stale = new Map<number, Anew>();
  const all = (places: readonly number[] | undefined): void => {
    for (const place of places ?? []) stale.set(place, "all");
  };
  for (const { element, id, fields } of changes.elements) {
    for (const field of fields) {
      all(reads.other.get(`${element}.${field}`));
      for (const place of reads.own.get(`${element}.${field}`) ?? []) {
        const ids = stale.get(place);
        if (ids === undefined) stale.set(place, new Map([[id, fields]]));
        else if (ids !== "all") ids.set(id, fields);
      }
    }
  }
  for (const list of changes.lists) {
    all(reads.lists.get(list));
    // Rows that stayed keep their findings; the rule's slots are laid out anew.
    for (const place of reads.each.get(list) ?? []) if (!stale.has(place)) stale.set(place, new Map());
  }
  for (const one of changes.ones) {
    all(reads.each.get(one));
    for (const [field, places] of reads.other) if (field.startsWith(`${one}.`)) all(places);
  }
  return stale;
}

/** The rule's slots, those taken over from before on which nothing bears. */
function slotsOf(
  rule: PreparedRule,
  scope: Scope,
  ticks: Ticks,
  before: readonly Slot[] | undefined,
  anew: Anew | undefined,
): readonly Slot[] {
  const kept = (id: string | undefined, place: number, ticked: boolean): Slot | undefined => {
    if (before === undefined || anew === "all") return undefined;
    const there = before[place];
    const slot = there?.element === id ? there : before.find(({ element }) => element === id);
    if (slot === undefined || slot.element !== id || slot.ticked !== ticked || scope.now >= slot.until) {
      return undefined;
    }
    const fields = id === undefined ? undefined : anew?.get(id);
    return fields === undefined || !restsOn(rule, slot.finding, fields) ? slot : undefined;
  };
  const one = (element: Element, id: string, place: number): Slot => {
    const ticked = rule.rule.attest !== undefined && ticks.has(`${rule.rule.id}@${placeOf(rule, id)}`);
    const same = kept(id, place, ticked);
    if (same !== undefined) return same;
    scope.self = element;
    scope.ticked = ticked;
    return slotOf(rule, evaluate(rule, scope), scope, id);
  };
  if (!rule.many) return [one(oneOf(scope.sheet, rule.each), "", 0)];
  const list = listOf(scope.sheet, rule.each);
  const slots = (list?.items ?? []).map((element, place) => one(element, element.id, place));
  if (list?.complete === true && slots.length > 0) return slots;
  // Of the list itself only its being whole matters, and a change of that makes the rule stale.
  const whole = anew === undefined ? kept(undefined, slots.length, false) : undefined;
  if (whole !== undefined) return [...slots, whole];
  scope.ticked = false;
  listItself(rule, list, scope, (...found) => slots.push(slotOf(...found, undefined)));
  return slots;
}

/**
 * Whether a finding rests on one of its element's fields. Where the rule does not apply, that is what its condition read and
 * what chooses the edition; where it does, its words and the acts it looks for may rest on more than was noted.
 */
function restsOn(rule: PreparedRule, finding: Finding, fields: readonly string[]): boolean {
  if (finding.applies !== "no" || rule.pair !== undefined) return true;
  const { act, clock, actEnd } = rule;
  return fields.some(
    (field) =>
      [act, clock?.until, actEnd].some((reader) => reader?.field === field) ||
      finding.fields.some(({ path }) => path === `${finding.on}.${field}`),
  );
}

const placeOf = ({ each, many }: PreparedRule, id: string): string => (many ? `${each}/${id}` : each);

function slotOf(rule: PreparedRule, outcome: Outcome, scope: Scope, element: string | undefined): Slot {
  const finding = describe(rule, outcome, scope);
  const until = Math.min(
    finding.nextChange ?? Number.POSITIVE_INFINITY,
    untilByWords(rule, outcome, finding, scope.now),
  );
  return { element, finding, ticked: scope.ticked, until };
}

/** When the finding's words, or the edition of a rule that asks nothing, are others though its answer is the same (ms). */
function untilByWords(rule: PreparedRule, outcome: Outcome, finding: Finding, now: number): number {
  let until = Number.POSITIVE_INFINITY;
  if (rule.act === undefined) {
    for (const { from, until: last } of rule.bases)
      for (const turn of [from, last + 1]) if (turn > now && turn < until) until = turn;
  }
  const says = finding.why !== "";
  const runs = outcome.counting !== undefined && outcome.counting.ended === undefined;
  if (runs || (says && rule.why?.some((part) => typeof part === "object" && "own" in part))) {
    return Math.min(until, nextMinute(now, outcome));
  }
  // Dates are written with their year where it is not this one.
  return finding.working.length > 0 || says ? Math.min(until, newYear(now)) : until;
}

/** The next instant at which the time of day, or a span from or to an end of the period, is another minute. */
function nextMinute(now: number, { due, lenient }: Outcome): number {
  let next = now + MINUTE;
  for (const end of [0, due, lenient]) {
    // Spans are rounded down and ends may be the last millisecond of a minute, so the turn lies up to two milliseconds off.
    for (let off = 0; end !== undefined && off < 3; off++) {
      const left = (((end + off - now) % MINUTE) + MINUTE) % MINUTE;
      if (left > 0 && now + left < next) next = now + left;
    }
  }
  return next;
}

/** The first instant of the next year (ms). */
const newYear = (now: number): number =>
  startOfDay(dayFrom({ year: dateOf(dayOf(now)).year + 1, month: 1, day: 1 }));
