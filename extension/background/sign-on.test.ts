// The unified sign-on in the background: only the browser that began can take the session, under the device of that account.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { beforeEach, expect, it, vi } from "vitest";
import type { beginSignOn as Begin, takeSignOn as Take } from "./sign-on.ts";

const ID = "5b".repeat(24);
const CODE = "482100";
const KEY = "ab".repeat(32);
type Body = Readonly<Record<string, string>>;

let disk: Map<string, unknown>;
let opened: string[];
let sent: { path: string; body: Body }[];
let back: boolean;
let beginSignOn: typeof Begin;
let takeSignOn: typeof Take;

const area = (held: Map<string, unknown>) => ({
  get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (key: string) => void held.delete(key),
});

const session = {
  token: "t1",
  expiresIn: 900,
  refresh: "r1",
  member: {
    id: "m1",
    account: "chenli",
    name: "陈立",
    officerId: "037215",
    unit: "u",
    unitName: "柳桥派出所",
    roles: ["officer"],
  },
  packKey: KEY,
  ledgerKey: "00",
  referenceKey: "11",
};

/** What the service answers; the challenge of the beginning is checked as it does. */
function answer(path: string, body: Body): readonly [number, unknown] {
  if (path === "/v1/sign-on") return [200, { id: ID, url: "https://sso.example.invalid/auth?x=1", until: 1 }];
  const challenge = sent.find((one) => one.path === "/v1/sign-on")?.body["challenge"];
  if (bytesToHex(sha256(hexToBytes(body["verifier"] ?? ""))) !== challenge)
    return [401, { code: "not-signed-in", message: "另一台设备" }];
  if (!back) return [200, { waiting: true }];
  if (body["code"] === undefined) return [200, { waiting: false }];
  if (body["code"] !== CODE) return [401, { code: "bad-credentials", message: "核对码不对" }];
  return [200, { waiting: false, account: "chenli", ...(body["device"] === undefined ? {} : { session }) }];
}

beforeEach(async () => {
  vi.resetModules();
  disk = new Map<string, unknown>([["server", "http://127.0.0.1:1"]]);
  opened = [];
  sent = [];
  back = false;
  vi.stubGlobal("chrome", {
    storage: { local: area(disk), session: area(new Map()), managed: area(new Map()) },
    tabs: { create: async ({ url }: { url: string }) => void opened.push(url) },
    runtime: { id: "x", getURL: (path: string) => path },
  });
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    const path = new URL(address).pathname;
    const body = JSON.parse(String(init.body)) as Body;
    sent.push({ path, body });
    const [status, json] = answer(path, body);
    return Response.json(json, { status });
  });
  ({ beginSignOn, takeSignOn } = await import("./sign-on.ts"));
});

it("opens the provider's page, waits, asks for the code, for the key, and then signs in", async () => {
  expect((await beginSignOn()).ok).toBe(true);
  expect(opened).toEqual(["https://sso.example.invalid/auth?x=1"]);
  expect(await takeSignOn()).toEqual({ ok: true, value: "waiting" });
  back = true;
  expect(await takeSignOn()).toEqual({ ok: true, value: "code" });
  expect(await takeSignOn("000000")).toMatchObject({ ok: false, refusal: { code: "bad-credentials" } });
  expect(await takeSignOn(CODE)).toEqual({ ok: true, value: { offeredKey: KEY } });
  expect(disk.has("refresh")).toBe(false);
  expect(await takeSignOn(undefined, KEY)).toEqual({ ok: true, value: "signed-in" });
  expect([disk.get("account"), disk.get("packKey"), disk.get("refresh")]).toEqual(["chenli", KEY, "r1"]);
  const devices = Object.values(disk.get("devices") as Record<string, string>);
  expect(sent.at(-1)?.body["device"]).toBe(devices[0]);
});

it("refuses a service whose pack key is another than the trusted one", async () => {
  disk.set("packKey", "cd".repeat(32));
  back = true;
  await beginSignOn();
  expect(await takeSignOn(CODE)).toMatchObject({ ok: false, refusal: { code: "bad-signature" } });
  expect(disk.has("refresh")).toBe(false);
});

it("has nothing to take when nothing was begun", async () => {
  expect(await takeSignOn(CODE)).toMatchObject({ ok: false, refusal: { code: "not-signed-in" } });
  expect(sent).toEqual([]);
});
