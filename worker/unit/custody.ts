// The measures that run in the cases of a unit, each with the findings on it.
import type { Reply } from "../../shared/api/contract.ts";
import { openMeasures } from "../../shared/supervision/custody.ts";
import type { Caller } from "../caller.ts";
import { rows } from "../sql.ts";
import { deskCases, type Whose } from "./desk-cases.ts";
import { factsOf } from "./facts.ts";
import { findingsOf } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { localRules } from "./local-rules.ts";

/** Measures without a read end, in the member's own cases or in all of the unit's. */
export function custodyOf(
  sql: SqlStorage,
  { member }: Caller,
  whose: Whose,
  now: number,
  judging?: Judging,
): Reply<"custody"> {
  const rules: Judging["rules"] = judging?.rules ?? new Map();
  const cases = deskCases(sql, member, whose, now, judging);
  const held = rows<{ case_key: string }>(
    sql,
    "SELECT DISTINCT case_key FROM facts WHERE entity = 'measures'",
  );
  const measures = held.flatMap(({ case_key: key }) => {
    if (!cases.has(key)) return [];
    const open = openMeasures(key, factsOf(sql, key));
    if (open.length === 0) return [];
    const findings = findingsOf(sql, key).filter(({ verdict }) => verdict !== "met" && verdict !== "moot");
    return open.map((one) => ({
      ...one,
      findings: findings.filter(({ on }) => on === one.on).map(({ against: _, ...finding }) => finding),
    }));
  });
  const shown = new Set(measures.map(({ caseKey }) => caseKey));
  return {
    cases: [...cases.values()].filter(({ key }) => shown.has(key)),
    measures,
    rules: localRules(
      measures.flatMap(({ findings }) => findings),
      rules,
    ),
    at: now,
  };
}
