// Packs pushed to the browser: whatever is wrong with one, the last good pack stays in force and the refusal is shown.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import { fakeChrome } from "../walk/fake-chrome.ts";
import { BASE, KEY, revision, signText } from "./packs.ts";

type Packs = typeof import("../../extension/background/packs.ts");

/** The background as it comes up after the browser stopped it: nothing in memory, the stores as they were. */
const restarted = async (): Promise<Packs> => {
  vi.resetModules();
  return import("../../extension/background/packs.ts");
};

let packs: Packs;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeChrome();
  await chrome.storage.local.set({ packKey: KEY });
  packs = await restarted();
});

const inForce = async (): Promise<number> => (await packs.currentPack()).pack.revision;
const take = async (pack: unknown): Promise<string> => {
  const taken = await packs.takePack(pack as SignedPack, KEY);
  return taken.ok ? "taken" : taken.refusal.code;
};

const good = revision(5);
const BAD: Readonly<Record<string, readonly [pack: unknown, code: string]>> = {
  nothing: [undefined, "unsigned-pack"],
  "a bare pack": [{ ...BASE, revision: 6 }, "unsigned-pack"],
  "a pack without its signature": [{ ...revision(6), signature: "" }, "unsigned-pack"],
  "a pack with an altered body": [
    { ...revision(6), body: revision(6).body.replace("超过", "未超") },
    "bad-signature",
  ],
  "a pack of another issuer": [
    signText(canonicalJson({ ...BASE, revision: 6 }), "44".repeat(32)),
    "bad-signature",
  ],
  "other content under the hash in force": [
    { ...good, body: good.body.replace("超过", "未超") },
    "bad-signature",
  ],
  "other content under the revision in force": [revision(5, { issuer: "另一发布方" }), "older-pack"],
  "an older revision": [revision(4), "older-pack"],
  "an older revision under a newer label": [revision(4, { label: "2099.1.1" }), "older-pack"],
  "a pattern that never ends": [
    revision(6, { profiles: [{ id: "p", name: "p", platform: "p", match: ["(a+)+$"], pages: [] }] }),
    "bad-shape",
  ],
  "half a download": [signText(good.body.slice(0, 9_000)), "bad-json"],
};

test.each(Object.entries(BAD))("%s is refused, the last good pack stays", async (_, [pack, code]) => {
  expect(await take(good)).toBe("taken");
  expect(await take(pack)).toBe(code);
  expect(await inForce()).toBe(5);
  const view = await packs.packView();
  expect(view).toMatchObject({ revision: 5, refused: expect.stringMatching(/^规则包/) });
  packs = await restarted();
  expect(await inForce()).toBe(5);
});

test("a good one after a bad one is taken, and the refusal goes", async () => {
  await take(good);
  await take(revision(4));
  expect(await take(revision(6))).toBe("taken");
  expect(await packs.packView()).toEqual({ revision: 6, label: "r6" });
});

test("the pack in force sent again is no news", async () => {
  await take(good);
  expect(await take(structuredClone(good))).toBe("taken");
  expect(await packs.packView()).toEqual({ revision: 5, label: "r5" });
});

test("a pack damaged on disk gives way to the one compiled in, and says so", async () => {
  await take(good);
  const { database } = await import("../../extension/background/database.ts");
  await (await database()).put("pack", { ...good, body: `${good.body} ` }, "current");
  packs = await restarted();
  expect(await inForce()).toBe(BASE.revision);
  expect((await packs.packView()).refused).toMatch(/改动/);
  expect(await take(good)).toBe("taken");
  expect(await inForce()).toBe(5);
});

test("under a key set by policy a restart keeps the pack and still refuses an older one", async () => {
  await chrome.storage.local.remove("packKey");
  await (chrome.storage.managed as chrome.storage.LocalStorageArea).set({ packKey: KEY });
  expect(await take(good)).toBe("taken");
  packs = await restarted();
  expect(await packs.policyTold()).toBe(true);
  expect(await inForce()).toBe(5);
  expect(await take(revision(4))).toBe("older-pack");
});

test("before the browser has told its policy an older pack cannot pass for the first", async () => {
  await chrome.storage.local.remove("packKey");
  await (chrome.storage.managed as chrome.storage.LocalStorageArea).set({ packKey: KEY });
  expect(await take(good)).toBe("taken");
  packs = await restarted();
  expect(await inForce()).toBe(BASE.revision);
  expect(await take(revision(4))).toBe("older-pack");
  expect(await inForce()).toBe(5);
});
