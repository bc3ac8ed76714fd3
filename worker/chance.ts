// Chance in the forms in which the objects need it: hex, tokens and readable codes.
import { bytesToHex } from "@noble/hashes/utils.js";

/** `bytes` random bytes as hex. */
export const chance = (bytes: number): string => bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));

/** Letters and digits that nobody mixes up when reading them aloud. */
const CLEAR = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code of three groups of four, 58 bits: `7KQM-2XRT-9HWD`. */
export function readableCode(): string {
  const letters: string[] = [];
  while (letters.length < 12) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
    // Bytes beyond the last whole multiple would make some letters likelier.
    if (byte < 240) letters.push(CLEAR[byte % 30] ?? "");
  }
  return [0, 4, 8].map((i) => letters.slice(i, i + 4).join("")).join("-");
}
