// What breaks off: bodies cut off in the middle, objects closed while batches are on their way; nothing is half applied, and the same again is taken once.
import { abortAllDurableObjects, evictDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { verifyReceipt } from "../../shared/ledger/receipt.ts";
import { CASE, fact, factsEntry, signedEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person, unitStub } from "./deployment.ts";

let officer: Person;
let log: MockInstance;
beforeEach(async () => {
  log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  officer = await hire(await deploy(), "han", ["officer"]);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const now = Date.now();
/** So many entries from a number on, every second one with facts: what is kept of each must agree with the ledger. */
const batch = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) =>
    i % 2 === 0
      ? factsEntry(from + i, [fact("case.cause", `盗窃${from + i}`, now + from + i)])
      : signedEntry(from + i, "已安排"),
  );
const bodyOf = (entries: readonly unknown[]): string => JSON.stringify({ device: officer.device, entries });
const send = (raw: BodyInit) => call("sync", undefined, { token: officer.token, raw });
const sync = (entries: readonly unknown[]) => send(bodyOf(entries));

/** The device's numbers as the ledger has them, and the reading that is kept beside it. */
const stored = () =>
  inUnit("root", (sql) => ({
    seqs: sql
      .exec<{ seq: number }>("SELECT seq FROM entries WHERE device IS NOT NULL ORDER BY idx")
      .toArray()
      .map(({ seq }) => seq),
    cause: sql.exec<{ value: string }>("SELECT value FROM facts WHERE field = 'cause'").toArray()[0]?.value,
  }));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("a batch whose body is cut off", () => {
  it("anywhere is refused, and nothing of it is kept", async () => {
    const whole = new TextEncoder().encode(bodyOf(batch(1, 6)));
    const seen = new Set<string>();
    for (let i = 1; i <= 40; i += 1) {
      const { status, body } = await send(whole.slice(0, Math.floor((whole.length * i) / 41)));
      seen.add(`${status} ${body.code}`);
    }
    // Right behind an entry the text is as good as it gets.
    const text = bodyOf(batch(1, 6));
    const { body } = await send(text.slice(0, text.lastIndexOf(',{"seq"')));
    expect([...seen, body.code]).toEqual(["400 bad-json", "bad-json"]);
    expect(await stored()).toEqual({ seqs: [], cause: undefined });
    expect((await sync(batch(1, 6))).body.acked).toBe(6);
    expect(await stored()).toEqual({ seqs: upTo(6), cause: '"盗窃5"' });
  });
  it("by a connection that breaks is refused in words, and is no fault of ours", async () => {
    const text = new TextEncoder().encode(bodyOf(batch(1, 6)));
    const parts = [text.slice(0, 100), text.slice(100, 700)];
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const part = parts.shift();
        if (part === undefined) controller.error(new Error("connection reset"));
        else controller.enqueue(part);
      },
    });
    const { status, body } = await send(broken);
    expect([status, body.code]).toEqual([400, "bad-json"]);
    expect(body.message).toContain("没有收全,什么都没有保存");
    expect(log).not.toHaveBeenCalled();
    expect((await stored()).seqs).toEqual([]);
    expect((await sync(batch(1, 6))).body.acked).toBe(6);
  });
});

describe("an object that is closed while batches are on their way", () => {
  it.each([
    ["thrown out by the platform", () => abortAllDurableObjects()],
    ["put to rest by the platform", () => evictDurableObject(unitStub("root"))],
  ])("%s: each is in it whole or not at all, and sent again it is taken once", async (_, close) => {
    let acked = 0;
    const answers: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      await sync([]);
      const entries = batch(acked + 1, 30);
      const sending = sync(entries);
      for (let turns = 0; turns < round * 3; turns += 1) await new Promise((done) => setTimeout(done, 0));
      await close().catch(() => undefined);
      const first = await sending;
      answers.push(first.status);
      if (first.status !== 200) expect(first.body).toMatchObject({ code: "busy" });
      const { seqs } = await stored();
      expect([acked, acked + 30]).toContain(seqs.length);
      if (first.status === 200) expect(seqs).toHaveLength(acked + 30);
      const again = await sync(entries);
      expect([again.status, again.body.acked]).toEqual([200, acked + 30]);
      for (const receipt of again.body.receipts)
        expect(verifyReceipt(receipt, officer.ledgerKey).ok).toBe(true);
      acked += 30;
      expect(await stored()).toEqual({ seqs: upTo(acked), cause: `"盗窃${acked - 1}"` });
    }
    const { body } = await call("ledger", undefined, { token: officer.token, params: { key: CASE } });
    expect(body.lines.length).toBeGreaterThanOrEqual(acked);
    expect(answers.length).toBe(8);
  });
});
