// What presses the built scripts leaves their meaning: the texts of conditions are still the texts that were written.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { expect, test } from "vitest";
import { PRESSED } from "../extension/press-script.ts";

const root = join(import.meta.dirname, "..");
const SOURCE =
  'export function oneCopy(value) { return typeof value === "string" ? Object.keys({ [value]: 0 })[0] : value; }';

test("a text that is kept as one copy is itself after pressing", async () => {
  const { code = "" } = await minify(SOURCE, { ...PRESSED, module: true });
  const { oneCopy } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    oneCopy(value: unknown): unknown;
  };
  expect([oneCopy("刑事拘留"), oneCopy(7)]).toEqual(["刑事拘留", 7]);
});

test("the page's own script, which is pressed harder, reads no keys of objects that it has just made", () => {
  const built = join(root, "extension/.output/chrome-mv3");
  expect(existsSync(built), "build first: npm run build").toBe(true);
  // The source is what would be folded away unseen: nothing that the reader imports may hold it.
  const files = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join(root, folder, name));
  const risky = files("extension/reading").filter((file) =>
    /Object\.(keys|values|entries)\(\{\s*\[/.test(readFileSync(file, "utf8")),
  );
  expect(risky).toEqual([]);
});
