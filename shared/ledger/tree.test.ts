// The tree against the reference vectors of Certificate Transparency, and its laws for every size.
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesOver } from "./leaves.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";
import { leafHash, root } from "./tree.ts";
import { verifyConsistency, verifyInclusion } from "./verify.ts";

const ENTRIES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const PATHS: readonly (readonly [index: number, size: number, path: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];
const STEPS: readonly (readonly [from: number, to: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

const known = nodesOver(ENTRIES.map((entry) => leafHash(hexToBytes(entry))));
const leaves = fc.array(fc.uint8Array({ maxLength: 8 }).map(leafHash), { minLength: 1, maxLength: 70 });

describe("the reference vectors", () => {
  it.each(ROOTS.map((hash, size) => [size, hash] as const))("root of %i entries", (size, hash) => {
    expect(bytesToHex(root(known, size))).toBe(hash);
  });
  it.each(PATHS)("path of entry %i of %i", (index, size, path) => {
    expect(inclusionProof(known, index, size).map(bytesToHex)).toEqual(path);
  });
  it.each(STEPS)("consistency of %i and %i", (from, to, proof) => {
    expect(consistencyProof(known, from, to).map(bytesToHex)).toEqual(proof);
  });
});

describe("laws", () => {
  it("every entry of every size is proven", () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, n) => {
        const read = nodesOver(all);
        const index = n % all.length;
        const proof = inclusionProof(read, index, all.length);
        const leaf = all[index] ?? new Uint8Array();
        expect(verifyInclusion(leaf, index, all.length, proof, root(read, all.length))).toBe(true);
      }),
    );
  });
  it("every earlier tree is proven to be the beginning of the later", () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, n) => {
        const read = nodesOver(all);
        const from = n % (all.length + 1);
        const proof = consistencyProof(read, from, all.length);
        expect(verifyConsistency(from, all.length, root(read, from), root(read, all.length), proof)).toBe(
          true,
        );
      }),
    );
  });
  it("refuses to prove what is not there", () => {
    expect(() => inclusionProof(known, 8, 8)).toThrow(RangeError);
    expect(() => inclusionProof(known, -1, 8)).toThrow(RangeError);
    expect(() => consistencyProof(known, 8, 7)).toThrow(RangeError);
  });
});
