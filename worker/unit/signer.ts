// The unit's checkpoint key: Ed25519 by the runtime, a tenth of the time of one in JavaScript, or SM2.
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { sm2 } from "sm-crypto-v2";
import { NATIONAL, SM2_ORDER } from "../../shared/ledger/national.ts";
import type { Signer } from "../../shared/ledger/note.ts";
import { STANDARD } from "../../shared/ledger/suite.ts";
import { chance } from "../chance.ts";
import { settingOr } from "../sql.ts";
import { suiteIn } from "./suite.ts";

/** What stands before a bare 32-byte seed in PKCS #8 (RFC 8410). */
const PKCS8 = "302e020100300506032b657004220420";

function ed25519Signer(seed: string): Signer {
  const der = hexToBytes(PKCS8 + seed);
  const secret = createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });
  const spki = createPublicKey(secret).export({ format: "der", type: "spki" });
  return {
    suite: STANDARD,
    key: Uint8Array.from(spki.subarray(-32)),
    sign: (message) => Uint8Array.from(sign(null, message, secret)),
  };
}

/** SM2's secret is a number from 1 to the order less 2 (GB/T 32918.1 §6.1); 320 bits of chance leave no bias worth naming. */
function sm2Signer(seed: string): Signer {
  const secret = ((BigInt(`0x${seed}`) % (SM2_ORDER - 2n)) + 1n).toString(16).padStart(64, "0");
  const key = sm2.getPublicKeyFromPrivateKey(secret);
  return {
    suite: NATIONAL,
    key: hexToBytes(key),
    sign: (message) => hexToBytes(sm2.doSignature(message, secret, { hash: true, publicKey: key })),
  };
}

const known = new WeakMap<SqlStorage, Signer>();

/** The unit's signer; the seed is made when it is first asked for. */
export function unitSigner(sql: SqlStorage): Signer {
  const kept = known.get(sql);
  if (kept !== undefined) return kept;
  const national = suiteIn(sql).id === NATIONAL.id;
  const seed = settingOr(sql, "ledger-secret", () => chance(national ? 40 : 32));
  const signer = national ? sm2Signer(seed) : ed25519Signer(seed);
  known.set(sql, signer);
  return signer;
}

/** Public half of the checkpoint key, hex. */
export const ledgerKeyOf = (sql: SqlStorage): string => bytesToHex(unitSigner(sql).key);
