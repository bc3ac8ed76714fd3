// Where a member is signed in: the list of living sessions, and ending them.
import type { DeviceLine } from "../../shared/api/routes/account.ts";
import { rows, run } from "../sql.ts";

interface SessionRow {
  readonly id: string;
  readonly label: string;
  readonly way: string;
  readonly made_at: number;
  readonly seen_at: number;
  readonly ends_at: number;
}

/** The living sessions of a member, the last used first; `current` is the one that asks. */
export const devicesOf = (sql: SqlStorage, member: string, now: number, current?: string): DeviceLine[] =>
  rows<SessionRow>(
    sql,
    `SELECT id, label, way, made_at, seen_at, ends_at FROM sessions
      WHERE member = ? AND ended IS NULL AND ends_at >= ? ORDER BY max(seen_at, made_at) DESC, id`,
    member,
    now,
  ).map(({ id, label, way, made_at, seen_at, ends_at }) => ({
    id,
    label,
    way,
    madeAt: made_at,
    seenAt: Math.max(seen_at, made_at),
    endsAt: ends_at,
    current: id === current,
  }));

/** Ends all sessions of a member but one; how many. */
export const endSessionsOf = (sql: SqlStorage, member: string, why: string, but = ""): number =>
  rows(
    sql,
    "UPDATE sessions SET ended = ? WHERE member = ? AND ended IS NULL AND id <> ? RETURNING id",
    why,
    member,
    but,
  ).length;

/** Ends one session of a member; false when it is none of theirs or over already. */
export const endOwn = (sql: SqlStorage, member: string, id: string): boolean =>
  rows(
    sql,
    "UPDATE sessions SET ended = 'by owner' WHERE id = ? AND member = ? AND ended IS NULL RETURNING id",
    id,
    member,
  ).length > 0;

/** Between two notes of a session's use lies at least this (ms): not every call is worth a write. */
const NOTE_EVERY = 5 * 60_000;

export const noteSeen = (sql: SqlStorage, id: string, now: number): void => {
  run(sql, "UPDATE sessions SET seen_at = ? WHERE id = ? AND seen_at < ?", now, id, now - NOTE_EVERY);
};
