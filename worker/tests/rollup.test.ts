// Numbers climb the tree: late, repeated and re-judged facts count once, a parent is the sum of its children, nothing older replaces newer.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exchanged, sumOf, textOf } from "../../shared/rollup/counts.ts";
import type { Counts } from "../../shared/rollup/indicators.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { dayOf } from "../../shared/time/civil.ts";
import { linesOf } from "../unit/rollup/lines-of.ts";
import { detainedFacts, fact, factsEntry, signedEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";

const RULE = "detention-transfer-late";
let admin: Person;
const seqs = new Map<string, number>();
beforeEach(async () => {
  setClock(START);
  seqs.clear();
  admin = await deploy();
  const unit = (id: string, parent: string, level: string) =>
    call("createUnit", { id, name: `${id}局`, parent, level }, { token: admin.token });
  await unit("hu", "root", "city");
  await unit("east", "hu", "county");
  await unit("west", "hu", "county");
  await unit("cg", "east", "station");
  await unit("bg", "west", "station");
  for (const id of ["cg", "bg", "hu"]) await hire(admin, `jing-${id}`, ["officer"], { unit: id });
  await hire(admin, "ting", ["leader"]);
  await hire(admin, "ju-east", ["leader"], { unit: "east" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const send = async (unit: string, make: (seq: number) => SentEntry) => {
  const { token, device } = await signIn(`jing-${unit}`);
  const seq = (seqs.get(unit) ?? 0) + 1;
  seqs.set(unit, seq);
  return call("sync", { device, entries: [make(seq)] }, { token });
};
const incident =
  (n: string, at: number, number = n) =>
  (seq: number) =>
    factsEntry(
      seq,
      [fact("incident.number", number, Date.now()), fact("incident.receivedAt", at, Date.now())],
      [],
      `新警综:${n}`,
    );
const detained =
  (startedAt: number, more: Parameters<typeof detainedFacts>[1] = []) =>
  (seq: number) =>
    factsEntry(seq, detainedFacts(startedAt, more));

/** Lets the numbers climb from the stations to the top. */
async function climb(): Promise<void> {
  for (const unit of ["cg", "bg", "east", "west", "hu", "root"]) {
    advance(2 * MINUTE);
    await ring(unit);
  }
}
const day = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);
const board = async (account = "ting", query: Record<string, string> = {}) => {
  const { token } = await signIn(account);
  const span = { from: day(START - 2 * DAY), to: day(START + 2 * DAY), ...query };
  return (await call("rollup", undefined, { token, query: span })).body;
};

describe("the numbers of a province", () => {
  it("are one read: by day, by rule, by unit right below, and down to the station", async () => {
    await send("cg", incident("J1", START - HOUR));
    await send("cg", incident("J2", START - DAY));
    await send("bg", incident("J3", START - HOUR));
    await send("cg", detained(START - 25 * HOUR));
    await climb();
    const top = await board();
    expect(top.total).toMatchObject({ incidents: 3, cases: 1 });
    expect(top.days.map(({ day: on, counts }) => [on, counts.incidents])).toEqual(
      expect.arrayContaining([
        [day(START - DAY), 1],
        [day(START), 2],
      ]),
    );
    expect(top.rules.find(({ rule }) => rule === RULE)?.counts).toMatchObject({
      red: 1,
      breached: 1,
      open: 1,
    });
    expect(top.children).toMatchObject([
      { unit: "hu", unitName: "hu局", silent: false, units: 4, below: { units: 4, silent: 0 } },
    ]);
    const hu = await board("ting", { unit: "hu" });
    expect(hu.children.map(({ unit, counts }) => [unit, counts.incidents])).toEqual([
      ["east", 2],
      ["west", 1],
    ]);
    expect(hu.path.map(({ unit }) => unit)).toEqual(["root", "hu"]);
    expect((await board("ting", { unit: "cg" })).own).toMatchObject({ incidents: 2 });
    expect((await board("ju-east")).total).toEqual((await board("ting", { unit: "east" })).total);
  });
  it("hold no person, no case number and no device", async () => {
    await send("cg", detained(START - 25 * HOUR));
    await send("cg", (seq) => signedEntry(seq, "韩某某已办"));
    await climb();
    const kept = await inUnit("root", (sql) =>
      JSON.stringify(
        ["rollup_counts", "rollup_children"].map((t) => sql.exec(`SELECT * FROM ${t}`).toArray()),
      ),
    );
    for (const trace of ["A9901000020260300012", "韩", "jing", "device", "新警综"])
      expect([trace, kept.includes(trace)]).toEqual([trace, false]);
    expect(kept).toContain(RULE);
  });
  it("are for those who supervise, of their own part of the tree", async () => {
    const { token } = await signIn("ju-east");
    const query = { from: "2030-03-01", to: "2030-03-02" };
    expect((await call("rollup", undefined, { token, query: { ...query, unit: "west" } })).body.code).toBe(
      "outside-unit",
    );
    expect(
      (await call("rollup", undefined, { token, query: { ...query, to: "2030-02-01" } })).body.code,
    ).toBe("bad-time");
    expect(
      (await call("rollup", undefined, { token, query: { ...query, to: "2031-03-01" } })).body.code,
    ).toBe("bad-value");
    const officer = await signIn("jing-cg");
    expect((await call("rollup", undefined, { token: officer.token, query })).status).toBe(403);
  });
});

describe("what is late, repeated or judged again", () => {
  it("changes nothing twice", async () => {
    await send("cg", incident("J1", START - HOUR));
    await send("cg", incident("J1", START - HOUR));
    const { token, device } = await signIn("jing-cg");
    const again = incident("J1", START - HOUR)(1);
    for (const _ of "ab") await call("sync", { device, entries: [{ ...again }] }, { token });
    await climb();
    expect((await board()).total).toMatchObject({ incidents: 1 });
    const before = await inUnit("root", (sql) => sql.exec("SELECT * FROM rollup_days").toArray());
    await send("cg", incident("J1", START - HOUR));
    await climb();
    expect(await inUnit("root", (sql) => sql.exec("SELECT * FROM rollup_days").toArray())).toEqual(before);
  });
  it("moves a number to the day to which it belongs", async () => {
    await send("cg", incident("J1", START));
    await climb();
    await send("cg", incident("J1", START - DAY));
    await climb();
    const { days } = await board();
    expect(days.filter(({ counts }) => counts.incidents !== undefined)).toMatchObject([
      { day: day(START - DAY), counts: { incidents: 1 } },
    ]);
  });
  it("counts what is put right as 自纠 and no longer as open", async () => {
    await send("cg", detained(START - 22 * HOUR));
    await climb();
    expect((await board()).rules.find(({ rule }) => rule === RULE)?.counts).toMatchObject({ open: 1 });
    await send("cg", detained(START - 22 * HOUR, [fact("measures/m1.sentToHouseAt", START, Date.now())]));
    await climb();
    const of = (await board()).rules.find(({ rule }) => rule === RULE)?.counts;
    expect(of).toMatchObject({ corrected: 1 });
    expect(of).not.toHaveProperty("open");
    expect(of).not.toHaveProperty("breached");
  });
  it("is the sum of its parts, whatever came in which order", async () => {
    for (let i = 0; i < 12; i += 1) {
      await send("cg", incident(`J${i % 5}`, START - (i % 3) * DAY));
      if (i % 4 === 0) await send("cg", detained(START - (20 + i) * HOUR));
      if (i % 3 === 0) await climb();
    }
    await climb();
    const [kept, afresh] = await inUnit("cg", (sql) => {
      const places = sql.exec<{ place: string }>("SELECT place FROM rollup_parts").toArray();
      const lines = places.flatMap(({ place }) => linesOf(sql, place));
      const days = sql
        .exec<{ day: number; json: string }>(
          "SELECT day, json FROM rollup_counts WHERE child = '' ORDER BY day",
        )
        .toArray();
      const fresh = days.map(({ day: on }) => textOf(exchanged({}, on, [], lines)));
      return [days.map(({ json }) => json), fresh];
    });
    expect(kept).toEqual(afresh);
    expect(kept.length).toBeGreaterThan(2);
  });
});

it("entries that do not come are counted until they come", async () => {
  const { token, device } = await signIn("jing-cg");
  await call("sync", { device, entries: [incident("J1", START)(1)] }, { token });
  await call("sync", { device, entries: [incident("J2", START)(5)] }, { token });
  await climb();
  expect((await board()).total.blind).toBe(3);
  await call(
    "sync",
    { device, entries: [2, 3, 4, 5].map((seq) => incident(`J${seq}`, START)(seq)) },
    { token: (await signIn("jing-cg")).token },
  );
  await climb();
  expect((await board()).total).toMatchObject({ incidents: 5 });
  expect((await board()).total).not.toHaveProperty("blind");
});

describe("a unit that moves", () => {
  it("is counted above its new place only", async () => {
    await send("cg", incident("J1", START));
    await send("bg", incident("J2", START));
    await climb();
    const { token } = await signIn("admin");
    await call("moveUnit", { parent: "west", said: "改隶属" }, { token, params: { id: "cg" } });
    await climb();
    await climb();
    const hu = await board("ting", { unit: "hu" });
    expect(hu.children.map(({ unit, counts }) => [unit, counts.incidents ?? 0])).toEqual([
      ["east", 0],
      ["west", 2],
    ]);
    expect((await board()).total.incidents).toBe(2);
    const back = await signIn("admin");
    await call("moveUnit", { parent: "east", said: "改回" }, { token: back.token, params: { id: "cg" } });
    await climb();
    await climb();
    expect((await board("ting", { unit: "hu" })).children.map(({ counts }) => counts.incidents ?? 0)).toEqual(
      [1, 1],
    );
  });
});

it("a unit that reports nothing for a day is silent, one that lives says so without news", async () => {
  await send("cg", incident("J1", START));
  await send("bg", incident("J2", START));
  await climb();
  const silentOf = async (unit: string) =>
    (await board("ting", { unit: unit === "cg" ? "east" : "west" })).children.map((one) => [
      one.unit,
      one.silent,
    ]);
  for (let i = 0; i < 5; i += 1) {
    advance(6 * HOUR + MINUTE);
    await ring("bg");
  }
  expect(await silentOf("cg")).toEqual([["cg", true]]);
  expect(await silentOf("bg")).toEqual([["bg", false]]);
});

it("a unit above that cannot be written to loses nothing: the report waits, is parked and arrives", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await inUnit("east", (sql) => sql.exec("ALTER TABLE rollup_children RENAME TO hidden"));
  await send("cg", incident("J1", START));
  advance(2 * MINUTE);
  await ring("cg");
  for (const seconds of [5, 10, 20, 40, 80]) {
    advance(seconds * 1000);
    await ring("cg");
  }
  const state = () =>
    inUnit("cg", (sql) => sql.exec("SELECT state FROM outbox WHERE kind = 'rollup'").toArray());
  expect(await state()).toEqual([{ state: "parked" }]);
  await inUnit("east", (sql) => sql.exec("ALTER TABLE hidden RENAME TO rollup_children"));
  await send("cg", incident("J2", START));
  advance(20 * MINUTE);
  await ring("cg");
  await climb();
  expect(await state()).toEqual([]);
  expect((await board()).total.incidents).toBe(2);
});

it("adds without rest: the order of units and days is nothing to a sum", () => {
  const one: Counts = { "": { incidents: 2 }, a: { red: 1 } };
  const two: Counts = { a: { red: 3, open: 1 }, "": { incidents: 1 } };
  expect(textOf(sumOf([one, two]))).toBe(textOf(sumOf([two, one])));
  expect(textOf(exchanged(one, dayOf(START), [[dayOf(START), "a", "red", 1]], []))).toBe(
    '{"":{"incidents":2}}',
  );
});

it("a clock that was a year ahead holds no number back", async () => {
  setClock(START + 365 * DAY);
  await send("cg", incident("J1", START));
  setClock(START);
  await send("cg", incident("J2", START));
  await climb();
  expect((await board()).total.incidents).toBe(2);
});

it("a unit that counts its revisions from the beginning again passes those that were taken", async () => {
  await send("cg", incident("J1", START));
  await climb();
  await send("cg", incident("J2", START));
  await climb();
  await inUnit("cg", (sql) =>
    sql.exec(
      `UPDATE rollup_days SET revision = 1, sent = 0; UPDATE settings SET value = '1' WHERE key = 'rollup-revision'`,
    ),
  );
  await send("cg", incident("J3", START));
  await climb();
  expect((await board()).total.incidents).toBe(3);
  expect((await board("ting", { unit: "cg" })).sending).toMatchObject({ waiting: false, error: null });
});
