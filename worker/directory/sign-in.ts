// Signing in with a local account, and going on with a refresh token.
import type { Body } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { chance } from "../chance.ts";
import { row, settingOr } from "../sql.ts";
import { forgetWrong, isLocked, noteWrong } from "./attempts.ts";
import type { Opened } from "./calls.ts";
import { accountOf, memberOf } from "./members.ts";
import { packKeyOf } from "./packs.ts";
import { hashOfNobody, samePassword } from "./password.ts";
import { openSession, rotate, type Session } from "./sessions.ts";
import { signToken, TOKEN_LIFE } from "./token.ts";

async function opened(
  sql: SqlStorage,
  { session, refresh }: { session: Session; refresh: string },
  now: number,
): Promise<Result<Opened>> {
  const member = memberOf(sql, session.member);
  if (member === undefined) return refused("not-signed-in", "该账号已不存在");
  return accepted({
    token: await signToken(sql, session, now),
    expiresIn: TOKEN_LIFE,
    refresh,
    member,
    packKey: packKeyOf(sql),
    referenceKey: settingOr(sql, "reference-key", () => chance(32)),
  });
}

/** A new session; refuses with `bad-credentials`, the same for wrong accounts and wrong passwords, or with `locked`. */
export async function signIn(
  sql: SqlStorage,
  body: Body<"signIn">,
  cost: string | undefined,
  now: number,
): Promise<Result<Opened>> {
  const account = accountOf(body.account);
  if (isLocked(sql, account, now)) return refused("locked", "连续输错五次,账号锁定五分钟,请稍后再试");
  const known = row<{ id: string; password: string }>(
    sql,
    "SELECT id, password FROM members WHERE account = ?",
    account,
  );
  const same = samePassword(body.password, known?.password ?? hashOfNobody(cost));
  if (known === undefined || !same) {
    return noteWrong(sql, account, now)
      ? refused("locked", "连续输错五次,账号锁定五分钟,请稍后再试")
      : refused("bad-credentials", "账号或者密码不对");
  }
  forgetWrong(sql, account);
  return opened(sql, openSession(sql, known.id, body.device, now), now);
}

/** The session goes on with new tokens; a refresh token that was used before ends it. */
export async function refresh(sql: SqlStorage, body: Body<"refresh">, now: number): Promise<Result<Opened>> {
  const next = rotate(sql, body.refresh, body.device, now);
  return next.ok ? opened(sql, next.value, now) : next;
}
