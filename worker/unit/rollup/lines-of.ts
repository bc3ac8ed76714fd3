// Reads from the unit's state what one place contributes to its own indicators.
import { type CaseState, COUNTED_KINDS, caseLines, gathered } from "../../../shared/rollup/case-lines.ts";
import type { Line } from "../../../shared/rollup/indicators.ts";
import type { Item } from "../../../shared/supervision/item.ts";
import type { LedgerEvent } from "../../../shared/supervision/self-correction.ts";
import { dayOf, parseDay, startOfDay } from "../../../shared/time/civil.ts";
import { row, rows } from "../../sql.ts";
import type { FindingRow } from "../findings.ts";
import { hasUnknowns } from "../unknowns.ts";

const KINDS = COUNTED_KINDS.map((kind) => `'${kind}'`).join(", ");

interface EventRow {
  readonly idx: number;
  readonly at: number;
  readonly kind: string;
  readonly by: string;
  readonly record: string;
}

const eventsOf = (sql: SqlStorage, caseKey: string): LedgerEvent[] =>
  rows<EventRow>(
    sql,
    `SELECT idx, at, kind, by, record FROM entries WHERE case_key = ? AND kind IN (${KINDS}) ORDER BY idx`,
    caseKey,
  ).map(({ idx: index, at, kind, by, record }) => ({
    index,
    at,
    kind,
    by,
    caseKey,
    body: (JSON.parse(record) as { body: unknown }).body,
  }));

/** An instant that was read, or the begin of a day of which no hour was (ms). */
function timeOf(sql: SqlStorage, caseKey: string, entity: string, field: string): number | undefined {
  const found = row<{ value: string | null }>(
    sql,
    "SELECT value FROM facts WHERE case_key = ? AND entity = ? AND field = ? AND state = 'known'",
    caseKey,
    entity,
    field,
  );
  const value: unknown = found?.value === undefined || found.value === null ? null : JSON.parse(found.value);
  if (typeof value === "number") return value;
  const day = typeof value === "string" ? parseDay(value) : undefined;
  return day === undefined ? undefined : startOfDay(day);
}

const hasOf = (sql: SqlStorage, caseKey: string, entity: string): boolean =>
  row(
    sql,
    "SELECT 1 FROM facts WHERE case_key = ? AND entity = ? AND state <> 'unread' LIMIT 1",
    caseKey,
    entity,
  ) !== undefined;

function ofCase(sql: SqlStorage, caseKey: string): readonly Line[] {
  const first = row<{ at: number }>(
    sql,
    "SELECT at FROM entries WHERE case_key = ? ORDER BY idx LIMIT 1",
    caseKey,
  );
  if (first === undefined) return [];
  const incident = hasOf(sql, caseKey, "incident");
  const findings = rows<FindingRow>(
    sql,
    "SELECT * FROM findings WHERE case_key = ? AND verdict IN ('breached', 'unknown')",
    caseKey,
  );
  const state: CaseState = {
    firstAt: first.at,
    receivedAt: timeOf(sql, caseKey, "incident", "receivedAt"),
    incident,
    file: !incident || hasOf(sql, caseKey, "case"),
    acceptedAt: timeOf(sql, caseKey, "case", "acceptedAt"),
    findings: [
      ...findings.map(({ rule, element: on, verdict, due, since }) => ({
        rule,
        on,
        verdict,
        due: due ?? undefined,
        since: since ?? undefined,
      })),
      // One stands for all: a case counts once, however much of it could not be checked.
      ...(hasUnknowns(sql, caseKey) ? [{ rule: "", on: "case", verdict: "unknown" }] : []),
    ],
    wrong: rows<CaseState["wrong"][number]>(
      sql,
      'SELECT rule, element AS "on", colour, at FROM wrong WHERE case_key = ?',
      caseKey,
    ),
    events: eventsOf(sql, caseKey),
  };
  return caseLines(state);
}

function ofItem(sql: SqlStorage, id: string): readonly Line[] {
  const found = row<{ json: string; state: string }>(sql, "SELECT json, state FROM items WHERE id = ?", id);
  if (found === undefined) return [];
  const item = JSON.parse(found.json) as Item;
  const rule = item.rule ?? "";
  const day = dayOf(item.at);
  const closedAt = row<{ at: number }>(
    sql,
    "SELECT at FROM item_moves WHERE item = ? ORDER BY n DESC LIMIT 1",
    id,
  )?.at;
  return found.state === "closed"
    ? [
        [day, rule, "items", 1],
        [dayOf(closedAt ?? item.at), rule, "itemsClosed", 1],
      ]
    : [
        [day, rule, "items", 1],
        [day, rule, "itemsOpen", 1],
      ];
}

/** What has not come, by the day on which that was noticed. */
const ofHoles = (sql: SqlStorage): readonly Line[] =>
  rows<{ at: number; n: number }>(sql, "SELECT at, last - first + 1 AS n FROM holes").map(
    ({ at, n }) => [dayOf(at), "", "blind", n] as const,
  );

/** The lines of a place, as the state is now. */
export function linesOf(sql: SqlStorage, place: string): readonly Line[] {
  const of = place.slice(place.indexOf(" ") + 1);
  if (place.startsWith("case ")) return ofCase(sql, of);
  if (place.startsWith("item ")) return gathered(ofItem(sql, of));
  return place === "holes" ? gathered(ofHoles(sql)) : [];
}
