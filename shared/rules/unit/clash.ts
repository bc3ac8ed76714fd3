// Judges the acts of one officer, person or room: which lie at the same time, and which may.
import { breachColour } from "../colour.ts";
import type { FieldRead } from "../finding.ts";
import { keyOf } from "../key.ts";
import { type Act, WITHIN } from "./acts.ts";
import { covers, merged } from "./merged.ts";
import type { PreparedClash, PreparedUnitRule } from "./prepare-unit.ts";
import { overlapping } from "./sweep.ts";
import type { UnitRuleFinding } from "./unit-finding.ts";

/**
 * The findings on the acts of one key; acts that are in order have none. `""` are acts at which nobody is known, and `nobodys`
 * the stays of which it was not read whose they are: they may be anybody's.
 */
export function judgeActs(
  rule: PreparedUnitRule,
  key: string,
  acts: readonly Act[],
  nobodys: readonly Act[] = [],
): readonly UnitRuleFinding[] {
  const { clash } = rule;
  if (clash === undefined) return [];
  if (key === "") return acts.filter(({ line }) => line !== WITHIN).map((act) => unknown(rule, act));
  const odd = acts.filter((act) => !isTimed(act));
  const timed = odd.length === 0 ? acts : acts.filter(isTimed);
  const judged =
    clash.within === undefined ? together(rule, clash, timed) : inside(rule, clash, acts, timed, nobodys);
  return odd.length === 0
    ? judged
    : [...judged, ...odd.filter(({ line }) => line !== WITHIN).map((act) => unknown(rule, act))];
}

const isTimed = (act: Act): boolean => act.bounds !== undefined && act.reason !== "edition";

/** An act that says too little to be judged: nobody, no time, an end before the beginning, no edition of its day. */
const unknown = (rule: PreparedUnitRule, act: Act): UnitRuleFinding =>
  finding(rule, act, "unknown", act.missing, []);

/** Whether no two may lie at the same time, whatever they go with: so it is for most persons and rooms. */
function apart(timed: readonly Act[], slack: number): boolean {
  if (timed.length < 2) return true;
  if (timed.length === 2) {
    const [a, b] = [timed[0]!.bounds!, timed[1]!.bounds!];
    return Math.min(a.mayUntil, b.mayUntil) - Math.max(a.mayFrom, b.mayFrom) <= slack;
  }
  const sorted = [...timed].sort((a, b) => a.bounds!.mayFrom - b.bounds!.mayFrom);
  let end = Number.NEGATIVE_INFINITY;
  for (const { bounds } of sorted) {
    if (end - bounds!.mayFrom > slack) return false;
    if (bounds!.mayUntil > end) end = bounds!.mayUntil;
  }
  return true;
}

function together(
  rule: PreparedUnitRule,
  clash: PreparedClash,
  timed: readonly Act[],
): readonly UnitRuleFinding[] {
  if (apart(timed, clash.slack)) return [];
  const sure = timed.filter(({ sure, group }) => sure && group !== undefined);
  const surely = overlapping(
    sure.map(({ bounds, group }) => ({ from: bounds!.sureFrom, until: bounds!.sureUntil, group: group! })),
    clash.slack,
  );
  const found: UnitRuleFinding[] = [];
  const breached = new Set<Act>();
  for (const [i, act] of sure.entries()) {
    const other = surely[i]! < 0 ? undefined : sure[surely[i]!];
    if (other === undefined) continue;
    breached.add(act);
    const since = Math.max(act.bounds!.sureFrom, other.bounds!.sureFrom);
    found.push(finding(rule, act, "breached", [], [other], since));
  }
  const perhaps = overlapping(
    timed.map(({ bounds, group }, i) => ({
      from: bounds!.mayFrom,
      until: bounds!.mayUntil,
      group: group ?? `?${i}`,
    })),
    clash.slack,
  );
  for (const [i, act] of timed.entries()) {
    const other = perhaps[i]! < 0 ? undefined : timed[perhaps[i]!];
    if (other === undefined || breached.has(act)) continue;
    const theirs = other.missing.map((path) =>
      other.caseKey === act.caseKey ? path : `${other.caseKey} ${path}`,
    );
    found.push(finding(rule, act, "unknown", [...act.missing, ...theirs], [other]));
  }
  return found;
}

/**
 * Each act has to lie within the stays of the same person. The lists of the cases in which the person stands are the authority:
 * while one of them was not read whole, a stay that is not there is no absence.
 */
function inside(
  rule: PreparedUnitRule,
  clash: PreparedClash,
  acts: readonly Act[],
  timed: readonly Act[],
  nobodys: readonly Act[],
): readonly UnitRuleFinding[] {
  const inner = timed.filter((act) => act.line !== WITHIN && !within(act, timed, clash.slack));
  if (inner.length === 0) return [];
  const stays = timed.filter((act) => act.line === WITHIN);
  const stretch = (part: readonly Act[], wide: boolean) =>
    merged(
      part.map(({ bounds }) => ({
        from: wide ? bounds!.mayFrom : bounds!.sureFrom,
        until: wide ? bounds!.mayUntil : bounds!.sureUntil,
      })),
      clash.slack,
    );
  const surely = stretch(
    stays.filter(({ sure }) => sure),
    false,
  );
  const perhaps = stretch([...stays, ...nobodys.filter((act) => act.bounds !== undefined)], true);
  const blurred = [...acts, ...nobodys].filter(({ line, missing }) => line === WITHIN && missing.length > 0);
  const open = acts.find((act) => act.open !== undefined);
  const found: UnitRuleFinding[] = [];
  for (const act of inner) {
    const { sureFrom, sureUntil, mayFrom, mayUntil } = act.bounds!;
    if (covers(surely, mayFrom, mayUntil, clash.slack)) continue;
    const out = sureFrom < sureUntil && !covers(perhaps, sureFrom, sureUntil, clash.slack);
    const timeless = blurred.some(({ bounds }) => bounds === undefined);
    if (out && act.sure && open === undefined && !timeless) {
      found.push(finding(rule, act, "breached", [], [], sureFrom));
      continue;
    }
    const theirs = blurred.flatMap(({ caseKey, missing }) =>
      missing.map((path) => (caseKey === act.caseKey ? path : `${caseKey} ${path}`)),
    );
    const list = open === undefined ? [] : [openPath(open, act)];
    found.push(finding(rule, act, "unknown", [...act.missing, ...list, ...theirs], []));
  }
  return found;
}

/** A glance at a few stays spares most acts the union of all. */
function within({ bounds }: Act, timed: readonly Act[], slack: number): boolean {
  for (let i = 0; i < timed.length && i < 12; i++) {
    const { line, sure, bounds: stay } = timed[i]!;
    if (line !== WITHIN || !sure || stay!.sureFrom >= stay!.sureUntil) continue;
    if (stay!.sureFrom - slack <= bounds!.mayFrom && bounds!.mayUntil <= stay!.sureUntil + slack) return true;
  }
  return false;
}

const openPath = (open: Act, act: Act): string =>
  open.caseKey === act.caseKey ? open.open! : `${open.caseKey} ${open.open}`;

function finding(
  { rule }: PreparedUnitRule,
  act: Act,
  verdict: "breached" | "unknown",
  missing: readonly string[],
  others: readonly Act[],
  since?: number,
): UnitRuleFinding {
  const { caseKey, on, reason, next } = act;
  const against = others.map((other) => ({ caseKey: other.caseKey, on: other.on }));
  const named = [...new Set(missing)].slice(0, 16);
  return {
    rule: rule.id,
    caseKey,
    on,
    verdict,
    colour: verdict === "breached" ? breachColour(rule.weight) : "grey",
    missing: verdict === "breached" ? [] : named,
    ...(verdict === "unknown" && reason !== undefined ? { reason } : {}),
    against,
    ...(since === undefined ? {} : { since }),
    ...(next === undefined ? {} : { nextChange: next }),
    key: keyOf(rule.id, `${caseKey} ${on} ${verdict}`, [spanField(act), ...others.map(spanField)]),
  };
}

/** What a finding rests on, for its key. */
const spanField = ({ caseKey, on, bounds }: Act): FieldRead => ({
  path: `${caseKey} ${on}`,
  label: "",
  state: bounds === undefined ? "unread" : "known",
  ...(bounds && { value: `${bounds.mayFrom} ${bounds.mayUntil}` }),
});
