// Tiles: the tree's nodes in blocks of 256, so that a proof reads a few blocks and an append writes one in 256.
import type { HashOf } from "./suite.ts";
import { type Hash, nodeHash, type ReadNode } from "./tree.ts";

/** Levels of the tree in one tile: its lowest level has 256 hashes, and the node above them is one of the next tile. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
const BYTES = 32;

/** The lowest hashes of tile `index` of a row of tiles, end to end; a tile at the right edge has fewer than 256. */
export type ReadTile = (row: number, index: number) => Uint8Array;

/** Hashes as they are stored: end to end. */
export function joined(hashes: readonly Hash[]): Uint8Array {
  const out = new Uint8Array(hashes.length * BYTES);
  for (const [i, hash] of hashes.entries()) out.set(hash, i * BYTES);
  return out;
}

/** All levels of a tile: its hashes, the nodes over two of them, and so on. */
export function levelsOf(tile: Uint8Array, hash: HashOf): readonly (readonly Hash[])[] {
  const lowest: Hash[] = Array.from({ length: Math.floor(tile.length / BYTES) }, (_, i) =>
    tile.slice(i * BYTES, (i + 1) * BYTES),
  );
  const levels: Hash[][] = [lowest];
  for (let below = lowest; below.length > 1 && levels.length <= TILE_HEIGHT; ) {
    const whole: Hash[] = Array.from({ length: Math.floor(below.length / 2) }, (_, i) =>
      nodeHash(below[2 * i] as Hash, below[2 * i + 1] as Hash, hash),
    );
    levels.push(whole);
    below = whole;
  }
  return levels;
}

/** Tiles whose levels are kept in memory; each takes about 16 kB. */
const KEPT = 32;

interface Known {
  readonly levels: readonly (readonly Hash[])[];
  readonly whole: boolean;
  readonly size: number;
}

/**
 * Reads nodes out of tiles; throws, naming it, where a node is not there. What was worked out of a complete tile is kept,
 * of one at the right edge as long as `size` (of the tree) stays the same.
 */
export function nodesIn(readTile: ReadTile, hash: HashOf, size: () => number = () => 0): ReadNode {
  const known = new Map<string, Known>();
  const levels = (row: number, index: number): readonly (readonly Hash[])[] => {
    const name = `${row}/${index}`;
    const kept = known.get(name);
    if (kept !== undefined && (kept.whole || kept.size === size())) return kept.levels;
    const tile = readTile(row, index);
    const found = { levels: levelsOf(tile, hash), whole: tile.length === TILE_WIDTH * BYTES, size: size() };
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    known.set(name, found);
    return found.levels;
  };
  return (level, index) => {
    const height = level % TILE_HEIGHT;
    const wide = 2 ** (TILE_HEIGHT - height);
    const row = Math.floor(level / TILE_HEIGHT);
    const node = levels(row, Math.floor(index / wide))[height]?.[index % wide];
    if (node === undefined) throw new Error(`the ledger lacks its node ${level}/${index}`);
    return node;
  };
}
