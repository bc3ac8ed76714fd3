// Reads files that were dropped or picked into texts, whichever of the two encodings they have.
import type { Refusal } from "../../../shared/facts/errors.ts";
import { type Decoder, decodeStatute } from "../../../shared/law/library/read-statute.ts";
import { MAX_STATUTE_BYTES } from "../../../shared/law/library/statute-text.ts";
import { words } from "../../words/console-statutes.ts";
import type { DroppedFile } from "./staged.ts";

/** Files read at one time. */
export const MAX_FILES = 100;

const decoder: Decoder = {
  decode(bytes, encoding) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
};

async function textOf(file: File): Promise<string | Refusal> {
  // A file that is refused for its size is never taken into memory.
  if (file.size > MAX_STATUTE_BYTES) {
    const large = decodeStatute({ length: file.size } as Uint8Array, decoder);
    if (!large.ok) return large.refusal;
  }
  try {
    const text = decodeStatute(new Uint8Array(await file.arrayBuffer()), decoder);
    return text.ok ? text.value : text.refusal;
  } catch {
    // A folder, or a file that has gone meanwhile.
    return { code: "bad-value", message: words.drop.unreadable };
  }
}

let next = 0;

/** The files in the order of their names, so that 上 stands before 下 wherever they were dropped. */
export async function readFiles(files: readonly File[]): Promise<readonly DroppedFile[]> {
  const read: DroppedFile[] = [];
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MAX_FILES)) {
    next++;
    read.push({ id: `f${next}`, name: file.name, text: await textOf(file), said: {} });
  }
  return read;
}
