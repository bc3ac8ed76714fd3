// Judges what the rules over all cases say where one case has changed: only the officers, persons, rooms and ties that it touches.
import { newScope } from "../../shared/rules/scope.ts";
import { readyFor } from "../../shared/rules/unit/judge-unit.ts";
import { judgePair } from "../../shared/rules/unit/pair-unit.ts";
import { type Partner, partnersOf, type TieValue } from "../../shared/rules/unit/partners.ts";
import type { PreparedUnitRule } from "../../shared/rules/unit/prepare-unit.ts";
import type { UnitCase } from "../../shared/rules/unit/unit-case.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { rows } from "../sql.ts";
import type { Act } from "./act.ts";
import { clashes } from "./clashes.ts";
import { dropFinding } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { keptAcross } from "./kept-across.ts";
import { judgeSoon, lastLoose, type Mark, marksAt, replaceMarks } from "./marks.ts";

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

function pairs(act: Act, rule: PreparedUnitRule, one: UnitCase, pack: number, settle: Settle): number {
  const { sql, now } = act;
  const { id } = rule.rule;
  const scope = newScope(one.sheet, now, rule.plan);
  const { needing, partners: others } = partnersOf(rule, one, scope);
  const changed = replaceMarks(sql, id, one.key, pack, [
    ...needing.flatMap(({ on, ties }) =>
      keysOf(ties).map((key): Mark => ({ role: "needs", key, element: on, sort: 0, json: "" })),
    ),
    ...others.flatMap((partner) =>
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
  const partners = new Set(changed.filter(({ role }) => role === "partner").map(({ key }) => key));
  for (const key of partners) {
    if (key === UNREAD) {
      // What is in doubt by another one stays so: whoever is not, or by this one, is looked at again.
      judgeSoon(
        sql,
        now,
        `SELECT case_key FROM findings WHERE rule = ?1 AND judge = 'across' AND verdict IN ('due', 'breached')
         UNION ALL SELECT case_key FROM findings WHERE rule = ?1 AND judge = 'across' AND against IS NOT NULL
           AND json_extract(against, '$[0].caseKey') = ?2`,
        id,
        one.key,
      );
    } else {
      // An act whose own tie was not read depends on no partner's.
      judgeSoon(
        sql,
        now,
        "SELECT case_key FROM marks WHERE rule = ?1 AND role = 'needs' AND key = ?2 AND case_key <> ?3",
        id,
        key,
        one.key,
      );
    }
  }
  let next = Number.POSITIVE_INFINITY;
  const loose = lastLoose<Partner>(sql, id);
  const before = rows<{ element: string }>(
    sql,
    "SELECT element FROM findings WHERE case_key = ? AND rule = ? AND judge = 'across'",
    one.key,
    id,
  );
  const said = new Set<string>();
  for (const need of needing) {
    const tied = keysOf(need.ties)
      .filter((key) => key !== UNREAD)
      .flatMap((key) => marksAt<Partner>(sql, id, "partner", key));
    const ready = readyFor(rule, loose === undefined ? tied : [...tied, loose], now);
    const { finding } = judgePair(ready, need, scope);
    if (finding === undefined) continue;
    said.add(finding.on);
    settle(keptAcross(finding));
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
