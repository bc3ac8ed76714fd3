// What lies outside the tree under a commitment: in one table per month, so that it can be dropped whole.
import { row, rows, run } from "../sql.ts";

/** `2026_11`: the month (+08:00) in which the table of an instant (ms) is. */
export const monthOf = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 7).replace("-", "_");

const MONTH = /^\d{4}_\d{2}$/;
const tableOf = (month: string): string => {
  if (!MONTH.test(month)) throw new Error(`${month} is no month`);
  return `words_${month}`;
};

/** The months of which there is something, oldest first. */
export const monthsOf = (sql: SqlStorage): readonly string[] =>
  rows<{ name: string }>(
    sql,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'words_[0-9][0-9][0-9][0-9]_[0-9][0-9]' ORDER BY name",
  ).map(({ name }) => name.slice("words_".length));

/** The month's table, made when it is first written to. */
export const openMonth = (sql: SqlStorage, month: string): void => {
  run(
    sql,
    `CREATE TABLE IF NOT EXISTS ${tableOf(month)} (idx INTEGER PRIMARY KEY, salt TEXT NOT NULL, outside TEXT NOT NULL)`,
  );
};

export interface Words {
  readonly idx: number;
  readonly salt: string;
  readonly outside: string;
}

/** Bound values of one statement at most. */
const BOUND = 100;

/** Keeps what belongs to entries of one month. */
export function keepWords(sql: SqlStorage, month: string, words: readonly Words[]): void {
  const each = Math.floor(BOUND / 3);
  for (let i = 0; i < words.length; i += each) {
    const part = words.slice(i, i + each);
    const places = part.map(() => "(?, ?, ?)").join(", ");
    const values = part.flatMap(({ idx, salt, outside }) => [idx, salt, outside]);
    run(sql, `INSERT INTO ${tableOf(month)} (idx, salt, outside) VALUES ${places}`, ...values);
  }
}

/** What is kept of an entry; undefined when there never was anything or it has been deleted. */
export function wordsOf(
  sql: SqlStorage,
  idx: number,
  month: string | null,
  months: readonly string[],
): Omit<Words, "idx"> | undefined {
  if (month === null || !months.includes(month)) return undefined;
  return row(sql, `SELECT salt, outside FROM ${tableOf(month)} WHERE idx = ?`, idx);
}

/** Whether anything of a month is left. */
export const hasWords = (sql: SqlStorage, month: string): boolean =>
  row(sql, `SELECT 1 FROM ${tableOf(month)} LIMIT 1`) !== undefined;

/** Drops a month whole. */
export const dropMonth = (sql: SqlStorage, month: string): void => {
  run(sql, `DROP TABLE ${tableOf(month)}`);
};
