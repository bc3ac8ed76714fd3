// Passwords as scrypt hashes that carry their own parameters.
import { scryptSync, timingSafeEqual } from "node:crypto";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** 16 MB and about 0.1 s: what a small server bears; raising it leaves older hashes readable. */
const COST = { N: 16_384, r: 8, p: 2 } as const;

const derive = (password: string, salt: Uint8Array, cost: { N: number; r: number; p: number }): Uint8Array =>
  scryptSync(password.normalize("NFKC"), salt, 32, { ...cost, maxmem: 64 * 1024 * 1024 });

/** `scrypt$N$r$p$salt$hash`. */
export function hashPassword(password: string): string {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, bytesToHex(salt), bytesToHex(hash)].join("$");
}

/** Stands in for the hash of an account that does not exist, so that the answer takes as long. */
export const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${"00".repeat(16)}$${"00".repeat(32)}`;

/** Whether the password is the one that was hashed. */
export function samePassword(password: string, stored: string): boolean {
  const [scheme, N, r, p, salt = "", hash = ""] = stored.split("$");
  if (scheme !== "scrypt") throw new Error(`a stored password has the unknown scheme ${scheme}`);
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(derive(password, hexToBytes(salt), cost), hexToBytes(hash));
}
