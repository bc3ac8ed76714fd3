// A PC that several officers use: policy, idle sign-out, the tour once per officer, trouble told once.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";

const MINUTE = 60_000;

/** One of the browser's storage areas, in memory. */
const area = (held: Map<string, unknown>) => ({
  get: async (keys: string | readonly string[] | null) =>
    Object.fromEntries(
      (keys === null ? [...held.keys()] : [keys].flat())
        .filter((key) => held.has(key))
        .map((key) => [key, held.get(key)]),
    ),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (keys: string | readonly string[]) => {
    for (const key of [keys].flat()) held.delete(key);
  },
});

let disk: Map<string, unknown>;
let session: Map<string, unknown>;
let policy: Map<string, unknown>;
let idle: "active" | "idle" | "locked";
let alarms: number[];
let shown: string[];
let badge: string;
let intervals: number[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  disk = new Map();
  session = new Map();
  policy = new Map();
  idle = "active";
  [alarms, shown, intervals, badge] = [[], [], [], ""];
  vi.stubGlobal("chrome", {
    storage: { local: area(disk), session: area(session), managed: area(policy) },
    alarms: { create: (_: string, { when }: { when: number }) => void alarms.push(when), clear: () => true },
    idle: {
      queryState: async () => idle,
      setDetectionInterval: (seconds: number) => void intervals.push(seconds),
    },
    notifications: { create: (id: string) => void shown.push(id) },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        badge = text;
      },
      setTitle: async () => undefined,
    },
    runtime: { id: "x", getURL: (path: string) => path },
  });
});

test("policy names the pages that are read; without one every page of the manifest is", async () => {
  const { isRead, renewPolicy } = await import("./policy.ts");
  await renewPolicy();
  expect(await isRead("https://other.example.invalid/")).toBe(true);
  policy.set("hosts", ["https://case.example.invalid/*", 7, " "]);
  expect(await renewPolicy()).toBe(true);
  expect(await renewPolicy()).toBe(false);
  expect(await isRead("https://case.example.invalid/a?b")).toBe(true);
  expect(await isRead("https://other.example.invalid/")).toBe(false);
  policy.clear();
  await renewPolicy();
  expect(await isRead("https://other.example.invalid/")).toBe(true);
});

test.each<[unknown, number]>([
  [undefined, 30],
  [0, 0],
  [-3, 0],
  [1, 5],
  [45, 45],
  [9_000, 480],
  ["45", 30],
])("idle minutes of policy %s are %d", async (said, minutes) => {
  const { idleMinutes, renewPolicy } = await import("./policy.ts");
  if (said !== undefined) policy.set("idleMinutes", said);
  await renewPolicy();
  expect(await idleMinutes()).toBe(minutes);
});

test("who is away for the set time is signed out; a locked screen counts from when it was locked", async () => {
  const { lookWhetherIdle, setIdleTime } = await import("./idle.ts");
  const left: number[] = [];
  const leave = async (minutes: number): Promise<void> => void left.push(minutes);
  await setIdleTime();
  expect(intervals).toEqual([1_800]);
  const start = Date.now();
  await lookWhetherIdle(leave, start);
  expect(left).toEqual([]);
  idle = "locked";
  await lookWhetherIdle(leave, start);
  await lookWhetherIdle(leave, start + 29 * MINUTE);
  expect(left).toEqual([]);
  expect(Math.max(...alarms)).toBe(start + 30 * MINUTE);
  idle = "active";
  await lookWhetherIdle(leave, start + 29.5 * MINUTE);
  idle = "locked";
  await lookWhetherIdle(leave, start + 31 * MINUTE);
  expect(left, "back in between").toEqual([]);
  await lookWhetherIdle(leave, start + 61 * MINUTE);
  expect(left).toEqual([30]);
  idle = "idle";
  await lookWhetherIdle(leave, start + 200 * MINUTE);
  expect(left).toEqual([30, 30]);
  disk.set("policy", { idleMinutes: 0 });
  await lookWhetherIdle(leave, start + 900 * MINUTE);
  expect(left).toEqual([30, 30]);
});

test("the tour is had once by each officer of a shared PC", async () => {
  const { tourDone } = await import("./tour.ts");
  await tourDone();
  expect(disk.has("toured"), "nobody is signed in").toBe(false);
  disk.set("member", { id: "m1" });
  disk.set("account", "hanmou");
  await tourDone();
  disk.set("account", "zhaomou");
  await tourDone();
  await tourDone();
  expect(Object.keys(disk.get("toured") as object)).toHaveLength(2);
});

test("a failed part is told once, also after a restart of the background and when the store refuses", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const first = await import("./trouble.ts");
  await first.tellTrouble("engine", new Error("a"));
  await first.tellTrouble("engine", new Error("b"));
  expect(shown).toEqual(["trouble|engine"]);
  expect(badge).toBe("!");
  vi.resetModules();
  const again = await import("./trouble.ts");
  await again.tellTrouble("engine", new Error("c"));
  expect(shown).toEqual(["trouble|engine"]);
  vi.stubGlobal("chrome", {
    ...chrome,
    storage: { session: { get: () => Promise.reject(new Error("full")) } },
  });
  await again.tellTrouble("store", new DOMException("", "QuotaExceededError"));
  await again.tellTrouble("store", new DOMException("", "QuotaExceededError"));
  expect(shown).toEqual(["trouble|engine", "trouble|store"]);
  expect(quiet).toHaveBeenCalledTimes(5);
  quiet.mockRestore();
});

test("a store that cannot be opened costs the kept pack and the answers, not the rules", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = {
    open: () => {
      throw new DOMException("no space", "UnknownError");
    },
  };
  globalThis.indexedDB = broken as unknown as IDBFactory;
  disk.set("packKey", "ab".repeat(32));
  const { currentPack } = await import("./packs.ts");
  expect((await currentPack()).pack.rules.length).toBeGreaterThan(100);
  await vi.waitFor(() => expect(shown).toEqual(["trouble|store"]));
  const { pageState } = await import("./page-state.ts");
  const { pack } = await currentPack();
  expect(await pageState({ tab: 1, pack })).toMatchObject({ answers: {}, waiting: 0, state: "reading" });
  globalThis.indexedDB = new IDBFactory();
  const { database } = await import("./database.ts");
  expect((await database()).name, "opened again once there is room").toBe("first-button");
  quiet.mockRestore();
});

test("a full store is told from a broken rule", async () => {
  const { isStoreFault } = await import("./trouble.ts");
  expect(isStoreFault(new DOMException("", "QuotaExceededError"))).toBe(true);
  expect(isStoreFault(new Error("Resource::kQuotaBytes quota exceeded"))).toBe(true);
  expect(isStoreFault(new TypeError("x is undefined"))).toBe(false);
});

test("what one officer has not sent waits for that officer alone", async () => {
  const { enqueue, waiting } = await import("./outbox.ts");
  const { deviceOf } = await import("./kept.ts");
  const [han, zhao] = [await deviceOf("hanmou"), await deviceOf("zhaomou")];
  const paused = { kind: "paused", minutes: 5, said: "查旧案" } as const;
  await enqueue(han, "", paused, 1);
  await enqueue(han, "", paused, 2);
  await enqueue(zhao, "", paused, 3);
  expect((await waiting(han)).map(({ seq }) => seq)).toEqual([1, 2]);
  expect((await waiting(zhao)).map(({ seq }) => seq)).toEqual([1]);
  expect(await deviceOf("hanmou"), "the same at the next sign-in").toBe(han);
});
