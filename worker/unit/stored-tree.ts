// The unit's tree as it is stored: full tiles in SQLite, the open one and the right edge in memory, made of the records.
import { type Edge, EMPTY_EDGE, edgeOf, edgeRoot, grown } from "../../shared/ledger/edge.ts";
import { leafOf } from "../../shared/ledger/record.ts";
import type { HashOf } from "../../shared/ledger/suite.ts";
import { joined, levelsOf, nodesIn, TILE_HEIGHT, TILE_WIDTH } from "../../shared/ledger/tiles.ts";
import type { Hash, ReadNode } from "../../shared/ledger/tree.ts";
import { keep, row, rows, run, setting } from "../sql.ts";
import { suiteIn } from "./suite.ts";

/** Entries that are stored. */
export const sizeOf = (sql: SqlStorage): number =>
  row<{ size: number }>(sql, "SELECT ifnull(max(idx) + 1, 0) AS size FROM entries")?.size ?? 0;

/** What an undone part of a transaction takes back. */
export interface TreeMark {
  readonly edge: Edge;
  readonly open: readonly Hash[];
}

/** Leaves of the records `from` to `to`; throws, naming it, where a record is missing. */
export function leavesOf(sql: SqlStorage, from: number, to: number, hash: HashOf): Hash[] {
  const found = rows<{ idx: number; record: string }>(
    sql,
    "SELECT idx, record FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx",
    from,
    to,
  );
  return found.map(({ idx, record }, i) => {
    if (idx !== from + i) throw new Error(`the ledger lacks its entry ${from + i}`);
    return leafOf(record, hash);
  });
}

/** A tile as it is stored; empty where there is none. */
export function storedTile(sql: SqlStorage, height: number, index: number): Uint8Array {
  const found = row<{ hashes: ArrayBuffer }>(
    sql,
    "SELECT hashes FROM tiles WHERE height = ? AND idx = ?",
    height,
    index,
  );
  return found === undefined ? new Uint8Array() : new Uint8Array(found.hashes);
}

export class StoredTree {
  readonly #sql: SqlStorage;
  readonly #hash: HashOf;
  #edge: Edge = EMPTY_EDGE;
  /** Leaves after the last full tile. */
  #open: Hash[] = [];
  #read: ReadNode;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#hash = suiteIn(sql).hash;
    this.#read = this.#reader();
    if (setting(sql, "tiles") === undefined) this.#build();
    else this.#load(sizeOf(sql));
  }

  get size(): number {
    return this.#edge.size;
  }

  /** A node of the tree; throws where the stored tiles lack it. */
  readonly read: ReadNode = (level, index) => this.#read(level, index);

  root(): Hash {
    return edgeRoot(this.#edge, this.#hash);
  }

  /** Adds a leaf; writes one row when it completes a tile, else nothing: the record itself is what is stored. */
  add(leaf: Hash): void {
    this.#edge = grown(this.#edge, leaf, this.#hash);
    this.#open.push(leaf);
    if (this.#open.length < TILE_WIDTH) return;
    this.#store(0, this.#edge.size / TILE_WIDTH - 1, joined(this.#open));
    this.#open = [];
  }

  mark(): TreeMark {
    return { edge: this.#edge, open: [...this.#open] };
  }

  /** Back to what was marked, after the transaction has taken back the rows. */
  back({ edge, open }: TreeMark): void {
    if (edge === this.#edge) return;
    this.#edge = edge;
    this.#open = [...open];
    this.#read = this.#reader();
  }

  #reader(): ReadNode {
    return nodesIn(
      (height, index) => this.#tile(height, index),
      this.#hash,
      () => this.size,
    );
  }

  #tile(height: number, index: number): Uint8Array {
    if (height === 0 && index === Math.floor(this.size / TILE_WIDTH)) return joined(this.#open);
    return storedTile(this.#sql, height, index);
  }

  /** Keeps a tile, and where it is full its top as one more hash of the tile above. */
  #store(height: number, index: number, hashes: Uint8Array): void {
    run(
      this.#sql,
      `INSERT INTO tiles (height, idx, hashes) VALUES (?, ?, ?)
       ON CONFLICT (height, idx) DO UPDATE SET hashes = excluded.hashes`,
      height,
      index,
      Uint8Array.from(hashes).buffer,
    );
    const top = levelsOf(hashes, this.#hash)[TILE_HEIGHT]?.[0];
    if (top === undefined) return;
    const above = Math.floor(index / TILE_WIDTH);
    const before = index % TILE_WIDTH === 0 ? new Uint8Array() : this.#tile(height + 1, above);
    this.#store(height + 1, above, Uint8Array.of(...before, ...top));
  }

  #load(size: number): void {
    this.#open = leavesOf(this.#sql, size - (size % TILE_WIDTH), size, this.#hash);
    // The open tile is found by the size, so that comes first; its roots need the tile.
    this.#edge = { size, roots: [] };
    this.#edge = edgeOf(this.#read, size);
  }

  /** Makes the tiles out of the records: of a new ledger none, of one from before there were tiles all. */
  #build(): void {
    const size = sizeOf(this.#sql);
    run(this.#sql, "DELETE FROM tiles");
    for (let from = 0; from < size; from += TILE_WIDTH) {
      const leaves = leavesOf(this.#sql, from, Math.min(from + TILE_WIDTH, size), this.#hash);
      for (const leaf of leaves) this.add(leaf);
    }
    if (this.size !== size) throw new Error(`the ledger lacks its entry ${this.size}`);
    keep(this.#sql, "tiles", "1");
  }
}

const known = new WeakMap<SqlStorage, StoredTree>();

/** The unit's tree; loaded when it is first asked for. */
export function treeOf(sql: SqlStorage): StoredTree {
  const tree = known.get(sql) ?? new StoredTree(sql);
  known.set(sql, tree);
  return tree;
}

/** Forgets what is in memory; the next question reads it anew. */
export const forgetTree = (sql: SqlStorage): void => {
  known.delete(sql);
};
