// Builds the folder once for all tests, and takes it away at the end.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The built folder; tests copy it. */
    readonly folder: string;
  }
}

export default function setup(project: TestProject): () => void {
  const root = join(import.meta.dirname, "../..");
  mkdirSync(join(root, ".output"), { recursive: true });
  const made = mkdtempSync(join(root, ".output/onprem-test-"));
  const folder = join(made, "first-button");
  execFileSync(process.execPath, [join(root, "worker/cli/onprem.ts"), "--out", folder], { stdio: "pipe" });
  project.provide("folder", folder);
  return () => rmSync(made, { recursive: true, force: true });
}
