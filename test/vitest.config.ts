// Runs the tests that see the whole tree: architecture, reading of frozen pages, the walk of one datum, the tools.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "test",
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    exclude: ["journey/**/*.spec.ts", "twin/dist/**"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
