// Runs the coverage table as a person and as a machine would from the command line.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { ROOT } from "../../worker/cli/catalogue-files.ts";

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, "worker/cli/catalogue.ts"), "--coverage", ...args], {
    encoding: "utf8",
  });

const row = v.union([
  v.strictObject({ row: v.string(), duty: v.string(), rule: v.string() }),
  v.strictObject({
    row: v.string(),
    duty: v.string(),
    reason: v.picklist(["other-party", "repealed", "no-field", "same-as"]),
    of: v.optional(v.string()),
    say: v.optional(v.string()),
  }),
]);
const shape = v.strictObject({
  rules: v.array(v.strictObject({ id: v.string(), stage: v.string(), status: v.string() })),
  rows: v.array(row),
});

test("every row names a rule of the list or a reason", () => {
  const { stdout, stderr } = run("--json");
  expect(stderr).toBe("");
  const { rules, rows } = v.parse(shape, JSON.parse(stdout));
  const ids = new Set(rules.map(({ id }) => id));
  for (const one of rows) if ("rule" in one) expect(ids, one.row).toContain(one.rule);
  expect(new Set(rows.map((one) => one.row)).size).toBe(rows.length);
}, 60_000);

test("for people: every area with its share, and what the reasons are", () => {
  const { stdout, stderr } = run();
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^义务清单\n/);
  expect(stdout).toMatch(/受案立案：\d+ 项，有规则 \d+ 项，写明理由 \d+ 项（\d+%，未超过四分之一）/);
  expect(stdout).toMatch(/与另一项是同一义务（\d+ 项）/);
  expect(stdout).not.toContain("undefined");
}, 60_000);
