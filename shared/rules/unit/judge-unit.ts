// Judges all cases of a unit by its rules of unit scope in one pass: who was in two places, and what lacks its other act.
import { newScope } from "../scope.ts";
import { type Act, actsOf, WITHIN } from "./acts.ts";
import { judgeActs } from "./clash.ts";
import { judgePair, type Ready, withPartners } from "./pair-unit.ts";
import { type Needing, type Partner, partnersOf } from "./partners.ts";
import type { PreparedUnitRule } from "./prepare-unit.ts";
import { type Shelf, shelfOf } from "./shelf.ts";
import type { UnitCase } from "./unit-case.ts";
import { type UnitCount, type UnitRuleFinding, wholeOf } from "./unit-finding.ts";

export interface UnitJudgement {
  readonly at: number;
  /** What is wrong or could not be told, of each act the gravest; acts in order have none. */
  readonly findings: readonly UnitRuleFinding[];
  readonly counts: readonly UnitCount[];
  /** Earliest instant at which an answer changes by itself (ms). */
  readonly nextChange?: number;
}

/** O(n log n) in the number of acts. `now` in ms. */
export function judgeUnit(
  rules: readonly PreparedUnitRule[],
  cases: readonly UnitCase[],
  now: number,
): UnitJudgement {
  const findings: UnitRuleFinding[] = [];
  const counts: UnitCount[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const rule of rules) {
    const judged = rule.clash === undefined ? pairs(rule, cases, now) : clashes(rule, cases, now);
    for (const one of judged.findings) {
      findings.push(one);
      if (one.nextChange !== undefined && one.nextChange < next) next = one.nextChange;
    }
    const number = (verdict: string): number =>
      judged.findings.filter((one) => one.verdict === verdict).length;
    counts.push(
      wholeOf({
        rule: rule.rule.id,
        acts: judged.acts,
        breached: number("breached"),
        due: number("due"),
        unknown: number("unknown"),
        open: judged.open,
      }),
    );
  }
  return { at: now, findings, counts, ...(Number.isFinite(next) ? { nextChange: next } : {}) };
}

interface Judged {
  readonly findings: readonly UnitRuleFinding[];
  readonly acts: number;
  readonly open: readonly string[];
}

const GRAVITY = { breached: 3, unknown: 2, due: 1 } as const;

/** Of the findings on one act the gravest: an officer's clash counts, whoever else was there. */
export function gravest(findings: readonly UnitRuleFinding[]): readonly UnitRuleFinding[] {
  const kept = new Map<string, UnitRuleFinding>();
  for (const one of findings) {
    const place = `${one.rule}\n${one.caseKey}\n${one.on}`;
    const before = kept.get(place);
    if (before === undefined || GRAVITY[one.verdict] > GRAVITY[before.verdict]) kept.set(place, one);
  }
  return [...kept.values()];
}

function clashes(rule: PreparedUnitRule, cases: readonly UnitCase[], now: number): Judged {
  const byKey = new Map<string, Act[]>();
  const open: string[] = [];
  let count = 0;
  const scope = newScope({}, now, rule.plan);
  for (const one of cases) {
    const taken = actsOf(rule, one, scope);
    for (const list of taken.open) open.push(`${one.key} ${list}`);
    count += taken.count;
    for (const act of taken.acts) {
      for (const key of act.keys) {
        const same = byKey.get(key);
        if (same === undefined) byKey.set(key, [act]);
        else same.push(act);
      }
    }
  }
  const findings: UnitRuleFinding[] = [];
  const nobodys = (byKey.get("") ?? []).filter(({ line }) => line === WITHIN);
  for (const [key, acts] of byKey) {
    for (const one of judgeActs(rule, key, acts, nobodys)) findings.push(one);
  }
  return { findings: gravest(findings), acts: count, open };
}

function pairs(rule: PreparedUnitRule, cases: readonly UnitCase[], now: number): Judged {
  const needing: Needing[] = [];
  const partners: Partner[] = [];
  const open: string[] = [];
  const scope = newScope({}, now, rule.plan);
  for (const one of cases) {
    const taken = partnersOf(rule, one, scope);
    for (const list of taken.open) open.push(`${one.key} ${list}`);
    for (const act of taken.needing) needing.push(act);
    for (const partner of taken.partners) partners.push(partner);
  }
  const ready = readyFor(rule, partners, now);
  const findings: UnitRuleFinding[] = [];
  let acts = 0;
  for (const act of needing) {
    const { outcome, finding } = judgePair(ready, act, scope);
    if (outcome.verdict !== "moot") acts++;
    if (finding !== undefined) findings.push(finding);
  }
  return { findings, acts, open };
}

/** Puts the partners on their shelves; those one of whose ties was not read may belong to anybody. */
export function readyFor(rule: PreparedUnitRule, partners: readonly Partner[], now: number): Ready {
  const byTie = new Map<string, Partner[]>();
  let loose: Partner | undefined;
  for (const partner of partners) {
    if (partner.ties.includes(false)) loose = looser(loose, partner);
    for (const [tie, value] of partner.ties.entries()) {
      if (value === null || value === false) continue;
      const at = `${tie}\n${value}`;
      const same = byTie.get(at);
      if (same === undefined) byTie.set(at, [partner]);
      else same.push(partner);
    }
  }
  const shelves = new Map<string, Shelf>();
  return {
    rule,
    judged: withPartners(rule, rule.rule.title),
    loose,
    now,
    shelfOf: (tie, value) => {
      const at = `${tie}\n${value}`;
      const known = shelves.get(at);
      const some = byTie.get(at);
      if (known !== undefined || some === undefined) return known;
      const made = shelfOf(some);
      shelves.set(at, made);
      return made;
    },
  };
}

function looser(one: Partner | undefined, other: Partner): Partner {
  if (one === undefined || other.at === undefined || other.at === null) return other;
  if (one.at === undefined || one.at === null) return one;
  return one.at < other.at ? other : one;
}
