// What presses the built scripts leaves their meaning: the texts of conditions are still the texts that were written.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { expect, test } from "vitest";
import { PRESSED, withoutConst, withoutRethrow } from "../extension/press-script.ts";

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

test("constants become variables, and nothing that only looks like one", () => {
  const code =
    'const a="const b=1";for(const c of[a])globalThis.said=(()=>{const d=c;return d})()+` const `;';
  const pressed = withoutConst(code);
  expect(pressed).toBe(
    'let a="const b=1";for(let c of[a])globalThis.said=(()=>{let d=c;return d})()+` const `;',
  );
});

test("a catch that only throws again is left out, and nothing that does more", () => {
  const call = (end: string): string =>
    `let f=()=>7;return(()=>{let e;try{e=f(),e instanceof Promise&&(e=e.catch(e=>{throw e}))}catch(e){${end}}return e})()`;
  expect(withoutRethrow(call("throw e"))).toBe("let f=()=>7;f()");
  expect(withoutRethrow(call("e=0"))).toBe(call("e=0"));
});

test("the page's own script is pressed so, and can still be read", () => {
  const built = join(root, "extension/.output/chrome-mv3/reader.js");
  expect(existsSync(built), "build first: npm run build").toBe(true);
  const code = readFileSync(built, "utf8");
  expect(withoutRethrow(withoutConst(code))).toBe(code);
  expect(code).toMatch(/\w+\(\)\}\(\);\s*$/);
  expect(code.match(/\blet \w/g)!.length).toBeGreaterThan(100);
});
