// What lies outside the tree goes when its time is over, not before and not by a clock that was set; the proofs stay.

import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REOPENED } from "../compared.ts";
import { settleRetention } from "../unit/retention.ts";
import { monthsOf } from "../unit/words.ts";
import { CASE, signedEntry } from "./batch.ts";
import { grew, opened, receiptHolds } from "./checks.ts";
import { DAY, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn, unitStub } from "./deployment.ts";

const WEEK = 7 * DAY;
let officer: Person;
let seq = 0;
beforeEach(async () => {
  setClock(START);
  seq = 0;
  officer = await hire(await deploy(), "han", ["officer"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const add = async (said: string) => {
  officer = await signIn("han");
  return (
    await call(
      "sync",
      { device: officer.device, entries: [signedEntry(++seq, said)] },
      { token: officer.token },
    )
  ).body;
};
const point = async () => {
  const { body } = await call("checkpoint", undefined, { token: (await signIn("han")).token });
  return opened(body.checkpoint, body.ledgerKey);
};
const ledger = async () =>
  (await call("ledger", undefined, { token: (await signIn("han")).token, params: { key: CASE } })).body.lines;
/** Time that passes week by week, as it does. */
async function pass(weeks: number): Promise<void> {
  for (let i = 0; i < weeks; i += 1) {
    setClock(Date.now() + WEEK + 60_000);
    await ring();
    // The object opens itself anew after a deletion.
    await new Promise((done) => setTimeout(done, 5));
  }
}
const said = async () => (await ledger()).map((line) => line.said);
const kinds = () =>
  inUnit("root", (sql) => sql.exec<{ kind: string }>("SELECT kind FROM entries ORDER BY idx").toArray()).then(
    (found) => found.map(({ kind }) => kind),
  );

describe("after the time set", () => {
  beforeEach(() => inUnit("root", (sql) => settleRetention(sql, "root", "6")));
  it("the words are gone, older and newer proofs still verify, and an entry says so", async () => {
    const { receipts } = await add("鹂某某已电话催办");
    const before = await point();
    await pass(20);
    expect(await said()).toEqual(["鹂某某已电话催办"]);
    await pass(12);
    expect(await said()).toEqual([null]);
    expect(await kinds()).toContain("forgotten");
    const after = await add("又催办");
    const receipt = [receipts[0], after.receipts[0]].map((one) => receiptHolds(one, officer.ledgerKey));
    expect(receipt).toEqual([true, true]);
    const now = await point();
    const query = { from: String(before.size), to: String(now.size) };
    const { body } = await call("consistency", undefined, { token: (await signIn("han")).token, query });
    expect(grew(before, now, body.proof)).toBe(true);
    expect(await said()).toEqual([null, "又催办"]);
  });
  it("a clock set forward by two years deletes nothing", async () => {
    await add("已催办");
    setClock(START + 730 * DAY);
    await ring();
    await pass(3);
    expect(await said()).toEqual(["已催办"]);
  });
  it("a clock set back makes new words no older", async () => {
    await pass(4);
    setClock(START - 400 * DAY);
    await add("新近的话");
    setClock(START + 5 * WEEK);
    await pass(3);
    expect(await said()).toEqual(["新近的话"]);
    expect(await inUnit("root", (sql) => monthsOf(sql))).not.toContain("2029_01");
  });
});

describe("items, once their time is over", () => {
  beforeEach(() => inUnit("root", (sql) => settleRetention(sql, "root", "6")));
  const raise = async (key: string, title: string, caseKey?: string) => {
    const { token } = await signIn("fa");
    const body = {
      key,
      origin: "patrol",
      title,
      said: "请核查",
      ...(caseKey === undefined ? {} : { caseKey }),
    };
    return (await call("raiseItem", body, { token })).body.item;
  };
  const close = async ({ id }: { id: string }) => {
    const moves = [
      ["fa", { do: "accept", evidence: "受案登记表 3 份" }],
      ["ting", { do: "decide", kind: "none" }],
      ["fa", { do: "close" }],
    ] as const;
    let state = "";
    for (const [seen, [who, step]] of moves.entries()) {
      const { token } = await signIn(who);
      const body = { key: `${id}.${seen}.000`, seen, said: "已核实", ...step };
      state = (await call("moveItem", body, { token, params: { unit: "root", id } })).body.item?.state;
    }
    return state;
  };
  const staff = async () => {
    const admin = await signIn("admin");
    await hire(admin, "fa", ["legal"]);
    await hire(admin, "ting", ["leader"]);
  };
  const titles = async () =>
    (await call("items", undefined, { token: (await signIn("fa")).token })).body.items.map(
      ({ title }) => title,
    );
  const all = () =>
    inUnit("root", (sql) =>
      ["items", "item_moves", "item_people", "cases"]
        .map((table) => JSON.stringify(sql.exec(`SELECT * FROM ${table}`).toArray()))
        .join(),
    );

  it("that are closed go with their titles and names, those in hand stay, and so does their case", async () => {
    await staff();
    await add("已催办");
    await raise("patrol.1", "鹂某某一案漏填时间", CASE);
    const closed = await raise("patrol.2", "鹃某某一案重复");
    expect(await close(closed)).toBe("closed");
    await pass(20);
    expect(await titles()).toHaveLength(2);
    await pass(13);
    expect(await titles()).toEqual(["鹂某某一案漏填时间"]);
    expect(await all()).not.toContain("鹃某某");
    expect(await all()).toContain(CASE);
    expect(await kinds()).toContain("item-closed");
  });

  it("that a rule raised keep what was found and lose who it was", async () => {
    await staff();
    await add("已催办");
    const item = await raise("patrol.1", "漏填时间", CASE);
    expect(await close(item)).toBe("closed");
    await inUnit("root", (sql) =>
      sql.exec("UPDATE items SET rule = 'bail-overrun', element = 'case', named = 1"),
    );
    await inUnit("root", (sql) => sql.exec("UPDATE cases SET next_change = ?", START * 2));
    expect(await all()).toContain("han某");
    await pass(33);
    const left = await all();
    expect([left.includes("bail-overrun"), left.includes(item.id)]).toEqual([true, true]);
    expect(await inUnit("root", (sql) => sql.exec("SELECT by_name, named FROM items").toArray())).toEqual([
      { by_name: "", named: 0 },
    ]);
    expect(await inUnit("root", (sql) => sql.exec("SELECT * FROM item_people").toArray())).toEqual([]);
    expect(
      JSON.stringify(await inUnit("root", (sql) => sql.exec("SELECT json FROM items").toArray())),
    ).not.toContain("han某");
  });
});

it("who asks while the object opens itself anew is told to come again, and what was sent arrives once", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { token } = await signIn("han");
  const body = { device: officer.device, entries: [signedEntry(1, "已催办")] };
  const codes = new Set<string>();
  for (let wait = 0; wait < 120 && !codes.has("busy"); wait += 1) {
    const asked = Array.from({ length: 2 }, () => call("sync", body, { token }));
    await new Promise((done) => setTimeout(done, wait % 10));
    const closing = runInDurableObject(unitStub("root"), (_, state) => state.abort(REOPENED)).catch(
      () => undefined,
    );
    for (const { status, body: told } of await Promise.all(asked)) codes.add(told.code ?? String(status));
    await closing;
  }
  codes.delete("200");
  expect([...codes]).toEqual(["busy"]);
  expect((await call("sync", body, { token })).body.acked).toBe(1);
  expect((await ledger()).map(({ kind }) => kind)).toEqual(["signed"]);
  log.mockRestore();
});

it.each(["5", "0", "-36", "half a year", "6.5"])(
  "a time of %j is refused and the usual one holds",
  async (asked) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await add("已催办");
    await inUnit("root", (sql) => settleRetention(sql, "root", asked));
    const kept = await inUnit(
      "root",
      (sql) =>
        sql.exec<{ value: string }>("SELECT value FROM settings WHERE key = 'retention-months'").one().value,
    );
    expect(kept).toBe("36");
    expect(log.mock.calls.flat().join()).toContain("至少留存 6 个月");
  },
);
