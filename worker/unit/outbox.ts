// The outbox: what has to leave the object, tried until it arrives, parked after six tries and shown on Health.
import type { Reply } from "../../shared/api/contract.ts";
import { row, rows, run } from "../sql.ts";
import { hasUnsent } from "./rollup/target.ts";

export interface Parcel {
  readonly id: string;
  /** `sms` to the gateway; `home` to the directory: this unit keeps that case; `rollup` to the unit above: its numbers. */
  readonly kind: "sms" | "home" | "rollup";
  readonly case_key: string;
  readonly member: string;
  readonly body: string;
  readonly tries: number;
  readonly state: "waiting" | "parked";
}

const MOST_TRIES = 6;
/** First pause after a failure (ms); each further one is twice as long. */
const FIRST_PAUSE = 5_000;
/** How often one parked parcel of a kind is tried all the same, to see whether its target is back (ms). */
const PROBE = 15 * 60_000;

/** Parcels to be tried now: those that wait, and of each kind at most one that is parked. */
export const parcelsDue = (sql: SqlStorage, now: number): readonly Parcel[] => [
  ...rows<Parcel>(
    sql,
    "SELECT * FROM outbox WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, id LIMIT 20",
    now,
  ),
  ...rows<Parcel>(
    sql,
    `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY at, id) AS n FROM outbox
       WHERE state = 'parked' AND next_at <= ?) WHERE n = 1`,
    now,
  ),
];

/** When the next parcel is to be tried (ms). */
export const nextParcel = (sql: SqlStorage): number | undefined =>
  row<{ at: number | null }>(
    sql,
    `SELECT min(at) AS at FROM (SELECT min(next_at) AS at FROM outbox WHERE state = 'waiting'
       UNION ALL SELECT min(next_at) AS at FROM outbox WHERE state = 'parked')`,
  )?.at ?? undefined;

/** It has arrived. A word to the directory and a report are forgotten, a message stays as evidence; the target is back for the parked ones. */
export function noteSent(sql: SqlStorage, { id, kind, state }: Parcel, now: number): void {
  if (id === "rollup" && hasUnsent(sql))
    run(
      sql,
      "UPDATE outbox SET state = 'waiting', tries = 0, error = NULL, next_at = ? WHERE id = ?",
      now,
      id,
    );
  else if (kind !== "sms") run(sql, "DELETE FROM outbox WHERE id = ?", id);
  else run(sql, "UPDATE outbox SET state = 'sent', error = NULL, tries = tries + 1 WHERE id = ?", id);
  if (state === "parked") retryParked(sql, now, kind);
}

/** It is no longer true: what it would say has been mended or answered. */
export function noteLapsed(sql: SqlStorage, { id }: Parcel): void {
  run(sql, "UPDATE outbox SET state = 'lapsed', error = NULL WHERE id = ?", id);
}

/** It has not arrived: later again with growing pauses, or parked; with one that is parked all of its kind wait for the next probe. */
export function noteFailed(
  sql: SqlStorage,
  { id, kind, tries, state }: Parcel,
  error: string,
  now: number,
): void {
  const done = tries + 1;
  const parked = done >= MOST_TRIES;
  run(
    sql,
    "UPDATE outbox SET tries = ?, state = ?, next_at = ?, error = ? WHERE id = ?",
    done,
    parked ? "parked" : "waiting",
    now + (parked ? PROBE : FIRST_PAUSE * 2 ** tries),
    error,
    id,
  );
  if (state === "parked") {
    run(sql, "UPDATE outbox SET next_at = ? WHERE state = 'parked' AND kind = ?", now + PROBE, kind);
  }
}

/** Parked parcels are tried again from the start; how many they are. */
export function retryParked(sql: SqlStorage, now: number, kind?: Parcel["kind"]): number {
  const parked = "state = 'parked' AND (?1 IS NULL OR kind = ?1)";
  const n = row<{ n: number }>(sql, `SELECT count(*) AS n FROM outbox WHERE ${parked}`, kind ?? null)?.n ?? 0;
  run(sql, `UPDATE outbox SET state = 'waiting', tries = 0, next_at = ?2 WHERE ${parked}`, kind ?? null, now);
  return n;
}

interface Queue {
  readonly kind: Parcel["kind"];
  readonly waiting: number;
  readonly sent: number;
  readonly parked: number;
  readonly lapsed: number;
  readonly oldest: number | null;
}

const QUEUE = `SELECT kind, sum(state = 'waiting') AS waiting, sum(state = 'sent') AS sent,
  sum(state = 'parked') AS parked, sum(state = 'lapsed') AS lapsed,
  min(CASE WHEN state IN ('waiting', 'parked') THEN at END) AS oldest FROM outbox GROUP BY kind ORDER BY kind`;

/** How sending stands: all together, and each kind with the age of the oldest that has not arrived. */
export const outboxState = (sql: SqlStorage): Reply<"outbox"> => {
  const queues = rows<Queue>(sql, QUEUE);
  const sum = (key: "waiting" | "sent" | "parked"): number => queues.reduce((all, one) => all + one[key], 0);
  const last = row<{ error: string }>(
    sql,
    "SELECT error FROM outbox WHERE error IS NOT NULL ORDER BY next_at DESC LIMIT 1",
  );
  return {
    waiting: sum("waiting"),
    sent: sum("sent"),
    parked: sum("parked"),
    lastError: last?.error ?? null,
    queues: [...queues],
  };
};
