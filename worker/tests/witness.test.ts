// The unit above as witness: signs what continues, refuses what does not, and old backups on either side are named.
import { abortAllDurableObjects } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from "vitest";
import { originOf } from "../../shared/ledger/checkpoint.ts";
import { openCosignature } from "../../shared/ledger/cosignature.ts";
import { SUITES } from "../unit/suite.ts";
import { signedEntry } from "./batch.ts";
import { advance, HOUR, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";

let admin: Person;
let officer: Person;
let log: MockInstance;
let seq = 0;
beforeEach(async () => {
  setClock(START);
  seq = 0;
  log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  admin = await deploy();
  await call(
    "createUnit",
    { id: "cg", name: "城关所", parent: "root", level: "station" },
    { token: admin.token },
  );
  officer = await hire(admin, "han", ["officer"], { unit: "cg" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const add = async (n = 1) => {
  officer = await signIn("han");
  const entries = Array.from({ length: n }, () => signedEntry(++seq));
  return call("sync", { device: officer.device, entries }, { token: officer.token });
};
/** Some entries, and the visit that follows them. */
async function visit(n = 1): Promise<void> {
  await add(n);
  advance(HOUR);
  await ring("cg");
}
const witnesses = async (account = "admin") =>
  (await call("witnesses", undefined, { token: (await signIn(account)).token })).body;
const kinds = (unit: string, kind: string) =>
  inUnit(unit, (sql) =>
    sql.exec<{ record: string }>("SELECT record FROM entries WHERE kind = ?", kind).toArray(),
  ).then((found) => found.map(({ record }) => (JSON.parse(record) as { body: unknown }).body));

/** Every table of an object, put back later as a backup is. */
type Backup = readonly (readonly [string, readonly Record<string, SqlStorageValue>[]])[];
const TABLES =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'migrations'";
const backup = (unit: string): Promise<Backup> =>
  inUnit(unit, (sql) =>
    sql
      .exec<{ name: string }>(TABLES)
      .toArray()
      .map(({ name }) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray()] as const),
  );
async function restore(unit: string, rows: Backup): Promise<void> {
  await inUnit(unit, (sql) => {
    for (const { name } of sql.exec<{ name: string }>(TABLES).toArray()) sql.exec(`DELETE FROM "${name}"`);
    for (const [name, all] of rows)
      for (const one of all)
        sql.exec(
          `INSERT INTO "${name}" (${Object.keys(one).join(", ")}) VALUES (${Object.keys(one)
            .map(() => "?")
            .join(", ")})`,
          ...Object.values(one),
        );
  });
  await abortAllDurableObjects();
}

it("signs each checkpoint that continues the last, and its signature verifies", async () => {
  await visit(3);
  await visit(2);
  const { below } = await witnesses();
  const [checkpoint = "", size, cosignature = ""] = await inUnit("cg", (sql) => {
    const kept = JSON.parse(
      sql.exec<{ value: string }>("SELECT value FROM settings WHERE key = 'witness-state'").one().value,
    ) as { size: number; cosignature: string };
    const text = sql
      .exec<{ value: string }>("SELECT value FROM settings WHERE key = 'checkpoint'")
      .one().value;
    return [text, kept.size, kept.cosignature] as const;
  });
  expect(below).toEqual([expect.objectContaining({ unit: "cg", size, why: null })]);
  const at = openCosignature(
    cosignature,
    checkpoint,
    originOf("root"),
    (await signIn("admin")).ledgerKey,
    SUITES,
  );
  expect(at).toBe((START + 2 * HOUR) / 1000);
  expect(
    openCosignature(cosignature, checkpoint.replace("\n", "x\n"), originOf("root"), admin.ledgerKey, SUITES),
  ).toBeUndefined();
});

it("a unit restored from an old backup stops before it acknowledges anything, and is named", async () => {
  await visit(3);
  const old = await backup("cg");
  await visit(3);
  await restore("cg", old);
  const { status, body } = await add();
  expect([status, body.code]).toEqual([503, "ledger-damaged"]);
  expect(body.message).toContain(
    "单位 cg （城关所）的台账比见证过的短,像是恢复了旧备份(上级单位 root 见证过",
  );
});

it("a unit whose database was lost does not begin a new ledger in silence", async () => {
  await visit(3);
  await restore("cg", []);
  seq = 0;
  const { body } = await add();
  expect(body.code).toBe("ledger-damaged");
  expect(body.message).toContain("单位 cg （城关所）的台账的密钥不是原来那一把");
});

it("an old backup that has grown beyond what was seen is refused by the proof, once, with the unit's name", async () => {
  await visit(3);
  const old = await backup("cg");
  await visit(1);
  await restore("cg", old);
  // Its object does not ask first: what it shows at its next visit is what counts.
  await inUnit("root", (sql) => sql.exec("ALTER TABLE witnessed RENAME TO hidden"));
  seq = 3;
  await add(6);
  await inUnit("root", (sql) => sql.exec("ALTER TABLE hidden RENAME TO witnessed"));
  advance(HOUR);
  await ring("cg");
  expect(await kinds("root", "witness-refused")).toEqual([
    expect.objectContaining({ unit: "cg", why: "forked" }),
  ]);
  expect((await witnesses()).below[0]?.why).toContain("cg:台账与见证过的历史不符");
  expect((await add()).body.message).toContain("单位 cg （城关所）的台账与见证过的历史不符");
  expect(log.mock.calls.flat().join()).toContain("witness-refused");
});

it("a witness restored from an old backup is noticed and named by the unit below, which goes on", async () => {
  await visit(2);
  const old = await backup("root");
  await call("signIn", { account: "admin", password: "correct horse", device: "device-admin" });
  await visit(2);
  await restore("root", old);
  await visit(1);
  expect(await kinds("cg", "witness-wrong")).toEqual([
    expect.objectContaining({ unit: "root", why: "forgot" }),
  ]);
  expect((await add()).status).toBe(200);
  await hire(await signIn("admin"), "ling", ["leader"], { unit: "cg" });
  expect((await witnesses("ling")).above?.why).toContain("上级单位 root 的不记得它见证过的检查点");
  expect(log.mock.calls.flat().join()).toContain("witness-wrong");
});

it("a witness that cannot be reached holds nothing up and is visited again", async () => {
  await inUnit("root", (sql) => sql.exec("ALTER TABLE witnessed RENAME TO hidden"));
  await visit(2);
  expect((await add()).status).toBe(200);
  await inUnit("root", (sql) => sql.exec("ALTER TABLE hidden RENAME TO witnessed"));
  advance(HOUR);
  await ring("cg");
  expect((await witnesses()).below[0]?.unit).toBe("cg");
});
