// Tells whether the stored ledger is what the last checkpoint says; while it is not, nothing may be appended.
import { bytesToHex } from "@noble/hashes/utils.js";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { levelsOf, TILE_HEIGHT, TILE_WIDTH } from "../../shared/ledger/tiles.ts";
import { setting } from "../sql.ts";
import { ledgerKeyOf } from "./signer.ts";
import { leavesOf, sizeOf, storedTile, treeOf } from "./stored-tree.ts";
import { SUITES, suiteIn, suiteRefused } from "./suite.ts";

const RESTORE = "已停止追加,请从备份恢复";

/** What is wrong with the stored ledger, in Chinese; undefined when its tail and tiles agree with the checkpoint. */
export function damage(sql: SqlStorage, unit: string, asked?: string): string | undefined {
  const suite = suiteRefused(sql, asked);
  if (suite !== undefined) return `单位 ${unit}:${suite}`;
  const why = harmOf(sql, unit);
  return why === undefined ? undefined : `单位 ${unit} 的${why},${RESTORE}`;
}

/** What is wrong with the records of a full tile, which must be its hashes, and with its place in the tile above. */
export function tileHarm(sql: SqlStorage, index: number): string | undefined {
  const { hash } = suiteIn(sql);
  const from = index * TILE_WIDTH;
  const tile = storedTile(sql, 0, index);
  const leaves = leavesOf(sql, from, from + TILE_WIDTH, hash);
  if (leaves.length !== TILE_WIDTH) throw new Error(`the ledger lacks its entry ${from + leaves.length}`);
  const wrong = leaves.findIndex(
    (leaf, i) => bytesToHex(leaf) !== bytesToHex(tile.slice(i * leaf.length, (i + 1) * leaf.length)),
  );
  if (wrong >= 0) return `台账第 ${from + wrong} 条记录与其哈希不符`;
  const top = levelsOf(tile, hash)[TILE_HEIGHT]?.[0];
  const above = treeOf(sql).read(TILE_HEIGHT, index);
  return top !== undefined && bytesToHex(top) === bytesToHex(above)
    ? undefined
    : `台账第 ${from} 至 ${from + TILE_WIDTH - 1} 条记录的哈希与上层不符`;
}

function harmOf(sql: SqlStorage, unit: string): string | undefined {
  const text = setting(sql, "checkpoint");
  const size = sizeOf(sql);
  if (text === undefined) return size === 0 ? undefined : `台账有 ${size} 条记录而没有检查点`;
  const opened = openCheckpoint(text, originOf(unit), ledgerKeyOf(sql), SUITES);
  if (!opened.ok) return `台账检查点有误(${opened.refusal.message})`;
  const point = opened.value;
  if (size !== point.size) return `台账有 ${size} 条记录,检查点为 ${point.size} 条`;
  try {
    // Every record of the open tile is hashed anew, every tile on the right edge is read.
    if (bytesToHex(treeOf(sql).root()) !== bytesToHex(point.root)) return "台账的根值与检查点不符";
    const last = Math.floor(size / TILE_WIDTH) - 1;
    return last < 0 ? undefined : tileHarm(sql, last);
  } catch (error) {
    return `台账不完整(${error instanceof Error ? error.message : "?"})`;
  }
}
