// Numbers of a unit and above it: late, repeated and re-judged facts count once, a parent is the sum of its children, no person is in them.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exchanged, sumOf, textOf } from "../../shared/rollup/counts.ts";
import type { Counts } from "../../shared/rollup/indicators.ts";
import { dayOf } from "../../shared/time/civil.ts";
import { linesOf } from "../unit/rollup/lines-of.ts";
import { fact, signedEntry } from "./batch.ts";
import { DAY, HOUR, START } from "./clock.ts";
import { call, inUnit, signIn } from "./deployment.ts";
import { board, climb, day, detained, incident, plantNumbers, send } from "./numbers.ts";

const RULE = "detention-transfer-late";

beforeEach(plantNumbers);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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

it("adds without rest: the order of units and days is nothing to a sum", () => {
  const one: Counts = { "": { incidents: 2 }, a: { red: 1 } };
  const two: Counts = { a: { red: 3, open: 1 }, "": { incidents: 1 } };
  expect(textOf(sumOf([one, two]))).toBe(textOf(sumOf([two, one])));
  expect(textOf(exchanged(one, dayOf(START), [[dayOf(START), "a", "red", 1]], []))).toBe(
    '{"":{"incidents":2}}',
  );
});
