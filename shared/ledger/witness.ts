// What a unit hands to the unit above it as its witness, what comes back, and how a witness decides.
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { openCheckpoint, originOf } from "./checkpoint.ts";
import type { Suite } from "./suite.ts";
import { verifyConsistency } from "./verify.ts";

/** A signed tree and by whose key (hex). */
export interface SignedTree {
  readonly key: string;
  readonly checkpoint: string;
}

export interface Submission extends SignedTree {
  /** Size that the witness saw last, as far as the unit knows; 0 for the first time. */
  readonly from: number;
  /** That the tree continues the one of `from`, hex hashes. */
  readonly proof: readonly string[];
  /** Size of the witness's own tree that the unit has seen, 0 for none. */
  readonly seen: number;
}

/** The witness's own tree as the unit is to remember it, with the proof that it continues the one of `seen`. */
export interface OwnTree extends SignedTree {
  readonly proof: readonly string[];
}

export type Witnessing =
  | { readonly is: "good"; readonly cosignature: string; readonly own: OwnTree }
  /** It saw another size last; the unit is to prove from there. */
  | { readonly is: "from"; readonly size: number; readonly known: SignedTree | undefined }
  /** It contradicts what was seen; `known` is the evidence. */
  | { readonly is: "refused"; readonly why: RefusedWhy; readonly known: SignedTree | undefined };

/** `key`: another key; `signature`: not signed by it; `older`: less than was seen; `forked`: another past. */
export type RefusedWhy = "key" | "signature" | "older" | "forked";

export const REFUSED: Readonly<Record<RefusedWhy, string>> = {
  key: "台账的密钥不是原来那一把",
  signature: "检查点的签名不符",
  older: "台账比见证过的短,像是恢复了旧备份",
  forked: "台账与见证过的历史不符,历史被改写过或者恢复旧备份后又写了新的",
};

const hashesOf = (proof: readonly string[]): readonly Uint8Array[] =>
  proof.length <= 128 && proof.every((hash) => /^[0-9a-f]{64}$/.test(hash)) ? proof.map(hexToBytes) : [];

/** Whether the later tree continues the earlier one, both signed by this key as this unit; `suites` can be checked. */
export function continues(
  unit: string,
  earlier: SignedTree,
  later: SignedTree,
  proof: readonly string[],
  suites: readonly Suite[],
): "yes" | RefusedWhy {
  if (earlier.key !== later.key) return "key";
  const [a, b] = [earlier, later].map(({ checkpoint, key }) =>
    openCheckpoint(checkpoint, originOf(unit), key, suites),
  );
  if (a?.ok !== true || b?.ok !== true) return "signature";
  const [old, now] = [a.value, b.value];
  if (now.size < old.size) return "older";
  return verifyConsistency(old.size, now.size, old.root, now.root, hashesOf(proof), now.suite.hash)
    ? "yes"
    : "forked";
}

/** What a witness that has seen `known` of a unit answers to a submission; "sign" when it may sign. */
export function weigh(
  unit: string,
  known: SignedTree | undefined,
  submission: Submission,
  suites: readonly Suite[],
): "sign" | Exclude<Witnessing, { is: "good" }> {
  const point = openCheckpoint(submission.checkpoint, originOf(unit), submission.key, suites);
  if (!point.ok) return { is: "refused", why: "signature", known };
  if (known === undefined) return submission.from === 0 ? "sign" : { is: "from", size: 0, known };
  if (known.key !== submission.key) return { is: "refused", why: "key", known };
  const seen = openCheckpoint(known.checkpoint, originOf(unit), known.key, suites);
  if (!seen.ok) throw new Error(`the kept checkpoint of ${unit} does not open`);
  if (point.value.size < seen.value.size) return { is: "refused", why: "older", known };
  if (submission.from !== seen.value.size) return { is: "from", size: seen.value.size, known };
  const grown = continues(unit, known, submission, submission.proof, suites);
  return grown === "yes" ? "sign" : { is: "refused", why: grown, known };
}

/**
 * Whether a ledger contradicts a tree of its own that somebody else has seen: `rootAt` is its root at a size, undefined
 * beyond its end. Undefined when it does not.
 */
export function contradicts(
  unit: string,
  key: string,
  rootAt: (size: number) => Uint8Array | undefined,
  seen: SignedTree,
  suites: readonly Suite[],
): RefusedWhy | undefined {
  if (seen.key !== key) return "key";
  const opened = openCheckpoint(seen.checkpoint, originOf(unit), key, suites);
  // What is not signed by this ledger says nothing against it.
  if (!opened.ok) return undefined;
  const mine = rootAt(opened.value.size);
  if (mine === undefined) return "older";
  return bytesToHex(mine) === bytesToHex(opened.value.root) ? undefined : "forked";
}
