// The outbox: what has to leave the object, tried until it arrives, parked after six tries and shown on Health.
import type { Reply } from "../../shared/api/contract.ts";
import { row, rows, run } from "../sql.ts";

export interface Parcel {
  readonly id: string;
  /** `sms` to the gateway, `home` to the directory: this unit keeps that case. */
  readonly kind: "sms" | "home";
  readonly case_key: string;
  readonly member: string;
  readonly body: string;
  readonly tries: number;
}

const MOST_TRIES = 6;
/** First pause after a failure (ms); each further one is twice as long. */
const FIRST_PAUSE = 5_000;

export const parcelsDue = (sql: SqlStorage, now: number): readonly Parcel[] =>
  rows<Parcel>(
    sql,
    "SELECT * FROM outbox WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, id LIMIT 20",
    now,
  );

/** When the next parcel is to be tried (ms). */
export const nextParcel = (sql: SqlStorage): number | undefined =>
  row<{ at: number | null }>(sql, "SELECT min(next_at) AS at FROM outbox WHERE state = 'waiting'")?.at ??
  undefined;

/** It has arrived. A word to the directory is forgotten, a message stays as evidence. */
export function noteSent(sql: SqlStorage, { id, kind }: Parcel): void {
  if (kind === "home") run(sql, "DELETE FROM outbox WHERE id = ?", id);
  else run(sql, "UPDATE outbox SET state = 'sent', error = NULL, tries = tries + 1 WHERE id = ?", id);
}

/** It has not arrived: later again with growing pauses, or parked. */
export function noteFailed(sql: SqlStorage, { id, tries }: Parcel, error: string, now: number): void {
  const done = tries + 1;
  const state = done >= MOST_TRIES ? "parked" : "waiting";
  const next = now + FIRST_PAUSE * 2 ** tries;
  run(
    sql,
    "UPDATE outbox SET tries = ?, state = ?, next_at = ?, error = ? WHERE id = ?",
    done,
    state,
    next,
    error,
    id,
  );
}

export const outboxState = (sql: SqlStorage): Reply<"outbox"> => {
  const count = (state: string): number =>
    row<{ n: number }>(sql, "SELECT count(*) AS n FROM outbox WHERE state = ?", state)?.n ?? 0;
  const last = row<{ error: string }>(
    sql,
    "SELECT error FROM outbox WHERE error IS NOT NULL ORDER BY next_at DESC LIMIT 1",
  );
  return {
    waiting: count("waiting"),
    sent: count("sent"),
    parked: count("parked"),
    lastError: last?.error ?? null,
  };
};
