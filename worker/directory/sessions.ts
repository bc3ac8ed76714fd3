// Sessions: one per sign-in, with a refresh token that works once; a second use ends the session, save for a lost answer.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { chance } from "../chance.ts";
import { row, run } from "../sql.ts";

/** Seven days without use end a session (ms). */
const LIFE = 7 * 24 * 3_600_000;

/** How long a device may come again with the token before, whose answer it never got (ms). */
const LOST_ANSWER = 30_000;

export interface Session {
  readonly id: string;
  readonly member: string;
  readonly device: string;
  /** Unit of the post that this session uses; null is the member's own unit. */
  readonly unit: string | null;
}

/** What a person will know the session by in the list of devices. */
export interface SignedBy {
  readonly way: "password" | "oidc";
  readonly label: string;
}

interface SessionRow extends Session {
  readonly refresh: string;
  readonly ends_at: number;
  readonly ended: string | null;
  /** Hash of the token before, and until when it may come once more. */
  readonly former: string | null;
  readonly former_until: number | null;
}

const hash = (secret: string): string => bytesToHex(sha256(utf8ToBytes(secret)));
const find = (sql: SqlStorage, id: string): SessionRow | undefined =>
  row<SessionRow>(
    sql,
    "SELECT id, member, device, unit, refresh, ends_at, ended, former, former_until FROM sessions WHERE id = ?",
    id,
  );

/** A new session; only the hash of its refresh token is kept. */
export function openSession(
  sql: SqlStorage,
  member: string,
  device: string,
  by: SignedBy,
  now: number,
): { session: Session; refresh: string } {
  const session = { id: chance(16), member, device, unit: null };
  const secret = chance(32);
  run(sql, "DELETE FROM sessions WHERE ends_at < ?", now);
  run(
    sql,
    "INSERT INTO sessions (id, member, device, refresh, made_at, ends_at, way, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    session.id,
    member,
    device,
    hash(secret),
    now,
    now + LIFE,
    by.way,
    by.label,
  );
  run(sql, "INSERT OR REPLACE INTO devices (id, member, seen_at) VALUES (?, ?, ?)", device, member, now);
  return { session, refresh: `${session.id}.${secret}` };
}

const over = refused("not-signed-in", "登录已过期,请重新登录");

/** Whether a device asks again because the answer to its last refresh was lost: at once, and only once. */
const isAgain = ({ former, former_until }: SessionRow, said: string, now: number): boolean =>
  former === said && former_until !== null && now <= former_until;

/**
 * Exchanges a refresh token for the next one. A token used twice was copied: the whole session ends. An answer can be lost on
 * its way, though: within half a minute the same device may come once more with the token before. The one that was lost is
 * worth nothing from then on, so whoever has it after all is found out.
 */
export function rotate(
  sql: SqlStorage,
  refresh: string,
  device: string,
  now: number,
): Result<{ session: Session; refresh: string }> {
  const [id = "", secret = ""] = refresh.split(".");
  const session = find(sql, id);
  if (session === undefined || session.ended !== null || session.ends_at < now) return over;
  const said = hash(secret);
  const again = isAgain(session, said, now);
  if (session.device !== device || (session.refresh !== said && !again)) {
    endSession(sql, id, session.device === device ? "reuse" : "device");
    return refused("not-signed-in", "刷新令牌已经用过或者不属于本机,会话已作废,请重新登录");
  }
  const next = chance(32);
  run(
    sql,
    "UPDATE sessions SET refresh = ?, ends_at = ?, seen_at = ?, former = ?, former_until = ? WHERE id = ?",
    hash(next),
    now + LIFE,
    now,
    again ? null : said,
    again ? null : now + LOST_ANSWER,
    id,
  );
  return accepted({ session, refresh: `${id}.${next}` });
}

export const endSession = (sql: SqlStorage, id: string, why: string): void => {
  run(sql, "UPDATE sessions SET ended = ? WHERE id = ? AND ended IS NULL", why, id);
};

/** The session, while it lives. */
export function liveSession(sql: SqlStorage, id: string, now: number): Session | undefined {
  const session = find(sql, id);
  return session === undefined || session.ended !== null || session.ends_at < now ? undefined : session;
}
