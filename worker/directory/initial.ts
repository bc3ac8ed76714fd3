// Initial passwords: made here, told once, good for two weeks and for nothing but setting an own one.
import { timingSafeEqual } from "node:crypto";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { chance, readableCode } from "../chance.ts";

/** How long an initial password lives (ms). */
export const INITIAL_LIFE = 14 * 24 * 3_600_000;
const SCHEME = "code";

export interface InitialPassword {
  readonly password: string;
  readonly until: number;
  /** `code$salt$hash$until`, as it is kept. */
  readonly stored: string;
}

const typed = (password: string): string =>
  password
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");

// Chance of 78 bits needs no slow hash; thousands of them are made at once when a bureau is imported.
const digest = (password: string, salt: string): Uint8Array =>
  sha256(utf8ToBytes(`${salt}:${typed(password)}`));

/** A new one: four groups of four clear letters. */
export function initialPassword(now: number): InitialPassword {
  const password = `${readableCode()}-${readableCode().slice(0, 4)}`;
  const salt = chance(16);
  const until = now + INITIAL_LIFE;
  return { password, until, stored: [SCHEME, salt, bytesToHex(digest(password, salt)), until].join("$") };
}

export const isInitial = (stored: string): boolean => stored.startsWith(`${SCHEME}$`);

/** Whether it is the one that was told, and whether it still holds. */
export function checkInitial(password: string, stored: string, now: number): "right" | "over" | "wrong" {
  const [, salt = "", hash = "", until = "0"] = stored.split("$");
  if (!timingSafeEqual(digest(password, salt), hexToBytes(hash))) return "wrong";
  return Number(until) < now ? "over" : "right";
}
