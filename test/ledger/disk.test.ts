// The ledger on a real disk in the plain runtime: killed while it writes, deleted words searched for in the raw files, exported.

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hexToBytes } from "@noble/hashes/utils.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { NATIONAL } from "../../shared/ledger/national.ts";
import { verifyLine } from "../../shared/ledger/receipt.ts";
import { STANDARD } from "../../shared/ledger/suite.ts";
import { verifyConsistency } from "../../shared/ledger/verify.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";
import { bundled, type Served, serve } from "./serve.ts";

let folder: string;
let served: Served | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  await bundled(folder);
});
afterAll(async () => {
  await served?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(suite?: string): Promise<Served> {
  await served?.kill();
  served = await serve(folder, suite);
  return served;
}
const fresh = () => rmSync(join(folder, "data"), { recursive: true, force: true });
const ask = async <T>(at: Served, path: string, init?: RequestInit): Promise<T> => {
  const reply = await fetch(`${at.url}${path}`, init);
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
};
const post = <T>(at: Served, path: string, body?: unknown) =>
  ask<T>(at, path, { method: "POST", ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
interface State {
  readonly size: number;
  readonly checkpoint: string;
  readonly key: string;
  readonly harm: string | null;
}
const SUITES = [STANDARD, NATIONAL];
const pointOf = ({ checkpoint, key }: State) => {
  const opened = openCheckpoint(checkpoint, originOf("u1"), key, SUITES);
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value;
};

/** Two hundred when they are asked for: `LEDGER_KILLS=200`. */
const ROUNDS = Number(process.env["LEDGER_KILLS"] ?? 12);
/** Instants of the killing come from a fixed row of numbers, so that a failure can be had again. */
const chance = (seed: number): number => ((seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

describe("killed at any instant while it writes", () => {
  it("every acknowledged entry stands in it once, no batch is half in, and the tree continues", async () => {
    fresh();
    const acked: string[] = [];
    let before: State | undefined;
    for (let round = 0; round < ROUNDS; round += 1) {
      const at = await start();
      if (before !== undefined) {
        const now = await ask<State>(at, "/state");
        expect(now.harm).toBeNull();
        const [old, point] = [pointOf(before), pointOf(now)];
        const { value } = await ask<{ value: { proof: string[] } }>(
          at,
          `/consistency/${old.size}/${point.size}`,
        );
        expect(
          verifyConsistency(old.size, point.size, old.root, point.root, value.proof.map(hexToBytes)),
        ).toBe(true);
      }
      before = await ask<State>(at, "/state");
      let going = true;
      const writers = [1, 1, 1, 20].map(async (n, w) => {
        for (let i = 0; going; i += 1) {
          const name = `r${round}w${w}i${i}`;
          const done = await post(at, `/ledger/${name}/${n}`).then(
            () => true,
            () => false,
          );
          if (done) acked.push(...(n === 1 ? [name] : Array.from({ length: n }, (_, k) => `${name}-${k}`)));
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 40 + 200 * chance(round + 7)));
      await at.kill();
      going = false;
      await Promise.all(writers);
    }
    const at = await start();
    const names = await ask<string[]>(at, "/names");
    const stored = new Set(names);
    expect(stored.size).toBe(names.length);
    expect(acked.filter((name) => !stored.has(name))).toEqual([]);
    expect(acked.length).toBeGreaterThan(500);
    const batches = new Map<string, number>();
    for (const name of names.filter((one) => one.includes("-")))
      batches.set(name.split("-")[0] ?? "", (batches.get(name.split("-")[0] ?? "") ?? 0) + 1);
    expect([...batches.values()].filter((n) => n !== 20)).toEqual([]);
    const state = await ask<State>(at, "/state");
    const point = pointOf(state);
    const some = Array.from({ length: 50 }, (_, i) => Math.floor((i * names.length) / 50));
    for (const receipt of await post<Receipt[]>(at, "/receipts", some))
      expect(verifyLine(receipt, point)).toBe(true);
  });
});

describe("on a disk that takes nothing more", () => {
  it("loses nothing acknowledged, is read all the same, and goes on once there is room", async () => {
    fresh();
    await served?.kill();
    // A limit on the size of a file fails the same writes as a full disk.
    const limited = ["bash", "-c", `trap '' XFSZ; ulimit -f 700; exec "$@"`, "limited"];
    served = await serve(folder, undefined, limited);
    const { url } = served;
    let [acked, refused] = [0, ""];
    for (let i = 0; i < 20; i += 1) {
      const reply = await fetch(`${url}/ledger/a${i}/100`, { method: "POST" });
      if (reply.ok) acked += 100;
      else refused = await reply.text();
    }
    expect(refused).toMatch(/SQLITE_(IOERR|FULL)/);
    expect(acked).toBeGreaterThan(0);
    const full = await ask<State>(served, "/state");
    expect([full.size, full.harm]).toEqual([acked, null]);
    const at = await start();
    expect((await ask<string[]>(at, "/names")).length).toBe(acked);
    expect(await post(at, "/ledger/z/1")).toEqual([acked]);
    const state = await ask<State>(at, "/state");
    const [last] = await post<Receipt[]>(at, "/receipts", [acked]);
    expect(last !== undefined && verifyLine(last, pointOf(state))).toBe(true);
  });
});

const CANARY = "金丝雀鹂某某990101199001011234";
/** The files of the store, the log beside them included, in which the canary stands. */
const foundIn = (): string[] =>
  readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => readFileSync(file).includes(CANARY));

describe("after the time set", () => {
  it("no file of the store has the deleted words, and all proofs still verify", async () => {
    fresh();
    const at = await start();
    for (let i = 0; i < 40; i += 1)
      await post(at, `/ledger/a${i}/20?outside=${encodeURIComponent(`${CANARY}${i}${"长".repeat(500)}`)}`);
    await post(at, `/ledger/b/1?outside=${encodeURIComponent(CANARY + "长".repeat(3_000))}`);
    const before = await ask<State>(at, "/state");
    expect(foundIn()).not.toEqual([]);
    expect(await post(at, `/pass-time/${Date.now() + 400 * 24 * 3_600_000}`)).toBe(true);
    await post(at, "/close");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(foundIn()).toEqual([]);
    await post(at, "/ledger/c/3");
    const after = await ask<State>(at, "/state");
    expect(foundIn()).toEqual([]);
    const [old, point] = [pointOf(before), pointOf(after)];
    const { value } = await ask<{ value: { proof: string[] } }>(at, `/consistency/${old.size}/${point.size}`);
    expect(verifyConsistency(old.size, point.size, old.root, point.root, value.proof.map(hexToBytes))).toBe(
      true,
    );
    for (const receipt of await post<Receipt[]>(at, "/receipts", [0, 300, 800, point.size - 1]))
      expect(verifyLine(receipt, point)).toBe(true);
  });
});

async function exported(at: Served): Promise<string> {
  interface Page {
    readonly value: { readonly text: string; readonly next: number | null; readonly size: number };
  }
  let { text, next, size } = (await ask<Page>(at, "/page/0")).value;
  while (next !== null) {
    const { value } = await ask<Page>(at, `/page/${next}?to=${size}`);
    [text, next] = [text + value.text, value.next];
  }
  return text;
}
const verify = (...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, "../../worker/cli/verify.ts"), ...args],
      (error, out, err) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out: out + err }),
    );
  });

describe.each(["sha256-ed25519", "sm3-sm2"])("a deployment with %s", (suite) => {
  it("has its ledger checked from the file alone; a changed file and another key are refused", async () => {
    fresh();
    const at = await start(suite);
    for (let i = 0; i < 4; i += 1) await post(at, `/ledger/a${i}/100?outside=ok`);
    const state = await ask<State>(at, "/state");
    expect(state.checkpoint).toContain(`\nsuite ${suite}\n`);
    const file = join(folder, "LEDGER.export");
    const text = await exported(at);
    writeFileSync(file, text);
    const held = await verify(file, "--key", state.key);
    expect([held.code, held.out]).toEqual([
      0,
      expect.stringContaining("凭证相符：单位 u1 的台账，400 条记录"),
    ]);
    expect(held.out).toContain(suite);
    writeFileSync(file, text.replace("a2-7", "a2-9"));
    expect(await verify(file)).toEqual({ code: 1, out: expect.stringContaining("凭证不符") });
    writeFileSync(file, text.split("\n").slice(0, 300).join("\n"));
    expect((await verify(file)).out).toContain("中断");
    writeFileSync(file, text);
    const another = state.key.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    expect((await verify(file, "--key", another)).code).toBe(1);
    expect((await verify(join(folder, "nowhere"))).code).toBe(2);
  });
  it("does not go on under other algorithms", async () => {
    const other = suite === "sm3-sm2" ? "sha256-ed25519" : "sm3-sm2";
    const at = await start(other);
    const { harm, size } = await ask<State>(at, "/state");
    expect(harm).toContain(`台账以 ${suite} 建立,部署设置 LEDGER_SUITE 要求 ${other}`);
    expect((await fetch(`${at.url}/ledger/x/1`, { method: "POST" })).ok).toBe(false);
    const back = await start(suite);
    expect((await post<number[]>(back, "/ledger/y/1"))[0]).toBe(size);
  });
});
