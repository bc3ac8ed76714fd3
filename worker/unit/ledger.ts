// The unit's ledger in SQLite: appends, and the signed checkpoint of each commit.
import { originOf, writeCheckpoint } from "../../shared/ledger/checkpoint.ts";
import { commitment, leafOf, recordLine } from "../../shared/ledger/record.ts";
import { chance } from "../chance.ts";
import { iso, keep, run, setting } from "../sql.ts";
import type { NewEntry } from "./act.ts";
import { unitSigner } from "./signer.ts";
import { forgetTree, type TreeMark, treeOf } from "./stored-tree.ts";
import { suiteIn } from "./suite.ts";
import { keepWords, monthOf, openMonth, type Words } from "./words.ts";

type Cell = string | number | null;

/** Entries of the running act that have their place and leaf, and are written together at its end. */
interface Pending {
  rows: (readonly Cell[])[];
  words: Words[];
}

const waiting = new WeakMap<SqlStorage, Pending>();
const pendingOf = (sql: SqlStorage): Pending => {
  const known = waiting.get(sql) ?? { rows: [], words: [] };
  waiting.set(sql, known);
  return known;
};

const COLUMNS = "idx, at, kind, case_key, by, by_name, device, seq, sent, record, month";
const WIDTH = COLUMNS.split(",").length;
/** Bound values of one statement at most. */
const BOUND = 100;

/** The month under which words of now are kept: a clock set back does not make them old. */
export const monthNow = (sql: SqlStorage, now: number): string =>
  monthOf(Math.max(now, Number(setting(sql, "retention-clock") ?? "0")));

/** Adds an entry to the end of the ledger; its place. `flushEntries` writes it. */
export function appendEntry(sql: SqlStorage, unit: string, now: number, entry: NewEntry): number {
  const tree = treeOf(sql);
  const { hash } = suiteIn(sql);
  const { rows, words } = pendingOf(sql);
  const index = tree.size;
  const salt = entry.outside === undefined ? null : chance(16);
  const { device, seq, at } = entry.sent ?? {};
  const line = recordLine({
    v: 1,
    unit,
    kind: entry.kind,
    at: iso(now),
    by: entry.by,
    caseKey: entry.caseKey,
    body: entry.body,
    ...(device === undefined || seq === undefined || at === undefined ? {} : { sent: { device, seq, at } }),
    ...(salt === null ? {} : { outside: commitment(salt, entry.outside ?? "", hash) }),
  });
  rows.push([
    index,
    now,
    entry.kind,
    entry.caseKey,
    entry.by,
    entry.byName,
    device ?? null,
    seq ?? null,
    entry.sent?.hash ?? null,
    line,
    salt === null ? null : monthNow(sql, now),
  ]);
  if (salt !== null) words.push({ idx: index, salt, outside: entry.outside ?? "" });
  tree.add(leafOf(line, hash));
  return index;
}

/** Writes what `appendEntry` has added, a few rows with each statement. */
export function flushEntries(sql: SqlStorage, now: number): void {
  const pending = pendingOf(sql);
  const each = Math.floor(BOUND / WIDTH);
  for (let i = 0; i < pending.rows.length; i += each) {
    const part = pending.rows.slice(i, i + each);
    const places = part.map(() => `(${"?, ".repeat(WIDTH - 1)}?)`).join(", ");
    run(sql, `INSERT INTO entries (${COLUMNS}) VALUES ${places}`, ...part.flat());
  }
  if (pending.words.length > 0) {
    const month = monthNow(sql, now);
    openMonth(sql, month);
    keepWords(sql, month, pending.words);
  }
  waiting.delete(sql);
}

/** What an undone part of an act takes back. */
export interface LedgerMark {
  readonly tree: TreeMark;
  readonly rows: number;
  readonly words: number;
}

export const markLedger = (sql: SqlStorage): LedgerMark => {
  const { rows, words } = pendingOf(sql);
  return { tree: treeOf(sql).mark(), rows: rows.length, words: words.length };
};

export function backLedger(sql: SqlStorage, mark: LedgerMark): void {
  const pending = pendingOf(sql);
  treeOf(sql).back(mark.tree);
  pending.rows.length = Math.min(pending.rows.length, mark.rows);
  pending.words.length = Math.min(pending.words.length, mark.words);
}

/** Forgets what is in memory after a whole transaction was undone. */
export function forgetLedger(sql: SqlStorage): void {
  waiting.delete(sql);
  forgetTree(sql);
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly text: string;
}

/** The checkpoint of the last commit. */
export function checkpointOf(sql: SqlStorage, unit: string): StoredCheckpoint {
  const text = setting(sql, "checkpoint");
  return text === undefined ? sealCheckpoint(sql, unit) : { text, size: Number(text.split("\n")[1]) };
}

/** Signs and keeps the checkpoint over all that is stored; part of the commit that stores it. */
export function sealCheckpoint(sql: SqlStorage, unit: string): StoredCheckpoint {
  const tree = treeOf(sql);
  const { size } = tree;
  const text = writeCheckpoint({ origin: originOf(unit), size, root: tree.root() }, unitSigner(sql));
  keep(sql, "checkpoint", text);
  return { size, text };
}
