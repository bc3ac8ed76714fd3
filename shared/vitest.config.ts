// Runs the shared floor's tests in plain node: no DOM, no worker.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "shared",
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    environment: "node",
    // By itself it would leave one core idle: half of a machine of two.
    maxWorkers: "100%",
  },
});
