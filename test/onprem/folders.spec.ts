// Folders that the service's user cannot use: said in one line with whose they are, and nothing is started or begun anew.
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Installed, type User } from "./installed.ts";

const isRoot = process.getuid?.() === 0;
/** Somebody without rights of his own: for root all is readable and writable. */
const STRANGER: User = isRoot ? { uid: 65_534, gid: 65_534 } : {};

let at: Installed;
beforeEach(async () => {
  at = new Installed();
  await at.set();
  chmodSync(at.home, 0o755);
  for (const folder of [at.data, at.second]) {
    mkdirSync(folder);
    mine(folder);
  }
});
afterEach(async () => {
  chmodSync(at.data, 0o755);
  await at.end();
});

function mine(path: string): void {
  if (STRANGER.uid !== undefined && STRANGER.gid !== undefined) chownSync(path, STRANGER.uid, STRANGER.gid);
}

/** What the launcher says, which must be one line and the end of it. */
async function refusal(user = STRANGER): Promise<string> {
  const { code, out } = await at.toolAs(user, "start");
  expect([code, out.trim().split("\n").length]).toEqual([1, 1]);
  await expect(fetch(`${at.url}/v1/health`)).rejects.toThrow();
  return out.trim();
}

describe("a folder", () => {
  it.each(["data", "second"] as const)("%s that may only be read is named with its owner", async (name) => {
    chmodSync(at[name], 0o555);
    expect(await refusal()).toMatch(
      new RegExp(`^没有读写权限：${at[name]}（所有者 \\S+，现在以 \\S+ 运行）。请改为由运行服务的用户所有`),
    );
    expect(readdirSync(at.data)).toEqual([]);
  });
  it("with a database in it that somebody else has made is named by that file", async () => {
    const objects = join(at.data, "objects");
    const database = join(objects, "x.sqlite");
    mkdirSync(objects);
    writeFileSync(database, "");
    chmodSync(database, 0o400);
    mine(objects);
    expect(await refusal()).toContain(`没有读写权限：${database}（所有者 `);
  });
  it("that cannot be made is named", async () => {
    const closed = join(at.home, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    await at.set({ DATA: join(closed, "data") });
    expect(await refusal()).toMatch(/^建不了文件夹 \S+\/closed\/data，请检查上级文件夹的所有者和权限/);
  });
  it("that was set aside stops nothing", async () => {
    const aside = join(at.data, "before-20260301T010203");
    mkdirSync(aside);
    chmodSync(aside, 0o000);
    const { code, out } = await at.toolAs(STRANGER, "restore", "/nowhere");
    expect([code, out.trim()]).toEqual([1, "/nowhere 不是备份文件夹"]);
    // A lock that is taken is what comes after the look at the folders.
    writeFileSync(join(at.data, "lock"), "");
    chmodSync(join(at.data, "lock"), 0o444);
    expect(await refusal()).toContain(`没有读写权限：${at.data}/lock`);
    chmodSync(aside, 0o755);
  });
});

it("root does not run on what belongs to the service's user, where its files would bar that user", async () => {
  if (isRoot) {
    expect(await refusal({})).toMatch(/属于用户 \S+，不能以 root 运行/);
    expect(existsSync(join(at.data, "lock"))).toBe(false);
  } else {
    expect((await at.tool("check")).code).toBe(0);
  }
});
