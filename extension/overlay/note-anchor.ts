// Binds a note to a text by hashes alone: makes them from the page's flow, and finds the place again or says that it is lost.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { NoteAnchor } from "../../shared/supervision/note.ts";

/** Characters of context on each side that are hashed. */
export const CONTEXT = 32;
/** Places tried between two pauses, so that no task grows long. */
const SLICE = 1500;
/** Pages longer than this are searched only near the element the note was written on. */
const WIDEST = 40_000;

export type Hashes = Required<Pick<NoteAnchor, "quoteHash">> & Pick<NoteAnchor, "prefixHash" | "suffixHash">;

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const before = (text: string, start: number): string => text.slice(Math.max(0, start - CONTEXT), start);
const after = (text: string, end: number): string => text.slice(end, end + CONTEXT);

/**
 * The hashes of `text[start, end)` in its surroundings; "empty" when there is nothing to quote, "ambiguous" when the quote
 * stands more than once on the page: were one of two deleted, the other could be taken for it.
 */
export function hashesFor(text: string, start: number, end: number): Hashes | "ambiguous" | "empty" {
  const quote = text.slice(start, end);
  if (quote.trim() === "") return "empty";
  if (text.indexOf(quote) !== text.lastIndexOf(quote)) return "ambiguous";
  return {
    quoteHash: hash(quote),
    prefixHash: hash(before(text, start)),
    suffixHash: hash(after(text, end)),
  };
}

/** How many sides of a place agree with the anchor: 0 when the quote itself does not. */
function agreement(text: string, start: number, length: number, hashes: Hashes): number {
  if (hash(text.slice(start, start + length)) !== hashes.quoteHash) return 0;
  const left = hashes.prefixHash !== undefined && hash(before(text, start)) === hashes.prefixHash;
  const right = hashes.suffixHash !== undefined && hash(after(text, start + length)) === hashes.suffixHash;
  return (left ? 1 : 0) + (right ? 1 : 0);
}

/**
 * Finds the quote of `length` characters again. Tries `guess` first, then the whole text; two places that agree equally well,
 * or none that agrees on a side, are no answer. `pause` lets the page breathe between slices.
 */
export async function findQuote(
  text: string,
  length: number,
  hashes: Hashes,
  guess: number | undefined,
  pause: () => Promise<void>,
): Promise<{ readonly start: number; readonly end: number } | undefined> {
  const sides = (hashes.prefixHash === undefined ? 0 : 1) + (hashes.suffixHash === undefined ? 0 : 1);
  if (length < 1 || sides === 0) return undefined;
  if (guess !== undefined && guess >= 0 && agreement(text, guess, length, hashes) === sides)
    return { start: guess, end: guess + length };
  const near = text.length > WIDEST && guess !== undefined;
  const from = near ? Math.max(0, guess - WIDEST / 2) : 0;
  const until = Math.min(text.length - length, from + WIDEST);
  let best: { start: number; score: number; shared: boolean } | undefined;
  for (let start = from; start <= until; start += 1) {
    if ((start - from) % SLICE === SLICE - 1) await pause();
    const score = agreement(text, start, length, hashes);
    if (score === 0) continue;
    if (best === undefined || score > best.score) best = { start, score, shared: false };
    else if (score === best.score) best.shared = true;
  }
  return best === undefined || best.shared ? undefined : { start: best.start, end: best.start + length };
}
