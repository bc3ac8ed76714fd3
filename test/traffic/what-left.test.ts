// What the page 读什么、传什么 says has left is what the network edge received, request by request and byte by byte.
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { EntryBody } from "../../shared/supervision/entry.ts";
import { fakeChrome } from "../walk/fake-chrome.ts";

const BASE = "https://unit.test";
const AT = Date.parse("2026-11-20T15:48+08:00");

interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}

/** The far side of the network: remembers what comes in and answers as the worker would. */
const edge = { received: [] as Received[], down: false };
const replies = (path: string, body: string | undefined): [number, unknown] => {
  if (path === "/v1/sync") {
    const { entries } = JSON.parse(body ?? "{}") as { entries: { seq: number }[] };
    const acked = Math.max(0, ...entries.map(({ seq }) => seq));
    return [200, { acked, receipts: [], pack: { revision: 0, hash: "" }, now: AT }];
  }
  return [401, { code: "bad-credentials", message: "账号或者密码不对" }];
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  fakeChrome();
  edge.received = [];
  edge.down = false;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body = typeof init.body === "string" ? init.body : undefined;
    edge.received.push({ method: init.method ?? "GET", path: url.slice(BASE.length), body });
    if (edge.down) throw new TypeError("no network");
    const [status, json] = replies(url.slice(BASE.length), body);
    return new Response(JSON.stringify(json), { status });
  });
  const { keepLocal, keepSession } = await import("../../extension/background/kept.ts");
  await keepLocal("server", BASE);
  await keepLocal("account", "chenli");
  await keepLocal("member", { id: "m1", name: "陈立", roles: ["officer"], unitName: "柳桥派出所" });
  await keepLocal("refresh", "r.1");
  await keepSession("token", "t.1");
  await keepSession("tokenUntil", Date.now() + 3_600_000);
});

const deviceHere = async (): Promise<string> => {
  const { deviceOf } = await import("../../extension/background/kept.ts");
  return deviceOf("chenli");
};
const queue = async (body: EntryBody): Promise<void> => {
  const { enqueue } = await import("../../extension/background/outbox.ts");
  await enqueue(await deviceHere(), "新警综:A1", body, AT);
};
const send = async (): Promise<void> => {
  const { flush } = await import("../../extension/background/sync.ts");
  await flush(
    () => undefined,
    () => undefined,
  );
};
/** What the page shows, oldest first; waits until every outcome is written. */
const told = async () => {
  const { trafficView } = await import("../../extension/background/traffic.ts");
  for (;;) {
    const { sent, ...rest } = await trafficView();
    if (sent.length >= edge.received.length && sent.every(({ status }) => status !== undefined))
      return { sent: [...sent].reverse(), ...rest };
    await new Promise((r) => setTimeout(r, 5));
  }
};
const sha = (text: string | undefined): string =>
  text === undefined ? "" : createHash("sha256").update(text).digest("hex");

const bodies = fc.oneof(
  fc.record({ kind: fc.constant("paused" as const), minutes: fc.integer({ min: 0, max: 30 }) }),
  fc.record({
    kind: fc.constant("ticked" as const),
    item: fc.string({ minLength: 1, maxLength: 20 }),
    ticked: fc.boolean(),
    said: fc.string({ unit: "grapheme", maxLength: 40 }),
  }),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(
      fc.record({
        entity: fc.constant("case"),
        id: fc.constant(""),
        field: fc.constant("cause"),
        state: fc.constant("known" as const),
        value: fc.string({ unit: "grapheme", maxLength: 40 }),
        at: fc.constant(AT),
        page: fc.constant("case"),
      }),
      { maxLength: 4 },
    ),
    complete: fc.constant<string[]>([]),
  }),
);

describe("the page", () => {
  test("says exactly what the edge received, whatever was sent and whether or not it arrived", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(bodies, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
        async (all) => {
          globalThis.indexedDB = new IDBFactory();
          vi.resetModules();
          edge.received = [];
          for (const [body, down, flushNow] of all) {
            edge.down = down;
            await queue(body);
            if (flushNow) await send();
          }
          const { sent, waiting } = await told();
          expect(sent.map(({ method, path, bytes, hash }) => ({ method, path, bytes, hash }))).toEqual(
            edge.received.map(({ method, path, body }) => ({
              method,
              path,
              bytes: Buffer.byteLength(body ?? ""),
              hash: sha(body),
            })),
          );
          expect(sent.map(({ body }) => body)).toEqual(edge.received.map(({ body }) => body));
          edge.down = false;
          await send();
          const left = (await told()).sent.filter(({ status }) => status === 200);
          const numbers = left.flatMap(
            ({ body }) => (JSON.parse(body ?? "{}") as { entries?: { seq: number }[] }).entries ?? [],
          );
          expect(new Set(numbers.map(({ seq }) => seq)).size).toBe(all.length);
          expect(waiting.length).toBeLessThanOrEqual(all.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("lists what was sent to no avail as not delivered, and what waits as waiting", async () => {
    edge.down = true;
    await queue({ kind: "paused", minutes: 5 });
    await send();
    const { sent, waiting } = await told();
    expect(sent.map(({ status }) => status)).toEqual([0]);
    expect(waiting.map(({ body }) => body)).toEqual([{ kind: "paused", minutes: 5 }]);
  });

  test("keeps no password on disk: length and hash are of what was sent, the text is masked", async () => {
    const { callRoute } = await import("../../extension/background/call.ts");
    const device = await deviceHere();
    await callRoute("signIn", { body: { account: "chenli", password: "correct horse", device } });
    const { sent } = await told();
    const [received] = edge.received;
    expect(received?.body).toContain("correct horse");
    expect(sent).toMatchObject([
      { bytes: Buffer.byteLength(received?.body ?? ""), hash: sha(received?.body), masked: true },
    ]);
    const { device: there, password } = JSON.parse(sent[0]?.body ?? "{}") as Record<string, string>;
    expect([there, password]).toEqual([device, "（不在本机留底）"]);
  });

  test("shows nothing that another officer has sent from this desk", async () => {
    await queue({ kind: "paused", minutes: 5 });
    await send();
    await told();
    const { keepLocal } = await import("../../extension/background/kept.ts");
    await keepLocal("account", "zhaowei");
    const { trafficView } = await import("../../extension/background/traffic.ts");
    expect((await trafficView()).sent).toEqual([]);
    await keepLocal("account", "chenli");
    expect((await trafficView()).sent).toHaveLength(1);
  });

  test("forgets the words of its users when it is told to, not that they were sent", async () => {
    await queue({ kind: "paused", minutes: 5, said: "正在演示" });
    await send();
    await told();
    const { forgetSaid } = await import("../../extension/background/sent-journal.ts");
    await forgetSaid();
    const { sent } = await told();
    expect(sent[0]?.body).not.toContain("正在演示");
    expect([sent[0]?.hash, sent[0]?.masked]).toEqual([sha(edge.received[0]?.body), true]);
  });
});
