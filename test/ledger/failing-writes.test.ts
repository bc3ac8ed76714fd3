// Single writes that fail while the ledger is written, each at another place of a commit: refused, nothing of it kept, and it goes on by itself.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { verifyLine } from "../../shared/ledger/receipt.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";
import { bundled, type Served, serve } from "./serve.ts";

let folder: string;
let at: Served;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  await bundled(folder);
  // A write beyond the limit is to fail, not to end the process.
  at = await serve(folder, undefined, ["sh", "-c", `trap '' XFSZ; exec "$@"`, "limited"]);
});
afterAll(async () => {
  await at.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** From now on no file of the process grows beyond this (bytes); the write that would is the one that fails. */
function allow(bytes: number | "unlimited"): void {
  const done = spawnSync("prlimit", ["--pid", String(at.pid), `--fsize=${bytes}:`], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`prlimit (util-linux): ${done.error ?? done.stderr}`);
}
const longest = (): number =>
  Math.max(
    ...readdirSync(at.data, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => statSync(join(file.parentPath, file.name)).size),
  );
const append = (name: string, n: number) => fetch(`${at.url}/ledger/${name}/${n}`, { method: "POST" });
interface State {
  readonly size: number;
  readonly checkpoint: string;
  readonly key: string;
  readonly harm: string | null;
}
const state = async (): Promise<State> => (await (await fetch(`${at.url}/state`)).json()) as State;

it("by the first write of a commit, the second, the third …: each acknowledged entry is there once, no other", async () => {
  const kept: string[] = [];
  const take = async (name: string): Promise<string | undefined> => {
    const reply = await append(name, 20);
    if (!reply.ok) return await reply.text();
    kept.push(...Array.from({ length: 20 }, (_, i) => `${name}-${i}`));
    return undefined;
  };
  expect(await take("first")).toBeUndefined();
  for (let k = 0; k < 14; k += 1) {
    allow(longest() + k * 4_120 + 64);
    let said: string | undefined;
    for (let i = 0; said === undefined && i < 400; i += 1) said = await take(`k${k}i${i}`);
    expect(said).toMatch(/SQLITE_(IOERR|FULL)/);
    // What stands there can be read, and nothing has begun to differ.
    const { size, harm } = await state();
    expect([size, harm]).toEqual([kept.length, null]);
    allow("unlimited");
    expect(await take(`k${k}again`)).toBeUndefined();
  }
  await at.kill();
  at = await serve(folder);
  expect(await (await fetch(`${at.url}/names`)).json()).toEqual(kept);
  const { size, checkpoint, key, harm } = await state();
  expect([size, harm]).toEqual([kept.length, null]);
  const point = openCheckpoint(checkpoint, originOf("u1"), key);
  const some = Array.from({ length: 20 }, (_, i) => Math.floor((i * size) / 20));
  const reply = await fetch(`${at.url}/receipts`, { method: "POST", body: JSON.stringify(some) });
  for (const receipt of (await reply.json()) as Receipt[])
    expect(point.ok && verifyLine(receipt, point.value)).toBe(true);
});
