// Where unit and browser count otherwise: what is lost here is given up by name, a count begun anew goes on behind, a full unit is left alone.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { SentEntry } from "../../shared/supervision/entry.ts";

interface Sent {
  readonly device: string;
  readonly entries: readonly SentEntry[];
  readonly lost?: { readonly from: number; readonly to: number };
}

/** One of the browser's storage areas, in memory. */
const area = (held: Map<string, unknown>) => ({
  get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (key: string) => void held.delete(key),
});

/** The unit as this browser's device knows it: what it keeps by number, and what it was told is lost. */
let kept: Map<number, string>;
let lost: string[];
let busy: boolean;
const acked = (): number => Math.max(0, ...kept.keys());

const refusal = (status: number, code: string, at?: string, headers = {}) =>
  Response.json({ code, message: code, ...(at === undefined ? {} : { at }) }, { status, headers });

function unit({ entries, lost: given }: Sent): Response {
  if (busy) return refusal(503, "busy", undefined, { "retry-after": "120" });
  if (given !== undefined && given.from === acked() + 1) {
    lost.push(`${given.from}-${given.to}`);
    kept.set(given.to, "lost");
  }
  for (const [i, { seq, body }] of entries.entries()) {
    const text = JSON.stringify(body);
    if (seq <= acked() && kept.get(seq) !== text) return refusal(409, "conflict", `entries[${i}].seq`);
    if (seq > acked() + 1) return refusal(409, "sequence-gap", `entries[${i}].seq`);
    kept.set(seq, text);
  }
  return Response.json({
    acked: acked(),
    receipts: [],
    pack: { revision: 1, hash: "" },
    now: Date.now(),
    later: 1,
  });
}

type Sync = typeof import("./sync.ts");
type Outbox = typeof import("./outbox.ts");
let sync: Sync;
let outbox: Outbox;
let device: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  kept = new Map();
  lost = [];
  busy = false;
  const disk = new Map<string, unknown>([
    ["server", "http://127.0.0.1:1"],
    ["account", "chenli"],
    ["member", { id: "m1", name: "陈立", roles: ["officer"], unitName: "柳桥派出所" }],
  ]);
  const memory = new Map<string, unknown>([
    ["token", "t1"],
    ["tokenUntil", Date.now() + 900_000],
  ]);
  vi.stubGlobal("chrome", {
    storage: { local: area(disk), session: area(memory), managed: area(new Map()) },
    runtime: { id: "x", getURL: (path: string) => path },
  });
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => unit(JSON.parse(String(init.body)) as Sent));
  sync = await import("./sync.ts");
  outbox = await import("./outbox.ts");
  device = (await sync.deviceOfMember()) ?? "";
});

const write = (minutes: number) =>
  outbox.enqueue(device, "", { kind: "paused", minutes }, Date.parse("2026-11-20T15:48+08:00"));
const flush = () =>
  new Promise<"sent" | number>((done, failed) => {
    sync.flush(() => done("sent"), done).catch(failed);
  });
const minutesKept = (): unknown[] =>
  [...kept.values()]
    .filter((text) => text !== "lost")
    .map((text) => (JSON.parse(text) as { minutes: number }).minutes);

test("numbers whose entries are gone from this disk are given up by name, and what waits arrives behind them", async () => {
  for (const minutes of [1, 2, 3]) await write(minutes);
  const { database } = await import("./database.ts");
  await (await database()).delete("outbox", IDBKeyRange.bound([device, 0], [device, 2]));
  expect(await flush()).toBe("sent");
  expect([lost, minutesKept(), (await outbox.waiting(device)).length]).toEqual([["1-2"], [3], 0]);
});

test("a count that began anew on this disk goes on behind the unit's; nothing is taken for another entry", async () => {
  for (const seq of [1, 2, 3]) kept.set(seq, `"earlier ${seq}"`);
  for (const minutes of [7, 8]) await write(minutes);
  expect(await flush()).toBe("sent");
  expect([...kept.keys()]).toEqual([1, 2, 3, 4, 5]);
  expect([lost, (await outbox.waiting(device)).length]).toEqual([[], 0]);
  await write(9);
  expect(await flush()).toBe("sent");
  expect([...kept.keys()].at(-1)).toBe(6);
});

test("a unit that is full says when to come back, and everything still waits", async () => {
  await write(1);
  busy = true;
  expect(await flush()).toBe(120_000);
  expect((await outbox.waiting(device)).length).toBe(1);
  busy = false;
  expect(await flush()).toBe("sent");
  expect(sync.syncState.pause).toBe(2_000);
});
