// Settles what has changed: the unit's own counts by day, a new revision for each day that is other than before, a report to go up.
import { exchanged, textOf } from "../../../shared/rollup/counts.ts";
import type { Counts, Line } from "../../../shared/rollup/indicators.ts";
import { keep, row, rows, run, setting } from "../../sql.ts";
import type { Act } from "../act.ts";
import { nextSettling } from "./dirty.ts";
import { linesOf } from "./lines-of.ts";
import { followTarget, heartbeatAt, planReport, targetOf } from "./target.ts";

/** Places settled in one run; the rest follows in the next, so that requests get between. */
const MOST = 200;
const REVISION = "rollup-revision";

/** The unit's own counts stand beside those of the units below under this name, which no unit can have. */
export const OWN = "";

export const revisionIn = (sql: SqlStorage): number => Number(setting(sql, REVISION) ?? "0");

/** Gives days a new revision, greater than any before and than `beyond`: they are other than what was reported. */
export function renew(sql: SqlStorage, days: Iterable<number>, beyond = 0): void {
  const all = [...days];
  if (all.length === 0) return;
  const revision = Math.max(revisionIn(sql), beyond) + 1;
  keep(sql, REVISION, String(revision));
  for (const day of all)
    run(
      sql,
      `INSERT INTO rollup_days (day, revision, sent) VALUES (?, ?, 0)
       ON CONFLICT (day) DO UPDATE SET revision = excluded.revision`,
      day,
      revision,
    );
}

/** What one unit has reported of a day, or the own counts; empty when there is nothing. */
export const countsOf = (sql: SqlStorage, child: string, day: number): Counts =>
  JSON.parse(
    row<{ json: string }>(sql, "SELECT json FROM rollup_counts WHERE child = ? AND day = ?", child, day)
      ?.json ?? "{}",
  ) as Counts;

export function keepCounts(
  sql: SqlStorage,
  child: string,
  day: number,
  revision: number,
  text: string,
): void {
  run(
    sql,
    `INSERT INTO rollup_counts (child, day, revision, json) VALUES (?, ?, ?, ?)
     ON CONFLICT (child, day) DO UPDATE SET revision = excluded.revision, json = excluded.json`,
    child,
    day,
    revision,
    text,
  );
}

/** Replaces what a place contributed by what it contributes now; answers both. */
function exchange(sql: SqlStorage, place: string): { gone: readonly Line[]; come: readonly Line[] } {
  const before =
    row<{ json: string }>(sql, "SELECT json FROM rollup_parts WHERE place = ?", place)?.json ?? "[]";
  const come = linesOf(sql, place);
  const text = JSON.stringify(come);
  if (text === before) return { gone: [], come: [] };
  run(sql, "INSERT OR REPLACE INTO rollup_parts (place, json) VALUES (?, ?)", place, text);
  return { gone: JSON.parse(before) as Line[], come };
}

/** Settles the oldest changes; the days that are other now. */
function settle(act: Act): ReadonlySet<number> {
  const { sql } = act;
  const places = rows<{ n: number; place: string }>(
    sql,
    "SELECT n, place FROM rollup_dirty ORDER BY n LIMIT ?",
    MOST,
  );
  const [gone, come]: [Line[], Line[]] = [[], []];
  const days = new Set<number>();
  for (const { place } of places) {
    if (place.startsWith("day ")) days.add(Number(place.slice(4)));
    else if (place !== "target") {
      const changed = exchange(sql, place);
      gone.push(...changed.gone);
      come.push(...changed.come);
    }
  }
  run(sql, "DELETE FROM rollup_dirty WHERE n <= ?", places.at(-1)?.n ?? -1);
  for (const day of new Set([...gone, ...come].map(([on]) => on))) {
    const before = countsOf(sql, OWN, day);
    const text = textOf(exchanged(before, day, gone, come));
    if (text === textOf(before)) continue;
    keepCounts(sql, OWN, day, 0, text);
    days.add(day);
  }
  return days;
}

/**
 * When something is to be settled, or the unit above is to hear that this one lives (ms). Where nobody listens nothing is due:
 * what has changed is settled when it is read, or when the alarm rings anyway.
 */
export const nextRollup = (sql: SqlStorage): number | undefined => {
  if (targetOf(sql) === undefined) return undefined;
  const at = Math.min(
    nextSettling(sql) ?? Number.POSITIVE_INFINITY,
    heartbeatAt(sql) ?? Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(at) ? at : undefined;
};

/** Settles some of what has changed, the oldest first, whether it is due or not. */
export function settleSome(act: Act): void {
  renew(act.sql, settle(act));
  followTarget(act.sql, act.now);
  planReport(act.sql, act.now);
}

/** Settles what is due and plans the report. */
export function rollUp(act: Act): void {
  const due = Math.min(
    nextSettling(act.sql) ?? Number.POSITIVE_INFINITY,
    nextRollup(act.sql) ?? Number.POSITIVE_INFINITY,
  );
  if (due <= act.now) settleSome(act);
}
