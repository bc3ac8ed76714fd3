// Members: people of a unit with their roles, as the directory keeps them.
import type { Body } from "../../shared/api/contract.ts";
import type { MemberLine } from "../../shared/api/routes/members.ts";
import type { Member, Post } from "../../shared/api/shapes.ts";
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
  readonly phone: string | null;
  readonly must_change: number;
  readonly disabled_at: number | null;
}

const MEMBER = `SELECT members.id, account, members.name, officer_id, unit, units.name AS unit_name, roles, phone,
    must_change, disabled_at
  FROM members JOIN units ON units.id = members.unit`;

interface PostRow {
  readonly unit: string;
  readonly unit_name: string;
  readonly roles: string;
}

const postsOf = (sql: SqlStorage, member: string): Post[] =>
  rows<PostRow>(
    sql,
    `SELECT unit, units.name AS unit_name, posts.roles FROM posts JOIN units ON units.id = posts.unit
      WHERE member = ? ORDER BY unit`,
    member,
  ).map(({ unit, unit_name, roles }) => ({
    unit,
    unitName: unit_name,
    roles: JSON.parse(roles) as Post["roles"],
  }));

function shown(sql: SqlStorage, found: MemberRow): Member {
  const posts = postsOf(sql, found.id);
  return {
    id: found.id,
    account: found.account,
    name: found.name,
    officerId: found.officer_id,
    unit: found.unit,
    unitName: found.unit_name,
    roles: JSON.parse(found.roles) as Member["roles"],
    ...(posts.length === 0 ? {} : { posts }),
  };
}

/** One form per account, so that nobody has two by typing. */
export const accountOf = (typed: string): string => typed.trim().normalize("NFKC").toLowerCase();

export function memberOf(sql: SqlStorage, id: string): Member | undefined {
  const found = row<MemberRow>(sql, `${MEMBER} WHERE members.id = ?`, id);
  return found === undefined ? undefined : shown(sql, found);
}

/** A member who may act: not disabled; in the unit of a post, with the roles there, where a session has chosen one. */
export function actingMember(
  sql: SqlStorage,
  id: string,
  unit: string | null,
): { readonly member: Member; readonly mustChange: boolean } | undefined {
  const found = row<MemberRow>(sql, `${MEMBER} WHERE members.id = ? AND disabled_at IS NULL`, id);
  if (found === undefined) return undefined;
  const member = shown(sql, found);
  const post = member.posts?.find((one) => one.unit === unit);
  return {
    mustChange: found.must_change === 1,
    member: post === undefined ? member : { ...member, ...post },
  };
}

/** Other units in which a member's devices have counted entries: former ones, and those of the other posts. */
export const formerOf = (sql: SqlStorage, member: Member): readonly string[] =>
  rows<{ unit: string }>(
    sql,
    `SELECT unit FROM former_units WHERE member = ?1 UNION SELECT unit FROM posts WHERE member = ?1
     UNION SELECT unit FROM members WHERE id = ?1`,
    member.id,
  ).flatMap(({ unit }) => (unit === member.unit ? [] : [unit]));

/** The members of a unit and of all below it, and of those who hold a post there, with the state of their accounts. */
export function membersOf(sql: SqlStorage, top: string, now: number): MemberLine[] {
  const units = new Set(subtree(sql, top).map(({ id }) => id));
  const locked = new Map(
    rows<{ account: string; until: number }>(
      sql,
      "SELECT account, until FROM attempts WHERE until > ?",
      now,
    ).map(({ account, until }) => [account, until]),
  );
  const seen = new Map(
    rows<{ member: string; at: number }>(
      sql,
      "SELECT member, max(max(seen_at, made_at)) AS at FROM sessions GROUP BY member",
    ).map(({ member, at }) => [member, at]),
  );
  return rows<MemberRow>(sql, `${MEMBER} ORDER BY account`).flatMap((found): MemberLine[] => {
    const member = shown(sql, found);
    if (!units.has(member.unit) && !member.posts?.some(({ unit }) => units.has(unit))) return [];
    return [
      {
        ...member,
        phone: found.phone,
        state: found.disabled_at !== null ? "disabled" : found.must_change === 1 ? "initial" : "active",
        lockedUntil: locked.get(member.account) ?? null,
        seenAt: seen.get(member.id) ?? null,
      },
    ];
  });
}

/** A member to be made, the password already hashed. */
export type NewMember = Omit<Body<"createMember">, "password"> & {
  readonly hash: string;
  /** The password was given by somebody else. */
  readonly initial: boolean;
};

/** A new member in a unit at or below `top`; refuses foreign and closed units and taken accounts. */
export function createMember(
  sql: SqlStorage,
  top: string,
  body: NewMember,
  now: number,
): Result<{ member: Member }> {
  const account = accountOf(body.account);
  if (account === "") return refused("bad-value", "账号不能为空白", "account");
  const unit = subtree(sql, top).find(({ id }) => id === body.unit);
  if (unit === undefined) return refused("outside-unit", "该单位不在您的管辖范围内", "unit");
  if (unit.closedAt !== undefined) return refused("unit-closed", `${unit.name}已经撤销`, "unit");
  if (row(sql, "SELECT 1 FROM members WHERE account = ?", account) !== undefined) {
    return refused("conflict", `账号 ${account} 已经存在`, "account");
  }
  const id = `m${chance(8)}`;
  run(
    sql,
    `INSERT INTO members (id, account, name, officer_id, phone, unit, roles, password, must_change, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    account,
    body.name,
    body.officerId ?? null,
    body.phone ?? null,
    body.unit,
    JSON.stringify([...new Set(body.roles)]),
    body.hash,
    body.initial ? 1 : 0,
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
    `SELECT phone FROM members WHERE phone IS NOT NULL AND phone <> '' AND disabled_at IS NULL
       AND (id = ? OR (unit = ? AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'leader')))
     ORDER BY id <> ?, account LIMIT 1`,
    member,
    unit,
    member,
  )?.phone ?? null;
