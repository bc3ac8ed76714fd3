// Judges what the rules over all cases say where one case has changed: only the officers, persons, rooms and ties that it touches.
import { newScope } from "../../shared/rules/scope.ts";
import { actsOf, type Act as Presence, WITHIN } from "../../shared/rules/unit/acts.ts";
import { judgeActs } from "../../shared/rules/unit/clash.ts";
import { gravest, readyFor } from "../../shared/rules/unit/judge-unit.ts";
import { judgePair } from "../../shared/rules/unit/pair-unit.ts";
import { type Partner, partnersOf, type TieValue } from "../../shared/rules/unit/partners.ts";
import type { PreparedUnitRule } from "../../shared/rules/unit/prepare-unit.ts";
import type { UnitCase } from "../../shared/rules/unit/unit-case.ts";
import type { UnitRuleFinding } from "../../shared/rules/unit/unit-finding.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { dropFinding, keepFinding } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { judgeSoon, lastMarkAt, type Mark, marksAt, replaceMarks } from "./marks.ts";

/** Stands for the value of a tie that was not read. */
const UNREAD = "?";
const keyOf = (tie: number, value: string | false): string => (value === false ? UNREAD : `${tie}\n${value}`);

/** A finding on one element of one case, settled by the caller so that deadlines ring. */
export type Settle = (finding: UnitFinding) => void;

/** Judges the case's part in every rule over all cases; answers when a pair's period changes by itself (ms). */
export function judgeAcross(act: Act, one: UnitCase, judging: Judging, settle: Settle): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const rule of judging.across) {
    if (rule.clash !== undefined) clashes(act, rule, one, judging.revision);
    else next = Math.min(next, pairs(act, rule, one, judging.revision, settle));
  }
  return Number.isFinite(next) ? next : undefined;
}

function clashes(act: Act, rule: PreparedUnitRule, one: UnitCase, pack: number): void {
  const { sql, now } = act;
  const { id } = rule.rule;
  const { acts } = actsOf(rule, one, newScope(one.sheet, now, rule.plan));
  const marks = acts.flatMap((presence) =>
    presence.keys.map(
      (key): Mark => ({ role: "act", key, element: presence.on, sort: 0, json: JSON.stringify(presence) }),
    ),
  );
  const changed = replaceMarks(sql, id, one.key, pack, marks);
  const touched = new Map<string, readonly [string, string]>();
  for (const { key } of changed) {
    for (const place of judgeKey(sql, rule, key)) touched.set(place.join("\n"), place);
  }
  if (changed.some(({ key }) => key === "") && rule.clash?.within !== undefined) {
    // A stay whose person was not read may be anybody's: whoever is accused or in doubt is looked at again.
    judgeSoon(sql, now, "SELECT case_key FROM across WHERE rule = ? AND case_key <> ?", id, one.key);
  }
  for (const [caseKey, element] of touched.values()) {
    keepGravest(sql, id, caseKey, element, pack);
    if (caseKey !== one.key) act.push({ type: "case", caseKey });
  }
}

interface AcrossRow {
  readonly case_key: string;
  readonly element: string;
  readonly json: string;
}

/** Judges the acts of one key anew and answers the places whose finding by this key changed. */
function judgeKey(
  sql: SqlStorage,
  rule: PreparedUnitRule,
  key: string,
): readonly (readonly [string, string])[] {
  const { id } = rule.rule;
  const acts = marksAt<Presence>(sql, id, "act", key);
  const nobodys =
    rule.clash?.within === undefined || key === ""
      ? []
      : marksAt<Presence>(sql, id, "act", "").filter(({ line }) => line === WITHIN);
  const before = new Map(
    rows<AcrossRow>(
      sql,
      "SELECT case_key, element, json FROM across WHERE rule = ? AND key = ?",
      id,
      key,
    ).map((found) => [`${found.case_key}\n${found.element}`, found]),
  );
  const changed: (readonly [string, string])[] = [];
  for (const finding of gravest(judgeActs(rule, key, acts, nobodys))) {
    const place = `${finding.caseKey}\n${finding.on}`;
    const json = JSON.stringify(finding);
    const old = before.get(place);
    before.delete(place);
    if (old?.json === json) continue;
    changed.push([finding.caseKey, finding.on]);
    run(
      sql,
      "INSERT OR REPLACE INTO across (rule, key, case_key, element, json) VALUES (?, ?, ?, ?, ?)",
      id,
      key,
      finding.caseKey,
      finding.on,
      json,
    );
  }
  for (const gone of before.values()) {
    changed.push([gone.case_key, gone.element]);
    run(
      sql,
      "DELETE FROM across WHERE rule = ? AND key = ? AND case_key = ? AND element = ?",
      id,
      key,
      gone.case_key,
      gone.element,
    );
  }
  return changed;
}

/** Of what was found on an act by each who was there, the gravest is the case's finding. */
function keepGravest(sql: SqlStorage, rule: string, caseKey: string, element: string, pack: number): void {
  const found = rows<{ json: string }>(
    sql,
    "SELECT json FROM across WHERE rule = ? AND case_key = ? AND element = ?",
    rule,
    caseKey,
    element,
  ).map(({ json }) => JSON.parse(json) as UnitRuleFinding);
  const [worst] = gravest(found);
  if (worst === undefined) dropFinding(sql, caseKey, rule, element);
  // A clash has no deadline that could ring: when it began is told by its acts.
  else keepFinding(sql, caseKey, kept({ ...worst, since: undefined }), pack, "across");
}

/** A finding as it is kept beside those of the case. */
function kept(
  finding: Omit<UnitRuleFinding, "since"> & { readonly since?: number | undefined },
): UnitFinding {
  const { rule, on, verdict, colour, key, due, since, mended, against } = finding;
  return {
    rule,
    on,
    verdict,
    colour,
    missing: finding.missing.slice(0, 16).map((path) => path.slice(0, 160)),
    key,
    ...(due === undefined ? {} : { due }),
    ...(since === undefined ? {} : { since }),
    ...(mended === undefined ? {} : { mended }),
    ...(against.length === 0 ? {} : { against: against.slice(0, 4) }),
  };
}

function pairs(act: Act, rule: PreparedUnitRule, one: UnitCase, pack: number, settle: Settle): number {
  const { sql, now } = act;
  const { id } = rule.rule;
  const scope = newScope(one.sheet, now, rule.plan);
  const { needing, partners } = partnersOf(rule, one, scope);
  const changed = replaceMarks(sql, id, one.key, pack, [
    ...needing.flatMap(({ on, ties }) =>
      keysOf(ties).map((key): Mark => ({ role: "needs", key, element: on, sort: 0, json: "" })),
    ),
    ...partners.flatMap((partner) =>
      keysOf(partner.ties).map(
        (key): Mark => ({
          role: "partner",
          key,
          element: partner.on,
          sort: orderOf(partner),
          json: JSON.stringify(partner),
        }),
      ),
    ),
  ]);
  for (const { role, key } of changed) {
    if (role !== "partner") continue;
    if (key === UNREAD) {
      judgeSoon(sql, now, "SELECT case_key FROM findings WHERE rule = ? AND judge = 'across'", id);
    } else {
      judgeSoon(
        sql,
        now,
        "SELECT case_key FROM marks WHERE rule = ? AND role = 'needs' AND key IN (?, ?) AND case_key <> ?",
        id,
        key,
        UNREAD,
        one.key,
      );
    }
  }
  let next = Number.POSITIVE_INFINITY;
  const loose = lastMarkAt<Partner>(sql, id, "partner", UNREAD);
  const before = rows<{ element: string }>(
    sql,
    "SELECT element FROM findings WHERE case_key = ? AND rule = ? AND judge = 'across'",
    one.key,
    id,
  );
  const said = new Set<string>();
  for (const need of needing) {
    const others = keysOf(need.ties)
      .filter((key) => key !== UNREAD)
      .flatMap((key) => marksAt<Partner>(sql, id, "partner", key));
    const ready = readyFor(rule, loose === undefined ? others : [...others, loose], now);
    const { finding } = judgePair(ready, need, scope);
    if (finding === undefined) continue;
    said.add(finding.on);
    settle(kept(finding));
    if (finding.nextChange !== undefined) next = Math.min(next, finding.nextChange);
  }
  for (const { element } of before) if (!said.has(element)) dropFinding(sql, one.key, id, element);
  return next;
}

const keysOf = (ties: readonly TieValue[]): readonly string[] =>
  ties.flatMap((value, tie) => (value === null ? [] : [keyOf(tie, value)]));

/** Of partners that may be anybody's the latest stands for all; one without a date may be the latest. */
const orderOf = ({ at }: Partner): number =>
  typeof at === "number"
    ? at
    : typeof at === "string"
      ? Date.parse(`${at}T23:59:59+08:00`)
      : Number.MAX_SAFE_INTEGER;
