// The readers' checks with the suite of the deployment that is tested, whichever it is.

import { hexToBytes } from "@noble/hashes/utils.js";
import type { OpenCheckpoint } from "../../shared/ledger/checkpoint.ts";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { verifyReceipt } from "../../shared/ledger/receipt.ts";
import { verifyConsistency } from "../../shared/ledger/verify.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";
import { SUITES } from "../unit/suite.ts";
import { env } from "./deployment.ts";

/** The checkpoint of a unit's ledger; throws when it does not open, or is of another suite than was asked for. */
export function opened(note: string, key: string, unit = "root"): OpenCheckpoint {
  const point = openCheckpoint(note, originOf(unit), key, SUITES);
  if (!point.ok) throw new Error(point.refusal.message);
  const asked = env.LEDGER_SUITE ?? "sha256-ed25519";
  if (point.value.suite.id !== asked)
    throw new Error(`the ledger is of ${point.value.suite.id}, not ${asked}`);
  return point.value;
}

export const receiptHolds = (receipt: Receipt | undefined, key: string): boolean =>
  receipt !== undefined && verifyReceipt(receipt, key, SUITES).ok;

/** Whether the later tree continues the earlier by that proof. */
export const grew = (from: OpenCheckpoint, to: OpenCheckpoint, proof: readonly string[]): boolean =>
  verifyConsistency(from.size, to.size, from.root, to.root, proof.map(hexToBytes), to.suite.hash);
