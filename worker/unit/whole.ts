// Tells whether the stored ledger is what the last checkpoint says; while it is not, nothing may be appended.
import { bytesToHex } from "@noble/hashes/utils.js";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { leafOf } from "../../shared/ledger/record.ts";
import { root } from "../../shared/ledger/tree.ts";
import { row, setting } from "../sql.ts";
import { ledgerKeyOf, nodesOf, sizeOf } from "./ledger.ts";

const RESTORE = "已停止追加,请从备份恢复";

/** What is wrong with the stored tail, in Chinese; undefined when it agrees with the checkpoint. */
export function damage(sql: SqlStorage, unit: string): string | undefined {
  const text = setting(sql, "checkpoint");
  const size = sizeOf(sql);
  if (text === undefined) return size === 0 ? undefined : `台账有 ${size} 条记录而没有检查点,${RESTORE}`;
  const opened = openCheckpoint(text, originOf(unit), ledgerKeyOf(sql));
  if (!opened.ok) return `${opened.refusal.message},${RESTORE}`;
  const point = opened.value;
  if (size !== point.size) return `台账有 ${size} 条记录,检查点为 ${point.size} 条,${RESTORE}`;
  const count = row<{ n: number }>(sql, "SELECT count(*) AS n FROM entries")?.n ?? 0;
  if (count !== size) return `台账缺少 ${size - count} 条记录,${RESTORE}`;
  return rootDamage(sql, size, bytesToHex(point.root));
}

/** The last entry must be its own leaf, and the stored nodes must give the signed root. */
function rootDamage(sql: SqlStorage, size: number, signed: string): string | undefined {
  if (size === 0) return undefined;
  try {
    const read = nodesOf(sql);
    const last = row<{ record: string }>(sql, "SELECT record FROM entries WHERE idx = ?", size - 1);
    const same = last !== undefined && bytesToHex(leafOf(last.record)) === bytesToHex(read(0, size - 1));
    if (!same) return `台账第 ${size - 1} 条记录与其哈希不符,${RESTORE}`;
    return bytesToHex(root(read, size)) === signed ? undefined : `台账的根值与检查点不符,${RESTORE}`;
  } catch (error) {
    return `台账的哈希树不完整(${error instanceof Error ? error.message : "?"}),${RESTORE}`;
  }
}
