// Own findings: each rule once at its gravest, of this officer alone, read back from what a report left on disk.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";

const area = (kept: Map<string, unknown>) => ({
  get: async (key: string) => ({ [key]: kept.get(key) }),
  set: async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items)) kept.set(key, value);
  },
  remove: async (key: string) => void kept.delete(key),
});

let kept: Map<string, unknown>;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  kept = new Map<string, unknown>([
    ["account", "chenli"],
    ["member", { id: "m1" }],
  ]);
  vi.stubGlobal("chrome", { storage: { local: area(kept) } });
});

const finding = (rule: string, on: string, colour: string, device: string, caseKey = "p:A1") =>
  [`${device}|${caseKey}|finding|${rule}/${on}`, JSON.stringify(["due", colour, 1, null, "k"])] as const;

const deviceHere = async (): Promise<string> => {
  const { deviceOf } = await import("./kept.ts");
  return deviceOf("chenli");
};
const told = async (marks: readonly (readonly [string, string])[]) => {
  const { enqueue } = await import("./outbox.ts");
  await enqueue(await deviceHere(), "p:A1", { kind: "paused", minutes: 1 }, 0, marks);
  const { ownFindings } = await import("./own-findings.ts");
  return [...(await ownFindings())].sort((a, b) => (a.rule < b.rule ? -1 : 1));
};

test("each rule once, at its gravest, over all cases", async () => {
  const d = await deviceHere();
  expect(
    await told([
      finding("bail-overrun", "measures/m1", "green", d),
      finding("bail-overrun", "measures/m2", "red", d, "p:A2"),
      finding("rights-not-told", "interviews/i1", "grey", d),
      [`${d}|p:A1|fact|case/.cause`, JSON.stringify(["known", "盗窃"])],
      [`${d}|p:A1|rows`, "{}"],
    ]),
  ).toEqual([
    { rule: "bail-overrun", colour: "red" },
    { rule: "rights-not-told", colour: "grey" },
  ]);
});

test("nothing of another officer, and nothing while nobody is signed in", async () => {
  expect(await told([finding("bail-overrun", "measures/m1", "red", "another")])).toEqual([]);
  const d = await deviceHere();
  kept.delete("member");
  expect(await told([finding("bail-overrun", "measures/m1", "red", d)])).toEqual([]);
});
