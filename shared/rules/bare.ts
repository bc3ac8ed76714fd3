// Judges a case without a word: of each finding what a ledger keeps, not what a why-card prints.
import type { FactSheet } from "../facts/sheet.ts";
import { fieldsOf, missingPaths } from "./fields.ts";
import type { Finding } from "./finding.ts";
import { keyOf } from "./key.ts";
import type { Outcome } from "./outcome.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import { NOTHING, type Scope } from "./scope.ts";
import { visitSpeaking } from "./speaking.ts";

/** The parts of a finding by which it is told from another one, rings and is counted. */
export type BareFinding = Pick<
  Finding,
  "rule" | "on" | "verdict" | "colour" | "key" | "due" | "since" | "mended"
> & { readonly missing: string[] };

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The same for every case: a list that was not read, or not whole, is unknown to each of its rules. */
const ofLists = new WeakMap<PreparedRule, BareFinding>();

/** Nothing was read, and nothing but the list is missing: the answer depends on no fact. */
const isListAlone = ({ list }: PreparedRule, { reason }: Outcome, { reads, missing }: Scope): boolean =>
  reason === "list" && reads.size === 0 && missing.size === 1 && missing.readerAt(0) === list;

function bareOf(rule: PreparedRule, outcome: Outcome, scope: Scope): BareFinding {
  const wholeList = rule.many && scope.self === NOTHING && isListAlone(rule, outcome, scope);
  const known = wholeList ? ofLists.get(rule) : undefined;
  if (known !== undefined) return known;
  const { id } = rule.rule;
  const on = scope.self === NOTHING || !rule.many ? rule.each : `${rule.each}/${scope.self.id}`;
  const finding: Writable<BareFinding> = {
    rule: id,
    on,
    verdict: outcome.verdict,
    colour: outcome.colour,
    missing: [...missingPaths(scope)],
    key: keyOf(id, on, fieldsOf(scope)),
  };
  if (outcome.counting !== undefined && outcome.due !== undefined) finding.due = outcome.due;
  if (outcome.since !== undefined) finding.since = outcome.since;
  if (outcome.mended !== undefined) finding.mended = outcome.mended;
  if (wholeList) ofLists.set(rule, finding);
  return finding;
}

/**
 * Calls `visit` with the bare finding of every rule that speaks, or may speak, of its element – those that `judgeSpeaking`
 * answers, in no order, with the rule's place in the pack; the earliest instant at which one of them changes by itself (ms).
 */
export function judgeBare(
  prepared: Prepared,
  sheet: FactSheet,
  now: number,
  ticks: ReadonlySet<string>,
  visit: (finding: BareFinding, place: number) => void,
): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  visitSpeaking(prepared, sheet, now, ticks, (rule, outcome, scope, place) => {
    if (outcome.next !== undefined && outcome.next < next) next = outcome.next;
    visit(bareOf(rule, outcome, scope), place);
  });
  return Number.isFinite(next) ? next : undefined;
}
