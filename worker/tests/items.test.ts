// Items: warned by a red line past its end, moved by people within the rules, proven by the page, climbing when nobody answers.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Moved } from "../../shared/supervision/item.ts";
import { foldItem } from "../../shared/supervision/item-fold.ts";
import { CASE, detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
const ON = "measures/m1";
let officer: Person;
let legal: Person;
let leader: Person;
let seq = 0;
let keys = 0;
beforeEach(async () => {
  setClock(START);
  seq = 0;
  const admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
  leader = await hire(admin, "suo", ["leader"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Signs everybody in anew where the clock has moved beyond a token's life. */
const later = async (ms: number): Promise<void> => {
  advance(ms);
  await ring();
  officer = await signIn("han");
  legal = await signIn("fa");
  leader = await signIn("suo");
};
const detain = (more: Parameters<typeof detainedFacts>[1] = []) =>
  call(
    "sync",
    { device: officer.device, entries: [factsEntry(++seq, detainedFacts(START - 30 * HOUR, more))] },
    { token: officer.token },
  );
/** The page says that he was sent in time, or again that he was not. */
const sent = () => detain([fact("measures/m1.sentToHouseAt", START - 20 * HOUR, Date.now())]);
const list = async (who = legal, query: Record<string, string> = {}) =>
  (await call("items", undefined, { token: who.token, query })).body.items;
const mine = async () => (await list()).find(({ rule, on }) => rule === RULE && on === ON)!;
const whole = async (id: string, who = legal) =>
  (await call("item", undefined, { token: who.token, params: { unit: "root", id } })).body;
const move = async (who: Person, name: string, more: Record<string, unknown> = {}, id?: string) => {
  const item = id === undefined ? await mine() : (await whole(id)).item;
  keys += 1;
  const body = { key: `key-${keys}-0000`, seen: item.moves, do: name, said: "已核实", ...more };
  return call("moveItem", body, { token: who.token, params: { unit: "root", id: item.id } });
};
const walk = async (...steps: [Person, string, Record<string, unknown>?][]) => {
  for (const [who, name, more] of steps) {
    const { status, body } = await move(who, name, more);
    expect([name, status, body.code]).toEqual([name, 200, undefined]);
  }
};
const kindsOf = async () =>
  (await call("ledger", undefined, { token: legal.token, params: { key: CASE } })).body.lines
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith("item"));

describe("a red line past its end", () => {
  it("warns its officer, who sees it; nobody else's officer does", async () => {
    await detain();
    expect(await mine()).toMatchObject({
      state: "warned",
      origin: "rule",
      owner: { id: officer.id, name: "han某" },
      limit: START + DAY,
      number: "A9901000020260300012",
    });
    expect((await list(officer)).some(({ rule }) => rule === RULE)).toBe(true);
    const admin = await signIn("admin");
    const other = await hire(admin, "li", ["officer"]);
    expect(await list(other)).toEqual([]);
    const { id } = await mine();
    expect((await whole(id, other)).code).toBe("not-found");
    const view = await call("caseView", undefined, { token: officer.token, params: { key: CASE } });
    expect(view.body.items?.some((item) => item.id === id)).toBe(true);
  });
  it("put right by the officer in his own time is closed with credit; once, however often it is read", async () => {
    await detain();
    await detain();
    expect((await list()).filter(({ rule }) => rule === RULE)).toHaveLength(1);
    await sent();
    expect(await mine()).toMatchObject({ state: "closed", selfCorrected: true, moves: 1 });
    await sent();
    expect((await kindsOf()).filter((kind) => kind === "item-closed")).toHaveLength(1);
    await detain();
    expect(await mine()).toMatchObject({ state: "found", selfCorrected: false, reopened: 1 });
  });
  it("without a period of its own warns after a day only", async () => {
    const facts = [
      fact("case.category", "刑事", Date.now()),
      fact("case.filedAt", START - HOUR, Date.now()),
      fact("property/p1.seizedAt", START - 12 * HOUR, Date.now()),
    ];
    await call(
      "sync",
      { device: officer.device, entries: [factsEntry(++seq, facts)] },
      { token: officer.token },
    );
    const watched = await inUnit("root", (sql) => sql.exec("SELECT rule, open_at FROM item_watch").toArray());
    expect(watched).toContainEqual({ rule: "seized-before-filing", open_at: START + DAY });
    expect((await list()).filter(({ rule }) => rule === "seized-before-filing")).toEqual([]);
    await later(DAY);
    expect((await list()).filter(({ rule }) => rule === "seized-before-filing")).toHaveLength(1);
  });
});

describe("closing needs proof", () => {
  const toMending = (): Promise<void> =>
    walk(
      [legal, "confirm"],
      [legal, "check"],
      [legal, "uphold", { evidence: "看守所收押登记" }],
      [officer, "claim"],
    );

  it("is refused without, given by the page, and undone by it", async () => {
    await detain();
    await toMending();
    const early = await move(legal, "accept");
    expect([early.status, early.body.code]).toEqual([409, "unproven"]);
    await sent();
    await walk([legal, "accept"], [leader, "decide", { kind: "educate" }], [legal, "close"]);
    expect(await mine()).toMatchObject({ state: "closed", selfCorrected: false });
    expect(await kindsOf()).toEqual([
      "item-warned",
      "item-found",
      ...Array.from({ length: 6 }, () => "item-moved"),
      "item-closed",
    ]);
    await detain();
    expect(await mine()).toMatchObject({ state: "mending", reopened: 1 });
  });
  it("or a second person's exemption", async () => {
    await detain();
    await toMending();
    await walk([legal, "propose", { kind: "exempt" }]);
    expect((await move(legal, "approve")).body.code).toBe("not-allowed");
    await walk([leader, "approve"], [legal, "close"]);
    expect(await mine()).toMatchObject({ state: "closed", exemption: { kind: "exempt" } });
    await sent();
    await detain();
    expect((await mine()).state).toBe("closed");
  });
  it("nobody moves what is not theirs to move", async () => {
    await detain();
    expect((await move(officer, "confirm")).body.code).toBe("not-allowed");
    expect((await move(legal, "close")).body.code).toBe("conflict");
    expect((await move(legal, "prove")).body.code).toBe("not-allowed");
    expect((await move(legal, "confirm", { said: "  " })).body.code).toBe("bad-value");
    expect((await move(legal, "confirm", { limit: START - 1 })).body).toMatchObject({
      code: "bad-value",
      at: "limit",
    });
    expect((await mine()).moves).toBe(0);
  });
});

describe("a move", () => {
  it("sent twice is made once; one made without having seen the last is refused", async () => {
    await detain();
    const { id } = await mine();
    const ask = { token: legal.token, params: { unit: "root", id } };
    const body = { key: "same-key-1", seen: 0, do: "confirm", said: "属实" };
    const first = await call("moveItem", body, ask);
    const again = await call("moveItem", body, ask);
    expect([again.status, again.body.item.moves]).toEqual([200, first.body.item.moves]);
    const stale = await call("moveItem", { ...body, key: "other-key", do: "check" }, ask);
    expect([stale.status, stale.body.code]).toEqual([409, "conflict"]);
  });
  it("is an entry whose words lie outside the tree; the item is the fold of its entries", async () => {
    await detain();
    await walk([legal, "confirm"], [legal, "assign", { owner: legal.id, said: "由本人督促" }]);
    const { id } = await mine();
    const { history, item } = await whole(id, leader);
    expect(history.map((step) => [step.do, step.said])).toEqual([
      ["open", null],
      ["confirm", "已核实"],
      ["assign", "由本人督促"],
    ]);
    const records = await inUnit("root", (sql) =>
      sql
        .exec<{ record: string; at: number; by: string }>(
          "SELECT record, at, by FROM entries WHERE kind LIKE 'item-%' ORDER BY idx",
        )
        .toArray()
        .filter(({ record }) => record.includes(id)),
    );
    expect(records.map(({ record }) => record).join()).not.toMatch(/核实|督促|某/);
    const name = (owner: string) => ({ id: owner, name: owner === legal.id ? "fa某" : "han某" });
    const [first, ...rest] = records.map(({ record, at, by }) => {
      const { body, caseKey } = JSON.parse(record) as { body: Record<string, unknown>; caseKey: string };
      const owner = typeof body["owner"] === "string" ? { owner: name(body["owner"]) } : {};
      return { ...body, caseKey, at, by, ...owner };
    });
    const folded = foldItem({ ...first, id } as never, rest as unknown as Moved[]);
    expect(folded).toMatchObject({
      state: item.state,
      owner: item.owner,
      parties: item.parties,
      limit: item.limit,
      moves: item.moves,
      foundAt: item.foundAt,
    });
    const kept = await inUnit("root", (sql) =>
      sql.exec<{ json: string }>("SELECT json FROM items WHERE id = ?", id).one(),
    );
    expect(JSON.parse(kept.json)).toMatchObject({
      state: folded.state,
      moves: folded.moves,
      parties: folded.parties,
    });
  });
});

describe("silence", () => {
  it("climbs to the legal officer, the leader and the unit above, a day apart, and a missed alarm is caught up", async () => {
    await detain();
    await later(DAY);
    expect(await mine()).toMatchObject({ state: "found", tier: 1 });
    await later(2 * DAY);
    expect(await mine()).toMatchObject({ tier: 3, moves: 3 });
    await later(DAY);
    expect((await list(legal, { due: "late" })).find(({ rule }) => rule === RULE)?.moves).toBe(3);
  });

  it("is told by short message, and no more once somebody has answered", async () => {
    const gateway = fakeGateway();
    await hire(await signIn("admin"), "zheng", ["leader"], { phone: "13900000009" });
    const told = () => gateway.arrived.filter(({ text }) => text.includes("督办事项")).length;
    await detain();
    await later(DAY);
    expect(told()).toBe(1);
    gateway.answer = "error";
    await later(DAY);
    await walk([legal, "check"]);
    gateway.answer = "ok";
    await later(2 * HOUR);
    expect(told()).toBe(1);
  });
});
