// Reads the nodes of a tree whose leaves are all at hand: for samples, and as the plain form that tests compare with.
import { sha256 } from "@noble/hashes/sha2.js";
import type { HashOf } from "./suite.ts";
import { type Hash, nodeHash, type ReadNode } from "./tree.ts";

/** Nodes over leaves that may still be added to; throws where a subtree is not complete. */
export function nodesOver(leaves: readonly Hash[], hash: HashOf = sha256): ReadNode {
  const known = new Map<string, Hash>();
  const read: ReadNode = (level, index) => {
    const name = `${level}/${index}`;
    const found =
      known.get(name) ??
      (level === 0
        ? leaves[index]
        : nodeHash(read(level - 1, 2 * index), read(level - 1, 2 * index + 1), hash));
    if (found === undefined) throw new Error(`no node ${name}`);
    known.set(name, found);
    return found;
  };
  return read;
}
