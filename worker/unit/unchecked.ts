// What could not be checked of many cases, a line for each with the fields that most rules wait for.
import type { Reply } from "../../shared/api/contract.ts";
import { rows } from "../sql.ts";
import { type Alike, alikeIn } from "./unknowns.ts";

/** Fields that are named of one case. */
const NAMED = 3;

/** How many findings wait for a field, and the first of them by rule, element and place among the fields that it names. */
interface Waiting {
  count: number;
  first: readonly [rule: string, on: string, place: number];
}

interface OfCase {
  count: number;
  readonly fields: Map<string, Waiting>;
}

type Row = { readonly case_key: string } & (
  | { readonly json: string; readonly rule: null }
  | { readonly json: null; readonly rule: string; readonly element: string; readonly missing: string }
);

const alikeOf = (row: Row): readonly Alike[] =>
  row.json === null
    ? [{ on: row.element, missing: JSON.parse(row.missing) as string[], of: [row.rule, ""] }]
    : alikeIn(row.json);

const isBefore = (a: Waiting["first"], b: Waiting["first"]): boolean => {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
};

function note(ofCase: OfCase, { on, missing, of }: Alike, shown: (rule: string) => boolean): void {
  let count = 0;
  let rule: string | undefined;
  for (let i = 0; i < of.length; i += 2) {
    const one = of[i]!;
    if (!shown(one)) continue;
    count += 1;
    if (rule === undefined || one < rule) rule = one;
  }
  if (rule === undefined) return;
  ofCase.count += count;
  for (const [place, field] of missing.entries()) {
    const first = [rule, on, place] as const;
    const waiting = ofCase.fields.get(field);
    if (waiting === undefined) {
      ofCase.fields.set(field, { count, first });
      continue;
    }
    waiting.count += count;
    if (isBefore(first, waiting.first)) waiting.first = first;
  }
}

/** The findings of verdict unknown by rules that are shown to whoever asks; `keys` are the cases as a JSON list. */
export function uncheckedOf(
  sql: SqlStorage,
  keys: string,
  shown: (rule: string) => boolean,
): Reply<"desk">["unchecked"] {
  const found = rows<Row>(
    sql,
    `SELECT case_key, rule, element, missing, NULL AS json FROM findings
       WHERE case_key IN (SELECT value FROM json_each(?1)) AND verdict = 'unknown'
     UNION ALL
     SELECT case_key, NULL, NULL, NULL, json FROM unknowns WHERE case_key IN (SELECT value FROM json_each(?1))
     ORDER BY case_key`,
    keys,
  );
  const byCase = new Map<string, OfCase>();
  for (const row of found) {
    const ofCase = byCase.get(row.case_key) ?? { count: 0, fields: new Map<string, Waiting>() };
    byCase.set(row.case_key, ofCase);
    for (const alike of alikeOf(row)) note(ofCase, alike, shown);
  }
  return [...byCase].flatMap(([caseKey, { count, fields }]) =>
    count === 0
      ? []
      : [
          {
            caseKey,
            count,
            missing: [...fields]
              .sort(([, a], [, b]) => b.count - a.count || (isBefore(a.first, b.first) ? -1 : 1))
              .slice(0, NAMED)
              .map(([field]) => field),
          },
        ],
  );
}
