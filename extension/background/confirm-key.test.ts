// The first sign-in of our own pages: the offered pack key is shown before it is pinned, and only the confirmed one is.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Answer, Requests, SessionView } from "../protocol/messages.ts";

const KEY = "ab".repeat(32);
const OTHER = "cd".repeat(32);

/** One of the browser's storage areas, in memory. */
const area = (held: Map<string, unknown>) => ({
  get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (key: string) => void held.delete(key),
});

let disk: Map<string, unknown>;
let offered: string;
let calls: { path: string; authorization: string | null }[];
let ask: <K extends "sign-in" | "call">(name: K, input: Requests[K]["in"]) => Promise<Requests[K]["out"]>;

const signed = () => ({
  token: "t1",
  expiresIn: 900,
  refresh: "r1",
  member: {
    id: "m1",
    account: "chenli",
    name: "陈立",
    officerId: null,
    unit: "u",
    unitName: "柳桥派出所",
    roles: ["officer"],
  },
  packKey: offered,
  ledgerKey: "00",
  referenceKey: "11",
});

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  disk = new Map<string, unknown>([["server", "http://127.0.0.1:1"]]);
  offered = KEY;
  calls = [];
  const quiet = async (): Promise<undefined> => undefined;
  vi.stubGlobal("chrome", {
    storage: { local: area(disk), session: area(new Map()), managed: area(new Map()) },
    alarms: { create: quiet, clear: quiet, get: quiet },
    notifications: { getAll: async () => ({}) },
    runtime: { id: "x", getURL: (path: string) => path },
    tabs: { query: async () => [] },
  });
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    const path = new URL(address).pathname;
    calls.push({ path, authorization: new Headers(init.headers).get("authorization") });
    const replies: Readonly<Record<string, unknown>> = {
      "/v1/sign-in": signed(),
      "/v1/sign-out": { ok: true },
      "/v1/health": { ok: true, now: 0, started: true, version: "0" },
    };
    return Response.json(replies[path] ?? { code: "busy", message: "busy" }, {
      status: path in replies ? 200 : 503,
    });
  });
  const { answerers } = await import("./answerers.ts");
  ask = (name, input) => answerers[name](input, { own: true });
});

const signIn = (trustKey?: string): Promise<Answer<SessionView>> =>
  ask("sign-in", { account: "chenli", password: "p", ...(trustKey === undefined ? {} : { trustKey }) });
const viewOf = (answer: Answer<SessionView>): SessionView => {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
};

test("asked for the key, it shows it, pins nothing, signs nobody in and gives the session up", async () => {
  const view = viewOf(await signIn(""));
  expect(view.offeredKey).toBe(KEY);
  expect(view.member).toBeUndefined();
  expect(disk.has("packKey")).toBe(false);
  expect(disk.has("refresh")).toBe(false);
  expect(calls.at(-1)).toEqual({ path: "/v1/sign-out", authorization: "Bearer t1" });
});

test("a confirmed key is pinned and signs in; from then on nothing is asked again", async () => {
  expect(viewOf(await signIn(KEY)).member?.name).toBe("陈立");
  expect(disk.get("packKey")).toBe(KEY);
  expect(viewOf(await signIn("")).offeredKey).toBeUndefined();
});

test("a service that offers another key than the confirmed one is refused, and nothing stays pinned", async () => {
  offered = OTHER;
  expect(await signIn(KEY)).toMatchObject({ ok: false, code: "bad-signature" });
  expect(disk.has("packKey")).toBe(false);
  expect(disk.has("refresh")).toBe(false);
});

test("a route for anyone is called without a token, all others need one", async () => {
  expect(await ask("call", { route: "health" })).toMatchObject({ ok: true });
  expect(calls).toEqual([{ path: "/v1/health", authorization: null }]);
  expect(await ask("call", { route: "cases" })).toMatchObject({ ok: false, code: "not-signed-in" });
  expect(await ask("call", { route: "toString" })).toMatchObject({ ok: false, code: "bad-shape" });
  expect(calls).toHaveLength(1);
});
