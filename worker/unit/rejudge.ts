// Judges a case anew on the server's clock, keeps what changed, and rings where a deadline took another colour.
import { judgeSpeaking } from "../../shared/rules/speaking.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { row, rows, run } from "../sql.ts";
import { judgeAcross } from "./across.ts";
import type { Act } from "./act.ts";
import { sheetOf } from "./facts.ts";
import { bare, dropFinding, type FindingRow, findingRows, keepFinding } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { keepMarksOf } from "./marks.ts";
import { followWrong, forgetWrong } from "./mended.ts";
import { remind } from "./reminders.ts";

const placeOf = (finding: {
  readonly rule: string;
  readonly element?: string;
  readonly on?: string;
}): string => `${finding.rule}@${finding.element ?? finding.on}`;

/** The duties that a person has ticked, as `rule@on`; an item id may carry its element itself. */
function ticksOf(sql: SqlStorage, caseKey: string, { attests }: Judging): ReadonlySet<string> {
  const items = rows<{ item: string }>(
    sql,
    "SELECT item FROM ticks WHERE case_key = ? AND ticked = 1",
    caseKey,
  );
  return new Set(
    items.map(({ item }) => {
      const [id = "", on = "case"] = item.split("@");
      return `${attests.get(id) ?? id}@${on}`;
    }),
  );
}

/** A running or broken deadline; met, moot and mended ones have nothing left to ring for. */
const deadlineOf = (finding: UnitFinding): number | undefined =>
  (finding.verdict === "due" || finding.verdict === "breached") && finding.mended === undefined
    ? (finding.due ?? finding.since)
    : undefined;

function settle(
  act: Act,
  caseKey: string,
  finding: UnitFinding,
  before: FindingRow | undefined,
  judging: Judging,
  by: FindingRow["judge"],
): void {
  keepFinding(act.sql, caseKey, finding, judging.revision, by);
  followWrong(act, caseKey, finding);
  const due = deadlineOf(finding);
  const was = before?.colour ?? "green";
  if (due === undefined || finding.colour === was) return;
  const { rule, on, colour } = finding;
  const body = { rule, on, colour, was, due, finding: finding.key, pack: judging.revision };
  act.append({ kind: "coloured", by: "object", byName: "", caseKey, body });
  remind(act, caseKey, finding, due, judging.rules.get(rule));
}

function judgeCase(act: Act, caseKey: string, judging: Judging): void {
  const { sql, now } = act;
  const before = new Map(findingRows(sql, caseKey).map((found) => [placeOf(found), found]));
  const sheet = sheetOf(sql, caseKey);
  const judgement = judgeSpeaking(judging.prepared, sheet, now, ticksOf(sql, caseKey, judging));
  for (const finding of judgement.findings) {
    settle(act, caseKey, bare(finding), before.get(placeOf(finding)), judging, "unit");
    before.delete(placeOf(finding));
  }
  for (const gone of before.values()) {
    if (gone.judge === "unit" || judging.judged.has(gone.rule))
      dropFinding(sql, caseKey, gone.rule, gone.element);
  }
  const across = judgeAcross(act, { key: caseKey, sheet }, judging, (finding) =>
    settle(act, caseKey, finding, before.get(placeOf(finding)), judging, "across"),
  );
  forgetWrong(act, caseKey);
  const next = Math.min(judgement.nextChange ?? Number.POSITIVE_INFINITY, across ?? Number.POSITIVE_INFINITY);
  run(sql, "UPDATE cases SET next_change = ? WHERE key = ?", Number.isFinite(next) ? next : null, caseKey);
}

/** How long a case rests that could not be judged (ms). */
const REST = 10 * 60_000;

/** Judges one case. What cannot be judged (no pack, an error of ours) neither loses an entry nor stops other cases' clocks. */
export function rejudge(act: Act, caseKey: string): void {
  const { sql, now, judging, unit } = act;
  if (judging === undefined) {
    run(sql, "UPDATE cases SET next_change = ? WHERE key = ? AND next_change <= ?", now + REST, caseKey, now);
    return;
  }
  const error = act.attempt(() => judgeCase(act, caseKey, judging));
  if (error === undefined) return;
  console.error(`unit ${unit} could not judge a case and tries again in ten minutes: ${String(error)}`);
  run(sql, "UPDATE cases SET next_change = ? WHERE key = ?", now + REST, caseKey);
}

/** Cases whose answer has changed by itself by now, the longest overdue first. */
export const casesToJudge = (sql: SqlStorage, now: number, most: number): readonly string[] =>
  rows<{ key: string }>(
    sql,
    "SELECT key FROM cases WHERE next_change <= ? ORDER BY next_change LIMIT ?",
    now,
    most,
  ).map(({ key }) => key);

/** The next instant at which a case changes by itself (ms). */
export const nextChange = (sql: SqlStorage): number | undefined =>
  row<{ at: number | null }>(sql, "SELECT min(next_change) AS at FROM cases")?.at ?? undefined;

/** Every case is to be judged at once: the pack has changed, and what rules no longer in force have left is forgotten. */
export function judgeAll(sql: SqlStorage, now: number, { across }: Judging): void {
  keepMarksOf(
    sql,
    across.map(({ rule }) => rule.id),
  );
  run(sql, "UPDATE cases SET next_change = ?", now);
}
