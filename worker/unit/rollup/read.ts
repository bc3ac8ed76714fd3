// The numbers of a unit and of all below it over some days: by day, by rule, by unit right below – one read of one object.
import { sumOf, tallyOf } from "../../../shared/rollup/counts.ts";
import type { Counts, Tally } from "../../../shared/rollup/indicators.ts";
import type { Below } from "../../../shared/rollup/report.ts";
import { row, rows } from "../../sql.ts";
import { OWN } from "./settle.ts";
import { type ChildRow, SILENT } from "./take.ts";
import { nodeOf, reportedAt, targetOf } from "./target.ts";

/** A unit right below as its own reports tell. */
export interface ChildNumbers {
  readonly unit: string;
  /** Of another deployment: its name here; null for one of this deployment, whose name the directory knows. */
  readonly name: string | null;
  /** When its last report came (ms). */
  readonly reportedAt: number | null;
  readonly silent: boolean;
  readonly below: Below;
  readonly counts: Tally;
}

export interface Numbers {
  readonly days: { day: number; counts: Tally }[];
  readonly rules: { rule: string; counts: Tally }[];
  readonly total: Tally;
  readonly own: Tally;
  readonly children: ChildNumbers[];
  /** The unit of another deployment to which this one reports. */
  readonly node: { url: string; unit: string; name: string; child: string } | null;
  readonly sending: { sentAt: number | null; waiting: boolean; parked: boolean; error: string | null } | null;
}

interface CountsRow {
  readonly child: string;
  readonly day: number;
  readonly json: string;
}

const NOBODY: Below = { units: 0, silent: 0, oldest: null };

/** Groups by a key and adds each group. */
function grouped<K>(all: readonly (readonly [K, Counts])[]): ReadonlyMap<K, Counts> {
  const groups = new Map<K, Counts[]>();
  for (const [key, counts] of all) {
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(counts);
  }
  return new Map([...groups].map(([key, group]) => [key, sumOf(group)]));
}

function sendingOf(sql: SqlStorage): Numbers["sending"] {
  if (targetOf(sql) === undefined) return null;
  const parcel = row<{ state: string; error: string | null }>(
    sql,
    "SELECT state, error FROM outbox WHERE id = 'rollup'",
  );
  return {
    sentAt: reportedAt(sql) ?? null,
    waiting: parcel !== undefined,
    parked: parcel?.state === "parked",
    error: parcel?.error ?? null,
  };
}

/** The numbers from one day to another, both included, as they stand at `now` (ms). */
export function numbersOf(sql: SqlStorage, from: number, to: number, now: number): Numbers {
  const all = rows<CountsRow>(
    sql,
    "SELECT child, day, json FROM rollup_counts WHERE day BETWEEN ? AND ? ORDER BY day",
    from,
    to,
  ).map(({ child, day, json }) => ({ child, day, counts: JSON.parse(json) as Counts }));
  const byChild = grouped(all.map(({ child, counts }) => [child, counts] as const));
  const byDay = grouped(all.map(({ day, counts }) => [day, counts] as const));
  const rules = sumOf(all.map(({ counts }) => counts));
  const of = (child: string): Tally => tallyOf(byChild.get(child) ?? {});
  return {
    days: [...byDay].map(([day, counts]) => ({ day, counts: tallyOf(counts) })),
    rules: Object.entries(rules).map(([rule, counts]) => ({ rule, counts })),
    total: tallyOf(rules),
    own: of(OWN),
    children: rows<ChildRow>(sql, "SELECT * FROM rollup_children ORDER BY child")
      .filter(({ at, name }) => at !== null || name !== null)
      .map(({ child, name, at, below }) => ({
        unit: child,
        name,
        reportedAt: at,
        silent: at === null || at + SILENT < now,
        below: below === null ? NOBODY : (JSON.parse(below) as Below),
        counts: of(child),
      })),
    node: nodeOf(sql) ?? null,
    sending: sendingOf(sql),
  };
}
