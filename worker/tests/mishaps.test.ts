// Mishaps of our own while judging: entries are kept all the same, other cases' clocks run on, the log says so.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from "vitest";
import { CASE, detainedFacts, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn, unitStub } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";

const OTHER = "新警综:A9901000020260300099";
let officer: Person;
let log: MockInstance;
beforeEach(async () => {
  setClock(START);
  fakeGateway();
  log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  officer = await hire(await deploy(), "han", ["officer"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let seq = 0;
beforeEach(() => {
  seq = 0;
});
const detain = (caseKey: string) => {
  const entries = [factsEntry(++seq, detainedFacts(START), [], caseKey)];
  return call("sync", { device: officer.device, entries }, { token: officer.token });
};
const colour = async (caseKey: string) => {
  officer = await signIn("han");
  const { body } = await call("caseView", undefined, { token: officer.token, params: { key: caseKey } });
  return body.findings.find(({ rule, on }) => rule === "detention-transfer-late" && on === "measures/m1")
    ?.colour;
};
const spoil = (sql: SqlStorage) =>
  sql.exec("UPDATE facts SET value = '{' WHERE case_key = ? AND field = 'kind'", CASE);
const alarmAt = () => runInDurableObject(unitStub("root"), (_, { storage }) => storage.getAlarm());

it("a case that cannot be judged rests, the others ring", async () => {
  await detain(CASE);
  await detain(OTHER);
  await inUnit("root", spoil);
  setClock(START + 21 * HOUR);
  await ring();
  await inUnit("root", (sql) => sql.exec("UPDATE facts SET value = '\"刑事拘留\"' WHERE field = 'kind'"));
  expect(await colour(OTHER)).toBe("yellow");
  expect(await colour(CASE)).toBe("green");
  expect(log.mock.calls.flat().join()).toContain("could not judge a case");
  expect(await alarmAt()).toBe(START + 21 * HOUR + 10 * MINUTE);
  setClock(START + 21 * HOUR + 10 * MINUTE);
  await ring();
  expect(await colour(CASE)).toBe("yellow");
});

it("an entry of such a case is acknowledged, and nothing half-judged is left", async () => {
  await detain(CASE);
  const before = await inUnit("root", (sql) => sql.exec("SELECT * FROM findings").toArray());
  await inUnit("root", (sql) =>
    sql.exec("INSERT INTO facts VALUES (?, 'persons', 'x', 'role', 'known', '{', 0, '')", CASE),
  );
  expect((await detain(CASE)).body.acked).toBe(2);
  expect(await inUnit("root", (sql) => sql.exec("SELECT * FROM findings").toArray())).toEqual(before);
});

it("what was judged half-way is undone: no finding, no entry, no push of it", async () => {
  await inUnit("root", (sql) => sql.exec("ALTER TABLE covers RENAME TO hidden"));
  setClock(START + 30 * HOUR);
  officer = await signIn("han");
  const entries = [factsEntry(++seq, detainedFacts(START), [], CASE)];
  const { body } = await call("sync", { device: officer.device, entries }, { token: officer.token });
  expect(body.acked).toBe(1);
  const left = (query: string) => inUnit("root", (sql) => sql.exec(query).toArray());
  expect(await left("SELECT * FROM findings")).toEqual([]);
  expect(await left("SELECT * FROM entries WHERE kind = 'coloured'")).toEqual([]);
  await inUnit("root", (sql) => sql.exec("ALTER TABLE hidden RENAME TO covers"));
  setClock(START + 31 * HOUR);
  await ring();
  expect(await left("SELECT * FROM reminders WHERE rule = 'detention-transfer-late'")).toHaveLength(1);
});

it("a stored pack that this program cannot use stops no entry", async () => {
  await detain(CASE);
  await inUnit("root", (sql) => sql.exec("UPDATE settings SET value = '{}' WHERE key = 'pack'"));
  await abortAllDurableObjects();
  expect((await detain(CASE)).body.acked).toBe(2);
  expect(log.mock.calls.flat().join()).toContain("cannot judge by its stored pack");
  setClock(START + DAY);
  await ring();
  expect(await alarmAt()).toBeGreaterThan(START + DAY);
});

it("a commit that fails refuses its own requests, the next one works", async () => {
  await inUnit("root", (sql) => sql.exec("ALTER TABLE settings RENAME TO hidden"));
  expect((await detain(CASE)).status).toBe(500);
  await inUnit("root", (sql) => sql.exec("ALTER TABLE hidden RENAME TO settings"));
  expect((await detain(CASE)).body.code).toBe("sequence-gap");
  seq = 0;
  await detain(CASE);
  await ring();
  expect(await alarmAt()).toBe(START + 12 * HOUR);
});

it("an alarm that fails is set again", async () => {
  await detain(CASE);
  await inUnit("root", (sql) => sql.exec("ALTER TABLE outbox RENAME TO hidden"));
  await ring();
  expect(log.mock.calls.flat().join()).toContain("its alarm failed");
  expect(await alarmAt()).toBe(START + MINUTE);
  await inUnit("root", (sql) => sql.exec("ALTER TABLE hidden RENAME TO outbox"));
});

it("an alarm that fails seven times in a row is set again each time, is seen to be late, and rings once when it can", async () => {
  await detain(CASE);
  await inUnit("root", (sql) =>
    sql.exec(
      "CREATE TRIGGER out_of_order BEFORE INSERT ON lateness BEGIN SELECT RAISE(ABORT, 'out of order'); END",
    ),
  );
  const due = START + 12 * HOUR;
  setClock(due);
  for (let failed = 1; failed <= 7; failed += 1) {
    expect(await ring()).toBe(true);
    expect(await alarmAt()).toBe(due + failed * MINUTE);
    advance(MINUTE);
  }
  const health = async () => {
    const { body } = await call("unitHealth", undefined, { token: (await signIn("admin")).token });
    return body.units.find(({ unit }) => unit === "root")?.alarm;
  };
  expect(await health()).toMatchObject({ late: 7 * MINUTE });
  expect(log.mock.calls.flat().filter((line) => String(line).includes("its alarm failed"))).toHaveLength(7);
  await inUnit("root", (sql) => sql.exec("DROP TRIGGER out_of_order"));
  await ring();
  await ring();
  const made = await inUnit("root", (sql) =>
    sql.exec("SELECT 1 FROM reminders WHERE rule = 'detention-transfer-late'").toArray(),
  );
  expect(made).toHaveLength(1);
  expect(await health()).toMatchObject({ late: 0, worst: 7 * MINUTE });
});

it("a damaged ledger sends nothing that it cannot record", async () => {
  const gateway = fakeGateway();
  await detain(CASE);
  setClock(START + 2 * DAY);
  await inUnit("root", (sql) => sql.exec("DELETE FROM entries WHERE idx = 0"));
  await abortAllDurableObjects();
  await ring();
  await ring();
  expect(gateway.arrived).toEqual([]);
});
