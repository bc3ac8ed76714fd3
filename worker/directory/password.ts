// Passwords as scrypt hashes that carry their own parameters.
import { scryptSync, timingSafeEqual } from "node:crypto";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** log₂ of scrypt's N where a deployment sets none: 32 MB and about 0.1 s, what a small server bears. */
const USUAL = 15;

type Cost = { readonly N: number; readonly r: number; readonly p: number };

/** The cost for new hashes; older ones carry their own and stay readable. Throws on a setting that is none. */
function costOf(setting: string | undefined): Cost {
  const log = setting === undefined || setting === "" ? USUAL : Number(setting);
  if (!Number.isInteger(log) || log < 10 || log > 17)
    throw new Error("PASSWORD_COST must be a whole number from 10 to 17");
  return { N: 2 ** log, r: 8, p: 1 };
}

const derive = (password: string, salt: Uint8Array, cost: Cost): Uint8Array =>
  scryptSync(password.normalize("NFKC"), salt, 32, { ...cost, maxmem: 256 * 1024 * 1024 });

const written = ({ N, r, p }: Cost, salt: Uint8Array, hash: Uint8Array): string =>
  ["scrypt", N, r, p, bytesToHex(salt), bytesToHex(hash)].join("$");

/** `scrypt$N$r$p$salt$hash`; `setting` is log₂ of N. */
export function hashPassword(password: string, setting: string | undefined): string {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const cost = costOf(setting);
  return written(cost, salt, derive(password, salt, cost));
}

/** Stands in for the hash of an account that does not exist, so that the answer takes as long. */
export const hashOfNobody = (setting: string | undefined): string =>
  written(costOf(setting), new Uint8Array(16), new Uint8Array(32));

/** Whether the password is the one that was hashed. */
export function samePassword(password: string, stored: string): boolean {
  const [scheme, N, r, p, salt = "", hash = ""] = stored.split("$");
  if (scheme !== "scrypt") throw new Error(`a stored password has the unknown scheme ${scheme}`);
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(derive(password, hexToBytes(salt), cost), hexToBytes(hash));
}
