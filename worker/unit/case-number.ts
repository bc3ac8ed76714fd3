// How a case is called: its number and platform, from the facts or else from its key.
import { partsOfKey } from "../../shared/facts/case-key.ts";
import { row } from "../sql.ts";
import type { Judging } from "./judging.ts";

/** The platform of a case as its profile names it; without one as the key has it. */
export function platformOf(caseKey: string, judging: Judging | undefined): string {
  const { platform } = partsOfKey(caseKey);
  return judging?.platforms.get(platform) ?? platform;
}

/** The case's number as it was read; the end of its key until it has been. */
export function numberOf(sql: SqlStorage, caseKey: string): string {
  const read = row<{ value: string | null }>(
    sql,
    "SELECT value FROM facts WHERE case_key = ? AND entity = 'case' AND field = 'number' AND state = 'known'",
    caseKey,
  );
  const value: unknown = read?.value ? JSON.parse(read.value) : undefined;
  return typeof value === "string" ? value : partsOfKey(caseKey).number;
}
