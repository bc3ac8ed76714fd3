// Checks a statute's text as it is handed over and gives it the name by which it is kept: the hash of its content.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../../facts/errors.ts";
import { canonicalJson } from "../../rules/canonical.ts";
import { articleName, MAX_STATUTE_BYTES, type StatuteText } from "./statute-text.ts";

/** SHA-256 (hex) of a text's canonical JSON: two browsers that hold this hash hold the same words. */
export const statuteHash = (text: StatuteText): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(text))));

/** What the shape alone cannot say: no article twice (`doubled-article`), no text beyond the limit (`too-large`). */
export function checkText(text: StatuteText): Result<StatuteText> {
  const seen = new Set<string>();
  for (const { number } of text.articles) {
    if (seen.has(number))
      return refused("doubled-article", `${articleName(number)}出现了两次`, articleName(number));
    seen.add(number);
  }
  return utf8ToBytes(canonicalJson(text)).length > MAX_STATUTE_BYTES
    ? refused("too-large", `条文超过 ${MAX_STATUTE_BYTES / 1000} kB，请只留一部法规的条文`)
    : accepted(text);
}
