// Runs the extension's tests in a DOM.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    name: "extension",
    root: import.meta.dirname,
    include: ["**/*.test.{ts,tsx}"],
    exclude: [".output/**", "node_modules/**"],
    environment: "happy-dom",
    setupFiles: ["test-tab.ts"],
    // They mostly wait for pauses of the reader to pass: two on a core.
    maxWorkers: availableParallelism() * 2,
    // Proofs over hundreds of made-up pages take a while on a busy machine.
    testTimeout: 30_000,
  },
});
