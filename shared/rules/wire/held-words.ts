// The words of a pack travel apart from it: a pack is sent as its first line, and its words once to who has not got them.
import { accepted, type Result } from "../../facts/errors.ts";
import { hashOf, partsOf, wordsNamed } from "./pack-body.ts";

/** What is sent as the pack: the first line, which judges and names its words by their hash. A text of form 1 has no other. */
export const judgingPart = (body: string): string => partsOf(body).core;

/** The words of a pack's text, by their hash (SHA-256, hex); undefined where it has others, or none apart. */
export function wordsOf(body: string, hash: string): string | undefined {
  const { words } = partsOf(body);
  return words !== undefined && hashOf(words) === hash ? words : undefined;
}

/**
 * A pack's text made whole: its first line with the words that it names, out of the text that is `held` or else from
 * where `fetchWords` has them, whose refusal is passed on. Only `verifyPack` says whether that is what was signed.
 */
export async function madeWhole(
  line: string,
  held: string,
  fetchWords: (hash: string) => Promise<Result<{ readonly words: string }>>,
): Promise<Result<string>> {
  const hash = partsOf(line).words === undefined ? wordsNamed(line) : undefined;
  if (hash === undefined) return accepted(line);
  const here = wordsOf(held, hash);
  if (here !== undefined) return accepted(`${line}\n${here}`);
  const fetched = await fetchWords(hash);
  return fetched.ok ? accepted(`${line}\n${fetched.value.words}`) : fetched;
}
