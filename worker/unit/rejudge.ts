// Judges a case anew on the server's clock, keeps what changed, and rings where a deadline took another colour.
import { type BareFinding, judgeBare } from "../../shared/rules/bare.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { logError } from "../log.ts";
import { keep, row, rows, run, setting } from "../sql.ts";
import { judgeAcross } from "./across.ts";
import type { Act } from "./act.ts";
import { sheetOf } from "./facts.ts";
import { dropFinding, type FindingRow, findingRows, keepFinding } from "./findings.ts";
import { followFindings } from "./item-rules.ts";
import type { Judging } from "./judging.ts";
import { keepMarksOf } from "./marks.ts";
import { followWrong, forgetWrong, wrongPlaces } from "./mended.ts";
import { remind } from "./reminders.ts";
import { markRollup } from "./rollup/dirty.ts";
import { isPlainUnknown, keepUnknowns, wasUnknown } from "./unknowns.ts";

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

/** Fields of one finding that are named. */
const MOST_MISSING = 16;

const cut = (finding: BareFinding): UnitFinding =>
  finding.missing.length > MOST_MISSING
    ? { ...finding, missing: finding.missing.slice(0, MOST_MISSING) }
    : finding;

/** What is known of a case before it is judged anew. */
interface Before {
  readonly rows: Map<string, FindingRow>;
  /** Where something stands wrong. */
  readonly wrong: ReadonlySet<string>;
}

/** The colour that a place had; what had no finding was green. */
const colourBefore = (
  { sql }: Act,
  caseKey: string,
  { rule, on }: UnitFinding,
  row: FindingRow | undefined,
): UnitFinding["colour"] => row?.colour ?? (wasUnknown(sql, caseKey, rule, on) ? "grey" : "green");

function settle(
  act: Act,
  caseKey: string,
  finding: UnitFinding,
  before: Before,
  judging: Judging,
  by: FindingRow["judge"],
): void {
  const place = placeOf(finding);
  const row = before.rows.get(place);
  keepFinding(act.sql, caseKey, finding, judging.revision, by, row);
  followWrong(act, caseKey, finding, before.wrong.has(place));
  const due = deadlineOf(finding);
  const { rule, on, colour } = finding;
  if (due === undefined || colour === row?.colour) return;
  const was = colourBefore(act, caseKey, finding, row);
  if (colour === was) return;
  const body = { rule, on, colour, was, due, finding: finding.key, pack: judging.revision };
  act.append({ kind: "coloured", by: "object", byName: "", caseKey, body });
  remind(act, caseKey, finding, due, judging.rules.get(rule));
}

function judgeCase(act: Act, caseKey: string, judging: Judging): void {
  const { sql, now } = act;
  const rows = new Map(findingRows(sql, caseKey).map((found) => [placeOf(found), found]));
  const before: Before = { rows, wrong: wrongPlaces(sql, caseKey) };
  const sheet = sheetOf(sql, caseKey);
  const unknowns: UnitFinding[] = [];
  const told: { readonly finding: UnitFinding; readonly place: number }[] = [];
  const ticks = ticksOf(sql, caseKey, judging);
  const changes = judgeBare(judging.prepared, sheet, now, ticks, (found, place) => {
    const finding = cut(found);
    if (isPlainUnknown(finding)) unknowns.push(finding);
    else told.push({ finding, place });
  });
  // In the order of the rules; sorting is stable, and the elements of a list are visited in theirs.
  told.sort((a, b) => a.place - b.place);
  for (const { finding } of told) {
    settle(act, caseKey, finding, before, judging, "unit");
    rows.delete(placeOf(finding));
  }
  keepUnknowns(sql, caseKey, unknowns, judging.revision);
  for (const gone of rows.values()) {
    if (gone.judge === "unit" || judging.judged.has(gone.rule))
      dropFinding(sql, caseKey, gone.rule, gone.element);
  }
  const across = judgeAcross(act, { key: caseKey, sheet }, judging, (finding) =>
    settle(act, caseKey, finding, before, judging, "across"),
  );
  forgetWrong(act, caseKey);
  followFindings(act, caseKey, judging);
  forgetWrong(act, caseKey);
  const next = Math.min(changes ?? Number.POSITIVE_INFINITY, across ?? Number.POSITIVE_INFINITY);
  run(sql, "UPDATE cases SET next_change = ? WHERE key = ?", Number.isFinite(next) ? next : null, caseKey);
}

/** How long a case rests that could not be judged (ms). */
const REST = 10 * 60_000;

/** Judges one case. What cannot be judged (no pack, an error of ours) neither loses an entry nor stops other cases' clocks. */
export function rejudge(act: Act, caseKey: string): void {
  const { sql, now, judging, unit } = act;
  markRollup(sql, `case ${caseKey}`, now);
  if (judging === undefined) {
    run(sql, "UPDATE cases SET next_change = ? WHERE key = ? AND next_change <= ?", now + REST, caseKey, now);
    return;
  }
  // Tried by this pack, whatever comes of it: a case that fails comes again by its own time, not at once.
  run(
    sql,
    "UPDATE cases SET pack = ? WHERE key = ? AND pack <> ?",
    judging.revision,
    caseKey,
    judging.revision,
  );
  const error = act.attempt(() => judgeCase(act, caseKey, judging));
  if (error === undefined) return;
  logError("case-unjudged: could not judge a case and tries again in ten minutes", error, { unit });
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

/** Until when the re-judging by a new pack rests, because the pack cannot be used (ms). */
const RESTS = "rejudging-rests";

/** The cases that have not been judged by the pack in force, in groups; a pack that cannot be used is tried again later. */
export function staleCases({ sql, now, judging }: Act, most: number): readonly string[] {
  const left = rows<{ key: string }>(
    sql,
    "SELECT key FROM cases WHERE pack < ? ORDER BY pack, key LIMIT ?",
    Number(setting(sql, "pack-revision") ?? "0"),
    most,
  );
  if (judging !== undefined) return left.map(({ key }) => key);
  if (left.length > 0) keep(sql, RESTS, String(now + REST));
  return [];
}

/** How many cases the pack in force has still to judge. */
export const staleCount = (sql: SqlStorage): number =>
  row<{ n: number }>(
    sql,
    "SELECT count(*) AS n FROM cases WHERE pack < ?",
    Number(setting(sql, "pack-revision") ?? "0"),
  )?.n ?? 0;

/** When the re-judging by a new pack goes on (ms): at once while cases are left. */
export const nextStale = (sql: SqlStorage): number | undefined =>
  row(sql, "SELECT 1 FROM cases WHERE pack < ? LIMIT 1", Number(setting(sql, "pack-revision") ?? "0")) ===
  undefined
    ? undefined
    : Number(setting(sql, RESTS) ?? "0");

/** A new pack is in force: every case is judged by it in the background, and what rules of the old one left is forgotten. */
export function judgeAll(sql: SqlStorage, now: number, { across }: Judging): void {
  keepMarksOf(
    sql,
    across.map(({ rule }) => rule.id),
  );
  keep(sql, "rejudging-since", String(now));
  keep(sql, RESTS, String(now));
}
