// A disk that fails: errors at single waits and writes, files that cannot be opened, and a slow one; nothing acknowledged is lost.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { verifyLine } from "../../shared/ledger/receipt.ts";
import { api } from "../run/people.ts";
import { Installed } from "./installed.ts";
import { answerOf, CASE, firstAdmin, officer, type Session, sync } from "./people.ts";

let at: Installed;
beforeEach(() => {
  at = new Installed();
});
afterEach(() => at.end());

/** Makes system calls of the service fail, as a disk does, while something is done. */
async function whileFailing<T>(calls: string, what: string, work: () => Promise<T>): Promise<T> {
  const injected = ["-e", `trace=${calls}`, "-e", `inject=${calls}:${what}`];
  const tracer = spawn("strace", ["-f", "-qq", "-o", "/dev/null", "-p", String(at.pid), ...injected]);
  const ended = once(tracer, "exit").catch(() => {
    throw new Error("these tests make a disk fail by strace: apt-get install strace");
  });
  const traced = () => /TracerPid:\t[1-9]/.test(readFileSync(`/proc/${at.pid}/status`, "utf8"));
  await Promise.race([at.until(traced), ended]);
  try {
    return await work();
  } finally {
    tracer.kill("SIGTERM");
    await ended;
  }
}

interface Ledger {
  readonly lines: readonly (Parameters<typeof verifyLine>[0] & { readonly record: string })[];
  readonly checkpoint: string;
  readonly ledgerKey: string;
}
/** That the case's ledger has each number of the device once and without a gap, up to at least `acked`, and proves them all. */
async function holds(who: Session, acked: number): Promise<void> {
  const path = `/v1/cases/${encodeURIComponent(CASE)}/ledger`;
  const { lines, checkpoint, ledgerKey } = await api<Ledger>(at.url, "GET", path, undefined, who.token);
  const numbers = lines
    .map(({ record }) => (JSON.parse(record) as { sent?: { seq: number } }).sent?.seq ?? 0)
    .filter((seq) => seq > 0);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
  expect(numbers.length).toBeGreaterThanOrEqual(acked);
  const point = openCheckpoint(checkpoint, originOf("root"), ledgerKey);
  expect(point.ok && lines.every((line) => verifyLine(line, point.value))).toBe(true);
}

describe("a disk that fails now and then", () => {
  it.each([
    ["waits that end with an error", "fsync,fdatasync", "error=EIO:when=3+40"],
    ["writes that end with an error", "pwrite64", "error=EIO:when=30+700"],
    ["writes that find no room", "pwrite64", "error=ENOSPC:when=45+1100"],
  ])("by %s: not stored is said, what was acknowledged stays, and it goes on", async (_, calls, what) => {
    await at.start();
    const han = await officer(at, await firstAdmin(at));
    let [acked, refused, after] = [0, 0, 0];
    await whileFailing(calls, what, async () => {
      for (let n = 0; n < 60; n += 1) {
        try {
          acked = (await sync(at, han, acked + 1, acked + 2)).acked;
          if (refused > 0) after += 1;
        } catch (error) {
          refused += 1;
          expect(String(error)).toMatch(/ 503 .*(写不进去.*没有保存|没有确认保存)/);
          // What was not acknowledged may be there all the same: the unit says how far it is.
          acked = (await sync(at, han, 1, 0).catch(() => ({ acked }))).acked;
        }
      }
    });
    expect(refused).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(refused);
    // The disk is well again: it goes on without being started anew.
    expect((await sync(at, han, acked + 1, acked + 2)).acked).toBeGreaterThanOrEqual(acked + 2);
    await at.kill();
    await at.start();
    await holds(han, acked + 2);
  });
});

it.each(["EACCES", "EMFILE"])(
  "a unit whose database cannot be opened (%s) is named, what is open is read on, and nothing is begun in its place",
  async (error) => {
    await at.start();
    const admin = await firstAdmin(at);
    const unit = { id: "xh1", name: "柳桥派出所", level: "station", parent: "root" };
    await api(at.url, "POST", "/v1/units", unit, admin.token);
    const [han, liu] = [await officer(at, admin), await officer(at, admin, "xh1", "liu")];
    await sync(at, liu, 1, 3);
    await at.kill();
    // Nothing rings: the unit is opened by the first who asks it.
    const planned = new DatabaseSync(join(at.data, "objects/first-button-Unit/metadata.sqlite"));
    planned.exec("DELETE FROM _cf_ALARM");
    planned.close();
    await at.start();
    await sync(at, han, 1, 1);
    await whileFailing("openat", `error=${error}`, async () => {
      const got = await answerOf(at, "/v1/checkpoint", liu.token);
      expect(got).toMatchObject({ status: 503, message: expect.stringContaining("单位 xh1 ") });
      expect((await answerOf(at, "/v1/checkpoint", han.token)).status).toBe(200);
    });
    expect((await sync(at, liu, 4, 4)).acked).toBe(4);
  },
);

it.each([5, 50, 500])(
  "a disk on which each wait takes %i ms more: many at once share it, all are answered once",
  async (ms) => {
    await at.start();
    const admin = await firstAdmin(at);
    const people: Session[] = [];
    for (let n = 0; n < 12; n += 1) people.push(await officer(at, admin, "root", `han${n}`));
    /** A connection that was given up meanwhile is tried again, with the same numbers, as a browser does. */
    const patiently = async (who: Session, from: number, to: number): Promise<number> => {
      for (let tries = 1; ; tries += 1) {
        try {
          return (await sync(at, who, from, to)).acked;
        } catch (error) {
          if (!(error instanceof TypeError) || tries > 5) throw error;
        }
      }
    };
    const began = performance.now();
    const done = await whileFailing("fsync,fdatasync", `delay_exit=${ms * 1000}`, () =>
      Promise.all(
        people.map(async (who) => {
          for (let n = 0; n < 3; n += 1) await patiently(who, n * 2 + 1, n * 2 + 2);
          return patiently(who, 7, 7);
        }),
      ),
    );
    expect(done).toEqual(people.map(() => 7));
    // One wait for each request would be 48 of them, several for each more: they share.
    expect(performance.now() - began).toBeLessThan(3_000 + 40 * ms);
    for (const who of people) expect((await sync(at, who, 1, 7)).acked).toBe(7);
  },
  120_000,
);
