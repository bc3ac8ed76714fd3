// Runs the worker's tests inside workerd with the worker's own configuration; only clock and network edge are fakes.
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: "../wrangler.toml" },
      miniflare: {
        bindings: {
          APPROVALS: "2",
          SMS_URL: "https://gateway.test/sms",
          SMS_SECRET: "a shared secret",
          // Hundreds of people are made and signed in; the usual cost is tried once, by itself.
          PASSWORD_COST: "10",
        },
      },
    }),
  ],
  test: {
    name: "worker",
    root: import.meta.dirname,
    globalSetup: ["./tests/provider.ts"],
    include: ["tests/**/*.test.ts", "../test/walk/worker-half.test.ts"],
    // The tests run where no file of this disk can be read, so a cache of modules on disk cannot be used.
    fsModuleCache: false,
    // By itself it would leave one core idle: half of a machine of two.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
