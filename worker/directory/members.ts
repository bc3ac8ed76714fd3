// Members: people of a unit with their roles, as the directory keeps them.
import type { Body } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { chance } from "../chance.ts";
import { row, rows, run } from "../sql.ts";
import { subtree } from "./units.ts";

interface MemberRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly officer_id: string | null;
  readonly unit: string;
  readonly unit_name: string;
  readonly roles: string;
}

const MEMBER = `SELECT members.id, account, members.name, officer_id, unit, units.name AS unit_name, roles
  FROM members JOIN units ON units.id = members.unit`;

const shown = (found: MemberRow): Member => ({
  id: found.id,
  account: found.account,
  name: found.name,
  officerId: found.officer_id,
  unit: found.unit,
  unitName: found.unit_name,
  roles: JSON.parse(found.roles) as Member["roles"],
});

/** One form per account, so that nobody has two by typing. */
export const accountOf = (typed: string): string => typed.trim().normalize("NFKC").toLowerCase();

export function memberOf(sql: SqlStorage, id: string): Member | undefined {
  const found = row<MemberRow>(sql, `${MEMBER} WHERE members.id = ?`, id);
  return found === undefined ? undefined : shown(found);
}

/** The members of a unit and of all below it. */
export function membersOf(sql: SqlStorage, top: string): Member[] {
  const units = new Set(subtree(sql, top).map(({ id }) => id));
  return rows<MemberRow>(sql, `${MEMBER} ORDER BY account`)
    .filter(({ unit }) => units.has(unit))
    .map(shown);
}

/** A member to be made, the password already hashed. */
export type NewMember = Omit<Body<"createMember">, "password"> & { readonly hash: string };

/** A new member in a unit at or below `top`; refuses foreign units and taken accounts. */
export function createMember(
  sql: SqlStorage,
  top: string,
  body: NewMember,
  now: number,
): Result<{ member: Member }> {
  const account = accountOf(body.account);
  if (account === "") return refused("bad-value", "账号不能为空白", "account");
  if (!subtree(sql, top).some(({ id }) => id === body.unit)) {
    return refused("outside-unit", "该单位不在您的管辖范围内", "unit");
  }
  if (row(sql, "SELECT 1 FROM members WHERE account = ?", account) !== undefined) {
    return refused("conflict", `账号 ${account} 已经存在`, "account");
  }
  const id = `m${chance(8)}`;
  run(
    sql,
    `INSERT INTO members (id, account, name, officer_id, phone, unit, roles, password, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    account,
    body.name,
    body.officerId ?? null,
    body.phone ?? null,
    body.unit,
    JSON.stringify([...new Set(body.roles)]),
    body.hash,
    now,
  );
  const member = memberOf(sql, id);
  if (member === undefined) throw new Error(`member ${id} is gone right after it was written`);
  return accepted({ member });
}

/** The member's phone, else that of a leader of the unit; null when nobody can be reached. */
export const phoneFor = (sql: SqlStorage, member: string, unit: string): string | null =>
  row<{ phone: string }>(
    sql,
    `SELECT phone FROM members WHERE phone IS NOT NULL AND phone <> ''
       AND (id = ? OR (unit = ? AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'leader')))
     ORDER BY id <> ?, account LIMIT 1`,
    member,
    unit,
    member,
  )?.phone ?? null;
