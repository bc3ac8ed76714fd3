// The unit's ledger in SQLite: appends, the signed checkpoint of each commit, and the check that no tail was cut.
import { bytesToHex } from "@noble/hashes/utils.js";
import { originOf, writeCheckpoint } from "../../shared/ledger/checkpoint.ts";
import { commitment, leafOf, recordLine } from "../../shared/ledger/record.ts";
import { append, type ReadNode, root } from "../../shared/ledger/tree.ts";
import { chance } from "../chance.ts";
import { iso, keep, row, run, setting } from "../sql.ts";
import type { NewEntry } from "./act.ts";
import { unitSigner } from "./signer.ts";

/** Public half of the checkpoint key, hex. */
export const ledgerKeyOf = (sql: SqlStorage): string => bytesToHex(unitSigner(sql).key);

/** Entries that are stored. */
export const sizeOf = (sql: SqlStorage): number =>
  row<{ size: number }>(sql, "SELECT ifnull(max(idx) + 1, 0) AS size FROM entries")?.size ?? 0;

export const nodesOf =
  (sql: SqlStorage): ReadNode =>
  (level, index) => {
    const found = row<{ hash: ArrayBuffer }>(
      sql,
      "SELECT hash FROM nodes WHERE level = ? AND idx = ?",
      level,
      index,
    );
    if (found === undefined) throw new Error(`the ledger lacks its node ${level}/${index}`);
    return new Uint8Array(found.hash);
  };

/** Stores an entry at the end of the ledger with the nodes that it completes; its place. */
export function appendEntry(sql: SqlStorage, unit: string, now: number, entry: NewEntry): number {
  const index = sizeOf(sql);
  const salt = entry.outside === undefined ? null : chance(16);
  const { device, seq, hash } = entry.sent ?? {};
  const line = recordLine({
    v: 1,
    unit,
    kind: entry.kind,
    at: iso(now),
    by: entry.by,
    caseKey: entry.caseKey,
    body: entry.body,
    ...(entry.sent === undefined
      ? {}
      : { sent: { device: entry.sent.device, seq: entry.sent.seq, at: entry.sent.at } }),
    ...(salt === null ? {} : { outside: commitment(salt, entry.outside ?? "") }),
  });
  run(
    sql,
    `INSERT INTO entries (idx, at, kind, case_key, by, by_name, device, seq, sent, record, salt, outside)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    index,
    now,
    entry.kind,
    entry.caseKey,
    entry.by,
    entry.byName,
    device ?? null,
    seq ?? null,
    hash ?? null,
    line,
    salt,
    entry.outside ?? null,
  );
  for (const node of append(nodesOf(sql), index, leafOf(line))) {
    const bytes = Uint8Array.from(node.hash).buffer;
    run(sql, "INSERT INTO nodes (level, idx, hash) VALUES (?, ?, ?)", node.level, node.index, bytes);
  }
  return index;
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
  const size = sizeOf(sql);
  const text = writeCheckpoint(
    { origin: originOf(unit), size, root: root(nodesOf(sql), size) },
    unitSigner(sql),
  );
  keep(sql, "checkpoint", text);
  return { size, text };
}
