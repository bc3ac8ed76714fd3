// Writes into a case what reported outcomes say of its measures, whichever came first, the outcome or the measure.
import { followed, OUTCOME_PAGE } from "../../../shared/intake/follows.ts";
import { row } from "../../sql.ts";
import { factsOf, keepFacts } from "../facts.ts";

/** To be called after facts of a case were kept and before it is judged. */
export function followOutcomes(sql: SqlStorage, caseKey: string, now: number): void {
  const reported = row(
    sql,
    "SELECT 1 FROM facts WHERE case_key = ? AND entity = 'documents' AND page = ? LIMIT 1",
    caseKey,
    OUTCOME_PAGE,
  );
  if (reported !== undefined) keepFacts(sql, caseKey, followed(factsOf(sql, caseKey)), now);
}
