// The folder of a closed network in service: started without Node, signed in to, written to, killed, started again.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { verifyLine, verifyReceipt } from "../../shared/ledger/receipt.ts";
import { api } from "../run/people.ts";
import { findable, Installed } from "./installed.ts";
import { CASE, firstAdmin, officer, type Session, sync } from "./people.ts";

/** Sixty when they are asked for: `ONPREM_KILLS=60`. */
const ROUNDS = Number(process.env["ONPREM_KILLS"] ?? 6);
/** Instants of the killing come from a fixed row of numbers, so that a failure can be had again. */
const chance = (seed: number): number => ((seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
const empty = ({ device }: Session) => ({ device, entries: [] });

let at: Installed;
beforeEach(() => {
  at = new Installed();
});
afterEach(() => at.end());

interface Ledger {
  readonly lines: readonly Parameters<typeof verifyLine>[0][];
  readonly checkpoint: string;
  readonly ledgerKey: string;
}

describe("where no Node can be found", () => {
  it("signs in the first administrator by the printed code, takes a batch, proves it, and has all of it after a kill", async () => {
    expect([findable(at, "node"), findable(at, "flock")]).toEqual([false, true]);
    await at.start();
    const han = await officer(at, await firstAdmin(at));
    const sent = await sync(at, han, 1, 3);
    expect(sent.acked).toBe(3);
    for (const receipt of sent.receipts) expect(verifyReceipt(receipt, han.ledgerKey).ok).toBe(true);
    await at.kill();
    await at.start();
    const path = `/v1/cases/${encodeURIComponent(CASE)}/ledger`;
    const ledger = await api<Ledger>(at.url, "GET", path, undefined, han.token);
    const opened = openCheckpoint(ledger.checkpoint, originOf("root"), han.ledgerKey);
    expect(ledger.ledgerKey).toBe(han.ledgerKey);
    expect(ledger.lines).toHaveLength(3);
    expect(opened.ok && ledger.lines.every((line) => verifyLine(line, opened.value))).toBe(true);
    expect((await sync(at, han, 4, 5)).acked).toBe(5);
    expect(at.output).not.toContain("首次启动码");
  });
  it("killed at any instant while it writes, it is never taken for one that has lost something", async () => {
    await at.start();
    const admin = await firstAdmin(at);
    const station = { id: "xh1", name: "柳桥派出所", level: "station", parent: "root" };
    await api(at.url, "POST", "/v1/units", station, admin.token);
    const writers = [await officer(at, admin), await officer(at, admin, "xh1", "liu")];
    const acked = writers.map(() => 0);
    for (let round = 0; round < ROUNDS; round += 1) {
      let going = true;
      const writing = writers.map(async (who, i) => {
        // The first answer tells how far the device is: more may stand there than it was told before the kill.
        acked[i] = (await api<{ acked: number }>(at.url, "POST", "/v1/sync", empty(who), who.token)).acked;
        while (going) {
          const next: number = (acked[i] ?? 0) + 1;
          const done: { readonly acked: number } | undefined = await sync(
            at,
            who,
            next,
            next + (i === 0 ? 0 : 9),
          ).catch(() => undefined);
          if (done === undefined) return;
          acked[i] = done.acked;
        }
      });
      await new Promise((pass) => setTimeout(pass, 60 + 170 * chance(round + 7)));
      await at.kill();
      going = false;
      await Promise.all(writing.map((one) => one.catch(() => undefined)));
      const told = [...acked];
      await at.start();
      for (const [i, who] of writers.entries()) {
        const now = await api<{ acked: number }>(at.url, "POST", "/v1/sync", empty(who), who.token);
        expect(now.acked).toBeGreaterThanOrEqual(told[i] ?? 0);
      }
    }
    expect(acked.every((n) => n > ROUNDS)).toBe(true);
  });
  it("answers how it is by its own tool, on this machine alone", async () => {
    await at.start();
    const { out, code } = await at.tool("health");
    expect(JSON.parse(out)).toMatchObject({ ok: true, started: false });
    expect(code).toBe(0);
    await at.kill("SIGTERM");
    expect((await at.tool("health")).out).toContain("服务没有应答");
  });
});
