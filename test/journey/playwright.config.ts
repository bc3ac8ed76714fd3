// Journeys run two at a time in the system's Chromium, each on a stage of its own.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: "*.spec.ts",
  outputDir: "../../.cache/journey",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  // A shared machine can starve a browser for seconds; what needed a second try is listed as flaky, never silent.
  retries: process.env["CI"] ? 1 : 0,
});
