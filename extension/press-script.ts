// Presses built scripts a second time: names and folds chosen over the whole of a finished script, on every page that is read.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompressOptions, minify } from "terser";
import { parseAst } from "vite";

interface Pressing {
  readonly ecma: 2020;
  readonly compress: CompressOptions;
}

/** How scripts are pressed; a thirtieth smaller than what the packager makes by itself. Nothing that calls itself unsafe. */
export const PRESSED: Pressing = { ecma: 2020, compress: { passes: 3, inline: 1 } };

/** The script that every page that is read loads. */
const READ_EVERYWHERE = ["reader.js"];

/** Places at which a script declares constants. */
function constantsIn(code: string): readonly number[] {
  const places: number[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, kind, start } = node as { type?: string; kind?: string; start?: number };
    if (type === "VariableDeclaration" && kind === "const") places.push(start!);
    for (const part of Object.values(node)) walk(part);
  };
  walk(parseAst(code));
  return places.sort((a, b) => a - b);
}

/** The script with `let` for `const`: the same to a script that assigns to none of them, as every checked one does. */
export function withoutConst(code: string): string {
  let from = 0;
  let text = "";
  for (const at of constantsIn(code)) {
    text += `${code.slice(from, at)}let`;
    from = at + "const".length;
  }
  return text + code.slice(from);
}

/** What the packager puts round a script to print its faults, of which pressing leaves a catch that throws again. */
const RETHROWN =
  /return\(\(\)=>\{let (\w);try\{\1=(\w+)\(\),\1 instanceof Promise&&\(\1=\1\.catch\((\w)=>\{throw \3\}\)\)\}catch\((\w)\)\{throw \4\}return \1\}\)\(\)/;

/** The script without that catch: its faults are thrown the same. */
export const withoutRethrow = (code: string): string => code.replace(RETHROWN, "$2()");

/** Presses, in a folder as built, the scripts of every page once more. */
export async function pressAgain(folder: string): Promise<void> {
  for (const name of READ_EVERYWHERE) {
    const path = join(folder, name);
    const { code } = await minify(readFileSync(path, "utf8"), PRESSED);
    if (code !== undefined) writeFileSync(path, withoutRethrow(withoutConst(code)));
  }
}
