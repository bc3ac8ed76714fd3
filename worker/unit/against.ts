// The other acts that findings over all cases rest on, each with what says when, where and by whom it was.
import type { Reply } from "../../shared/api/contract.ts";
import type { PackedRule } from "../../shared/rules/pack.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { numberOf } from "./case-number.ts";
import { factsOf } from "./facts.ts";
import type { Judging } from "./judging.ts";

/** What an act is and where, whatever the rule; the written-out place never leaves the browser. */
const ALWAYS: readonly string[] = ["kind", "number", "placeKind", "room", "venue"];

/** Fields by which a rule holds two acts against each other: who, from, until; the instant of the other one. */
function fieldsOf({ clash, pair }: PackedRule): readonly string[] {
  const acts =
    clash === undefined ? [] : [...clash.acts, ...(clash.within === undefined ? [] : [clash.within])];
  return [
    ...acts.flatMap(({ who, from, until }) => [...who, from, until]),
    ...(pair?.at === undefined ? [] : [pair.at]),
  ];
}

/**
 * Every act once. All of them lie in the same unit's object as the case, so whoever may see the case may see them; no more is
 * shown than tells the two apart.
 */
export function actsAgainst(
  sql: SqlStorage,
  findings: readonly UnitFinding[],
  rules: Judging["rules"],
): NonNullable<Reply<"caseView">["against"]> {
  const wanted = new Map<string, { caseKey: string; on: string; fields: Set<string> }>();
  for (const { rule, against = [] } of findings) {
    const known = rules.get(rule);
    for (const { caseKey, on } of against) {
      const act = wanted.get(`${caseKey}\n${on}`) ?? { caseKey, on, fields: new Set(ALWAYS) };
      for (const field of known === undefined ? [] : fieldsOf(known)) act.fields.add(field);
      wanted.set(`${caseKey}\n${on}`, act);
    }
  }
  return [...wanted.values()].map(({ caseKey, on, fields }) => ({
    caseKey,
    on,
    number: numberOf(sql, caseKey),
    facts: factsOf(sql, caseKey).filter(
      ({ entity, id, field, state }) =>
        state === "known" && fields.has(field) && (id === "" ? entity : `${entity}/${id}`) === on,
    ),
  }));
}
