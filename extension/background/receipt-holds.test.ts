// The receipts of a batch as the background checks them: by the trusted key alone, under both suites, each for itself.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { sm2 } from "sm-crypto-v2";
import { describe, expect, it } from "vitest";
import { originOf, writeCheckpoint } from "../../shared/ledger/checkpoint.ts";
import { nodesOver } from "../../shared/ledger/leaves.ts";
import { NATIONAL } from "../../shared/ledger/national.ts";
import type { Signer } from "../../shared/ledger/note.ts";
import { inclusionProof } from "../../shared/ledger/proofs.ts";
import { leafOf, recordLine } from "../../shared/ledger/record.ts";
import { STANDARD } from "../../shared/ledger/suite.ts";
import { root } from "../../shared/ledger/tree.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";
import { receiptCheck } from "./receipt-holds.ts";

const ED = hexToBytes("01".repeat(32));
const SM = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
const SIGNERS: Readonly<Record<string, Signer>> = {
  "SHA-256 and Ed25519": {
    suite: STANDARD,
    key: ed25519.getPublicKey(ED),
    sign: (message) => ed25519.sign(message, ED),
  },
  "SM3 and SM2": {
    suite: NATIONAL,
    key: hexToBytes(sm2.getPublicKeyFromPrivateKey(SM)),
    sign: (message) => hexToBytes(sm2.doSignature(message, SM, { hash: true })),
  },
};
const recordOf = (seq: number): string =>
  recordLine({
    v: 1,
    unit: "u1",
    kind: "signed",
    at: "2026-03-01T01:00:00.000Z",
    by: "m1",
    caseKey: "新平台:A1",
    sent: { device: "d1", seq, at: "2026-03-01T01:00:00.000Z" },
    body: {},
  });

function receipts(signer: Signer): Receipt[] {
  const { hash } = signer.suite;
  const leaves = [1, 2, 3].map((seq) => leafOf(recordOf(seq), hash));
  const read = nodesOver(leaves, hash);
  const point = { origin: originOf("u1"), size: 3, root: root(read, 3, hash) };
  const checkpoint = writeCheckpoint(point, signer);
  return leaves.map((leaf, index) => ({
    seq: index + 1,
    unit: "u1",
    index,
    leaf: bytesToHex(leaf),
    record: recordOf(index + 1),
    proof: inclusionProof(read, index, 3, hash).map(bytesToHex),
    checkpoint,
  }));
}

describe.each(Object.entries(SIGNERS))("a ledger of %s", (name, signer) => {
  const key = bytesToHex(signer.key);
  it("has each of its receipts held, and each that is not its own refused", () => {
    const check = receiptCheck(key);
    const all = receipts(signer);
    expect(all.map(check)).toEqual([true, true, true]);
    const [first, second, third] = all as [Receipt, Receipt, Receipt];
    expect(check({ ...first, record: second.record })).toBe(false);
    expect(check({ ...first, seq: 2 })).toBe(false);
    expect(check({ ...third, index: 1 })).toBe(false);
    expect(check({ ...first, unit: "u2" })).toBe(false);
    expect(check({ ...first, checkpoint: first.checkpoint.replace("\n3\n", "\n4\n") })).toBe(false);
    expect(all.map(check)).toEqual([true, true, true]);
  });
  it("is believed under no other key, and where none is trusted", () => {
    const [first] = receipts(signer) as [Receipt];
    for (const [other, { key: theirs }] of Object.entries(SIGNERS))
      expect(receiptCheck(bytesToHex(theirs))(first)).toBe(other === name);
    expect(receiptCheck(undefined)(first)).toBe(false);
    expect(receiptCheck("")(first)).toBe(false);
  });
});
