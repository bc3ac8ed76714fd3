// What ships runs on the lowest browser it names: no script interface or style newer than Chromium 109.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOWEST_CHROMIUM, tooNewIn, tooNewInBuild } from "../extension/browser-floor.ts";

const built = join(import.meta.dirname, "../extension/.output/chrome-mv3");
test("the built scripts and styles use nothing that the lowest browser lacks", () => {
  expect(existsSync(join(built, "manifest.json")), "build first: npm run build").toBe(true);
  const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as {
    minimum_chrome_version: string;
  };
  expect(manifest.minimum_chrome_version).toBe("109");
  expect(LOWEST_CHROMIUM).toBe("109");
  expect(tooNewInBuild(built)).toEqual([]);
});

test.each([
  "list.toSorted()",
  "Object.groupBy(rows, by)",
  "chrome.sidePanel.open()",
  'crypto.subtle.sign("Ed25519", key, data)',
  "a{color:color-mix(in srgb,red,blue)}",
  "new Function(text)",
])("%s would not be built in", (text) => {
  expect(tooNewIn(`before;${text}`)).toHaveLength(1);
  expect(tooNewIn("list.slice().sort();Object.entries(rows);a{color:red}")).toEqual([]);
});

test("the manifest asks for listed hosts and few permissions only, and loads nothing from elsewhere", () => {
  const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as Record<string, unknown>;
  expect(manifest["permissions"]).toEqual([
    "storage",
    "unlimitedStorage",
    "alarms",
    "notifications",
    "scripting",
    "idle",
    "sidePanel",
  ]);
  expect(manifest["host_permissions"]).toEqual(["http://127.0.0.1/*", "http://localhost/*"]);
  // The reader alone, and to the pages that are read alone: the browser keeps what it imports compiled.
  expect(manifest["web_accessible_resources"]).toEqual([
    { resources: ["reader.js"], matches: manifest["host_permissions"] },
  ]);
  expect(JSON.stringify(manifest)).not.toMatch(/<all_urls>|\*:\/\/\*|unsafe-eval/);
});
