// The desk of a member: what is open over the cases of a unit, as plain rows; the screen puts them in order.
import type { Reply } from "../../shared/api/contract.ts";
import type { DeskCase, DeskFinding } from "../../shared/api/routes/desk.ts";
import type { Note } from "../../shared/api/shapes.ts";
import { type DayFacts, dayMatter } from "../../shared/supervision/day-matter.ts";
import type { Caller } from "../caller.ts";
import { rows } from "../sql.ts";
import { deskCases, type Whose } from "./desk-cases.ts";
import type { FindingRow } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { localRules } from "./local-rules.ts";
import { uncheckedOf } from "./unchecked.ts";

/** The most findings of one unit that a desk shows. */
const MOST = 1_000;
const ANSWERS = ["signed", "done", "explained", "disputed", "wrong"];

type Rules = Judging["rules"];
type Desk = Reply<"desk">;
type CaseRow<T> = T & { readonly case_key: string };

/** What is for the legal desk does not stand on an officer's. */
const mayShow = (rules: Rules, rule: string, legal: boolean): boolean =>
  legal || rules.get(rule)?.audience !== "legal";

/** The last answer on each place, unless its deadline has changed colour since. */
function answersOf(sql: SqlStorage, keys: string): ReadonlyMap<string, DeskFinding["answered"]> {
  const told = rows<{ kind: string; case_key: string; rule: string; element: string }>(
    sql,
    `SELECT kind, case_key, json_extract(record, '$.body.rule') AS rule, json_extract(record, '$.body.on') AS element
     FROM entries WHERE case_key IN (SELECT value FROM json_each(?)) AND kind IN ('coloured', 'mended', ${ANSWERS.map((kind) => `'${kind}'`).join(", ")})
     ORDER BY idx`,
    keys,
  );
  const answers = new Map<string, DeskFinding["answered"]>();
  for (const { kind, case_key, rule, element } of told) {
    const place = `${case_key}\n${rule}@${element}`;
    if (ANSWERS.includes(kind)) answers.set(place, kind as DeskFinding["answered"]);
    else answers.delete(place);
  }
  return answers;
}

function findingsOf(sql: SqlStorage, keys: string, rules: Rules, legal: boolean): DeskFinding[] {
  const answers = answersOf(sql, keys);
  return rows<CaseRow<FindingRow>>(
    sql,
    `SELECT * FROM findings WHERE case_key IN (SELECT value FROM json_each(?)) AND mended IS NULL
       AND verdict IN ('breached', 'due') AND colour IN ('red', 'orange', 'yellow', 'blue')
     ORDER BY CASE colour WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END, due
     LIMIT ?`,
    keys,
    MOST,
  )
    .filter(({ rule }) => mayShow(rules, rule, legal))
    .map(({ case_key, rule, element, verdict, colour, due, since, missing, key }) => {
      const answered = answers.get(`${case_key}\n${rule}@${element}`);
      return {
        caseKey: case_key,
        rule,
        on: element,
        verdict,
        colour,
        missing: JSON.parse(missing) as string[],
        key,
        ...(due === null ? {} : { due }),
        ...(since === null ? {} : { since }),
        ...(answered === undefined ? {} : { answered }),
      };
    });
}

const openNotes = (sql: SqlStorage, cases: ReadonlyMap<string, DeskCase>): Note[] =>
  rows<{ json: string }>(sql, "SELECT json FROM notes WHERE state <> 'closed' ORDER BY place")
    .map(({ json }) => JSON.parse(json) as Note)
    .filter(({ caseKey }) => cases.has(caseKey))
    .map((note) =>
      cases.get(note.caseKey)?.mine === true
        ? note
        : { ...note, said: "", replies: note.replies.map((one) => ({ ...one, said: "" })) },
    );

function dayOfCases(sql: SqlStorage, keys: string, now: number): Desk["day"] {
  const read = new Map<string, { incident?: Record<string, unknown>; case?: Record<string, unknown> }>();
  const facts = rows<
    CaseRow<{ entity: "incident" | "case"; field: string; state: string; value: string | null }>
  >(
    sql,
    `SELECT case_key, entity, field, state, value FROM facts
     WHERE entity IN ('incident', 'case') AND state <> 'unread' AND case_key IN (SELECT value FROM json_each(?))`,
    keys,
  );
  for (const { case_key, entity, field, state, value } of facts) {
    const of = read.get(case_key) ?? {};
    read.set(case_key, of);
    const cells = (of[entity] ??= {});
    cells[field] = state === "absent" || value === null ? null : JSON.parse(value);
  }
  return [...read].flatMap(([caseKey, of]) => {
    const matter = dayMatter(of as DayFacts, now);
    return matter === undefined
      ? []
      : [{ ...matter, caseKey, gaps: [...matter.gaps], unread: [...matter.unread] }];
  });
}

/** The desk of a member over one unit at `now` (ms). */
export function deskOf(
  sql: SqlStorage,
  { member }: Caller,
  whose: Whose,
  now: number,
  judging?: Judging,
): Desk {
  const rules: Rules = judging?.rules ?? new Map();
  const cases = deskCases(sql, member, whose, now, judging);
  const keys = JSON.stringify([...cases.keys()]);
  const legal = member.roles.some((role) => role !== "officer");
  const findings = findingsOf(sql, keys, rules, legal);
  const unchecked = uncheckedOf(sql, keys, (rule) => mayShow(rules, rule, legal));
  const notes = openNotes(sql, cases);
  const day = dayOfCases(sql, keys, now);
  const shown = new Set([...findings, ...unchecked, ...notes, ...day].map(({ caseKey }) => caseKey));
  return {
    cases: [...cases.values()].filter(({ key }) => shown.has(key)),
    findings,
    unchecked,
    notes,
    day,
    rules: localRules(findings, rules),
    at: now,
  };
}
