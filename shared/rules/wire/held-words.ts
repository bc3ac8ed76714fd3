// Spares the words of a pack on the way: who holds them already is sent the first line alone and puts them below it again.
import { hashOf, partsOf } from "./pack-body.ts";

/** Hash of the words in a text, by which they are spared; undefined for a pack of form 1, which has none apart. */
export function heldWords(body: string): string | undefined {
  const { words } = partsOf(body);
  return words === undefined ? undefined : hashOf(words);
}

/** What is sent of a text to somebody who holds words of this hash (hex): the first line, where they are those that it names. */
export function withoutWords(body: string, held: string | undefined): string {
  const { core } = partsOf(body);
  return held !== undefined && core.includes(`"words":"${held}"`) ? core : body;
}

/**
 * What came, made whole with the words of the text from which they were held. Only `verifyPack` says whether that is what
 * was signed; a text that came whole, or of form 1, stays as it is.
 */
export function withWords(body: string, held: string): string {
  const { words } = partsOf(held);
  return words === undefined || partsOf(body).words !== undefined || /"format":1[,}]/.test(body)
    ? body
    : `${body}\n${words}`;
}
