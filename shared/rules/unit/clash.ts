// Judges the acts of one officer, person or room: which lie at the same time, and which may.
import { breachColour } from "../colour.ts";
import { keyOf } from "../key.ts";
import { type Act, WITHIN } from "./acts.ts";
import { covers, merged } from "./merged.ts";
import type { PreparedClash, PreparedUnitRule } from "./prepare-unit.ts";
import { overlapping } from "./sweep.ts";
import type { Ref, UnitRuleFinding } from "./unit-finding.ts";

/** The findings on the acts of one key; acts that are in order have none. `""` are acts at which nobody is known. */
export function judgeActs(rule: PreparedUnitRule, acts: readonly Act[]): readonly UnitRuleFinding[] {
  const { clash } = rule;
  if (clash === undefined) return [];
  const judged = clash.within === undefined ? together(rule, clash, acts) : inside(rule, clash, acts);
  const said = new Set(judged.map(placeOf));
  return [...judged, ...untold(rule, acts).filter((one) => !said.has(placeOf(one)))];
}

const placeOf = ({ caseKey, on }: Ref): string => `${caseKey}\n${on}`;
const judgeable = (act: Act): boolean => act.bounds !== undefined && act.reason !== "edition";

/** Acts that say too little to be judged at all: nobody, no time, an end before the beginning. */
function untold(rule: PreparedUnitRule, acts: readonly Act[]): readonly UnitRuleFinding[] {
  return acts
    .filter(
      ({ line, key, bounds, reason }) =>
        line !== WITHIN && (key === "" || bounds === undefined || reason !== undefined),
    )
    .map((act) => finding(rule, act, "unknown", act.missing, []));
}

function together(
  rule: PreparedUnitRule,
  clash: PreparedClash,
  acts: readonly Act[],
): readonly UnitRuleFinding[] {
  const timed = acts.filter((act) => act.key !== "" && judgeable(act));
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

/** Each act has to lie within the stays of the same person; a stay that was not read is no absence. */
function inside(
  rule: PreparedUnitRule,
  clash: PreparedClash,
  acts: readonly Act[],
): readonly UnitRuleFinding[] {
  const stays = acts.filter((act) => act.line === WITHIN && act.bounds !== undefined);
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
  const perhaps = stretch(stays, true);
  const blurred = acts.filter(({ line, missing }) => line === WITHIN && missing.length > 0);
  const open = acts.find((act) => act.open);
  const found: UnitRuleFinding[] = [];
  for (const act of acts) {
    if (act.line === WITHIN || act.key === "" || !judgeable(act)) continue;
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
    const list = open === undefined ? [] : [listPath(clash, open, act)];
    found.push(finding(rule, act, "unknown", [...act.missing, ...list, ...theirs], []));
  }
  return found;
}

const listPath = (clash: PreparedClash, open: Act, act: Act): string =>
  open.caseKey === act.caseKey ? clash.within!.in : `${open.caseKey} ${clash.within!.in}`;

function finding(
  { rule }: PreparedUnitRule,
  act: Act,
  verdict: "breached" | "unknown",
  missing: readonly string[],
  others: readonly Act[],
  since?: number,
): UnitRuleFinding {
  const { caseKey, on, bounds, reason, next } = act;
  const against = others.map((other) => ({ caseKey: other.caseKey, on: other.on }));
  const named = [...new Set(missing)].slice(0, 16);
  const rests = [bounds, ...others.map((other) => [other.caseKey, other.on, other.bounds])];
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
    key: keyOf(rule.id, `${caseKey} ${on}`, [
      { path: "", label: "", state: "known", value: JSON.stringify([verdict, rests, named]) },
    ]),
  };
}
