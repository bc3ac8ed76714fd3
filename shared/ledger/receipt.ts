// The check of a receipt by its holder, offline: that the unit's tree holds exactly this entry at this place.
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../facts/errors.ts";
import type { Receipt } from "../supervision/entry.ts";
import { type Checkpoint, type OpenCheckpoint, openCheckpoint, originOf } from "./checkpoint.ts";
import { leafOf } from "./record.ts";
import type { Suite } from "./suite.ts";
import { verifyInclusion } from "./verify.ts";

/** What a holder needs of a receipt or of a line of a case's ledger. */
export type Proven = Pick<Receipt, "index" | "leaf" | "record" | "proof">;

const HEX = /^[0-9a-f]{64}$/;

/** Whether a line's record is the leaf it claims to be and stands in the tree of that checkpoint. */
export function verifyLine(line: Proven, point: OpenCheckpoint): boolean {
  if (!HEX.test(line.leaf) || !line.proof.every((hash) => HEX.test(hash)) || line.proof.length > 64)
    return false;
  const { hash } = point.suite;
  const leaf = leafOf(line.record, hash);
  if (bytesToHex(leaf) !== line.leaf) return false;
  return verifyInclusion(leaf, line.index, point.size, line.proof.map(hexToBytes), point.root, hash);
}

/** The sequence that a record names for the device which sent it; undefined for unreadable records. */
function sequenceIn(record: string): number | undefined {
  try {
    const read = JSON.parse(record) as { sent?: { seq?: unknown } } | null;
    return typeof read?.sent?.seq === "number" ? read.sent.seq : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses with `bad-signature` where a receipt is not proven by that checkpoint, which the caller has opened under its own key. */
export function holdsAt(receipt: Receipt, point: OpenCheckpoint): Result<null> {
  if (!verifyLine(receipt, point)) return refused("bad-signature", "回执与检查点不符:记录不在台账的这个位置");
  return sequenceIn(receipt.record) === receipt.seq
    ? accepted(null)
    : refused("bad-signature", "回执的序号与记录不符");
}

/**
 * The checkpoint that a receipt proves, when record, leaf, proof, sequence and signature belong together;
 * `ledgerKey` is the unit's public checkpoint key, hex; `suites` are those this reader can check, the standard one when left
 * out. Refuses with `bad-signature`.
 */
export function verifyReceipt(
  receipt: Receipt,
  ledgerKey: string,
  suites?: readonly Suite[],
): Result<OpenCheckpoint> {
  const opened = openCheckpoint(receipt.checkpoint, originOf(receipt.unit), ledgerKey, suites);
  if (!opened.ok) return opened;
  const held = holdsAt(receipt, opened.value);
  return held.ok ? opened : held;
}

/** Whether two checkpoints of one size have one root; different roots of one size are a split view. */
export const agree = (a: Checkpoint, b: Checkpoint): Result<null> =>
  a.size === b.size && bytesToHex(a.root) !== bytesToHex(b.root)
    ? refused("bad-signature", "同一大小的两个检查点根值不同:台账被分叉")
    : accepted(null);
