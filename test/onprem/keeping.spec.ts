// Keeping an installation: one process at a time, copies while it runs, what is put back, newer and older programs.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { api } from "../run/people.ts";
import { Installed } from "./installed.ts";
import { type Admin, answerOf, firstAdmin, officer, type Session, sync } from "./people.ts";

let at: Installed;
let admin: Admin;
let han: Session;
beforeEach(async () => {
  at = new Installed();
  await at.start();
  admin = await firstAdmin(at);
  han = await officer(at, admin);
  await sync(at, han, 1, 3);
});
afterEach(() => at.end());

const sizeNow = async (): Promise<number> =>
  (await api<{ size: number }>(at.url, "GET", "/v1/checkpoint", undefined, han.token)).size;
const backups = (): string[] => readdirSync(join(at.home, "backups")).sort();

describe("one at a time", () => {
  it("a second launcher on the same data is refused with one line; after a kill the next one starts", async () => {
    const { code, out } = await at.tool("start");
    expect([code, out.trim().split("\n").length]).toEqual([1, 1]);
    expect(out).toContain(`数据文件夹 ${at.data} 正由另一个服务使用（进程 `);
    expect(await sizeNow()).toBeGreaterThan(3);
    await at.kill();
    await at.start();
    expect((await sync(at, han, 4, 4)).acked).toBe(4);
  });
  it("a port that another program has is named", async () => {
    const other = new Installed();
    try {
      await other.set({ LISTEN: new URL(at.url).host });
      const { code, out } = await other.tool("start");
      expect([code, out.trim()]).toEqual([1, expect.stringMatching(/^端口 \d+ 已被别的程序占用/)]);
    } finally {
      await other.end();
    }
  });
});

describe("what is wrong before the start is said in one line", () => {
  it.each([
    ["an unknown setting", "SMS_ULR=http://10.0.0.8/", "设置文件 .* 中的 SMS_ULR 不是本程序的设置"],
    ["a path that is not absolute", "DATA=data", "路径 data 必须从 / 写起"],
    ["an address without a port", "LISTEN=127.0.0.1", "缺少端口"],
    ["a second place within the data", "SECOND=/var/x/second\nDATA=/var/x", "不能放在数据文件夹"],
    ["a certificate that is not there", "TLS_CERT=/nowhere.pem", "读不到证书文件 /nowhere.pem"],
  ])("%s", async (_, line, said) => {
    await at.kill();
    appendFileSync(join(at.folder, "settings"), `${line}\n`);
    const { code, out } = await at.tool("start");
    expect([code, out.trim().split("\n").length]).toEqual([1, 1]);
    expect(out).toMatch(new RegExp(said));
  });
  it("a program file that was damaged on the way", async () => {
    await at.kill();
    appendFileSync(join(at.folder, "program/worker.js"), "\n");
    const { code, out } = await at.tool("start");
    expect([code, out.trim()]).toEqual([1, "程序文件与校验值不符：program/worker.js，请重新解开安装包"]);
  });
});

describe("a backup", () => {
  it("made while entries are written is put back whole, and the ledger goes on from it", async () => {
    let [next, going] = [4, true];
    const writing = (async () => {
      while (going) {
        await sync(at, han, next, next);
        next += 1;
      }
    })();
    const made = await at.tool("backup", join(at.home, "backups"));
    const acked = next - 1;
    going = false;
    await writing;
    expect(made.out).toMatch(/备份完成：.*（服务暂停了 \d+ 毫秒）/);
    const copy = join(at.home, "backups", backups()[0] ?? "");
    await at.kill();
    // Both disks are gone.
    for (const folder of [at.data, at.second]) rmSync(folder, { recursive: true });
    const back = await at.tool("restore", copy);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining("恢复完成")]);
    await at.start();
    // What was acknowledged before the backup stands in it; what came later comes again from the device.
    const { acked: had } = await sync(at, han, 1, 3);
    expect(had).toBeGreaterThanOrEqual(3);
    expect(had).toBeLessThanOrEqual(acked + 1);
    expect((await sync(at, han, had + 1, had + 2)).acked).toBe(had + 2);
  });
  it("older than what the second place knows is not served until people accept what is lost", async () => {
    await at.tool("backup", join(at.home, "backups"));
    await sync(at, han, 4, 6);
    await at.kill();
    rmSync(join(at.data, "objects"), { recursive: true });
    const copy = join(at.home, "backups", backups()[0] ?? "");
    expect((await at.tool("restore", copy)).out).toContain("单位 root：备份比第二存放处的检查点旧");
    await at.start();
    expect(await answerOf(at, "/v1/checkpoint", han.token)).toMatchObject({
      status: 503,
      code: "ledger-damaged",
    });
    await at.kill();
    expect((await at.tool("restore", copy, "--accept-loss")).out).toContain(
      "单位 root：备份之后的记录已经丢失，予以承认",
    );
    await at.start();
    expect((await sync(at, han, 4, 6)).acked).toBe(6);
  });
  it("that was changed is not put back, and none while the service runs", async () => {
    await at.tool("backup", join(at.home, "backups"));
    const copy = join(at.home, "backups", backups()[0] ?? "");
    expect((await at.tool("restore", copy)).out).toContain("正由另一个服务使用");
    await at.kill();
    const [file] = readdirSync(join(copy, "objects/first-button-Unit")).filter((one) =>
      one.endsWith(".sqlite"),
    );
    appendFileSync(join(copy, "objects/first-button-Unit", file ?? ""), "x");
    expect((await at.tool("restore", copy)).out).toContain("与校验值不符");
    expect(existsSync(join(at.data, "objects/first-button-Unit"))).toBe(true);
  });
  it("of a service that does not run is the same", async () => {
    await at.kill();
    expect((await at.tool("backup", join(at.home, "backups"))).out).toContain("（服务没有运行）");
    const copy = join(at.home, "backups", backups()[0] ?? "");
    expect(spawnSync("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: copy }).status).toBe(0);
  });
});

describe("a unit", () => {
  it("moves to another installation with its ledger and key, and is gone by name where it was", async () => {
    const other = new Installed();
    try {
      const unit = { id: "xh1", name: "柳桥派出所", level: "station", parent: "root" };
      await api(at.url, "POST", "/v1/units", unit, admin.token);
      const liu = await officer(at, admin, "xh1", "liu");
      await sync(at, liu, 1, 3);
      await at.kill("SIGTERM");
      const moved = join(at.home, "xh1");
      expect((await at.tool("move-out", "xh1", moved)).out).toContain("单位 xh1 已移到");
      await at.start();
      expect(await answerOf(at, "/v1/checkpoint", liu.token)).toMatchObject({
        status: 503,
        code: "ledger-damaged",
      });

      await other.start();
      expect((await other.tool("move-in", moved)).out).toContain("正由另一个服务使用");
      const their = await firstAdmin(other);
      await api(other.url, "POST", "/v1/units", unit, their.token);
      await other.kill("SIGTERM");
      expect((await other.tool("move-in", moved)).out).toContain("单位 xh1 已移入");
      await other.start();
      const there = await officer(other, their, "xh1", "liu");
      expect(there.ledgerKey).toBe(liu.ledgerKey);
      expect((await sync(other, there, 4, 5)).acked).toBe(5);
    } finally {
      await other.end();
    }
  });
});

/** How many steps a program of the first release knows. */
const OLDER = 8;

/** Makes a unit's database what a program of the first release would have made of the same entries; how many steps it had. */
async function inOlderForm(database: string): Promise<number> {
  // By name at run time: the worker is compiled apart from the tests.
  const path = join(import.meta.dirname, "../../worker/unit/migrations.ts");
  const { UNIT_STEPS } = (await import(path)) as { readonly UNIT_STEPS: readonly string[] };
  const older = new DatabaseSync(`${database}.older`);
  for (const step of UNIT_STEPS.slice(0, OLDER)) older.exec(step);
  older.exec("CREATE TABLE migrations (n INTEGER PRIMARY KEY, digest TEXT NOT NULL)");
  older.exec(`ATTACH '${database}' AS newer`);
  const named = (query: string): string[] =>
    older
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  for (const table of named(
    "SELECT name FROM newer.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  )) {
    const columns = named(`SELECT name FROM pragma_table_info('${table}', 'main')`).join(", ");
    if (columns === "") continue;
    older.exec(
      `DELETE FROM main.${table}; INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`,
    );
  }
  older.exec(`DELETE FROM main.migrations WHERE n >= ${OLDER}; DETACH newer; PRAGMA journal_mode = WAL`);
  older.close();
  for (const ending of ["-wal", "-shm"]) rmSync(`${database}${ending}`, { force: true });
  renameSync(`${database}.older`, database);
  return UNIT_STEPS.length;
}

describe("programs", () => {
  it("data of an older one is migrated, with all that it has", async () => {
    const size = await sizeNow();
    await at.kill();
    const { database } = at.filesOf("root");
    const steps = await inOlderForm(database);
    const [directory] = readFileSync(join(at.data, "form"), "utf8").split(" ");
    writeFileSync(join(at.data, "form"), `${directory} ${OLDER}\n`);
    await at.start();
    expect(await sizeNow()).toBe(size);
    expect((await sync(at, han, 4, 4)).acked).toBe(4);
    await at.kill();
    const after = new DatabaseSync(database);
    expect(after.prepare("SELECT count(*) AS n FROM migrations").get()).toEqual({ n: steps });
    after.close();
  });
  it("data of a newer one is refused in one line", async () => {
    await at.kill();
    writeFileSync(join(at.data, "form"), "99 99\n");
    const { code, out } = await at.tool("start");
    expect([code, out.trim().split("\n").length]).toEqual([1, 1]);
    expect(out).toContain("由更新的版本写成");
  });
});
