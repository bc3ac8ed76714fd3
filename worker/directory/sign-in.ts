// Signing in with a local account, and going on with a refresh token.
import type { Body } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { row, run } from "../sql.ts";
import { forgetWrong, isLocked, noteWrong } from "./attempts.ts";
import type { Opened } from "./calls.ts";
import { endSessionsOf } from "./devices.ts";
import { checkInitial, isInitial } from "./initial.ts";
import { accountOf, actingMember } from "./members.ts";
import { packKeyOf } from "./packs.ts";
import { hashOfNobody, hashPassword, samePassword } from "./password.ts";
import { referenceKeyOf } from "./reference-key.ts";
import { openSession, rotate, type Session } from "./sessions.ts";
import { signToken, TOKEN_LIFE } from "./token.ts";

/** The answer to whoever has signed in, in whatever way. */
export async function opened(
  sql: SqlStorage,
  { session, refresh }: { session: Session; refresh: string },
  now: number,
): Promise<Result<Opened>> {
  const acting = actingMember(sql, session.member, session.unit);
  if (acting === undefined) return refused("not-signed-in", "该账号已不存在或者已停用");
  return accepted({
    token: await signToken(sql, session, now),
    expiresIn: TOKEN_LIFE,
    refresh,
    member: acting.member,
    packKey: packKeyOf(sql),
    referenceKey: referenceKeyOf(sql),
    ...(acting.mustChange ? { mustChange: true } : {}),
  });
}

const LOCKED = refused("locked", "连续输错五次,账号锁定五分钟,请稍后再试");

interface Known {
  readonly id: string;
  readonly password: string;
  readonly disabled_at: number | null;
}

function check(password: string, known: Known | undefined, cost: string | undefined, now: number) {
  if (known !== undefined && isInitial(known.password)) {
    // It costs what every other does, so that the time does not tell who has not signed in yet.
    samePassword(password, hashOfNobody(cost));
    return checkInitial(password, known.password, now);
  }
  return samePassword(password, known?.password ?? hashOfNobody(cost)) && known !== undefined
    ? "right"
    : "wrong";
}

/** A new session; refuses with `bad-credentials`, the same for wrong accounts and wrong passwords, or with `locked`. */
export async function signIn(
  sql: SqlStorage,
  body: Body<"signIn">,
  cost: string | undefined,
  now: number,
): Promise<Result<Opened>> {
  const account = accountOf(body.account);
  if (isLocked(sql, account, now)) return LOCKED;
  const known = row<Known>(sql, "SELECT id, password, disabled_at FROM members WHERE account = ?", account);
  const found = check(body.password, known, cost, now);
  if (known === undefined || found === "wrong")
    return noteWrong(sql, account, now) ? LOCKED : refused("bad-credentials", "账号或者密码不对");
  forgetWrong(sql, account);
  if (known.disabled_at !== null) return refused("not-allowed", "账号已停用,请联系本单位管理员");
  if (found === "over") return refused("bad-credentials", "初始口令已过两周,请管理员重新生成");
  const by = { way: "password", label: body.label ?? "" } as const;
  return opened(sql, openSession(sql, known.id, body.device, by, now), now);
}

/** The session goes on with new tokens; a refresh token that was used before ends it. */
export async function refresh(sql: SqlStorage, body: Body<"refresh">, now: number): Promise<Result<Opened>> {
  const next = rotate(sql, body.refresh, body.device, now);
  return next.ok ? opened(sql, next.value, now) : next;
}

/** An own password in place of the old one; all other devices are signed out. A wrong old one counts like a wrong sign-in. */
export function changePassword(
  sql: SqlStorage,
  who: { readonly member: { readonly id: string; readonly account: string }; readonly session: string },
  body: Body<"changePassword">,
  cost: string | undefined,
  now: number,
): Result<{ ok: true; ended: number }> {
  const { id, account } = who.member;
  if (isLocked(sql, account, now)) return LOCKED;
  const known = row<Known>(sql, "SELECT id, password, disabled_at FROM members WHERE id = ?", id);
  if (check(body.old, known, cost, now) !== "right")
    return noteWrong(sql, account, now) ? LOCKED : refused("bad-credentials", "现在的密码不对", "old");
  forgetWrong(sql, account);
  if (body.password === body.old) return refused("bad-value", "新密码不能与现在的相同", "password");
  if (account.length > 3 && body.password.toLowerCase().includes(account))
    return refused("bad-value", "新密码不能含有账号", "password");
  if (new Set(body.password).size < 5)
    return refused("bad-value", "新密码至少要有五个不同的字符", "password");
  run(
    sql,
    "UPDATE members SET password = ?, must_change = 0 WHERE id = ?",
    hashPassword(body.password, cost),
    id,
  );
  return accepted({ ok: true as const, ended: endSessionsOf(sql, id, "password", who.session) });
}
