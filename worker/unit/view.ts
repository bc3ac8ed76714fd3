// What the unit knows of its cases: one in full, or all in a line each.
import type { Reply } from "../../shared/api/contract.ts";
import type { Caller } from "../caller.ts";
import { isWatcher } from "../caller.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { actsAgainst } from "./against.ts";
import { numberOf, platformOf } from "./case-number.ts";
import { factsOf, listsOf } from "./facts.ts";
import { findingsOf } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { localRules } from "./local-rules.ts";
import { notesOf } from "./notes.ts";
import { remindersOf } from "./reminder-list.ts";

/** Looks within this time (ms) are one viewing: an open page asks again after every change. */
const ONE_VIEWING = 10 * 60_000;

/** Whether a supervisor's look begins a new viewing that has to be recorded. */
export function beginsViewing(sql: SqlStorage, caller: Caller, caseKey: string, now: number): boolean {
  if (!isWatcher(caller.member)) return false;
  const { id } = caller.member;
  const last = row<{ at: number }>(
    sql,
    "SELECT at FROM views WHERE member = ? AND case_key = ?",
    id,
    caseKey,
  );
  return last === undefined || last.at + ONE_VIEWING <= now;
}

/** Records that a supervisor has looked at a case. */
export function recordViewing(act: Act, { member }: Caller, caseKey: string): void {
  run(
    act.sql,
    "INSERT OR REPLACE INTO views (member, case_key, at) VALUES (?, ?, ?)",
    member.id,
    caseKey,
    act.now,
  );
  act.append({ kind: "viewed", by: member.id, byName: member.name, caseKey, body: { roles: member.roles } });
}

interface TickRow {
  readonly item: string;
  readonly ticked: number;
  readonly evidence: string;
  readonly by: string;
  readonly by_name: string;
  readonly at: string;
}

/** All of one case; `rules` are those by which the unit judges. */
export const viewOf = (
  sql: SqlStorage,
  unit: string,
  key: string,
  now: number,
  rules: Judging["rules"] = new Map(),
  findings = findingsOf(sql, key),
): Reply<"caseView"> => ({
  key,
  facts: factsOf(sql, key),
  complete: listsOf(sql, key),
  findings,
  against: actsAgainst(sql, findings, rules),
  rules: localRules(findings, rules),
  ticks: rows<TickRow>(sql, "SELECT * FROM ticks WHERE case_key = ? ORDER BY item", key).map(
    ({ item, ticked, evidence, by, by_name, at }) => ({
      item,
      ticked: ticked === 1,
      evidence,
      by,
      byName: by_name,
      at,
    }),
  ),
  notes: notesOf(sql, key),
  reminders: remindersOf(sql, unit, key),
  at: now,
});

const GRAVITY = ["red", "orange", "yellow", "blue", "grey", "green"];

interface CaseRow {
  readonly key: string;
  readonly updated_at: number;
  readonly colours: string | null;
  readonly unknowns: number | null;
  readonly next_due: number | null;
  readonly entries: number;
  readonly notes: number;
}

/** Every case with its gravest colour and its next deadline; mended breaches no longer count. */
export const casesOf = (sql: SqlStorage, now: number, judging?: Judging): Reply<"cases">["cases"] =>
  rows<CaseRow>(
    sql,
    `SELECT key, updated_at,
       (SELECT group_concat(colour) FROM findings WHERE case_key = cases.key AND mended IS NULL) AS colours,
       (SELECT count FROM unknowns WHERE case_key = cases.key) AS unknowns,
       (SELECT min(due) FROM findings WHERE case_key = cases.key AND verdict = 'due' AND due > ?) AS next_due,
       (SELECT count(*) FROM entries WHERE case_key = cases.key) AS entries,
       (SELECT count(*) FROM notes WHERE case_key = cases.key AND state <> 'closed') AS notes
     FROM cases ORDER BY updated_at DESC`,
    now,
  ).map((found) => {
    const colours = found.colours?.split(",") ?? [];
    const count = (colour: string): number => colours.filter((one) => one === colour).length;
    const unknown = count("grey") + (found.unknowns ?? 0);
    return {
      key: found.key,
      number: numberOf(sql, found.key),
      platform: platformOf(found.key, judging),
      colour:
        GRAVITY.find((colour) => (colour === "grey" ? unknown > 0 : colours.includes(colour))) ?? "grey",
      red: count("red"),
      orange: count("orange"),
      unknown,
      nextDue: found.next_due,
      entries: found.entries,
      notes: found.notes,
      updatedAt: found.updated_at,
    };
  });
