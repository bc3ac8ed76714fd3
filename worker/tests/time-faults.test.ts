// What goes wrong with time and targets: clocks set back, alarms during a migration, a gateway that hangs or is down for a day.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { migrate } from "../migrate.ts";
import { UNIT_STEPS } from "../unit/migrations.ts";
import { CASE, detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, signIn, unitStub } from "./deployment.ts";
import { fakeGateway, type Gateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
let gateway: Gateway;
let seq = 0;
beforeEach(async () => {
  seq = 0;
  setClock(START);
  gateway = fakeGateway();
  await hire(await deploy(), "han", ["officer"], { phone: "13900000001" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const send = async (facts: ReturnType<typeof detainedFacts>, key = CASE) => {
  const { token, device } = await signIn("han");
  return call("sync", { device, entries: [factsEntry(++seq, facts, [], key)] }, { token });
};
const look = async () => {
  const { token, device } = await signIn("han");
  await call("sync", { device, entries: [] }, { token });
  const { body } = await call("caseView", undefined, { token, params: { key: CASE } });
  return {
    colour: body.findings.find(({ rule, on }) => rule === RULE && on === "measures/m1")?.colour,
    reminders: body.reminders.filter(({ rule }) => rule === RULE).map(({ colour }) => colour),
  };
};
const alarmAt = () => runInDurableObject(unitStub("root"), (_, { storage }) => storage.getAlarm());
const outbox = async () => {
  const { token } = await signIn("admin");
  return (await call("outbox", undefined, { token })).body;
};
/** Messages of the reminder; those of the matter that it became after a day speak of it too. */
const sent = () =>
  gateway.arrived.filter(({ text }) => text.includes("送看守所") && !text.includes("督办事项"));

describe("a clock that went a year ahead and was set right", () => {
  it("rings in its own time all the same, and the ledger says what happened", async () => {
    await send(detainedFacts(START));
    setClock(START + 365 * DAY);
    await ring();
    expect(await look()).toEqual({ colour: "red", reminders: ["red"] });
    setClock(START + HOUR);
    await look();
    await ring();
    expect(await look()).toEqual({ colour: "green", reminders: [] });
    expect(await alarmAt()).toBe(START + 12 * HOUR);
    setClock(START + 25 * HOUR);
    await ring();
    expect(await look()).toEqual({ colour: "red", reminders: ["red"] });
    const jumps = await inUnit("root", (sql) =>
      sql.exec("SELECT record FROM entries WHERE kind = 'clock-jumped'").toArray(),
    );
    expect(jumps).toHaveLength(1);
    expect(sent()).toHaveLength(2);
  });
  it("takes newer readings again, and what was truly over rings again", async () => {
    setClock(START + 365 * DAY);
    await send(detainedFacts(START - 30 * HOUR));
    await ring();
    setClock(START);
    await look();
    await ring();
    expect(await look()).toEqual({ colour: "red", reminders: ["red"] });
    await send(
      detainedFacts(START - 30 * HOUR, [fact("measures/m1.sentToHouseAt", START - 20 * HOUR, START)]),
    );
    expect((await look()).colour).toBe("green");
  });
  it("sends what waits, and not in a year", async () => {
    gateway.answer = "error";
    setClock(START + 365 * DAY);
    await send(detainedFacts(START - 30 * HOUR));
    await ring();
    setClock(START);
    gateway.answer = "ok";
    await look();
    await ring();
    advance(MINUTE);
    await ring();
    expect(sent()).toHaveLength(1);
    expect((await outbox()).waiting).toBe(0);
  });
});

it("a clock that is set right by a minute is no jump", async () => {
  await send(detainedFacts(START - 30 * HOUR));
  await ring();
  setClock(START - MINUTE);
  await look();
  expect(
    await inUnit("root", (sql) => sql.exec("SELECT 1 FROM entries WHERE kind = 'clock-jumped'").toArray()),
  ).toEqual([]);
});

it("an alarm that finds an older database migrates it, judges and reminds", async () => {
  await send(detainedFacts(START));
  const kept = await inUnit("root", (sql) => {
    const settings = sql.exec<{ key: string; value: string }>("SELECT key, value FROM settings").toArray();
    const facts = sql.exec<Record<string, string | number | null>>("SELECT * FROM facts").toArray();
    return { settings: settings.filter(({ key }) => key.startsWith("pack")), facts };
  });
  await runInDurableObject(unitStub("old"), async (_, { storage }) => {
    const { sql } = storage;
    for (const { name } of sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray())
      sql.exec(`DROP TABLE "${name}"`);
    migrate(storage, UNIT_STEPS.slice(0, 2));
    for (const { key, value } of kept.settings) sql.exec("INSERT INTO settings VALUES (?, ?)", key, value);
    for (const row of kept.facts)
      sql.exec("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ...Object.values(row));
    sql.exec("INSERT INTO cases VALUES (?, 'm1', 'han某', ?, ?)", CASE, START, START + 12 * HOUR);
    await storage.setAlarm(START + 12 * HOUR);
  });
  await abortAllDurableObjects();
  setClock(START + 25 * HOUR);
  expect(await ring("old")).toBe(true);
  // Opened so that the next test finds and clears them.
  await call("health");
  await inUnit("root", () => undefined);
  const made = await inUnit("old", (sql) =>
    sql.exec<{ colour: string }>("SELECT colour FROM reminders WHERE rule = ?", RULE).toArray(),
  );
  expect(made).toEqual([{ colour: "red" }]);
});

describe("a gateway", () => {
  it("that is down for a day gets everything once when it is back, without anybody's doing", async () => {
    gateway.answer = "unreachable";
    await send(detainedFacts(START - 30 * HOUR));
    await send(detainedFacts(START - 31 * HOUR), "新警综:A9901000020260300099");
    const until = START + DAY;
    let rings = 0;
    for (let at = await alarmAt(); at !== null && at < until && rings < 400; at = await alarmAt()) {
      setClock(Math.max(at, Date.now()));
      await ring();
      rings += 1;
    }
    const { waiting, parked, lastError } = await outbox();
    expect([waiting, lastError]).toEqual([0, "短信网关连接不上"]);
    expect(parked).toBe(2);
    expect(rings).toBeLessThan(200);
    gateway.answer = "ok";
    setClock(until + 16 * MINUTE);
    await ring();
    // One has arrived: the target is back, and the other is no longer parked.
    expect((await outbox()).parked).toBe(0);
    for (const minutes of [16, 1, 1]) {
      await ring();
      advance(minutes * MINUTE);
    }
    await ring();
    expect(sent()).toHaveLength(2);
    expect(new Set(gateway.arrived.map(({ id }) => id)).size).toBe(gateway.arrived.length);
    expect((await outbox()).parked).toBe(0);
  });
  it("gets what is parked at once when somebody says so, and nothing of what was mended meanwhile", async () => {
    gateway.answer = "error";
    await send(detainedFacts(START - 30 * HOUR));
    await send(detainedFacts(START - 30 * HOUR), "新警综:A9901000020260300099");
    for (const seconds of [0, 5, 10, 20, 40, 80]) {
      advance(seconds * 1000);
      await ring();
    }
    const { parked } = await outbox();
    expect(parked).toBeGreaterThan(1);
    await send(
      detainedFacts(START - 30 * HOUR, [fact("measures/m1.sentToHouseAt", START - 20 * HOUR, Date.now())]),
    );
    gateway.answer = "ok";
    const { token } = await signIn("admin");
    expect((await call("retryOutbox", {}, { token })).body).toEqual({ again: parked });
    await ring();
    expect(sent().map(({ caseKey }) => caseKey)).toEqual(["新警综:A9901000020260300099"]);
    const { queues } = await outbox();
    expect(queues?.find(({ kind }) => kind === "sms")).toMatchObject({ parked: 0, waiting: 0, lapsed: 1 });
  });
  it("that does not answer holds no deadline up", async () => {
    let release = () => {};
    const hung = new Promise<void>((done) => {
      release = done;
    });
    await send(detainedFacts(START - 30 * HOUR), "新警综:A9901000020260300099");
    await send(detainedFacts(START - 12 * HOUR + 300));
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => {
      await hung;
      return new Response("ok");
    });
    const ringing = ring();
    await new Promise((done) => setTimeout(done, 50));
    setClock(START + 1000);
    await vi.waitFor(async () => expect((await look()).colour).toBe("blue"), 5_000);
    expect((await outbox()).sent).toBe(0);
    release();
    await ringing;
    expect((await outbox()).sent).toBe(1);
  });
});
