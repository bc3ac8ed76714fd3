// How another system signs what it sends: HMAC-SHA-256 over the time and the body, so that neither can be changed nor sent again later.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { MINUTE } from "../time/civil.ts";

/** How far the sender's clock may differ from ours (ms). */
export const SIGNATURE_WINDOW = 5 * MINUTE;

/** The signature, 64 hex digits, of `timestamp` (ms as digits), a full stop and the raw body; the key is 64 hex digits. */
export const intakeSignature = (key: string, timestamp: string, body: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(`${timestamp}.${body}`)));

/** Whether two hex texts are the same, in a time that does not tell where they differ. */
export function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let differ = 0;
  for (let i = 0; i < one.length; i += 1) differ |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return differ === 0;
}
