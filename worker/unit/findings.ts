// The findings of cases in SQLite: the unit's own, and those of the browser for rules that read what the unit may not.
import type { Finding } from "../../shared/rules/finding.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { rows, run } from "../sql.ts";

export interface FindingRow {
  readonly rule: string;
  readonly element: string;
  readonly verdict: UnitFinding["verdict"];
  readonly colour: UnitFinding["colour"];
  readonly due: number | null;
  readonly since: number | null;
  readonly mended: number | null;
  readonly missing: string;
  readonly key: string;
  /** `across`: by a rule over all cases of the unit. */
  readonly judge: "unit" | "browser" | "across";
  readonly against: string | null;
}

/** A finding without values or working, as it is kept and handed over. */
export const bare = (finding: Finding): UnitFinding => ({
  rule: finding.rule,
  on: finding.on,
  verdict: finding.verdict,
  colour: finding.colour,
  missing: finding.missing.slice(0, 16),
  key: finding.key,
  ...(finding.due === undefined ? {} : { due: finding.due }),
  ...(finding.since === undefined ? {} : { since: finding.since }),
  ...(finding.mended === undefined ? {} : { mended: finding.mended }),
});

export function keepFinding(
  sql: SqlStorage,
  caseKey: string,
  finding: UnitFinding,
  pack: number,
  judge: FindingRow["judge"],
): void {
  run(
    sql,
    `INSERT OR REPLACE INTO findings
       (case_key, rule, element, verdict, colour, due, since, mended, missing, key, pack, judge, against)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    caseKey,
    finding.rule,
    finding.on,
    finding.verdict,
    finding.colour,
    finding.due ?? null,
    finding.since ?? null,
    finding.mended ?? null,
    JSON.stringify(finding.missing),
    finding.key,
    pack,
    judge,
    finding.against === undefined ? null : JSON.stringify(finding.against),
  );
}

export const dropFinding = (sql: SqlStorage, caseKey: string, rule: string, element: string): void => {
  run(sql, "DELETE FROM findings WHERE case_key = ? AND rule = ? AND element = ?", caseKey, rule, element);
};

export const findingRows = (sql: SqlStorage, caseKey: string): readonly FindingRow[] =>
  rows<FindingRow>(sql, "SELECT * FROM findings WHERE case_key = ? ORDER BY rule, element", caseKey);

export const findingsOf = (sql: SqlStorage, caseKey: string): UnitFinding[] =>
  findingRows(sql, caseKey).map((found) => ({
    rule: found.rule,
    on: found.element,
    verdict: found.verdict,
    colour: found.colour,
    missing: JSON.parse(found.missing) as string[],
    key: found.key,
    ...(found.due === null ? {} : { due: found.due }),
    ...(found.since === null ? {} : { since: found.since }),
    ...(found.mended === null ? {} : { mended: found.mended }),
    ...(found.against === null
      ? {}
      : { against: JSON.parse(found.against) as NonNullable<UnitFinding["against"]> }),
  }));
