// The cases as the desk names them, and which of them a member handles, alone or with others.

import type { DeskCase } from "../../shared/api/routes/desk.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { partsOfKey } from "../../shared/facts/case-key.ts";
import { parseOfficers } from "../../shared/facts/officers.ts";
import { rows } from "../sql.ts";
import { platformOf } from "./case-number.ts";
import type { Judging } from "./judging.ts";

export type Whose = "mine" | "unit";

interface Named {
  readonly key: string;
  readonly by: string;
  readonly by_name: string;
}
interface FactRow {
  readonly case_key: string;
  readonly entity: string;
  readonly field: string;
  readonly value: string | null;
}

/** Fields that name who handles a case, and those by which a row calls it. */
const HANDLERS = ["leadOfficer", "handlers"];
const FIELDS = ["number", "cause", "callKind", "disposalKind", ...HANDLERS];

/** Whether the officers read in a field are this member, by number where one stands there, else by name. */
export function names(value: unknown, { name, officerId }: Pick<Member, "name" | "officerId">): boolean {
  const texts = Array.isArray(value) ? value.map(String) : [String(value ?? "")];
  return texts
    .flatMap((text) => parseOfficers(text) ?? [])
    .some((one) => one.name === name || (officerId !== null && one.name === officerId));
}

/** Members who are away at `now` (ms) and for whom this one stands in. */
const coveredBy = (sql: SqlStorage, member: string, now: number): readonly string[] =>
  rows<{ member: string }>(
    sql,
    "SELECT member FROM covers WHERE cover = ? AND since <= ? AND until > ? AND ended IS NULL",
    member,
    now,
    now,
  ).map((one) => one.member);

/** The cases of a unit, each as its rows name it; of `mine` those alone that the member handles, or whose officer they stand in for. */
export function deskCases(
  sql: SqlStorage,
  member: Member,
  whose: Whose,
  now: number,
  judging?: Judging,
): ReadonlyMap<string, DeskCase> {
  const own = new Set([member.id, ...coveredBy(sql, member.id, now)]);
  const read = new Map<string, Map<string, unknown>>();
  const facts = rows<FactRow>(
    sql,
    `SELECT case_key, entity, field, value FROM facts WHERE entity IN ('case', 'incident') AND state = 'known'
       AND field IN (SELECT value FROM json_each(?))`,
    JSON.stringify(FIELDS),
  );
  for (const { case_key, entity, field, value } of facts) {
    const of = read.get(case_key) ?? new Map<string, unknown>();
    read.set(case_key, of.set(`${entity}.${field}`, value === null ? undefined : JSON.parse(value)));
  }
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value !== "" ? value : undefined;
  const found = new Map<string, DeskCase>();
  for (const { key, by, by_name } of rows<Named>(sql, "SELECT key, by, by_name FROM cases")) {
    const of = read.get(key);
    const mine = own.has(by) || HANDLERS.some((field) => names(of?.get(`case.${field}`), member));
    if (whose === "mine" && !mine) continue;
    const what =
      text(of?.get("case.cause")) ??
      text(of?.get("incident.disposalKind")) ??
      text(of?.get("incident.callKind"));
    found.set(key, {
      key,
      number: text(of?.get("case.number")) ?? partsOfKey(key).number,
      platform: platformOf(key, judging),
      by,
      byName: by_name,
      mine,
      ...(what === undefined ? {} : { what }),
    });
  }
  return found;
}
