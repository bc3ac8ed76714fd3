// The RFC 6962 Merkle tree: its hashes, and roots of it from the nodes of complete subtrees.
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import type { HashOf } from "./suite.ts";

export type Hash = Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 §2.1: H(0x00 ‖ entry), H being SHA-256 unless the ledger's suite says otherwise. */
export const leafHash = (entry: Uint8Array, hash: HashOf = sha256): Hash => hash(concatBytes(LEAF, entry));

/** RFC 6962 §2.1: H(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Hash, right: Hash, hash: HashOf = sha256): Hash =>
  hash(concatBytes(NODE, left, right));

/** Root of the tree without entries: the hash of nothing. */
export const emptyRoot = (hash: HashOf = sha256): Hash => hash(new Uint8Array());

/** Hash of the complete subtree `index` of `level`: leaves `index·2^level` up to `(index+1)·2^level`. */
export type ReadNode = (level: number, index: number) => Hash;

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
export function subtree(read: ReadNode, start: number, n: number, hash: HashOf = sha256): Hash {
  if (n === 1) return read(0, start);
  const { left, level } = split(n);
  if (left * 2 === n) return read(level + 1, start / n);
  return nodeHash(read(level, start / left), subtree(read, start + left, n - left, hash), hash);
}

/** Root of the tree of the first `size` entries. */
export const root = (read: ReadNode, size: number, hash: HashOf = sha256): Hash =>
  size === 0 ? emptyRoot(hash) : subtree(read, 0, size, hash);
