// Many records of few kinds of keys as columns: each key is written once, and a value that returns is written once.

/** A value for every record, `0` where it has none; or the values that occur and, for each record, which of them, counted from 1. */
export type Column = readonly unknown[] | { readonly of: readonly unknown[]; readonly at: readonly number[] };

/** Columns by key, those that resemble each other side by side. */
export type Columns = readonly (readonly [key: string, column: Column])[];

type Row = Readonly<Record<string, unknown>>;

/** Where this share of the values differs, a table is not worth its places. */
const DISTINCT = 0.6;

/**
 * The columns of all keys that occur, those of `first` before the others. Values that
 * say the same have their keys in one order, and none is the number 0, which stands for none.
 */
export function columnsOf(rows: readonly Row[], first: readonly string[]): Columns {
  const keys = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => row[key] !== undefined)));
  const others = [...keys].filter((key) => !first.includes(key)).sort();
  return [...first.filter((key) => keys.has(key)), ...others].map((key) => [
    key,
    columnOf(rows.map((row) => row[key])),
  ]);
}

function columnOf(values: readonly unknown[]): Column {
  const places = new Map<string, number>();
  const of: unknown[] = [];
  const at = values.map((value) => {
    if (value === undefined) return 0;
    if (value === 0) throw new TypeError("A column's value is 0, which stands for none");
    const text = typeof value === "string" ? value : `\0${JSON.stringify(value)}`;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, of.push(value));
    return of.length;
  });
  const present = at.filter((place) => place > 0).length;
  let end = at.length;
  while (end > 0 && at[end - 1] === 0) end--;
  if (of.length > DISTINCT * present) return values.slice(0, end).map((value) => value ?? 0);
  return { of, at: at.slice(0, end) };
}

/** A name, with a clause before it or not; `__proto__` is none. */
const KEY = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/;

/**
 * Calls `put` for every record that has a value in the column. A value that several share is made by `made` once and is the
 * same object in all of them. Throws a TypeError on a key that is no name and on a place that is not there.
 */
export function readColumn(
  key: string,
  column: Column,
  count: number,
  made: (value: unknown) => unknown,
  put: (record: number, value: unknown) => void,
): void {
  if (!KEY.test(key)) throw new TypeError(`${key} is no key`);
  if (Array.isArray(column)) {
    if (column.length > count) throw new TypeError(`${key} has more values than there are records`);
    for (let i = 0; i < column.length; i++) if (column[i] !== 0) put(i, made(column[i]));
    return;
  }
  const { of, at } = column as Exclude<Column, readonly unknown[]>;
  if (at.length > count) throw new TypeError(`${key} has more values than there are records`);
  const values = of.map(made);
  for (let i = 0; i < at.length; i++) {
    const place = at[i]!;
    if (place === 0) continue;
    if (!(place <= values.length)) throw new TypeError(`${key} has a value that is not there`);
    put(i, values[place - 1]);
  }
}
