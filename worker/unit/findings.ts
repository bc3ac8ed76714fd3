// The findings of cases in SQLite: the unit's own, and those of the browser for rules that read what the unit may not.
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { rows, run } from "../sql.ts";
import { unknownsOf } from "./unknowns.ts";

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
  readonly pack: number;
  /** `across`: by a rule over all cases of the unit. */
  readonly judge: "unit" | "browser" | "across";
  readonly against: string | null;
}

/** Whether a finding is kept as it is already. */
const isKept = (
  { verdict, colour, due, since, mended, missing, key, pack, judge, against }: FindingRow,
  finding: UnitFinding,
  by: FindingRow["judge"],
  revision: number,
): boolean =>
  verdict === finding.verdict &&
  colour === finding.colour &&
  due === (finding.due ?? null) &&
  since === (finding.since ?? null) &&
  mended === (finding.mended ?? null) &&
  key === finding.key &&
  pack === revision &&
  judge === by &&
  missing === JSON.stringify(finding.missing) &&
  against === (finding.against === undefined ? null : JSON.stringify(finding.against));

/** Keeps a finding in place of `before`; the same again writes nothing. */
export function keepFinding(
  sql: SqlStorage,
  caseKey: string,
  finding: UnitFinding,
  pack: number,
  judge: FindingRow["judge"],
  before?: FindingRow,
): void {
  if (before !== undefined && isKept(before, finding, judge, pack)) return;
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

/** The findings of a case that have a row each: all but those that the object itself could not check. */
export const findingRows = (sql: SqlStorage, caseKey: string): readonly FindingRow[] =>
  rows<FindingRow>(sql, "SELECT * FROM findings WHERE case_key = ? ORDER BY rule, element", caseKey);

const findingIn = (found: FindingRow): UnitFinding => ({
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
});

const inOrder = (a: UnitFinding, b: UnitFinding): number =>
  a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

/** All findings of a case, by rule and element. */
export function findingsOf(sql: SqlStorage, caseKey: string): UnitFinding[] {
  const all = findingRows(sql, caseKey).map(findingIn);
  const kept = new Set(all.map(({ rule, on }) => `${rule}@${on}`));
  for (const one of unknownsOf(sql, caseKey)) if (!kept.has(`${one.rule}@${one.on}`)) all.push(one);
  return all.sort(inOrder);
}
