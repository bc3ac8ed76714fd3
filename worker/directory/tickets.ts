// One-time tickets with which a socket says who it is, because a socket cannot carry a header of ours.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { chance } from "../chance.ts";
import { row, run } from "../sql.ts";

/** A ticket works for half a minute (ms). */
const LIFE = 30_000;
const hash = (ticket: string): string => bytesToHex(sha256(utf8ToBytes(ticket)));

/** A ticket for the unit in which the member acts now. */
export function makeTicket(sql: SqlStorage, member: string, unit: string, now: number): string {
  const ticket = chance(24);
  run(sql, "DELETE FROM tickets WHERE ends_at < ?", now);
  run(
    sql,
    "INSERT INTO tickets (hash, member, unit, ends_at) VALUES (?, ?, ?, ?)",
    hash(ticket),
    member,
    unit,
    now + LIFE,
  );
  return ticket;
}

export interface Redeemed {
  readonly member: string;
  readonly unit: string | null;
}

/** Whose ticket it is and for which unit; it is gone afterwards. */
export function redeemTicket(sql: SqlStorage, ticket: string, now: number): Redeemed | undefined {
  const found = row<Redeemed & { ends_at: number }>(
    sql,
    "DELETE FROM tickets WHERE hash = ? RETURNING member, unit, ends_at",
    hash(ticket),
  );
  return found === undefined || found.ends_at < now ? undefined : found;
}
