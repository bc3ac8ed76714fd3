// Runs the tests of the ledger once more in a deployment that has chosen SM3 and SM2.
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: "../wrangler.toml" },
      miniflare: { bindings: { APPROVALS: "2", PASSWORD_COST: "10", LEDGER_SUITE: "sm3-sm2" } },
    }),
  ],
  test: {
    name: "worker-national",
    root: import.meta.dirname,
    include: ["ledger", "export", "witness", "retention"].map((name) => `tests/${name}.test.ts`),
    fsModuleCache: false,
    // By itself it would leave one core idle: half of a machine of two.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
