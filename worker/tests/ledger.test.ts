// The unit's ledger as its readers check it: proofs, checkpoints over time, a cut tail, concurrent writers.
import { abortAllDurableObjects, runDurableObjectAlarm } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { verifyLine } from "../../shared/ledger/receipt.ts";
import { commitment } from "../../shared/ledger/record.ts";
import { CASE, signedEntry } from "./batch.ts";
import { grew, opened, receiptHolds } from "./checks.ts";
import { call, deploy, hire, inUnit, type Person, unitStub } from "./deployment.ts";

let admin: Person;
let officer: Person;
beforeEach(async () => {
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
});

const sync = (entries: readonly unknown[], who = officer) =>
  call("sync", { device: who.device, entries }, { token: who.token });
const checkpoint = async () => {
  const { body } = await call("checkpoint", undefined, { token: officer.token });
  return opened(body.checkpoint, body.ledgerKey);
};

describe("a case's ledger", () => {
  it("proves every line, and the words to the commitments", async () => {
    await sync([signedEntry(1, "已催办"), signedEntry(2), signedEntry(3, undefined, "other:1")]);
    const { body } = await call("ledger", undefined, { token: officer.token, params: { key: CASE } });
    const point = opened(body.checkpoint, officer.ledgerKey);
    expect(body.lines).toHaveLength(2);
    for (const line of body.lines) expect(verifyLine(line, point)).toBe(true);
    const [first] = body.lines;
    const record = JSON.parse(first?.record ?? "{}") as { outside: string };
    expect(first?.said).toBe("已催办");
    expect(commitment(first?.salt ?? "", first?.said ?? "", point.suite.hash)).toBe(record.outside);
  });
  it("shows a supervisor's look, once for one viewing, and not an officer's", async () => {
    const legal = await hire(admin, "fa", ["legal"]);
    const look = (who: Person) => call("caseView", undefined, { token: who.token, params: { key: CASE } });
    await sync([signedEntry(1)]);
    await look(officer);
    await look(legal);
    await look(legal);
    const { body } = await call("ledger", undefined, { token: officer.token, params: { key: CASE } });
    expect(body.lines.map(({ kind, by }) => [kind, by])).toEqual([
      ["signed", officer.id],
      ["viewed", legal.id],
    ]);
  });
  it("shows a look at its proofs as well", async () => {
    const legal = await hire(admin, "fa", ["legal"]);
    await sync([signedEntry(1)]);
    for (const who of [officer, legal])
      await call("ledger", undefined, { token: who.token, params: { key: CASE } });
    const { body } = await call("ledger", undefined, { token: officer.token, params: { key: CASE } });
    expect(body.lines.map(({ kind, by }) => [kind, by])).toEqual([
      ["signed", officer.id],
      ["viewed", legal.id],
    ]);
  });
  it("records who signed in", async () => {
    const kinds = await inUnit("root", (sql) =>
      sql.exec("SELECT kind, by FROM entries WHERE kind = 'signed-in' ORDER BY idx").toArray(),
    );
    expect(kinds).toEqual([
      { kind: "signed-in", by: admin.id },
      { kind: "signed-in", by: officer.id },
    ]);
  });
});

describe("checkpoints", () => {
  it("continue each other", async () => {
    const points = [await checkpoint()];
    for (let seq = 1; seq <= 9; seq += 1) {
      await sync([signedEntry(seq)]);
      points.push(await checkpoint());
    }
    const last = points.at(-1);
    if (last === undefined) throw new Error("no checkpoint");
    for (const point of points) {
      const query = { from: String(point.size), to: String(last.size) };
      const { body } = await call("consistency", undefined, { token: officer.token, query });
      expect(grew(point, last, body.proof)).toBe(true);
    }
  });
  it("beyond the end or backwards are refused", async () => {
    const ask = async (from: string, to: string) =>
      (await call("consistency", undefined, { token: officer.token, query: { from, to } })).body.code;
    expect(await ask("0", "99999")).toBe("bad-value");
    expect(await ask("2", "1")).toBe("bad-value");
  });
});

describe("many writers at once", () => {
  it("share commits; every receipt verifies and nothing is lost or doubled", async () => {
    const devices = await Promise.all(Array.from({ length: 6 }, (_, i) => hire(admin, `p${i}`, ["officer"])));
    const replies = await Promise.all(
      devices.flatMap((who) => [
        sync([signedEntry(1), signedEntry(2)], who),
        sync([signedEntry(1), signedEntry(2)], who),
      ]),
    );
    for (const { body } of replies) {
      expect(body.acked).toBe(2);
      for (const receipt of body.receipts) expect(receiptHolds(receipt, officer.ledgerKey)).toBe(true);
    }
    const sizes = new Set(replies.flatMap(({ body }) => body.receipts.map(({ checkpoint: text }) => text)));
    expect(sizes.size).toBeLessThan(replies.length);
    const stored = await inUnit("root", (sql) =>
      sql
        .exec<{ n: number; top: number }>(
          "SELECT count(*) AS n, max(idx) + 1 AS top FROM entries WHERE seq IS NOT NULL",
        )
        .one(),
    );
    expect(stored.n).toBe(12);
  });
  it("a refused batch among them undoes nothing of the others", async () => {
    const other = await hire(admin, "li", ["officer"]);
    const [good, bad] = await Promise.all([sync([signedEntry(1)]), sync([signedEntry(7)], other)]);
    expect([good.body.acked, bad.body.code]).toEqual([1, "sequence-gap"]);
  });
});

const HARM: Readonly<Record<string, string>> = {
  "its last entry cut off": "DELETE FROM entries WHERE idx = (SELECT max(idx) FROM entries)",
  "all entries gone": "DELETE FROM entries",
  "an entry missing in the middle": "DELETE FROM entries WHERE idx = 1",
  "its last record rewritten":
    "UPDATE entries SET record = replace(record, 'signed', 'viewed') WHERE idx = (SELECT max(idx) FROM entries)",
  "its checkpoint gone": "DELETE FROM settings WHERE key = 'checkpoint'",
  "an older checkpoint put back":
    "UPDATE settings SET value = replace(value, char(10) || (SELECT max(idx) + 1 FROM entries) || char(10), char(10) || '5' || char(10)) WHERE key = 'checkpoint'",
  "a record on the right edge rewritten":
    "UPDATE entries SET record = replace(record, 'signed', 'viewed') WHERE idx = (SELECT max(idx) FROM entries) - 2",
  "a tile changed": "UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE height = 0 AND idx = 0",
  "a tile gone": "DELETE FROM tiles WHERE height = 0",
  "an upper tile gone": "DELETE FROM tiles WHERE height = 1",
};

/** More entries than a tile holds. */
const MANY = 261;
async function fill(after = 0): Promise<void> {
  const entries = Array.from({ length: MANY }, (_, i) => signedEntry(after + i + 1));
  for (let i = 0; i < MANY; i += 150) await sync(entries.slice(i, i + 150));
}

it("a disk that takes nothing more is named, nothing is acknowledged, and it goes on once there is room", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await sync([signedEntry(1)]);
  // What SQLite throws for a full disk, at the same place.
  const full =
    "CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'disk is full: SQLITE_FULL'); END";
  await inUnit("root", (sql) => sql.exec(full));
  const { status, body } = await sync([signedEntry(2)]);
  expect([status, body.code]).toEqual([503, "busy"]);
  expect(body.message).toContain("腾出磁盘空间");
  expect((await call("cases", undefined, { token: officer.token })).status).toBe(200);
  await inUnit("root", (sql) => sql.exec("DROP TRIGGER full"));
  const after = await sync([signedEntry(2)]);
  expect(after.body.acked).toBe(2);
  for (const receipt of after.body.receipts) expect(receiptHolds(receipt, officer.ledgerKey)).toBe(true);
  log.mockRestore();
});

describe("a stored ledger with", () => {
  it.each(Object.entries(HARM))("%s refuses to go on and says what to do", async (_, harm) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await fill();
    await inUnit("root", (sql) => sql.exec(harm));
    await abortAllDurableObjects();
    const { status, body } = await sync([signedEntry(MANY + 1)]);
    expect([status, body.code]).toEqual([503, "ledger-damaged"]);
    expect(body.message).toMatch(/^单位 root ?（.+局）.*请从备份恢复$/);
    expect(log.mock.calls.flat().join()).toContain('"unit":"root"');
    expect((await call("cases", undefined, { token: officer.token })).status).toBe(200);
    log.mockRestore();
  });
  it("an old record rewritten is found in a week at most, and named", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await fill();
    await fill(MANY);
    await inUnit("root", (sql) =>
      sql.exec("UPDATE entries SET record = replace(record, 'signed', 'viewed') WHERE idx = 77"),
    );
    await abortAllDurableObjects();
    expect((await sync([signedEntry(2 * MANY + 1)])).status).toBe(200);
    vi.setSystemTime(Date.now() + 8 * 24 * 3_600_000);
    await runDurableObjectAlarm(unitStub("root"));
    expect(log.mock.calls.flat().join()).toContain("单位 root 的台账第 77 条记录与其哈希不符");
    vi.useRealTimers();
    expect((await sync([signedEntry(2 * MANY + 2)])).body.code).toBe("ledger-damaged");
    log.mockRestore();
  });
  it("nothing amiss goes on after a restart, its tiles and right edge read anew", async () => {
    await fill();
    const before = await checkpoint();
    await abortAllDurableObjects();
    expect((await sync([signedEntry(MANY + 1)])).body.acked).toBe(MANY + 1);
    const after = await checkpoint();
    const query = { from: String(before.size), to: String(after.size) };
    const { body } = await call("consistency", undefined, { token: officer.token, query });
    expect(grew(before, after, body.proof)).toBe(true);
  });
  it("the tables of an earlier program gets its tiles from its records", async () => {
    await fill();
    const before = await checkpoint();
    await inUnit("root", (sql) => sql.exec("DELETE FROM tiles; DELETE FROM settings WHERE key = 'tiles'"));
    await abortAllDurableObjects();
    const { body } = await sync([signedEntry(MANY + 1)]);
    expect(body.receipts.every((receipt) => receiptHolds(receipt, officer.ledgerKey))).toBe(true);
    expect((await checkpoint()).size).toBe(before.size + 1);
  });
});
