// What the object itself could not check of a case, in one row: it is hundreds of findings that nothing rings for.
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { row, run } from "../sql.ts";

/** The findings that have element and missing fields in common. */
export interface Alike {
  readonly on: string;
  readonly missing: readonly string[];
  /** Rules and the keys of their findings, by turns. */
  readonly of: readonly string[];
}

interface UnknownsRow {
  readonly pack: number;
  readonly json: string;
}

/** Whether a finding says nothing but that it could not be checked, and by which fields. */
export const isPlainUnknown = ({ verdict, colour, due, since, mended }: UnitFinding): boolean =>
  verdict === "unknown" &&
  colour === "grey" &&
  due === undefined &&
  since === undefined &&
  mended === undefined;

/** A line of JSON for those that are alike: element, missing fields, rules and keys. */
function textOf(findings: readonly UnitFinding[]): string {
  const lines = new Map<string, [on: string, missing: readonly string[], ...of: string[]]>();
  for (const { rule, on, missing, key } of findings) {
    const place = missing.length === 1 ? `${on}\n${missing[0]}` : `${on}\n${missing.join("\n")}`;
    const line = lines.get(place);
    if (line === undefined) lines.set(place, [on, missing, rule, key]);
    else line.push(rule, key);
  }
  return [...lines.values()].map((line) => JSON.stringify(line)).join("\n");
}

/** What a row's text says. */
export const alikeIn = (json: string): readonly Alike[] =>
  json.split("\n").map((line) => {
    const [on, missing, ...of] = JSON.parse(line) as [string, readonly string[], ...string[]];
    return { on, missing, of };
  });

/** Keeps what could not be checked in place of what was kept before; the same again writes nothing. */
export function keepUnknowns(
  sql: SqlStorage,
  caseKey: string,
  findings: readonly UnitFinding[],
  pack: number,
): void {
  const before = row<UnknownsRow>(sql, "SELECT pack, json FROM unknowns WHERE case_key = ?", caseKey);
  const json = textOf(findings);
  if (before === undefined ? findings.length === 0 : before.json === json && before.pack === pack) return;
  if (findings.length === 0) {
    run(sql, "DELETE FROM unknowns WHERE case_key = ?", caseKey);
    return;
  }
  run(
    sql,
    `INSERT INTO unknowns (case_key, pack, count, json) VALUES (?, ?, ?, ?)
     ON CONFLICT (case_key) DO UPDATE SET pack = excluded.pack, count = excluded.count, json = excluded.json`,
    caseKey,
    pack,
    findings.length,
    json,
  );
}

const textIn = (sql: SqlStorage, caseKey: string): string | undefined =>
  row<{ json: string }>(sql, "SELECT json FROM unknowns WHERE case_key = ?", caseKey)?.json;

/** The findings that a case's row stands for, in no order. */
export function unknownsOf(sql: SqlStorage, caseKey: string): readonly UnitFinding[] {
  const json = textIn(sql, caseKey);
  const found: UnitFinding[] = [];
  for (const { on, missing, of } of json === undefined ? [] : alikeIn(json))
    for (let i = 0; i < of.length; i += 2)
      found.push({
        rule: of[i]!,
        on,
        verdict: "unknown",
        colour: "grey",
        missing: [...missing],
        key: of[i + 1]!,
      });
  return found;
}

/** Whether anything of a case could not be checked by the object itself. */
export const hasUnknowns = (sql: SqlStorage, caseKey: string): boolean =>
  row(sql, "SELECT 1 FROM unknowns WHERE case_key = ?", caseKey) !== undefined;

/** Whether a rule could not be checked on an element when the case was judged last. */
export function wasUnknown(sql: SqlStorage, caseKey: string, rule: string, element: string): boolean {
  const json = textIn(sql, caseKey);
  if (json?.includes(JSON.stringify(rule)) !== true) return false;
  return alikeIn(json).some(({ on, of }) => on === element && of.includes(rule));
}
