// Whatever the worker can be told by a setting can be set on premises as well, and nothing there runs by a timetable of the platform.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(join(import.meta.dirname, "../..", path), "utf8");

it("every setting of the worker stands in the example of the settings file, and no other", () => {
  const known = [...read("worker/env.ts").matchAll(/^ {2}readonly ([A-Z_]+)\?: string;$/gm)].map(
    ([, name]) => name,
  );
  const [, ofWorker = ""] = read("worker/onprem/settings.example").split("# --- the worker ---");
  const offered = [...ofWorker.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(known.length).toBeGreaterThan(10);
  expect(offered.sort()).toEqual(known.sort());
});

it("nothing waits for a timetable: time rings by the alarms of objects alone", () => {
  expect(read("wrangler.toml")).not.toMatch(/crons|triggers/);
  expect(read("worker/index.ts")).not.toMatch(/scheduled/);
});
