// The folder of a closed network in service: started without Node, signed in to, written to, killed, started again.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { verifyLine, verifyReceipt } from "../../shared/ledger/receipt.ts";
import { api } from "../run/people.ts";
import { findable, Installed } from "./installed.ts";
import { CASE, firstAdmin, officer, sync } from "./people.ts";

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
  it("answers how it is by its own tool, on this machine alone", async () => {
    await at.start();
    const { out, code } = await at.tool("health");
    expect(JSON.parse(out)).toMatchObject({ ok: true, started: false });
    expect(code).toBe(0);
    await at.kill("SIGTERM");
    expect((await at.tool("health")).out).toContain("服务没有应答");
  });
});
