// The unit's checkpoint key, in the runtime's own Ed25519: a tenth of the time of one in JavaScript, once per commit.
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { hexToBytes } from "@noble/hashes/utils.js";
import type { Signer } from "../../shared/ledger/checkpoint.ts";
import { chance } from "../chance.ts";
import { settingOr } from "../sql.ts";

/** What stands before a bare 32-byte seed in PKCS #8 (RFC 8410). */
const PKCS8 = "302e020100300506032b657004220420";

function make(seed: string): Signer {
  const der = hexToBytes(PKCS8 + seed);
  const secret = createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });
  const spki = createPublicKey(secret).export({ format: "der", type: "spki" });
  return {
    key: Uint8Array.from(spki.subarray(-32)),
    sign: (message) => Uint8Array.from(sign(null, message, secret)),
  };
}

const known = new WeakMap<SqlStorage, Signer>();

/** The unit's signer; the seed is made when it is first asked for. */
export function unitSigner(sql: SqlStorage): Signer {
  const signer = known.get(sql) ?? make(settingOr(sql, "ledger-secret", () => chance(32)));
  known.set(sql, signer);
  return signer;
}
