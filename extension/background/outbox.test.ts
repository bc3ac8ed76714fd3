// The outbox on disk: numbers without gaps, nothing lost over a restart, nothing dropped that was not acknowledged.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { EntryBody, Receipt } from "../../shared/supervision/entry.ts";

type Outbox = typeof import("./outbox.ts");

const AT = Date.parse("2026-11-20T15:48+08:00");
const paused = (minutes: number): EntryBody => ({ kind: "paused", minutes });
const receipt = (seq: number): Receipt => ({
  seq,
  unit: "root",
  index: seq,
  leaf: "",
  record: "",
  proof: [],
  checkpoint: "",
});

/** The background as it comes up again: nothing in memory, the disk as it was. */
const restarted = async (): Promise<Outbox> => {
  vi.resetModules();
  return import("./outbox.ts");
};

let outbox: Outbox;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  outbox = await restarted();
});

const put = (minutes: number, device = "d1.m1", marks: readonly (readonly [string, string])[] = []) =>
  outbox.enqueue(device, "p:A1", paused(minutes), AT, marks);
const numbers = async (device = "d1.m1"): Promise<number[]> =>
  (await outbox.waiting(device)).map(({ seq }) => seq);
test("a count that began anew goes on behind the unit's, in order, and what came before the place stays", async () => {
  for (const minutes of [1, 2, 3]) await put(minutes);
  await put(9, "d2.m2");
  await outbox.renumber("d1.m1", 2, 42);
  expect(await numbers()).toEqual([1, 42, 43]);
  expect((await outbox.waiting("d1.m1")).map(({ entry }) => [entry.seq, entry.body])).toEqual([
    [1, paused(1)],
    [42, paused(2)],
    [43, paused(3)],
  ]);
  expect(await put(4)).toBe(44);
  expect(await numbers("d2.m2")).toEqual([1]);
});

const marked = async (key: string): Promise<string | undefined> => {
  const { database } = await import("./database.ts");
  return (await database()).get("queued", key);
};

describe("numbers", () => {
  test("have no gap and no double, however many entries come at once", async () => {
    const given = await Promise.all(Array.from({ length: 60 }, (_, i) => put(i % 30)));
    expect([...given].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(await numbers()).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test("are counted for each device by itself", async () => {
    await Promise.all([put(1), put(2, "d1.m2"), put(3), put(4, "d1.m2"), put(5, "d1.m20")]);
    expect([await numbers(), await numbers("d1.m2"), await numbers("d1.m20")]).toEqual([[1, 2], [1, 2], [1]]);
  });

  test("go on after a restart and after all was acknowledged", async () => {
    await put(1);
    await put(2);
    await outbox.acknowledged("d1.m1", 2, [], () => true);
    outbox = await restarted();
    expect(await put(3)).toBe(3);
  });

  test("are not used up by an entry that could not be written", async () => {
    await put(1);
    const bad = { kind: "paused", minutes: () => 1 } as unknown as EntryBody;
    await expect(outbox.enqueue("d1.m1", "p:A1", bad, AT)).rejects.toThrow();
    await expect(outbox.enqueue("d1.m1", "p:A1", paused(1), Number.NaN)).rejects.toThrow();
    expect(await put(2)).toBe(2);
    expect(await numbers()).toEqual([1, 2]);
  });
});

test("entries are there after a restart as they were put", async () => {
  await put(7);
  outbox = await restarted();
  expect(await outbox.waiting("d1.m1")).toEqual([
    {
      device: "d1.m1",
      seq: 1,
      entry: { seq: 1, at: "2026-11-20T07:48:00.000Z", caseKey: "p:A1", body: paused(7) },
    },
  ]);
  expect(await outbox.waitingCount("d1.m1")).toBe(1);
});

test("one batch is at most a hundred, the oldest first", async () => {
  for (let i = 0; i < outbox.BATCH + 5; i += 1) await put(1);
  expect((await numbers()).at(-1)).toBe(outbox.BATCH);
  expect(await outbox.waitingCount("d1.m1")).toBe(outbox.BATCH + 5);
});

describe("an acknowledgement", () => {
  test("takes exactly what it names out of any queue, and nothing of another device", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 15 }),
        async (count, upTo) => {
          globalThis.indexedDB = new IDBFactory();
          outbox = await restarted();
          await put(1, "d1.m2");
          for (let i = 0; i < count; i += 1) await put(i);
          await outbox.acknowledged("d1.m1", upTo, [], () => true);
          const left = Array.from({ length: count }, (_, i) => i + 1).filter((seq) => seq > upTo);
          expect(await numbers()).toEqual(left);
          expect(await numbers("d1.m2")).toEqual([1]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("keeps its receipts with what the check of each said", async () => {
    await put(1);
    await put(2);
    await outbox.acknowledged("d1.m1", 2, [receipt(1), receipt(2)], ({ seq }) => seq === 1);
    outbox = await restarted();
    const kept = (await outbox.receipts("d1.m1")).map(({ seq, verified }) => [seq, verified]);
    expect(kept).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(await outbox.receipts("d1.m2")).toEqual([]);
  });

  test("whose receipt cannot be kept drops nothing", async () => {
    await put(1);
    const broken = { ...receipt(1), proof: (() => []) as unknown as string[] };
    await expect(outbox.acknowledged("d1.m1", 1, [broken], () => true)).rejects.toThrow();
    expect(await numbers()).toEqual([1]);
  });
});

describe("a mark", () => {
  test("is on disk with its entry", async () => {
    await put(1, "d1.m1", [["p:A1|fact|case.cause", "known"]]);
    outbox = await restarted();
    expect(await marked("p:A1|fact|case.cause")).toBe("known");
  });

  test("that cannot be written takes its entry and the other marks back", async () => {
    const bad = [["good", "1"] as const, [{}, "2"] as unknown as readonly [string, string]];
    await expect(put(1, "d1.m1", bad)).rejects.toThrow();
    expect([await numbers(), await marked("good")]).toEqual([[], undefined]);
    expect(await put(1)).toBe(1);
  });
});

test("an entry refused for good stands aside, and an empty one goes under its number", async () => {
  await put(1);
  await put(2);
  await outbox.park("d1.m1", 1, "bad-shape");
  outbox = await restarted();
  const [first, second] = await outbox.waiting("d1.m1");
  expect(first?.entry).toMatchObject({ seq: 1, body: { kind: "facts", facts: [] } });
  expect(second?.entry.body).toEqual(paused(2));
  const { database } = await import("./database.ts");
  const [aside] = await (await database()).getAll("parked");
  expect([aside?.why, aside?.entry.body]).toEqual(["bad-shape", paused(1)]);
});
