// Presses built scripts a second time: names and folds chosen over the whole of a finished script, on every page that is read.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompressOptions, minify } from "terser";

interface Pressing {
  readonly ecma: 2020;
  readonly compress: CompressOptions;
}

/** How scripts are pressed; a thirtieth smaller than what the packager makes by itself. */
export const PRESSED: Pressing = { ecma: 2020, compress: { passes: 3, inline: 1 } };

/**
 * How the page's own script is pressed once more. "unsafe" for who changes what `String` and `new Map` mean, which in a world
 * of our own nobody does; it also takes a computed key for its name – `Object.keys({ [text]: 0 })` becomes "text" –, so that
 * nothing else may be pressed by it, least of all the rules.
 */
const PRESSED_AGAIN: Pressing = { ecma: 2020, compress: { ...PRESSED.compress, unsafe: true } };

/** The script that every page that is read loads. */
const READ_EVERYWHERE = ["reader.js"];

/** Presses, in a folder as built, the scripts of every page once more. */
export async function pressAgain(folder: string): Promise<void> {
  for (const name of READ_EVERYWHERE) {
    const path = join(folder, name);
    const { code } = await minify(readFileSync(path, "utf8"), PRESSED_AGAIN);
    if (code !== undefined) writeFileSync(path, code);
  }
}
