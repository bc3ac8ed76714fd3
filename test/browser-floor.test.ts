// What ships runs on the lowest browser it names: no script interface or style newer than Chromium 109.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const built = join(import.meta.dirname, "../extension/.output/chrome-mv3");
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((f) =>
    f.isDirectory() ? files(join(folder, f.name)) : [join(folder, f.name)],
  );

/** Interfaces and the version that brought them; each would throw, or be dropped as a style, on the lowest browser. */
const TOO_NEW: readonly (readonly [RegExp, string])[] = [
  [/\.toSorted\(|\.toReversed\(|\.toSpliced\(/, "Chromium 110"],
  [/\.isWellFormed\(|\.toWellFormed\(/, "Chromium 111"],
  [/\b(?:Object|Map)\.groupBy\(/, "Chromium 117"],
  [/\bPromise\.withResolvers\(/, "Chromium 119"],
  [/\bArray\.fromAsync\(/, "Chromium 121"],
  [/\bURL\.canParse\(/, "Chromium 120"],
  [/\bAbortSignal\.any\(/, "Chromium 116"],
  [/\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, "Chromium 122"],
  [/\bPromise\.try\(|\bRegExp\.escape\(|\bIterator\.from\(/, "Chromium 122 and later"],
  [/subtle\.\w+\(\s*\{?\s*(?:name:\s*)?["']Ed25519/, "Chromium 137; use @noble/curves"],
  [/chrome\.sidePanel/, "Chromium 114"],
  [/\beval\(|\bnew Function\(/, "refused in an extension"],
  [
    /\bcolor-mix\(|\blight-dark\(|@starting-style|\btext-wrap\s*:|\banchor-name\s*:|\bgrid-template-\w+:\s*subgrid/,
    "Chromium 111 and later",
  ],
];

test("the built scripts and styles use nothing that the lowest browser lacks", () => {
  expect(existsSync(join(built, "manifest.json")), "build first: npm run build").toBe(true);
  const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as {
    minimum_chrome_version: string;
  };
  expect(manifest.minimum_chrome_version).toBe("109");
  const found: string[] = [];
  for (const file of files(built).filter((f) => /\.(js|css|html)$/.test(f))) {
    const text = readFileSync(file, "utf8");
    for (const [pattern, since] of TOO_NEW) {
      const hit = pattern.exec(text);
      if (hit !== null)
        found.push(
          `${file.slice(built.length + 1)}: ${text.slice(Math.max(0, hit.index - 30), hit.index + 40)} (${since})`,
        );
    }
  }
  expect(found).toEqual([]);
});

test("the manifest asks for listed hosts and few permissions only, and loads nothing from elsewhere", () => {
  const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as Record<string, unknown>;
  expect(manifest["permissions"]).toEqual([
    "storage",
    "unlimitedStorage",
    "alarms",
    "notifications",
    "scripting",
  ]);
  expect(manifest["host_permissions"]).toEqual(["http://127.0.0.1/*", "http://localhost/*"]);
  // The reader alone, and to the pages that are read alone: the browser keeps what it imports compiled.
  expect(manifest["web_accessible_resources"]).toEqual([
    { resources: ["reader.js"], matches: manifest["host_permissions"] },
  ]);
  expect(JSON.stringify(manifest)).not.toMatch(/<all_urls>|\*:\/\/\*|unsafe-eval/);
});
