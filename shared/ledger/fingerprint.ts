// The fingerprint of a public key, short enough to be read aloud and compared.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** The first 128 bits of SHA-256 over the key's bytes as eight groups of four hex digits; a malformed key as it is. */
export function fingerprint(key: string): string {
  if (!/^([0-9a-f]{2})+$/i.test(key)) return key;
  return (
    bytesToHex(sha256(hexToBytes(key)))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(" ");
}
