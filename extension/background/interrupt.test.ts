// Interruptions come once per fact state and stay within the day's budget, red ones excepted.
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Finding } from "../../shared/rules/finding.ts";
import type { CaseMemory } from "./cases.ts";
import { interrupt, mayInterrupt, PER_DAY } from "./interrupt.ts";

const finding = (key: string, colour: Finding["colour"], more: Partial<Finding> = {}): Finding => ({
  rule: "r",
  title: "t",
  on: "case",
  verdict: colour === "red" ? "breached" : "due",
  colour,
  applies: "yes",
  missing: [],
  why: "",
  statute: "",
  edition: "",
  article: "",
  working: [],
  fields: [],
  weight: "serious",
  audience: "officer",
  stage: "intake",
  fix: "",
  gate: "none",
  owner: "",
  key,
  ...more,
});

const NOW = 1_800_000_000_000;

test("the same fact state never interrupts twice, a graver colour of it does", () => {
  const made = new Map([["a|orange", NOW - 1000]]);
  expect(mayInterrupt([finding("a", "orange")], made, NOW)).toEqual([]);
  expect(mayInterrupt([finding("a", "red")], made, NOW)).toHaveLength(1);
  expect(mayInterrupt([{ ...finding("a", "red"), quiet: true }], made, NOW)).toEqual([]);
});

test("what is mended, blue, unknown or for the legal desk does not interrupt", () => {
  const quiet = [
    finding("a", "red", { mended: NOW }),
    finding("b", "blue"),
    finding("c", "grey"),
    finding("d", "red", { audience: "legal" }),
  ];
  expect(mayInterrupt(quiet, new Map(), NOW)).toEqual([]);
});

test("of any number of events at most eight orange ones pass in a day, and every new red one does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("orange" as const, "red" as const), { maxLength: 60 }),
      (colours) => {
        const findings = colours.map((colour, i) => finding(`k${i}`, colour));
        const made = new Map<string, number>();
        const passed: Finding[] = [];
        for (const [i, f] of findings.entries())
          for (const p of mayInterrupt([f], made, NOW + i * 60_000)) {
            passed.push(p);
            made.set(`${p.key}|${p.colour}`, NOW + i * 60_000);
          }
        expect(passed.filter((f) => f.colour === "red")).toHaveLength(
          colours.filter((c) => c === "red").length,
        );
        expect(passed.filter((f) => f.colour === "orange").length).toBe(
          Math.min(PER_DAY, colours.filter((c) => c === "orange").length),
        );
      },
    ),
  );
});

test("a notification names the case and what is due, once; a restart does not repeat it", async () => {
  const create = vi.fn();
  const local: Record<string, unknown> = {};
  vi.stubGlobal("chrome", {
    notifications: { create },
    runtime: { getURL: (path: string) => path },
    storage: {
      local: { get: async () => local, set: async (more: object) => void Object.assign(local, more) },
    },
  });
  const memory: CaseMemory = {
    key: "p:A1",
    number: "A1",
    platform: "p",
    facts: {},
    complete: {},
    notes: [],
    ticks: [],
  };
  const grave = finding("k", "orange", { title: "传唤拘传还没有结束", why: "到案04:30，离开空白" });
  const judged = { at: NOW, pack: { revision: 1, hash: "" }, findings: [grave, finding("b", "blue")] };
  await interrupt(memory, judged);
  await interrupt(memory, { ...judged, at: NOW + 60_000 });
  expect(create).toHaveBeenCalledTimes(1);
  expect(create.mock.calls[0]?.[1]).toMatchObject({
    title: "紧急 · 传唤拘传还没有结束",
    message: "A1 到案04:30，离开空白",
  });
  await interrupt(memory, { ...judged, findings: [{ ...grave, colour: "red" }] });
  expect(create.mock.calls[1]?.[1]).toMatchObject({ title: "违反 · 传唤拘传还没有结束" });
  // Another officer at the same desk has not been told yet.
  Object.assign(local, { account: "b", member: { id: "m2" } });
  await interrupt(memory, judged);
  expect(create).toHaveBeenCalledTimes(3);
});

test("in the quiet hours only red interrupts; the unit's budget holds", () => {
  const night = Date.parse("2030-03-04T23:00+08:00");
  const noon = Date.parse("2030-03-04T12:00+08:00");
  const events = ["a", "b", "c"].map((key) => finding(key, "orange"));
  const passed = (now: number, perDay: number) =>
    mayInterrupt([...events, finding("r", "red")], new Map(), now, {
      quiet: { from: 22 * 60, until: 7 * 60 },
      perDay,
    }).map(({ key }) => key);
  expect(passed(night, 8)).toEqual(["r"]);
  expect(passed(noon, 2)).toEqual(["a", "b", "r"]);
});
