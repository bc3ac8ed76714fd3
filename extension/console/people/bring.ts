// Sends a table to the route of its kind, to be checked or to be made.
import type { MemberRow, UnitRow } from "../../../shared/api/routes/rows.ts";
import type { Answer } from "../../protocol/messages.ts";
import { call } from "../call.ts";
import type { Table } from "./read-table.ts";

export type Kind = "units" | "members";

/** Rows that one table may have. */
export const MOST: Readonly<Record<Kind, number>> = { units: 2_000, members: 1_000 };

export interface Brought {
  readonly problems: readonly { readonly row: number; readonly column: string; readonly message: string }[];
  readonly made: number;
  /** Account, name, unit, initial password. */
  readonly passwords: readonly (readonly string[])[];
  readonly until: number;
}

export async function send(kind: Kind, { rows }: Table, check: boolean): Promise<Answer<Brought>> {
  if (kind === "units") {
    const answer = await call("importUnits", { body: { check, rows: rows as unknown as UnitRow[] } });
    return answer.ok ? { ok: true, value: { ...answer.value, passwords: [], until: 0 } } : answer;
  }
  const answer = await call("importMembers", { body: { check, rows: rows as unknown as MemberRow[] } });
  if (!answer.ok) return answer;
  const { problems, made, until } = answer.value;
  const passwords = made.map((one) => [one.account, one.name, one.unit, one.password]);
  return { ok: true, value: { problems, made: made.length, passwords, until } };
}
