// A new pack judges all open cases again in the background: in groups, after deadlines, through restarts, with progress; health in numbers.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { unitOf } from "../env.ts";
import { detainedFacts, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, env, hire, inUnit, signIn, unitStub } from "./deployment.ts";
import { fakeGateway, type Gateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
let gateway: Gateway;
beforeEach(async () => {
  setClock(START);
  gateway = fakeGateway();
  const admin = await deploy();
  await hire(admin, "han", ["officer"], { phone: "13900000001" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const keyOf = (i: number): string => `新警综:A99010000202603${String(i).padStart(5, "0")}`;
const send = async (n: number, startedAt: number) => {
  const { token, device } = await signIn("han");
  const entries = Array.from({ length: n }, (_, i) =>
    factsEntry(i + 1, detainedFacts(startedAt), [], keyOf(i)),
  );
  for (let i = 0; i < n; i += 100)
    await call("sync", { device, entries: entries.slice(i, i + 100) }, { token });
};
/** The stored pack once more, as the next revision. */
const nextPack = async () => {
  const body = await inUnit(
    "root",
    (sql) => sql.exec<{ value: string }>("SELECT value FROM settings WHERE key = 'pack'").one().value,
  );
  const [first = "", ...words] = body.split("\n");
  const pack = JSON.parse(first) as { revision: number };
  const next = [JSON.stringify({ ...pack, revision: pack.revision + 1 }), ...words].join("\n");
  await unitOf(env, "root").takePack({ body: next, hash: "0".repeat(64), key: "", signature: "" }, "test");
};
const health = async (account = "admin") => {
  const { token } = await signIn(account);
  const { body } = await call("unitHealth", undefined, { token });
  return body.units;
};
/** All objects start anew; they are opened so that the next test finds and clears them. */
const restart = async () => {
  await abortAllDurableObjects();
  await call("health");
  await inUnit("root", () => undefined);
};
const own = async () => (await health())[0]!;
const alarmAt = () => runInDurableObject(unitStub("root"), (_, { storage }) => storage.getAlarm());

describe("a new pack", () => {
  it("judges every case in groups, goes on after a restart, and tells how far it is", async () => {
    await send(230, START - 2 * HOUR);
    await ring();
    expect((await own()).judging).toMatchObject({ revision: 1, cases: 230, left: 0 });
    await nextPack();
    expect((await own()).judging).toEqual({ revision: 2, cases: 230, left: 230, since: START });
    expect(await alarmAt()).toBeLessThanOrEqual(START);
    await ring();
    expect((await own()).judging.left).toBe(130);
    await restart();
    await ring();
    expect((await own()).judging.left).toBe(30);
    await ring();
    expect((await own()).judging.left).toBe(0);
    const packs = await inUnit("root", (sql) =>
      sql
        .exec<{ pack: number; n: number }>(
          "SELECT pack, count(*) AS n FROM findings WHERE rule = ? GROUP BY pack",
          RULE,
        )
        .toArray(),
    );
    expect(packs.map(({ pack }) => pack)).toEqual([2]);
    // Once the directory has word of all cases as well, nothing keeps the alarm ringing.
    while ((await own()).outbox.queues.length > 0) await ring();
    expect(await alarmAt()).toBeGreaterThan(START);
  });
  it("lets deadlines go first", async () => {
    await send(120, START - 12 * HOUR + 5 * MINUTE);
    await ring();
    // While words to the directory are on their way, deadlines ring between them: here none are.
    await inUnit("root", (sql) => sql.exec("DELETE FROM outbox"));
    await nextPack();
    advance(5 * MINUTE);
    // A hundred turn blue and twenty are left: nothing is judged that only the pack asks for.
    await ring();
    const blue = () =>
      inUnit("root", (sql) => {
        const query = "SELECT count(DISTINCT case_key) AS n FROM findings WHERE rule = ? AND colour = 'blue'";
        return sql.exec<{ n: number }>(query, RULE).one().n;
      });
    expect([await blue(), (await own()).judging.left]).toEqual([100, 20]);
    await ring();
    expect([await blue(), (await own()).judging.left]).toEqual([120, 0]);
  });
  it("that cannot be used is tried again later, and does not keep the alarm ringing", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await send(1, START - 2 * HOUR);
    await ring();
    await inUnit("root", (sql) =>
      sql.exec(
        "UPDATE settings SET value = '{}' WHERE key = 'pack'; UPDATE settings SET value = '9' WHERE key = 'pack-revision'",
      ),
    );
    await restart();
    await ring();
    expect(await alarmAt()).toBe(START + 10 * MINUTE);
    expect(log.mock.calls.flat().join()).toContain("pack-unusable");
  });
});

describe("health", () => {
  it("tells how late the alarm was, and what is late now", async () => {
    await send(1, START);
    await ring();
    setClock(START + 12 * HOUR + 1500);
    expect((await own()).alarm).toMatchObject({ next: START + 12 * HOUR, late: 1500 });
    await ring();
    const { alarm } = await own();
    expect(alarm).toMatchObject({ late: 0, rings: 1, worst: 1500, mean: 1500 });
    setClock(START + 20 * HOUR);
    await ring();
    expect((await own()).alarm).toMatchObject({ rings: 2, worst: 1500, mean: 750 });
    advance(8 * DAY);
    expect((await own()).alarm).toMatchObject({ rings: 0, worst: 0 });
  });
  it("tells queues, packs and clocks of devices, for the own unit and those right below, without a name", async () => {
    gateway.answer = "error";
    const { token: root } = await signIn("admin");
    for (const [id, parent, level] of [
      ["east", "root", "county"],
      ["cg", "east", "station"],
    ])
      await call("createUnit", { id, name: `${id}局`, parent, level }, { token: root });
    await send(1, START - 30 * HOUR);
    await ring();
    const { token, device } = await signIn("han");
    const sync = (pack: number, skew: number) =>
      call("sync", { device, entries: [], pack, clock: Date.now() + skew }, { token });
    await sync(1, 0);
    await sync(1, 3_000);
    await sync(2, -7_200_000);
    const units = await health();
    expect(units.map(({ unit, unitName, ok }) => [unit, unitName, ok])).toEqual([
      ["root", "星河市公安局", true],
      ["east", "east局", true],
    ]);
    expect(units[0]?.devices).toEqual({
      seen: 1,
      packs: [{ revision: 2, devices: 1 }],
      worstSkew: 7_200_000,
      skewed: 1,
    });
    expect(units[0]?.outbox).toMatchObject({
      queues: [{ kind: "sms", waiting: 1, sent: 0, parked: 0, lapsed: 0, oldest: START }],
      lastError: "短信网关答复 500",
    });
    expect(JSON.stringify(units)).not.toMatch(/han|新警综|A9901|139/);
  });
  it("says which unit's ledger is damaged", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await send(2, START);
    await inUnit("root", (sql) => sql.exec("DELETE FROM entries WHERE idx = 1"));
    await restart();
    const [unit] = await health();
    expect([unit?.ok, unit?.say?.includes("请从备份恢复")]).toEqual([false, true]);
  });
  it("of the service is open to anyone and says nothing of units", async () => {
    const { body } = await call("health");
    expect(Object.keys(body).sort()).toEqual(["now", "ok", "started", "version"]);
  });
});
