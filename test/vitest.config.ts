// Runs the tests that see the whole tree: architecture, reading of frozen pages, the walk of one datum, the tools.
import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    name: "test",
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    // The second half of the walk runs in workerd, with the worker's own configuration.
    exclude: ["journey/**/*.spec.ts", "twin/dist/**", "walk/worker-half.test.ts"],
    environment: "node",
    // By itself it would leave one core idle: half of a machine of two.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
