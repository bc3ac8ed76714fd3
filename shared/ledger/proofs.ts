// Proofs about the tree: that an entry is in it, and that a later tree only added to an earlier one.
import { sha256 } from "@noble/hashes/sha2.js";
import type { HashOf } from "./suite.ts";
import { type Hash, type ReadNode, split, subtree } from "./tree.ts";

function path(read: ReadNode, index: number, start: number, n: number, hash: HashOf): readonly Hash[] {
  if (n === 1) return [];
  const { left } = split(n);
  return index < left
    ? [...path(read, index, start, left, hash), subtree(read, start + left, n - left, hash)]
    : [...path(read, index - left, start + left, n - left, hash), subtree(read, start, left, hash)];
}

/** RFC 6962 §2.1.1: audit path of entry `index` in the tree of `size` entries, leaf side first. */
export function inclusionProof(
  read: ReadNode,
  index: number,
  size: number,
  hash: HashOf = sha256,
): readonly Hash[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`entry ${index} is not in a tree of ${size}`);
  }
  return path(read, index, 0, size, hash);
}

function between(
  read: ReadNode,
  from: number,
  start: number,
  n: number,
  whole: boolean,
  hash: HashOf,
): readonly Hash[] {
  if (from === n) return whole ? [] : [subtree(read, start, n, hash)];
  const { left } = split(n);
  return from <= left
    ? [...between(read, from, start, left, whole, hash), subtree(read, start + left, n - left, hash)]
    : [...between(read, from - left, start + left, n - left, false, hash), subtree(read, start, left, hash)];
}

/** RFC 6962 §2.1.2: proof that the tree of `to` entries begins with the tree of `from` entries; empty when from is 0. */
export function consistencyProof(
  read: ReadNode,
  from: number,
  to: number,
  hash: HashOf = sha256,
): readonly Hash[] {
  if (!Number.isSafeInteger(from) || from < 0 || from > to) {
    throw new RangeError(`a tree of ${to} entries cannot continue one of ${from}`);
  }
  return from === 0 || from === to ? [] : between(read, from, 0, to, true, hash);
}
