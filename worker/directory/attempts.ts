// Counts wrong passwords per account: five in a row lock it for five minutes.
import { row, run } from "../sql.ts";

const MOST = 5;
/** How long a lock lasts, and after how long a wrong try is forgotten (ms). */
const LOCK = 5 * 60_000;

export const isLocked = (sql: SqlStorage, account: string, now: number): boolean =>
  row(sql, "SELECT 1 FROM attempts WHERE account = ? AND until > ?", account, now) !== undefined;

/** One more wrong try; true when it locks the account. */
export function noteWrong(sql: SqlStorage, account: string, now: number): boolean {
  run(sql, "DELETE FROM attempts WHERE at < ? AND until <= ?", now - LOCK, now);
  const wrong =
    (row<{ wrong: number }>(sql, "SELECT wrong FROM attempts WHERE account = ?", account)?.wrong ?? 0) + 1;
  const locks = wrong >= MOST;
  run(
    sql,
    "INSERT OR REPLACE INTO attempts (account, wrong, until, at) VALUES (?, ?, ?, ?)",
    account,
    locks ? 0 : wrong,
    locks ? now + LOCK : 0,
    now,
  );
  return locks;
}

export const forgetWrong = (sql: SqlStorage, account: string): void => {
  run(sql, "DELETE FROM attempts WHERE account = ?", account);
};
