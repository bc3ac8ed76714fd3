// How a case is called: its number and platform, from the facts or else from its key.
import { row } from "../sql.ts";

/** The part of a key `platform:number` before its first colon. */
export const platformOf = (caseKey: string): string => caseKey.split(":")[0] ?? "";

/** The case's number as it was read; the end of its key until it has been. */
export function numberOf(sql: SqlStorage, caseKey: string): string {
  const read = row<{ value: string | null }>(
    sql,
    "SELECT value FROM facts WHERE case_key = ? AND entity = 'case' AND field = 'number' AND state = 'known'",
    caseKey,
  );
  const value: unknown = read?.value ? JSON.parse(read.value) : undefined;
  return typeof value === "string" ? value : caseKey.slice(caseKey.indexOf(":") + 1);
}
