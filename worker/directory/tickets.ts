// One-time tickets with which a socket says who it is, because a socket cannot carry a header of ours.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { chance } from "../chance.ts";
import { row, run } from "../sql.ts";

/** A ticket works for half a minute (ms). */
const LIFE = 30_000;
const hash = (ticket: string): string => bytesToHex(sha256(utf8ToBytes(ticket)));

export function makeTicket(sql: SqlStorage, member: string, now: number): string {
  const ticket = chance(24);
  run(sql, "DELETE FROM tickets WHERE ends_at < ?", now);
  run(sql, "INSERT INTO tickets (hash, member, ends_at) VALUES (?, ?, ?)", hash(ticket), member, now + LIFE);
  return ticket;
}

/** The member whose ticket it is; it is gone afterwards. */
export function redeemTicket(sql: SqlStorage, ticket: string, now: number): string | undefined {
  const found = row<{ member: string; ends_at: number }>(
    sql,
    "DELETE FROM tickets WHERE hash = ? RETURNING member, ends_at",
    hash(ticket),
  );
  return found === undefined || found.ends_at < now ? undefined : found.member;
}
