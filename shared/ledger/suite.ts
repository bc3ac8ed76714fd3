// What a ledger is hashed and signed with: a hash and a signature that belong together and are named in each checkpoint.
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 with Ed25519 unless a deployment chooses SM3 with SM2 (GB/T 32905, GB/T 32918). */
export const SUITE_IDS = ["sha256-ed25519", "sm3-sm2"] as const;
export type SuiteId = (typeof SUITE_IDS)[number];

/** A hash of 32 bytes. */
export type HashOf = (bytes: Uint8Array) => Uint8Array;

export interface Suite {
  readonly id: SuiteId;
  readonly hash: HashOf;
  /** Signature type of a signed note: what stands between name and key where the key's id is made. */
  readonly type: Uint8Array;
  /** The form of a public key in hex; the forms of two suites never agree. */
  readonly key: RegExp;
  /** Whether 64 bytes are this key's signature of the message; false for every malformed input. */
  readonly verify: (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => boolean;
}

/** The library throws on a key that is no curve point; for a reader that is simply a signature that does not hold. */
function holds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

export const STANDARD: Suite = {
  id: "sha256-ed25519",
  hash: sha256,
  type: Uint8Array.of(0x01),
  key: /^[0-9a-f]{64}$/,
  verify: holds,
};

/**
 * The suite of a public key (hex) by the key's own form. A reader goes by the key that it has pinned, never by what a
 * checkpoint says of itself: so nobody can talk it down to another algorithm.
 */
export const suiteOf = (key: string, suites: readonly Suite[] = [STANDARD]): Suite | undefined =>
  suites.find((suite) => suite.key.test(key));
