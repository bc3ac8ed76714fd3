// What holds random bytes back while the worker is loaded must itself be loaded before all that tries for them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("it is the first of the worker's own modules that the program loads", () => {
  const program = readFileSync(join(import.meta.dirname, "../worker/index.ts"), "utf8");
  const own = [...program.matchAll(/^(?:import|export) .* from "(\.\/[^"]+)";$/gm)].map(([, path]) => path);
  expect(own.length).toBeGreaterThan(10);
  expect(own[0]).toBe("./before-requests.ts");
});
