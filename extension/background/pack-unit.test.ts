// A browser that members of two units use: each is judged by the pack of its own unit, whatever the count of revisions.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { signPack } from "../../shared/rules/signed-pack.ts";
import { judgingPart, wordsOf } from "../../shared/rules/wire/held-words.ts";
import { samplePack } from "../console/sample/rule.ts";
import type { Requests } from "../protocol/messages.ts";

const SECRET = "33".repeat(32);
const pack = (revision: number, issuer: string) => signPack({ ...samplePack(), revision, issuer }, SECRET);

/** One of the browser's storage areas, in memory. */
const area = (held: Map<string, unknown>) => ({
  get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (key: string) => void held.delete(key),
});

/** What the service hands out: the unit of who signs in, and the pack of that unit. */
let unit: string;
let offered: ReturnType<typeof pack>;
/** How often words were asked for. */
let fetched: number;
/** Runs before the pack is answered. */
let meanwhile: () => Promise<unknown>;
let ask: (name: "sign-in", input: Requests["sign-in"]["in"]) => Promise<unknown>;
let inForce: () => Promise<string>;
let pull: () => Promise<void>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  meanwhile = async () => undefined;
  fetched = 0;
  const quiet = async (): Promise<undefined> => undefined;
  vi.stubGlobal("chrome", {
    storage: {
      local: area(new Map([["server", "http://127.0.0.1:1"]])),
      session: area(new Map()),
      managed: area(new Map()),
    },
    alarms: { create: quiet, clear: quiet, get: quiet },
    notifications: { getAll: async () => ({}) },
    runtime: { id: "x", getURL: (path: string) => path },
    tabs: { query: async () => [] },
  });
  vi.stubGlobal("fetch", async (address: string) => {
    const { pathname: path } = new URL(address);
    const answered = offered;
    if (path === "/v1/pack") {
      await meanwhile();
      return Response.json({ pack: { ...answered, body: judgingPart(answered.body) } });
    }
    if (path.startsWith("/v1/pack/words/")) {
      fetched++;
      return Response.json({ words: wordsOf(offered.body, path.slice(15)) });
    }
    if (path !== "/v1/sign-in") return Response.json({ code: "busy", message: "busy" }, { status: 503 });
    const member = {
      id: unit,
      account: unit,
      name: "陈立",
      officerId: null,
      unit,
      unitName: unit,
      roles: ["officer"],
    };
    const { key } = offered;
    const session = {
      token: `t-${unit}`,
      expiresIn: 900,
      refresh: "r1",
      ledgerKey: "00",
      referenceKey: "11",
    };
    return Response.json({ ...session, member, packKey: key });
  });
  const { answerers } = await import("./answerers.ts");
  const { currentPack } = await import("./packs.ts");
  ({ pull } = await import("./engine.ts"));
  ask = (name, input) => answerers[name](input, { own: true });
  inForce = async () => {
    const { pack: now } = await currentPack();
    return `${now.issuer} ${now.revision}`;
  };
});

const signIn = async (as: string, revision: number): Promise<void> => {
  unit = as;
  offered = pack(revision, `${as}局`);
  await ask("sign-in", { account: as, password: "p" });
};

test("a member of another unit gets that unit's pack, also where its revision is lower or the same", async () => {
  await signIn("east", 7);
  expect(await inForce()).toBe("east局 7");
  await signIn("west", 3);
  expect(await inForce()).toBe("west局 3");
  await signIn("cg", 3);
  expect(await inForce()).toBe("cg局 3");
});

test("a member of the same unit never gets an older one", async () => {
  await signIn("east", 7);
  await signIn("east", 3);
  expect(await inForce()).toBe("east局 7");
});

test("a pack that was on its way when somebody of another unit signed in is not taken", async () => {
  await signIn("east", 7);
  offered = pack(9, "east局");
  meanwhile = async () => {
    meanwhile = async () => undefined;
    await signIn("west", 3);
  };
  await pull();
  expect(await inForce()).toBe("west局 3");
});

test("words that lie here already are not fetched again, and the pack is in force as it was signed", async () => {
  await signIn("east", 7);
  expect([await inForce(), fetched]).toEqual(["east局 7", 1]);
  await signIn("east", 8);
  expect([await inForce(), fetched]).toEqual(["east局 8", 1]);
});
