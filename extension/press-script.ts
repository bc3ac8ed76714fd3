// Presses built scripts a second time: names and folds chosen over the whole of a finished script, on every page that is read.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompressOptions, minify } from "terser";

/** How scripts are pressed; a thirtieth smaller than what the packager makes by itself. */
export const PRESSED: { ecma: 2020; compress: CompressOptions } = {
  ecma: 2020,
  // "unsafe" for who changes what `String` and `new Map` mean: in a world of our own nobody does.
  compress: { passes: 3, inline: 1, unsafe: true },
};

/** The script that every page that is read loads. */
const READ_EVERYWHERE = ["reader.js"];

/** Presses, in a folder as built, the scripts of every page once more. */
export async function pressAgain(folder: string): Promise<void> {
  for (const name of READ_EVERYWHERE) {
    const path = join(folder, name);
    const { code } = await minify(readFileSync(path, "utf8"), PRESSED);
    if (code !== undefined) writeFileSync(path, code);
  }
}
