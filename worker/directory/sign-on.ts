// Sign-ins by the unified sign-on that are under way: begun by a browser, finished by the provider, taken once by that browser.
import { timingSafeEqual } from "node:crypto";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import type { Body } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { chance } from "../chance.ts";
import { row, run } from "../sql.ts";
import type { Opened } from "./calls.ts";
import { accountOf, memberOf } from "./members.ts";
import { openSession } from "./sessions.ts";
import { opened } from "./sign-in.ts";

/** A person has this long at the provider (ms). */
const LIFE = 10 * 60_000;
/** Sign-ins that may be under way at once: nobody fills the disk by beginning them. */
const MOST = 2_000;

export interface SignOn {
  readonly id: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: number;
}

interface SignOnRow {
  readonly challenge: string;
  readonly label: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly ends_at: number;
  readonly member: string | null;
  readonly refused: string | null;
  readonly spent: number;
  readonly code: string | null;
  readonly tries: number;
}

const find = (sql: SqlStorage, id: string): SignOnRow | undefined =>
  row<SignOnRow>(sql, "SELECT * FROM sign_ons WHERE id = ?", id);

const over = refused("not-signed-in", "这次统一登录已经过期,请重新开始");

/** Begins one; the PKCE verifier towards the provider stays here. */
export function beginSignOn(sql: SqlStorage, body: Body<"beginSignOn">, now: number): Result<SignOn> {
  run(sql, "DELETE FROM sign_ons WHERE ends_at < ?", now);
  if ((row<{ n: number }>(sql, "SELECT count(*) AS n FROM sign_ons")?.n ?? 0) >= MOST)
    return refused("busy", "同时登录的人太多,请几分钟后再试");
  const signOn = { id: chance(24), nonce: chance(16), verifier: chance(32), until: now + LIFE };
  run(
    sql,
    "INSERT INTO sign_ons (id, challenge, label, verifier, nonce, ends_at) VALUES (?, ?, ?, ?, ?, ?)",
    signOn.id,
    body.challenge,
    body.label ?? "",
    signOn.verifier,
    signOn.nonce,
    signOn.until,
  );
  return accepted(signOn);
}

/** The sign-in that the provider sends a person back to; each is answered by the provider once. */
export function returningSignOn(sql: SqlStorage, id: string, now: number): Result<SignOn> {
  const found = find(sql, id);
  if (found === undefined || found.ends_at < now || found.spent === 1) return over;
  run(sql, "UPDATE sign_ons SET spent = 1 WHERE id = ?", id);
  return accepted({ id, nonce: found.nonce, verifier: found.verifier, until: found.ends_at });
}

export interface Finished {
  readonly name: string;
  /** To be typed into the browser that began. */
  readonly code: string;
}

/** What became of it: the account that the provider vouches for, or why not. */
export function finishSignOn(
  sql: SqlStorage,
  id: string,
  outcome: { readonly account: string } | { readonly refused: string },
): Result<Finished> {
  const no = (message: string): Result<never> => {
    run(sql, "UPDATE sign_ons SET refused = ? WHERE id = ?", message, id);
    return refused("not-signed-in", message);
  };
  if ("refused" in outcome) return no(outcome.refused);
  const account = accountOf(outcome.account);
  const member = row<{ id: string; name: string; disabled_at: number | null }>(
    sql,
    "SELECT id, name, disabled_at FROM members WHERE account = ?",
    account,
  );
  if (member === undefined) return no(`统一登录的账号 ${account} 在本服务没有登记,请联系本单位管理员`);
  if (member.disabled_at !== null) return no("账号已停用,请联系本单位管理员");
  const code = String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
    .padStart(10, "0")
    .slice(-6);
  run(sql, "UPDATE sign_ons SET member = ?, code = ? WHERE id = ?", member.id, code, id);
  return accepted({ name: member.name, code });
}

/** Wrong codes that one sign-in bears. */
const TRIES = 5;

/** Undefined while it is under way; the account once the code is right, and the session once a device is named. */
export type Taken = { readonly account?: string; readonly opened?: Opened } | undefined;

/** Hands the session to the browser that began: it alone knows the verifier of the challenge. */
export async function takeSignOn(
  sql: SqlStorage,
  body: Body<"takeSignOn">,
  now: number,
): Promise<Result<Taken>> {
  const found = find(sql, body.id);
  if (found === undefined || found.ends_at < now) return over;
  if (!timingSafeEqual(sha256(hexToBytes(body.verifier)), hexToBytes(found.challenge))) {
    run(sql, "DELETE FROM sign_ons WHERE id = ?", body.id);
    return refused("not-signed-in", "这次统一登录是另一台设备开始的,已作废");
  }
  if (found.refused === null && found.member === null) return accepted(undefined);
  if (found.refused === null && body.code === undefined) return accepted({});
  if (found.refused === null && body.code !== found.code) {
    const tries = found.tries + 1;
    run(
      sql,
      "UPDATE sign_ons SET tries = ?, ends_at = ? WHERE id = ?",
      tries,
      tries < TRIES ? found.ends_at : 0,
      body.id,
    );
    return tries < TRIES ? refused("bad-credentials", "核对码不对,请看登录页面上的六位数", "code") : over;
  }
  const account = memberOf(sql, found.member ?? "")?.account ?? "";
  if (found.refused === null && body.device === undefined) return accepted({ account });
  run(sql, "DELETE FROM sign_ons WHERE id = ?", body.id);
  if (found.refused !== null) return refused("not-signed-in", found.refused);
  // The provider has asked for its own password; the local one, if there is any, is not needed and not touched.
  const by = { way: "oidc", label: found.label } as const;
  const session = await opened(sql, openSession(sql, found.member ?? "", body.device ?? "", by, now), now);
  return session.ok ? accepted({ account, opened: session.value }) : session;
}
