// Typed ways to ask an object's SQLite, and its instants as ISO text.

type Cell = string | number | null | ArrayBuffer;

/** All rows of a query. */
export const rows = <T>(sql: SqlStorage, query: string, ...args: readonly Cell[]): readonly T[] =>
  sql.exec(query, ...args).toArray() as T[];

/** The first row of a query; undefined when there is none. */
export const row = <T>(sql: SqlStorage, query: string, ...args: readonly Cell[]): T | undefined =>
  rows<T>(sql, query, ...args)[0];

/** Runs a statement and tells how many rows it wrote. */
export const run = (sql: SqlStorage, query: string, ...args: readonly Cell[]): number =>
  sql.exec(query, ...args).rowsWritten;

/** One value of the object's own settings. */
export const setting = (sql: SqlStorage, key: string): string | undefined =>
  row<{ value: string }>(sql, "SELECT value FROM settings WHERE key = ?", key)?.value;

export const keep = (sql: SqlStorage, key: string, value: string): void => {
  run(
    sql,
    "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
};

/** A setting that is made once, when it is first asked for. */
export function settingOr(sql: SqlStorage, key: string, make: () => string): string {
  const known = setting(sql, key);
  if (known !== undefined) return known;
  const made = make();
  keep(sql, key, made);
  return made;
}

/** ISO 8601 in UTC of an instant in ms. */
export const iso = (ms: number): string => new Date(ms).toISOString();
