// The RFC 6962 Merkle tree as stored levels: an append writes what it completes, a proof reads O(log² n) nodes.
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";

export type Hash = Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 §2.1: SHA-256(0x00 ‖ entry). */
export const leafHash = (entry: Uint8Array): Hash => sha256(concatBytes(LEAF, entry));

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(concatBytes(NODE, left, right));

/** Root of the tree without entries: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array());

/** Hash of the complete subtree `index` of `level`: leaves `index·2^level` up to `(index+1)·2^level`. */
export type ReadNode = (level: number, index: number) => Hash;

export interface StoredNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/**
 * The nodes to store when `leaf` becomes entry number `size` (from 0): the leaf and every subtree it completes,
 * on average two. Reads at most log₂(size) left neighbours.
 */
export function append(read: ReadNode, size: number, leaf: Hash): readonly StoredNode[] {
  const stored: StoredNode[] = [{ level: 0, index: size, hash: leaf }];
  let hash = leaf;
  for (let level = 0, index = size; index % 2 === 1; level += 1, index = (index - 1) / 2) {
    hash = nodeHash(read(level, index - 1), hash);
    stored.push({ level: level + 1, index: (index - 1) / 2, hash });
  }
  return stored;
}

/** The largest power of two smaller than `n` (n ≥ 2), and its exponent. */
export function split(n: number): { readonly left: number; readonly level: number } {
  let left = 1;
  let level = 0;
  while (left * 2 < n) {
    left *= 2;
    level += 1;
  }
  return { left, level };
}

/** Merkle tree hash of the leaves `start` to `start + n`; `start` is a multiple of the power of two above `n`. */
export function subtree(read: ReadNode, start: number, n: number): Hash {
  if (n === 1) return read(0, start);
  const { left, level } = split(n);
  if (left * 2 === n) return read(level + 1, start / n);
  return nodeHash(read(level, start / left), subtree(read, start + left, n - left));
}

/** Root of the tree of the first `size` entries. */
export const root = (read: ReadNode, size: number): Hash =>
  size === 0 ? EMPTY_ROOT : subtree(read, 0, size);
