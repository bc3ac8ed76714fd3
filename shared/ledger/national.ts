// The Chinese national algorithms for a ledger: SM3 and SM2, loaded only where a deployment has chosen them.
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { sm2, sm3 } from "sm-crypto-v2";
import type { Suite } from "./suite.ts";

/** Order of the group of SM2's recommended curve, GB/T 32918.5. */
export const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** GB/T 32905 of bytes. */
export const sm3Of = (bytes: Uint8Array): Uint8Array => hexToBytes(sm3(bytes));

const inOrder = (bytes: Uint8Array): boolean => {
  const n = BigInt(`0x${bytesToHex(bytes)}`);
  return n > 0n && n < SM2_ORDER;
};

/** The library throws on what is malformed and takes numbers beyond the order: both are signatures that do not hold. */
function holds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  if (signature.length !== 64 || !inOrder(signature.slice(0, 32)) || !inOrder(signature.slice(32)))
    return false;
  try {
    return sm2.doVerifySignature(message, bytesToHex(signature), bytesToHex(key), { hash: true });
  } catch {
    return false;
  }
}

/** SM2 over SM3 with the usual user id, uncompressed keys. */
export const NATIONAL: Suite = {
  id: "sm3-sm2",
  hash: sm3Of,
  // A type without a registered number is 0xff and its name (C2SP signed-note).
  type: Uint8Array.of(0xff, ...utf8ToBytes("sm3-sm2")),
  key: /^04[0-9a-f]{128}$/,
  verify: holds,
};
