// The reconciliation of a day in one unit: the calls that came in by every channel, and whether a case stands against each.
import type { DayIncident } from "../../../shared/api/routes/intake.ts";
import { DAY } from "../../../shared/time/civil.ts";
import { rows } from "../../sql.ts";
import { numberOf } from "../case-number.ts";

export interface Day {
  readonly incidents: readonly DayIncident[];
  readonly casesAlone: number;
  readonly more: number;
}

/** Calls of one unit and day that are listed. */
const MOST = 500;
/** The rule that reconciles; its finding is the answer. */
const RULE = "incident-without-case";

interface Row {
  readonly case_key: string;
  readonly receivedAt: string;
  readonly fields: string;
  readonly verdict: string | null;
}

const FIELDS = ["number", "reportWay", "callKind", "disposalKind", "caseNumber", "filed", "disposal"];
const FILED: readonly unknown[] = ["受案", "转立案"];

function stateOf(
  { verdict }: Row,
  cells: Readonly<Record<string, unknown>>,
  tied: ReadonlySet<string>,
): DayIncident["state"] {
  if (verdict === "breached") return "late";
  if (verdict === "due") return "open";
  if (verdict === "unknown") return "unchecked";
  const said =
    tied.has(text(cells["number"])) ||
    typeof cells["caseNumber"] === "string" ||
    FILED.includes(cells["disposal"]);
  return said ? "filed" : "other";
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const ORDER: readonly DayIncident["state"][] = ["late", "open", "unchecked", "filed", "other"];

/** The calls received from an instant on for a day (ms), the most pressing first. */
export function dayOfUnit(sql: SqlStorage, unit: string, from: number): Day {
  const until = from + DAY;
  const found = rows<Row>(
    sql,
    `SELECT received.case_key, received.value AS receivedAt,
       (SELECT json_group_object(field, value) FROM facts WHERE case_key = received.case_key AND entity = 'incident'
          AND state = 'known' AND field IN (SELECT value FROM json_each(?1))) AS fields,
       (SELECT verdict FROM findings WHERE case_key = received.case_key AND rule = ?2 AND mended IS NULL LIMIT 1) AS verdict
     FROM facts AS received
     WHERE received.entity = 'incident' AND received.field = 'receivedAt' AND received.state = 'known'
       AND CAST(received.value AS INTEGER) >= ?3 AND CAST(received.value AS INTEGER) < ?4`,
    JSON.stringify(FIELDS),
    RULE,
    from,
    until,
  );
  const tied = new Set(
    rows<{ value: string }>(
      sql,
      "SELECT value FROM facts WHERE entity = 'case' AND field = 'incidentNumber' AND state = 'known'",
    ).map(({ value }) => text(JSON.parse(value))),
  );
  const incidents = found.map((one): DayIncident => {
    const cells = Object.fromEntries(
      Object.entries(JSON.parse(one.fields) as Record<string, string>).map(([field, value]) => [
        field,
        JSON.parse(value) as unknown,
      ]),
    );
    return {
      unit,
      caseKey: one.case_key,
      number: text(cells["number"]) || numberOf(sql, one.case_key),
      receivedAt: Number(one.receivedAt),
      way: text(cells["reportWay"]),
      what: text(cells["disposalKind"]) || text(cells["callKind"]),
      state: stateOf(one, cells, tied),
    };
  });
  incidents.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.receivedAt - b.receivedAt);
  const alone = rows(
    sql,
    `SELECT 1 FROM facts AS accepted WHERE entity = 'case' AND field = 'acceptedAt' AND state = 'known'
       AND CAST(value AS INTEGER) >= ? AND CAST(value AS INTEGER) < ?
       AND EXISTS (SELECT 1 FROM facts WHERE case_key = accepted.case_key AND entity = 'case'
         AND field = 'incidentNumber' AND state = 'absent')`,
    from,
    until,
  ).length;
  return {
    incidents: incidents.slice(0, MOST),
    casesAlone: alone,
    more: Math.max(0, incidents.length - MOST),
  };
}
