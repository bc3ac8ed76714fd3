// Forged proofs of every kind are refused: the verifiers accept exactly what the tree proves.
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesOver } from "./leaves.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";
import { emptyRoot, type Hash, leafHash, type ReadNode, root } from "./tree.ts";
import { verifyConsistency, verifyInclusion } from "./verify.ts";

const leafOf = (i: number): Hash => leafHash(Uint8Array.of(i));
const treeOf = (n: number): ReadNode => nodesOver(Array.from({ length: n }, (_, i) => leafOf(i)));
const flipped = (hash: Hash): Hash => hash.map((byte, i) => (i === 7 ? byte ^ 1 : byte));
const other = leafHash(Uint8Array.of(250));

interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}
const INCLUSION: Readonly<Record<string, (p: Inclusion) => Inclusion>> = {
  "another leaf": (p) => ({ ...p, leaf: other }),
  "a flipped bit in the leaf": (p) => ({ ...p, leaf: flipped(p.leaf) }),
  "a flipped bit in the root": (p) => ({ ...p, root: flipped(p.root) }),
  "a flipped bit in a step": (p) => ({ ...p, proof: p.proof.map((h, i) => (i === 0 ? flipped(h) : h)) }),
  "the last step cut off": (p) => ({ ...p, proof: p.proof.slice(0, -1) }),
  "the first step cut off": (p) => ({ ...p, proof: p.proof.slice(1) }),
  "a step too many": (p) => ({ ...p, proof: [...p.proof, other] }),
  "a step put in front": (p) => ({ ...p, proof: [other, ...p.proof] }),
  "steps in reverse": (p) => ({ ...p, proof: [...p.proof].reverse() }),
  "the neighbour's index": (p) => ({ ...p, index: p.index ^ 1 }),
  "an index beyond the size": (p) => ({ ...p, index: p.size }),
  "a negative index": (p) => ({ ...p, index: -1 }),
  "a fractional index": (p) => ({ ...p, index: p.index + 0.5 }),
  "no tree": (p) => ({ ...p, size: 0 }),
  "twice the size": (p) => ({ ...p, size: p.size * 2 }),
  "a short step": (p) => ({ ...p, proof: p.proof.map((h) => h.slice(0, 31)) }),
  "the root of nothing": (p) => ({ ...p, root: emptyRoot() }),
  "a node passed off as a leaf": (p) => ({ ...p, leaf: p.root, index: 0, size: 1, proof: [other] }),
};

describe("inclusion", () => {
  it.each(Object.entries(INCLUSION))("refuses %s", (_, forge) => {
    for (const size of [2, 3, 7, 8, 13, 33]) {
      const read = treeOf(size);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(read, index, size);
        const honest = { leaf: leafOf(index), index, size, proof, root: root(read, size) };
        expect(verifyInclusion(honest.leaf, index, size, proof, honest.root)).toBe(true);
        const f = forge(honest);
        // A path of one step reads the same in reverse.
        const same = f.proof.length === proof.length && f.proof.every((h, i) => h === proof[i]);
        if (same && f.index === index && f.size === size && f.leaf === honest.leaf && f.root === honest.root)
          continue;
        expect(verifyInclusion(f.leaf, f.index, f.size, f.proof, f.root)).toBe(false);
      }
    }
  });
});

interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly a: Hash;
  readonly b: Hash;
  readonly proof: readonly Hash[];
}
const CONSISTENCY: Readonly<Record<string, (p: Consistency) => Consistency>> = {
  "the roots swapped": (p) => ({ ...p, a: p.b, b: p.a }),
  "an old root that never was": (p) => ({ ...p, a: flipped(p.a) }),
  "a new root that never was": (p) => ({ ...p, b: flipped(p.b) }),
  "one entry fewer before": (p) => ({ ...p, from: p.from - 1 }),
  "the last step cut off": (p) => ({ ...p, proof: p.proof.slice(0, -1) }),
  "a step too many": (p) => ({ ...p, proof: [...p.proof, other] }),
  "a step put in front": (p) => ({ ...p, proof: [other, ...p.proof] }),
  "a flipped bit in a step": (p) => ({
    ...p,
    proof: p.proof.map((h, i) => (i === p.proof.length - 1 ? flipped(h) : h)),
  }),
  "a shrunken tree": (p) => ({ ...p, from: p.to, to: p.from }),
  "no proof": (p) => ({ ...p, proof: [] }),
  "a short step": (p) => ({ ...p, proof: p.proof.map((h) => h.slice(1)) }),
};

describe("consistency", () => {
  it.each(Object.entries(CONSISTENCY))("refuses %s", (_, forge) => {
    for (const to of [3, 6, 8, 11, 32, 33]) {
      const read = treeOf(to);
      for (let from = 2; from < to; from += 1) {
        const honest = {
          from,
          to,
          a: root(read, from),
          b: root(read, to),
          proof: consistencyProof(read, from, to),
        };
        expect(verifyConsistency(from, to, honest.a, honest.b, honest.proof)).toBe(true);
        const f = forge(honest);
        expect(verifyConsistency(f.from, f.to, f.a, f.b, f.proof)).toBe(false);
      }
    }
  });
  it("refuses two roots of one size", () => {
    expect(verifyConsistency(5, 5, root(treeOf(5), 5), other, [])).toBe(false);
    expect(verifyConsistency(0, 5, other, root(treeOf(5), 5), [])).toBe(false);
  });
});

it("no random path proves a random leaf", () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const { read, top } = { read: treeOf(20), top: root(treeOf(20), 20) };
  fc.assert(
    fc.property(hash, fc.nat(19), fc.array(hash, { maxLength: 6 }), (leaf, index, proof) => {
      expect(verifyInclusion(leaf, index, 20, proof, top)).toBe(false);
    }),
  );
  expect(bytesToHex(root(read, 20))).toBe(bytesToHex(top));
});
