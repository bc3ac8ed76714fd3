// What stood breached or about to be and is met now: recorded in the tree at once, so that who put it right when can be proven.
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import type { MendedBody } from "../../shared/supervision/self-correction.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { wasUnknown } from "./unknowns.ts";

const isWrong = ({ verdict, colour, mended }: UnitFinding): boolean =>
  mended === undefined &&
  ((verdict === "breached" && (colour === "red" || colour === "orange")) ||
    (verdict === "due" && (colour === "orange" || colour === "yellow")));

/** Met, or a breach that is over; what no longer applies or can no longer be told was not put right. */
const isRight = ({ verdict, mended }: UnitFinding): boolean =>
  verdict === "met" || (verdict === "breached" && mended !== undefined);

interface WrongRow {
  readonly colour: MendedBody["was"];
  readonly due: number | null;
  readonly at: number;
}

/** Where something stands wrong in a case, as `rule@on`. */
export const wrongPlaces = (sql: SqlStorage, caseKey: string): ReadonlySet<string> =>
  new Set(
    rows<{ rule: string; element: string }>(
      sql,
      "SELECT rule, element FROM wrong WHERE case_key = ?",
      caseKey,
    ).map(({ rule, element }) => `${rule}@${element}`),
  );

/**
 * Follows one finding: remembers since when it stands wrong, and records when it is put right. `stood`: whether something may
 * stand wrong at its place.
 */
export function followWrong(act: Act, caseKey: string, finding: UnitFinding, stood = true): void {
  const { sql, now } = act;
  const { rule, on, colour, due } = finding;
  if (isWrong(finding)) {
    run(
      sql,
      `INSERT INTO wrong (case_key, rule, element, colour, due, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (case_key, rule, element) DO UPDATE SET colour = excluded.colour, due = excluded.due`,
      caseKey,
      rule,
      on,
      colour,
      due ?? null,
      now,
    );
    return;
  }
  if (!stood) return;
  const before = row<WrongRow>(
    sql,
    "SELECT colour, due, at FROM wrong WHERE case_key = ? AND rule = ? AND element = ?",
    caseKey,
    rule,
    on,
  );
  // An answer that cannot be given now leaves open how it stands.
  if (before === undefined || finding.verdict === "unknown") return;
  run(sql, "DELETE FROM wrong WHERE case_key = ? AND rule = ? AND element = ?", caseKey, rule, on);
  if (!isRight(finding)) return;
  const handler = row<{ by: string }>(sql, "SELECT by FROM cases WHERE key = ?", caseKey)?.by ?? "";
  const body: MendedBody = {
    rule,
    on,
    handler,
    was: before.colour,
    from: before.at,
    at: now,
    ...(before.due === null ? {} : { due: before.due }),
    ...(finding.mended === undefined ? {} : { late: true }),
  };
  const place = act.append({ kind: "mended", by: "object", byName: "", caseKey, body });
  run(
    sql,
    "INSERT INTO mended (place, case_key, handler, at) VALUES (?, ?, ?, ?)",
    place,
    caseKey,
    handler,
    now,
  );
}

/** Forgets what stood wrong on rows that are gone or by rules that no longer speak: nobody put that right. */
export function forgetWrong({ sql }: Act, caseKey: string): void {
  const lost = rows<{ rule: string; element: string }>(
    sql,
    `SELECT rule, element FROM wrong WHERE case_key = ? AND NOT EXISTS (SELECT 1 FROM findings
       WHERE findings.case_key = wrong.case_key AND findings.rule = wrong.rule AND findings.element = wrong.element)`,
    caseKey,
  );
  for (const { rule, element } of lost) {
    if (wasUnknown(sql, caseKey, rule, element)) continue;
    run(sql, "DELETE FROM wrong WHERE case_key = ? AND rule = ? AND element = ?", caseKey, rule, element);
  }
}
