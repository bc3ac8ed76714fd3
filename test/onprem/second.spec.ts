// The second place as a power cut leaves it: brought to its disk soon after each write, and named where a file there says nothing.
import { chmodSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Installed } from "./installed.ts";
import { answerOf, firstAdmin, officer, type Session, sync } from "./people.ts";

let at: Installed;
let han: Session;
const calls = (): string[] => {
  const text = readFileSync(join(at.home, "synced"), "utf8");
  return text.split("\n").filter((line) => line !== "");
};
beforeEach(async () => {
  at = new Installed();
  // The command that brings a folder to its disk, with a list of what it was asked.
  const command = join(at.home, "bin/sync");
  rmSync(command);
  writeFileSync(join(at.home, "synced"), "");
  writeFileSync(command, `#!/bin/sh\necho "$*" >>"${at.home}/synced"\nexec /bin/sync "$@"\n`);
  chmodSync(command, 0o755);
  await at.start();
  han = await officer(at, await firstAdmin(at));
});
afterEach(() => at.end());

const pause = (ms: number) => new Promise((pass) => setTimeout(pass, ms));

it("is brought to its disk within seconds of a write, and left alone where nothing was written", async () => {
  await pause(4_000);
  const before = calls().length;
  await pause(3_000);
  expect(calls().length).toBe(before);
  await sync(at, han, 1, 3);
  await at.until(() => calls().length > before, 4_000);
  expect(new Set(calls())).toEqual(new Set([`-f ${at.second}`]));
});

it.each([
  ["empty", () => 0],
  ["broken off", (size: number) => Math.floor(size / 2)],
])("a file there that a power cut has left %s is named; accepted, the unit goes on", async (_, left) => {
  await sync(at, han, 1, 3);
  await at.kill();
  const { anchor } = at.filesOf("root");
  truncateSync(anchor, left(readFileSync(anchor).length));
  await at.start({ answering: false });
  expect(await answerOf(at, "/v1/checkpoint", han.token)).toMatchObject({
    status: 503,
    code: "ledger-damaged",
    message: expect.stringMatching(/单位 root .*检查点在第二存放处读不出来/),
  });
  await at.kill();
  expect((await at.tool("accept", "--no-second")).out).toContain("1 个");
  await at.start();
  expect((await answerOf(at, "/v1/checkpoint", han.token)).status).toBe(200);
  expect((await sync(at, han, 4, 4)).acked).toBe(4);
  await at.kill();
  await at.start();
  expect((await sync(at, han, 5, 5)).acked).toBe(5);
});
