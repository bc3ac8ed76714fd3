// The statute library of a browser: fetched once, checked by its hash, read without network, gone when it is dropped.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import base from "#base-pack";
import { statuteHash } from "../../shared/law/library/check-text.ts";
import type { StatuteText } from "../../shared/law/library/statute-text.ts";

type Room = typeof import("./statutes.ts");

const [cited] = base.rules.flatMap(
  ({ basis }) => basis as readonly { statute: string; edition: string; article: string }[],
);
if (cited === undefined) throw new Error("the base pack cites nothing");

const text = (say: string, more: Partial<StatuteText> = {}): StatuteText => ({
  statute: cited.statute,
  edition: cited.edition,
  articles: [{ number: "7", chapter: "第一章 总则", paragraphs: [{ text: say, items: ["（一）甲；"] }] }],
  ...more,
});
const listing = (one: StatuteText) => ({
  hash: statuteHash(one),
  statute: one.statute,
  edition: one.edition,
  from: null,
  partial: one.partial === true,
  articles: one.articles.length,
  byName: "管某某",
  at: 1,
});
const asked = { statute: cited.statute, edition: cited.edition, article: "7" };

let served: StatuteText[];
let online: boolean;
let paths: string[];

/** One of the browser's storage areas, in memory. */
const area = (held: Map<string, unknown>) => ({
  get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (key: string) => void held.delete(key),
});

/** The background as it comes up again: nothing in memory, the disk as it was. */
const restarted = async (): Promise<Room> => {
  vi.resetModules();
  return import("./statutes.ts");
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  served = [text("巡河须二人。")];
  online = true;
  paths = [];
  const local = new Map<string, unknown>([
    ["server", "http://127.0.0.1:1"],
    ["refresh", "r1"],
  ]);
  const session = new Map<string, unknown>([
    ["token", "t1"],
    ["tokenUntil", Date.now() + 9e8],
  ]);
  vi.stubGlobal("chrome", {
    storage: { local: area(local), session: area(session), managed: area(new Map()) },
  });
  vi.stubGlobal("fetch", async (address: string) => {
    if (!online) throw new TypeError("no network");
    const path = new URL(address).pathname;
    paths.push(path);
    const one = served.find((each) => path.endsWith(statuteHash(each)));
    if (path === "/v1/statutes") return Response.json({ statutes: served.map(listing) });
    return one === undefined
      ? Response.json({ code: "not-found", message: "" }, { status: 404 })
      : Response.json({ text: one });
  });
});

test("an article is shown as it stands, and again after a restart without network", async () => {
  const words = {
    name: "第7条",
    chapter: "第一章 总则",
    paragraphs: [{ text: "巡河须二人。", items: ["（一）甲；"] }],
  };
  const here = { state: "here", articles: [words] };
  expect(await (await restarted()).articleFor(asked)).toEqual(here);
  online = false;
  expect(await (await restarted()).articleFor(asked)).toEqual(here);
  expect(paths.filter((path) => path.includes(statuteHash(served[0]!)))).toHaveLength(1);
});

test("texts that the pack cites come beforehand, others when they are asked for, each once", async () => {
  const other = text("别的。", { statute: "星河市巡河条例", edition: "2023-10-09" });
  served = [...served, other];
  const room = await restarted();
  await room.renewStatutes();
  await room.renewStatutes();
  expect(paths.filter((path) => path !== "/v1/statutes")).toEqual([
    `/v1/statutes/${statuteHash(served[0]!)}`,
  ]);
  expect((await room.articleFor({ ...asked, statute: other.statute, edition: other.edition })).state).toBe(
    "here",
  );
});

test("what else the rule cites of the same edition comes with it", async () => {
  const rule = base.rules.find(({ basis }) => {
    const [head, ...more] = basis;
    return more.some(
      (one) => one.statute === head?.statute && one.edition === head.edition && one.article !== head.article,
    );
  });
  const [head] = rule?.basis ?? [];
  if (rule === undefined || head === undefined) throw new Error("no rule cites two articles of one edition");
  const { statute, edition } = head;
  const same = rule.basis.filter((one) => one.statute === statute && one.edition === edition);
  const articles = same.map(({ article }) => ({
    number: article,
    paragraphs: [{ text: `巡河${article}。` }],
  }));
  served = [text("", { statute, edition, articles })];
  const view = await (await restarted()).articleFor({
    statute,
    edition,
    article: head.article,
    rule: rule.id,
  });
  expect(view).toMatchObject({
    state: "here",
    articles: same.map(({ article }) => ({ name: `第${article}条` })),
  });
  expect(await (await restarted()).articleFor({ statute, edition, article: head.article })).toMatchObject({
    articles: [{ name: `第${head.article}条` }],
  });
});

test("what is not loaded is said: another edition, another article, a part of the text", async () => {
  const room = await restarted();
  await room.renewStatutes();
  expect(await room.articleFor({ ...asked, edition: "1901-01-01" })).toEqual({ state: "none" });
  expect(await room.articleFor({ ...asked, article: "8" })).toEqual({ state: "missing", partial: false });
  served = [text("巡河。", { partial: true })];
  await room.renewStatutes();
  expect(await room.articleFor({ ...asked, article: "8" })).toEqual({ state: "missing", partial: true });
});

test("words that do not have the hash of the list are not shown", async () => {
  const [good] = served;
  const forged = text("改过的。");
  vi.stubGlobal("fetch", async (address: string) =>
    new URL(address).pathname === "/v1/statutes"
      ? Response.json({ statutes: [listing(good!)] })
      : Response.json({ text: forged }),
  );
  expect(await (await restarted()).articleFor(asked)).toEqual({ state: "none" });
});

test("a new text takes the old one's place; a dropped one and another deployment's are gone", async () => {
  const room = await restarted();
  await room.renewStatutes();
  served = [text("巡河须三人。")];
  await room.renewStatutes(room.LIST_AGE);
  expect(await room.articleFor(asked)).toMatchObject({
    articles: [{ paragraphs: [{ text: "巡河须二人。" }] }],
  });
  await room.renewStatutes();
  expect(await room.articleFor(asked)).toMatchObject({
    articles: [{ paragraphs: [{ text: "巡河须三人。" }] }],
  });
  served = [];
  await room.renewStatutes();
  const { database } = await import("./database.ts");
  expect(await (await database()).count("statutes")).toBe(0);
  expect(await room.articleFor(asked)).toEqual({ state: "none" });
  served = [text("巡河须二人。")];
  await room.renewStatutes();
  online = false;
  await room.dropStatutes();
  expect(await room.articleFor(asked)).toEqual({ state: "none" });
});

test("a store of the first version keeps what waits in it and gains the library", async () => {
  const { openDB } = await import("idb");
  const old = await openDB("first-button", 1, {
    upgrade(db) {
      for (const name of ["outbox", "parked", "receipts"])
        db.createObjectStore(name, { keyPath: ["device", "seq"] });
      for (const name of ["sequence", "pack", "queued", "answers", "interrupted"]) db.createObjectStore(name);
    },
  });
  await old.put("outbox", { device: "d1", seq: 1, entry: {} });
  await old.put("queued", '["known",["陈立"]]', "d1|case|fact|interviews/1.askers");
  await old.put("queued", '["due","blue"]', "d1|case|finding|bail/measures");
  old.close();
  const room = await restarted();
  expect((await room.articleFor(asked)).state).toBe("here");
  const { database } = await import("./database.ts");
  expect(await (await database()).count("outbox")).toBe(1);
  expect(await (await database()).getAllKeys("queued")).toEqual(["d1|case|finding|bail/measures"]);
});
