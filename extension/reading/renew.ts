// Brings a scan up to date with pieces of the page that were read anew in their places, and says what became another.
import type { Renewal, SentCell, SentTable } from "../protocol/frame-scan.ts";
import type { Cell, Renewed, TableRead, Unit } from "./cell.ts";
import { type Scanned, sentCell, sentTable } from "./frame-scan.ts";

/** What came in whose place, when everything came in the place of another; `gone` and `units` are in no order. */
export function renewals(gone: readonly Unit[], units: readonly Unit[]): readonly Renewed[] | undefined {
  const before = new Map(gone.map((unit) => [unit.root, unit]));
  const renewed = units.flatMap((fresh) => {
    const old = before.get(fresh.root);
    before.delete(fresh.root);
    return old?.cells.length === fresh.cells.length &&
      old.tables.length === fresh.tables.length &&
      old.tables[0]?.bare === fresh.tables[0]?.bare &&
      old.fault === fresh.fault
      ? [{ old, fresh }]
      : [];
  });
  return renewed.length === units.length && renewed.length === gone.length ? renewed : undefined;
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What became another; undefined when it cannot be told: what was scanned is then no more what the background has. */
export function renew({ scan, paths, places }: Scanned, renewed: readonly Renewed[]): Renewal | undefined {
  const known = paths.all.length;
  const cells: Renewal["cells"][number][] = [];
  const tables: Renewal["tables"][number][] = [];
  const move = (old: Cell | TableRead, fresh: Cell | TableRead): number => {
    const at = places.get(old) ?? -1;
    places.delete(old);
    places.set(fresh, at);
    return at;
  };
  for (const { old, fresh } of renewed) {
    for (const [n, cell] of fresh.cells.entries()) {
      const at = move(old.cells[n]!, cell);
      const before = scan.cells[at];
      if (before === undefined) return undefined;
      const sent = sentCell(cell, fresh.root, before.group, paths);
      if (alike(sent, before)) continue;
      (scan.cells as SentCell[])[at] = sent;
      cells.push({ at, cell: sent });
    }
    for (const [n, table] of fresh.tables.entries()) {
      const had = old.tables[n]!.rows;
      const at = move(old.tables[n]!, table);
      const before = scan.tables[at];
      if (before === undefined) return undefined;
      const { rows } = table;
      const most = Math.min(rows.length, had.length);
      let from = 0;
      while (from < most && rows[from] === had[from]) from++;
      let end = 0;
      while (end < most - from && rows[rows.length - 1 - end] === had[had.length - 1 - end]) end++;
      const sent = sentTable(table, before.group, paths, rows.slice(from, rows.length - end));
      const until = had.length - end;
      if (
        sent.rows.length === until - from &&
        alike(sent, { ...before, rows: before.rows.slice(from, until) })
      )
        continue;
      const all = [...before.rows.slice(0, from), ...sent.rows, ...before.rows.slice(until)];
      (scan.tables as SentTable[])[at] = { ...sent, rows: all };
      tables.push({ at, from, gone: until - from, table: sent });
    }
  }
  return { paths: paths.all.slice(known), cells, tables };
}
