// What is lost of an installation's files is named: the unit answers 503 and never looks empty, the others go on.
import { existsSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { api } from "../run/people.ts";
import { Installed } from "./installed.ts";
import { type Admin, answerOf, firstAdmin, officer, type Session, signIn, sync } from "./people.ts";

let at: Installed;
let admin: Admin;
let root: Session;
let station: Session;

/** Two units with an officer and three entries each. */
async function two(): Promise<void> {
  at = new Installed();
  await at.start();
  admin = await firstAdmin(at);
  const unit = { id: "xh1", name: "柳桥派出所", level: "station", parent: "root" };
  await api(at.url, "POST", "/v1/units", unit, admin.token);
  root = await officer(at, admin);
  station = await officer(at, admin, "xh1", "liu");
  await sync(at, root, 1, 3);
  await sync(at, station, 1, 3);
}
const ledger = (who: Session) => answerOf(at, "/v1/checkpoint", who.token);
const refused = (status: number, ...words: string[]) => ({
  status,
  code: "ledger-damaged",
  message: expect.stringMatching(words.join(".*")),
});

describe("of a unit", () => {
  beforeEach(two);
  afterEach(() => at.end());

  it("a deleted log is named, also when the database beside it is whole", async () => {
    await at.kill();
    expect(existsSync(`${at.filesOf("xh1").database}-wal`)).toBe(true);
    at.remove("xh1", "-wal");
    await at.start();
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", "从备份恢复"));
    expect(await answerOf(at, "/v1/cases", station.token)).toEqual(refused(503, "单位 xh1 "));
    expect((await ledger(root)).status).toBe(200);
    await expect(sync(at, station, 4, 4)).rejects.toThrow("ledger-damaged");
    await expect(signIn(at, "liu")).rejects.toThrow("单位 xh1 ");
    // It stays so: nothing was begun anew in the place of what is lost.
    await at.kill();
    await at.start();
    expect((await ledger(station)).status).toBe(503);
  });
  it("a deleted database is named at the start and by the unit", async () => {
    await at.kill();
    at.remove("xh1", "", "-wal", "-shm");
    await at.start();
    expect(at.output).toContain("单位 xh1 的数据库不见了");
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", "不见了"));
    expect((await sync(at, root, 4, 5)).acked).toBe(5);
    const health = await api<{ units: { unit: string; ok: boolean; say?: string }[] }>(
      at.url,
      "GET",
      "/v1/units/health",
      undefined,
      admin.token,
    );
    expect(health.units.map(({ unit, ok }) => [unit, ok])).toEqual([
      ["root", true],
      ["xh1", false],
    ]);
    expect(health.units[1]?.say).toContain("单位 xh1 的数据库不见了");
  });
  it("an older database that was put back is named with how far it falls behind", async () => {
    await at.kill();
    at.copy("xh1", "aside");
    await at.start();
    await sync(at, station, 4, 6);
    await at.kill();
    at.copy("xh1", "back");
    await at.start();
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", "比第二存放处的检查点旧"));
  });
  it("an older database that has grown again beside the service is another past", async () => {
    await at.kill();
    at.copy("xh1", "aside");
    const { anchor } = at.filesOf("xh1");
    await at.start();
    await sync(at, station, 4, 6);
    await at.kill();
    at.copy("xh1", "back");
    const seen = readFileSync(anchor);
    // Whoever keeps the second place from being asked makes the unit go on from the older one …
    unlinkSync(anchor);
    writeFileSync(`${anchor}.accepted`, "");
    await at.start();
    await signIn(at, "liu");
    await sync(at, station, 4, 4);
    for (let n = 5; n < 9; n += 1) await sync(at, station, n, n);
    await at.kill();
    // … and is found out as soon as it is there again, although there have been more writes since.
    rmSync(`${anchor}.accepted`);
    writeFileSync(anchor, seen);
    await at.start();
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", "历史不符"));
  });
  it("the database of another unit in its place is named", async () => {
    await at.kill();
    const { database } = at.filesOf("xh1");
    at.copy("root", "aside");
    at.remove("xh1", "", "-wal", "-shm");
    writeFileSync(database, readFileSync(join(at.home, "copy-root")));
    writeFileSync(`${database}-wal`, readFileSync(join(at.home, "copy-root-wal")));
    await at.start();
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", "不是原来那一个"));
  });
  it("a file that is no database any more is named", async () => {
    await at.kill();
    const { database } = at.filesOf("xh1");
    at.remove("xh1", "-wal", "-shm");
    writeFileSync(database, Buffer.alloc(8192, 7));
    await at.start();
    expect(at.output).toContain("单位 xh1 的数据库文件损坏");
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 "));
    expect((await ledger(root)).status).toBe(200);
  });
  it.each([
    ["a page of zeros", (file: Buffer) => file.fill(0, 5 * 4096, 6 * 4096), "数据库文件损坏"],
    ["an end that is cut off", (file: Buffer) => file.subarray(0, file.length - 3 * 4096), "数据库打不开"],
  ])("a database with %s is named before anything is written to it", async (_, harm, said) => {
    await at.kill();
    const { database } = at.filesOf("xh1");
    // Opened and closed by another hand, all of it stands in the one file.
    new DatabaseSync(database).exec("PRAGMA wal_checkpoint(TRUNCATE)");
    writeFileSync(database, harm(readFileSync(database)));
    at.remove("xh1", "-wal", "-shm");
    await at.start();
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", said));
    await expect(sync(at, station, 4, 4)).rejects.toThrow("503");
    expect((await ledger(root)).status).toBe(200);
  });
  it("a checkpoint that has gone from the second place is named; accepted, the unit goes on and its ledger says so", async () => {
    await at.kill();
    unlinkSync(at.filesOf("xh1").anchor);
    await at.start();
    expect(await ledger(station)).toEqual(refused(503, "单位 xh1 ", "在第二存放处不见了"));
    await at.kill();
    expect((await at.tool("accept", "--no-second")).out).toContain("1 个");
    await at.start();
    expect((await ledger(station)).status).toBe(200);
    expect((await sync(at, station, 4, 4)).acked).toBe(4);
    await at.kill();
    const stored = new DatabaseSync(at.filesOf("xh1").database);
    expect(stored.prepare("SELECT kind FROM entries ORDER BY idx").all()).toContainEqual({
      kind: "loss-accepted",
    });
    stored.close();
  });
  it("a loss that people accept is accepted once, for what they saw, and is an entry", async () => {
    await at.kill();
    at.copy("xh1", "aside");
    await at.start();
    await sync(at, station, 4, 6);
    await at.kill();
    at.copy("xh1", "back");
    expect((await at.tool("accept", "xh9")).out).toContain("没有单位 xh9 的检查点");
    expect((await at.tool("accept", "xh1")).out).toContain("单位 xh1：已承认丢失");
    await at.start();
    expect((await ledger(station)).status).toBe(200);
    // What the device has kept comes again under its numbers.
    expect((await sync(at, station, 4, 6)).acked).toBe(6);
    await at.kill();
    at.copy("xh1", "back");
    await at.start();
    expect((await ledger(station)).status).toBe(503);
  });
});

describe("of the directory", () => {
  beforeAll(two);
  afterAll(() => at.end());

  it("a deleted database begins nothing anew: no code for a first administrator is printed", async () => {
    await at.kill();
    at.copy("directory", "aside");
    at.remove("directory", "", "-wal", "-shm");
    await at.start({ answering: false });
    expect(await answerOf(at, "/v1/health")).toEqual(refused(503, "组织机构目录的数据库不见了"));
    expect(at.output).not.toContain("首次启动码");
    await at.kill();
    at.copy("directory", "back");
    await at.start();
    expect((await answerOf(at, "/v1/health")).status).toBe(200);
  });
  it("an older one that was put back is named", async () => {
    await at.kill();
    at.copy("directory", "aside");
    await at.start();
    const later = { id: "xh2", name: "石桥派出所", level: "station", parent: "root" };
    await api(at.url, "POST", "/v1/units", later, admin.token);
    await at.kill();
    at.copy("directory", "back");
    await at.start({ answering: false });
    expect(await answerOf(at, "/v1/units", admin.token)).toEqual(refused(503, "组织机构目录的", "旧"));
  });
});
