// Judges whether an act has its other act anywhere in the unit, by the same clock as within one case.
import type { Element, FactSheet } from "../../facts/sheet.ts";
import { MINUTE } from "../../time/civil.ts";
import { evaluate } from "../evaluate.ts";
import { fieldsOf, missingPaths } from "../fields.ts";
import { keyOf } from "../key.ts";
import type { Outcome } from "../outcome.ts";
import type { PreparedRule } from "../prepare.ts";
import { newScope, type Reader, type Scope } from "../scope.ts";
import type { Needing, Partner } from "./partners.ts";
import type { PreparedUnitRule } from "./prepare-unit.ts";
import { earliestOf, type Shelf, type Wanted } from "./shelf.ts";
import { cellOf } from "./unit-case.ts";
import type { UnitRuleFinding } from "./unit-finding.ts";

/** The list of partners stands beside the case's own lists; its name cannot be an element's. */
const LIST = "~pair" as Reader["element"];
const TIE = "~tie";
/** Difference of clocks between an act and what records it (ms). */
const SLACK = 5 * MINUTE;

const reader = (field: string, label: string): Reader => ({
  element: LIST,
  field,
  many: true,
  label,
  dated: true,
});

/** The rule with a pair that looks through the list of chosen partners. */
export function withPartners({ base, partner }: PreparedUnitRule, label: string): PreparedRule {
  if (partner === undefined) return base;
  return {
    ...base,
    pair: {
      list: reader("", label),
      where: undefined,
      same: [
        { theirs: reader(TIE, label), ours: { ...reader(TIE, label), element: base.each, many: base.many } },
      ],
      at: partner.at === undefined ? undefined : reader("at", partner.at.label),
    },
  };
}

export interface Ready {
  readonly rule: PreparedUnitRule;
  readonly judged: PreparedRule;
  /** Partners by tie and value. */
  readonly shelfOf: (tie: number, value: string) => Shelf | undefined;
  /** Of the partners one of whose ties was not read, the one that could be anybody's: the latest. */
  readonly loose: Partner | undefined;
  readonly now: number;
}

export interface PairOutcome {
  readonly outcome: Outcome;
  /** Left out where there is nothing to say: met, or not asked. */
  readonly finding?: UnitRuleFinding;
}

export function judgePair(ready: Ready, act: Needing, scope: Scope): PairOutcome {
  const { rule, judged } = ready;
  const { sure, perhaps, loose } = partnersFor(ready, act);
  const items: Element[] = [];
  const paths = new Map<string, readonly string[]>();
  const whose = new Map<string, Partner>();
  for (const [partner, tied] of [[sure, true] as const, [perhaps, false] as const, [loose, false] as const]) {
    if (partner === undefined) continue;
    const id = String(items.length);
    const at = partner.at === undefined ? {} : { at: partner.at };
    items.push({ id, cells: { ...(tied ? { [TIE]: "1" } : {}), ...at } });
    const far = partner.caseKey !== act.one.key;
    const named = partner.missing.length > 0 ? partner.missing : act.missing;
    paths.set(
      id,
      named.map((path) => (far && named !== act.missing ? `${partner.caseKey} ${path}` : path)),
    );
    // Somebody who could not be looked for is nobody to name.
    if (partner !== NOBODY) whose.set(id, partner);
  }
  const self: Element = { ...act.element, cells: { ...act.element.cells, [TIE]: "1" } };
  const list = { items, complete: act.whole };
  const sheet = { ...act.one.sheet, [LIST]: list, ...(judged.many ? {} : { [judged.each]: self }) };
  scope.sheet = sheet as FactSheet;
  scope.self = self;
  const outcome = evaluate(judged, scope);
  if (outcome.verdict === "met" || outcome.verdict === "moot") return { outcome };
  const { verdict, colour, due, since, mended, next } = outcome;
  const missing = missingPaths(scope);
  const reason = outcome.reason ?? (missing.includes(LIST) ? "list" : undefined);
  const named = missing.flatMap((path): readonly string[] => {
    const id = /^~pair\/(\d+)\./.exec(path)?.[1];
    if (id !== undefined) return paths.get(id) ?? [];
    return path === LIST ? [act.asks] : [path];
  });
  return {
    outcome,
    finding: {
      rule: rule.rule.id,
      caseKey: act.one.key,
      on: act.on,
      verdict: verdict as UnitRuleFinding["verdict"],
      colour,
      missing: [...new Set(named)].slice(0, 16),
      against: [...whose.values()].slice(0, 1).map((one) => ({ caseKey: one.caseKey, on: one.on })),
      key: keyOf(rule.rule.id, `${act.one.key} ${act.on}`, fieldsOf(scope)),
      ...(reason === undefined ? {} : { reason }),
      ...(due === undefined ? {} : { due }),
      ...(since === undefined ? {} : { since }),
      ...(mended === undefined ? {} : { mended }),
      ...(next === undefined ? {} : { nextChange: next }),
    },
  };
}

function partnersFor(
  { rule, judged, shelfOf, loose }: Ready,
  act: Needing,
): {
  readonly sure: Partner | undefined;
  readonly perhaps: Partner | undefined;
  readonly loose: Partner | undefined;
} {
  const wanted = wantedBy(rule, judged, act);
  let [sure, perhaps]: (Partner | undefined)[] = [undefined, undefined];
  for (const [tie, value] of act.ties.entries()) {
    if (value === null || value === false) continue;
    const chosen = shelfOf(tie, value)?.choose(wanted);
    if (chosen?.sure !== undefined && (sure === undefined || sooner(chosen.sure, sure))) sure = chosen.sure;
    perhaps ??= chosen?.perhaps;
  }
  // With a tie of our own unread, whoever was read may be the partner.
  const anybody = act.ties.includes(false);
  const late =
    wanted.from !== undefined && loose?.at !== undefined && (earliestOf(loose.at) ?? 0) < wanted.from;
  return {
    sure,
    perhaps: perhaps ?? (anybody && sure === undefined ? NOBODY : undefined),
    loose: late ? undefined : loose,
  };
}

/** Stands for a partner that could not be looked for because our own tie was not read. */
const NOBODY: Partner = { caseKey: "", on: "", ties: [], sure: false, missing: [] };

const sooner = (one: Partner, other: Partner): boolean =>
  (earliestOf(one.at) ?? Number.POSITIVE_INFINITY) < (earliestOf(other.at) ?? Number.POSITIVE_INFINITY);

function wantedBy({ partner }: PreparedUnitRule, judged: PreparedRule, act: Needing): Wanted {
  const { sheet } = act.one;
  const from = judged.clock && earliestOf(cellOf(sheet, act.element, judged.each, judged.clock.from));
  if (partner?.over === undefined) return { from, over: undefined, slack: SLACK };
  const start = earliestOf(cellOf(sheet, act.element, judged.each, partner.over.ourFrom));
  const end = earliestOf(cellOf(sheet, act.element, judged.each, partner.over.ourUntil));
  return { from, over: start === undefined || end === undefined ? "unread" : [start, end], slack: SLACK };
}

export const pairScope = (rule: PreparedUnitRule, now: number): Scope => newScope({}, now, rule.plan);
