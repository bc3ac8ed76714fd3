// The record of an entry: the canonical line whose hash is a leaf of the tree, free of personal data.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../rules/canonical.ts";
import type { HashOf } from "./suite.ts";
import type { Hash } from "./tree.ts";

export interface LedgerRecord {
  readonly v: 1;
  readonly unit: string;
  readonly kind: string;
  /** When the object appended it, ISO 8601. */
  readonly at: string;
  /** Member id, or `object` for what the object did by itself. */
  readonly by: string;
  readonly caseKey: string;
  /** For entries that a browser sent: its device, its sequence, when it happened there. */
  readonly sent?: { readonly device: string; readonly seq: number; readonly at: string };
  /** What is not personal: rule, element, finding key, colour, counts. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Commitment to the text or facts that are kept outside the tree, hex. */
  readonly outside?: string;
}

/** The line that is hashed. */
export const recordLine = (record: LedgerRecord): string => canonicalJson(record);

/** Leaf hash of a line; the zero that stands before a leaf is encoded with it, which saves a copy. */
export const leafOf = (line: string, hash: HashOf = sha256): Hash => hash(utf8ToBytes(`\0${line}`));

/**
 * Commitment to a text outside the tree: H(salt ‖ UTF-8 text), hex, H being the hash of the ledger's suite; `salt` is 32 hex digits of chance kept with
 * the text. When both are deleted the commitment says nothing about the text any more, and the tree still verifies.
 */
export const commitment = (salt: string, text: string, hash: HashOf = sha256): string =>
  bytesToHex(hash(utf8ToBytes(salt + text)));
