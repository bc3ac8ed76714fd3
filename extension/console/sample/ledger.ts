// A real ledger for tests: records appended to a Merkle tree, proofs, and a signed checkpoint.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { originOf, signCheckpoint } from "../../../shared/ledger/checkpoint.ts";
import { nodesOver } from "../../../shared/ledger/leaves.ts";
import { consistencyProof, inclusionProof } from "../../../shared/ledger/proofs.ts";
import { commitment, leafOf, recordLine } from "../../../shared/ledger/record.ts";
import { type Hash, root } from "../../../shared/ledger/tree.ts";
import type { Ledger } from "../cases/prove.ts";

export const CASE = "警综平台:A9901042025100093";
export const UNIT = "u1";

export interface SampleLedger {
  add(kind: string, said?: string, caseKey?: string): void;
  /** The case's lines with proofs to the present checkpoint. */
  show(caseKey?: string): Ledger;
  consistency(from: number, to: number): readonly string[];
  readonly size: () => number;
}

/** `seed` is one byte of which the unit's key is made. */
export function sampleLedger(seed = 7): SampleLedger {
  const secret = new Uint8Array(32).fill(seed);
  const leaves: Hash[] = [];
  const read = nodesOver(leaves);
  const lines: {
    caseKey: string;
    said: string | null;
    salt: string | null;
    record: string;
    at: string;
    kind: string;
  }[] = [];
  return {
    size: () => lines.length,
    add(kind, said, caseKey = CASE) {
      const at = new Date(Date.UTC(2026, 10, 20, 1, lines.length)).toISOString();
      const salt = said === undefined ? null : "5a".repeat(16);
      const outside = said === undefined || salt === null ? {} : { outside: commitment(salt, said) };
      const record = recordLine({ v: 1, unit: UNIT, kind, at, by: "m1", caseKey, body: {}, ...outside });
      leaves.push(leafOf(record));
      lines.push({ caseKey, said: said ?? null, salt, record, at, kind });
    },
    show(caseKey = CASE) {
      const size = lines.length;
      return {
        lines: lines.flatMap((line, index) =>
          line.caseKey !== caseKey
            ? []
            : [
                {
                  index,
                  at: line.at,
                  kind: line.kind,
                  by: "m1",
                  byName: "陈立",
                  record: line.record,
                  leaf: bytesToHex(leafOf(line.record)),
                  proof: inclusionProof(read, index, size).map((hash) => bytesToHex(hash)),
                  said: line.said,
                  salt: line.salt,
                },
              ],
        ),
        checkpoint: signCheckpoint({ origin: originOf(UNIT), size, root: root(read, size) }, secret),
        ledgerKey: bytesToHex(ed25519.getPublicKey(secret)),
      };
    },
    consistency: (from, to) => consistencyProof(read, from, to).map((hash) => bytesToHex(hash)),
  };
}
