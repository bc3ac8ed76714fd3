// Runs the tests of the closed network's folder: built once, started by its launcher where no Node can be found.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "onprem",
    root: import.meta.dirname,
    globalSetup: ["./built.ts"],
    include: ["*.spec.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
