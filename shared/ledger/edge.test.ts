// The right edge and the tiles say what the plain tree says, at every size and for every suite.
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Edge, EMPTY_EDGE, edgeOf, edgeRoot, grown } from "./edge.ts";
import { nodesOver } from "./leaves.ts";
import { NATIONAL } from "./national.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";
import { STANDARD } from "./suite.ts";
import { joined, nodesIn, type ReadTile, TILE_WIDTH } from "./tiles.ts";
import { type Hash, leafHash, root } from "./tree.ts";

const leavesOf = (n: number, hash = STANDARD.hash): Hash[] =>
  Array.from({ length: n }, (_, i) => leafHash(Uint8Array.of(i & 255, i >> 8), hash));

describe.each([STANDARD, NATIONAL])("$id", ({ hash }) => {
  it("the edge grown leaf by leaf gives the root of every size", () => {
    const leaves = leavesOf(70, hash);
    const read = nodesOver(leaves, hash);
    let edge: Edge = EMPTY_EDGE;
    for (const [i, leaf] of leaves.entries()) {
      expect(bytesToHex(edgeRoot(edge, hash))).toBe(bytesToHex(root(read, i, hash)));
      expect(edgeOf(read, i).roots.map(bytesToHex)).toEqual(edge.roots.map(bytesToHex));
      edge = grown(edge, leaf, hash);
    }
  });
});

/** Tiles cut out of all leaves, as an object stores them. */
function tiled(leaves: readonly Hash[]): { readTile: ReadTile; reads: () => number } {
  const plain = nodesOver(leaves);
  let count = 0;
  const readTile: ReadTile = (row, index) => {
    count += 1;
    const all = Math.floor(leaves.length / 256 ** row);
    const from = index * TILE_WIDTH;
    return joined(
      Array.from({ length: Math.min(TILE_WIDTH, all - from) }, (_, i) => plain(row * 8, from + i)),
    );
  };
  return { readTile, reads: () => count };
}

describe("tiles", () => {
  const leaves = leavesOf(66_000);
  const plain = nodesOver(leaves);
  it("prove what the plain tree proves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 66_000 }), fc.nat(), fc.nat(), (size, a, b) => {
        const read = nodesIn(tiled(leaves.slice(0, size)).readTile, STANDARD.hash);
        const [index, from] = [a % size, b % (size + 1)];
        expect(inclusionProof(read, index, size).map(bytesToHex)).toEqual(
          inclusionProof(plain, index, size).map(bytesToHex),
        );
        expect(consistencyProof(read, from, size).map(bytesToHex)).toEqual(
          consistencyProof(plain, from, size).map(bytesToHex),
        );
      }),
      { numRuns: 12 },
    );
  });
  it("are read a few for a proof, and once while they are kept", () => {
    const { readTile, reads } = tiled(leaves);
    const read = nodesIn(readTile, STANDARD.hash);
    inclusionProof(read, 1000, 65_536);
    expect(reads()).toBeLessThanOrEqual(3);
    inclusionProof(read, 1001, 65_536);
    expect(reads()).toBeLessThanOrEqual(3);
  });
  it("name the node that is missing", () => {
    const read = nodesIn(() => new Uint8Array(64), STANDARD.hash);
    expect(() => read(0, 2)).toThrow("lacks its node 0/2");
    expect(() => read(2, 0)).toThrow("lacks its node 2/0");
  });
});
