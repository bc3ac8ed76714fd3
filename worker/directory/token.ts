// The short access token: a JWT signed with a secret that this deployment made at its first start.
import { hexToBytes } from "@noble/hashes/utils.js";
import { jwtVerify, SignJWT } from "jose";
import { chance } from "../chance.ts";
import { settingOr } from "../sql.ts";
import type { Session } from "./sessions.ts";

/** Seconds that a token lives. */
export const TOKEN_LIFE = 900;
const ISSUER = "first-button";

const secretOf = (sql: SqlStorage): Uint8Array =>
  hexToBytes(settingOr(sql, "token-secret", () => chance(32)));

/** A token for a session, `now` in ms. */
export const signToken = (sql: SqlStorage, session: Session, now: number): Promise<string> =>
  new SignJWT({ sid: session.id })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(ISSUER)
    .setSubject(session.member)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(now / 1000) + TOKEN_LIFE)
    .sign(secretOf(sql));

/** The session id in a token that is ours and not over; undefined for every other. */
export async function sessionIn(sql: SqlStorage, token: string, now: number): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, secretOf(sql), {
      algorithms: ["HS256"],
      issuer: ISSUER,
      requiredClaims: ["sub", "exp", "sid"],
      currentDate: new Date(now),
    });
    return typeof payload.sid === "string" ? payload.sid : undefined;
  } catch {
    return undefined;
  }
}
