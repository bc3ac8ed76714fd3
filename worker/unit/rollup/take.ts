// Takes what a unit below reports: the counts of a day replace those that it reported before, and nothing older ever does.
import { accepted, type Result, refused } from "../../../shared/facts/errors.ts";
import { sumOf, textOf } from "../../../shared/rollup/counts.ts";
import type { Counts } from "../../../shared/rollup/indicators.ts";
import type { Below, Report } from "../../../shared/rollup/report.ts";
import { row, rows, run } from "../../sql.ts";
import type { Act } from "../act.ts";
import { markRollup } from "./dirty.ts";
import { keepCounts, OWN } from "./settle.ts";

/** After this time without a report a unit counts as silent (ms). */
export const SILENT = 24 * 3_600_000;

export interface ChildRow {
  readonly child: string;
  readonly name: string | null;
  readonly key: string | null;
  readonly code: string | null;
  readonly code_until: number | null;
  readonly n: number;
  /** Up to which revision its reports are of before it left. */
  readonly gone: number;
  readonly at: number | null;
  readonly below: string | null;
}

export const childRow = (sql: SqlStorage, child: string): ChildRow | undefined =>
  row<ChildRow>(sql, "SELECT * FROM rollup_children WHERE child = ?", child);

/**
 * Takes all days of a report or none. Refuses with `older-report` when one of them is older than what was taken, or says of the
 * same revision something else; `at` tells the revision that a newer one must pass.
 */
export function takeReport(act: Act, { child, days, below }: Report): Result<null> {
  const { sql, now } = act;
  const gone = childRow(sql, child)?.gone ?? 0;
  let passed = 0;
  let older = false;
  const fresh: { day: number; revision: number; text: string }[] = [];
  for (const { day, revision, counts } of days) {
    const text = textOf(counts);
    const known = row<{ revision: number; json: string }>(
      sql,
      "SELECT revision, json FROM rollup_counts WHERE child = ? AND day = ?",
      child,
      day,
    );
    const kept = Math.max(known?.revision ?? 0, gone);
    passed = Math.max(passed, kept);
    if (revision > kept) fresh.push({ day, revision, text });
    else if (known === undefined || revision < kept || known.json !== text) older = true;
  }
  if (older)
    return refused("older-report", `单位 ${child} 上报的数比已收到的旧,没有采用`, `revision ${passed}`);
  for (const { day, revision, text } of fresh) {
    keepCounts(sql, child, day, revision, text);
    markRollup(sql, `day ${day}`, now);
  }
  run(
    sql,
    `INSERT INTO rollup_children (child, at, below) VALUES (?, ?, ?)
     ON CONFLICT (child) DO UPDATE SET at = excluded.at, below = excluded.below`,
    child,
    now,
    JSON.stringify(below),
  );
  return accepted(null);
}

/** A unit hangs here no longer: what it reported up to this revision is not counted any more. */
export function forgetChild({ sql, now }: Act, child: string, revision: number): void {
  const mine = "child = ? AND revision <= ?";
  const days = rows<{ day: number }>(sql, `SELECT day FROM rollup_counts WHERE ${mine}`, child, revision);
  run(sql, `DELETE FROM rollup_counts WHERE ${mine}`, child, revision);
  for (const { day } of days) markRollup(sql, `day ${day}`, now);
  const left = row(sql, "SELECT 1 FROM rollup_counts WHERE child = ? LIMIT 1", child);
  if (left !== undefined) return;
  run(
    sql,
    `INSERT INTO rollup_children (child, gone) VALUES (?, ?)
     ON CONFLICT (child) DO UPDATE SET gone = max(gone, excluded.gone), at = NULL, below = NULL`,
    child,
    revision,
  );
}

/** The sum of a day: the own counts and those of all units below. */
export const sumOfDay = (sql: SqlStorage, day: number): Counts =>
  sumOf(
    rows<{ json: string }>(sql, "SELECT json FROM rollup_counts WHERE day = ?", day).map(
      ({ json }) => JSON.parse(json) as Counts,
    ),
  );

/** How the units below stand, those two and more steps below included. */
export function belowOf(sql: SqlStorage, now: number): Below {
  let [units, silent] = [0, 0];
  let oldest: number | null = null;
  for (const { at, below } of rows<ChildRow>(
    sql,
    "SELECT * FROM rollup_children WHERE at IS NOT NULL AND child <> ?",
    OWN,
  )) {
    const deeper = JSON.parse(below ?? "null") as Below | null;
    units += 1 + (deeper?.units ?? 0);
    silent += ((at ?? 0) + SILENT < now ? 1 : 0) + (deeper?.silent ?? 0);
    for (const one of [at, deeper?.oldest ?? null])
      if (one !== null && (oldest === null || one < oldest)) oldest = one;
  }
  return { units, silent, oldest };
}
