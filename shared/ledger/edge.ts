// The right edge of a tree: the roots of its complete subtrees, which is all that an append and the root need.
import type { HashOf } from "./suite.ts";
import { emptyRoot, type Hash, nodeHash, type ReadNode } from "./tree.ts";

/** Size and the roots of the complete subtrees, largest first: one for each 1 in the binary form of the size. */
export interface Edge {
  readonly size: number;
  readonly roots: readonly Hash[];
}

export const EMPTY_EDGE: Edge = { size: 0, roots: [] };

/** The edge after one more leaf: on average two hashes, whatever the size. */
export function grown({ size, roots }: Edge, leaf: Hash, hash: HashOf): Edge {
  const next = [...roots];
  let node = leaf;
  for (let n = size; n % 2 === 1; n = Math.floor(n / 2)) node = nodeHash(next.pop() ?? node, node, hash);
  next.push(node);
  return { size: size + 1, roots: next };
}

/** Root of the tree that has this edge. */
export function edgeRoot({ roots }: Edge, hash: HashOf): Hash {
  const last = roots.at(-1);
  if (last === undefined) return emptyRoot(hash);
  return roots.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hash), last);
}

/** The edge of a stored tree. */
export function edgeOf(read: ReadNode, size: number): Edge {
  const roots: Hash[] = [];
  let start = 0;
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= 0; level -= 1) {
    const width = 2 ** level;
    if (size - start < width) continue;
    roots.push(read(level, start / width));
    start += width;
  }
  return { size, roots };
}
