// The checks of proofs, as RFC 9162 §2.1.3.2 and §2.1.4.2 write them; false for everything that does not fit exactly.
import { sha256 } from "@noble/hashes/sha2.js";
import type { HashOf } from "./suite.ts";
import { emptyRoot, type Hash, nodeHash } from "./tree.ts";

const same = (a: Hash, b: Hash): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
const whole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const hashes = (list: readonly Hash[]): boolean => list.every((hash) => hash.length === 32);
const half = (n: number): number => Math.floor(n / 2);

/** Whether `leaf` is entry `index` of the tree of `size` entries with this root. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
  hashOf: HashOf = sha256,
): boolean {
  if (!whole(index) || !whole(size) || index >= size || !hashes([leaf, root, ...proof])) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(step, hash, hashOf);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = nodeHash(hash, step, hashOf);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && same(hash, root);
}

/** Whether the tree (`to`, `toRoot`) begins with the tree (`from`, `fromRoot`). */
export function verifyConsistency(
  from: number,
  to: number,
  fromRoot: Hash,
  toRoot: Hash,
  proof: readonly Hash[],
  hashOf: HashOf = sha256,
): boolean {
  if (!whole(from) || !whole(to) || from > to || !hashes([fromRoot, toRoot, ...proof])) return false;
  if (from === to) return proof.length === 0 && same(fromRoot, toRoot);
  if (from === 0) return proof.length === 0 && same(fromRoot, emptyRoot(hashOf));
  let [fn, sn] = [from - 1, to - 1];
  while (fn % 2 === 1) {
    fn = half(fn);
    sn = half(sn);
  }
  // A power of two is its own first node and is left out of the proof.
  const steps = fn === 0 ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = steps;
  if (first === undefined) return false;
  let [old, now] = [first, first];
  for (const step of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      old = nodeHash(step, old, hashOf);
      now = nodeHash(step, now, hashOf);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      now = nodeHash(now, step, hashOf);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && same(old, fromRoot) && same(now, toRoot);
}
