// Who may keep the accounts, and which roles one person may not hold together where the three duties are separate.
import { DUTIES, type Role } from "../../shared/api/route.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { row } from "../sql.ts";

const WORD: Readonly<Record<string, string>> = { admin: "系统管理", security: "安全管理", auditor: "审计" };

/** At most one of system, security and audit per person, all units together. */
export function dutiesOf(roles: readonly Role[], separate: boolean): Result<null> {
  const held = DUTIES.filter((role) => roles.includes(role));
  return !separate || held.length < 2
    ? accepted(null)
    : refused("bad-value", `三员分立:${held.map((role) => WORD[role]).join("、")}不能由同一人担任`, "roles");
}

const hasKeeper = (sql: SqlStorage): boolean =>
  row(
    sql,
    `SELECT 1 FROM members WHERE disabled_at IS NULL
       AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'security') LIMIT 1`,
  ) !== undefined;

/**
 * Whether the caller may give these roles. Where the duties are separate only a security administrator may; the first of them
 * is made by the system administrator, while there is none.
 */
export function mayKeep(
  sql: SqlStorage,
  { member }: Pick<Caller, "member">,
  separate: boolean,
  roles?: readonly Role[],
): Result<null> {
  if (!separate || member.roles.includes("security")) return accepted(null);
  const first = roles?.every((role) => role === "security") === true && !hasKeeper(sql);
  return first ? accepted(null) : refused("not-allowed", "三员分立:账号和角色由安全管理员办理");
}
