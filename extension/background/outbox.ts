// The durable outbox: entries get a sequence and a place on disk in one transaction, and leave only when acknowledged.
import type { EntryBody, Receipt, SentEntry } from "../../shared/supervision/entry.ts";
import { database, type KeptReceipt, type WaitingEntry } from "./database.ts";

/** The most entries that one batch carries. */
export const BATCH = 100;

const between = (device: string): IDBKeyRange =>
  IDBKeyRange.bound([device, 0], [device, Number.MAX_SAFE_INTEGER]);

/** What is remembered as queued, so that the same state is not sent twice: key and digest. */
export type Mark = readonly [key: string, state: string];

/** All that `job` writes or none of it: what stood before a failure would be kept otherwise, a number without its entry. */
async function whole<T>(
  work: { abort(): void; readonly done: Promise<void> },
  job: () => Promise<T>,
): Promise<T> {
  try {
    const result = await job();
    await work.done;
    return result;
  } catch (cause) {
    try {
      work.abort();
    } catch {
      // It has ended by itself already.
    }
    await work.done.catch(() => undefined);
    throw cause;
  }
}

/** Puts one entry and its marks on disk in one transaction, answers its sequence; throws when the store cannot be written. */
export async function enqueue(
  device: string,
  caseKey: string,
  body: EntryBody,
  at: number,
  marks: readonly Mark[] = [],
): Promise<number> {
  const db = await database();
  const work = db.transaction(["outbox", "sequence", "queued"], "readwrite");
  return whole(work, async () => {
    const seq = ((await work.objectStore("sequence").get(device)) ?? 0) + 1;
    const entry: SentEntry = { seq, at: new Date(at).toISOString(), caseKey, body };
    await work.objectStore("sequence").put(seq, device);
    await work.objectStore("outbox").put({ device, seq, entry });
    for (const [key, state] of marks) await work.objectStore("queued").put(state, key);
    return seq;
  });
}

/** The oldest entries that wait, in order. */
export async function waiting(device: string): Promise<readonly WaitingEntry[]> {
  return (await database()).getAll("outbox", between(device), BATCH);
}

/** How many entries wait. */
export async function waitingCount(device: string): Promise<number> {
  return (await database()).count("outbox", between(device));
}

/** Drops what the unit has acknowledged and keeps the receipts, in one transaction. */
export async function acknowledged(
  device: string,
  upTo: number,
  receipts: readonly Receipt[],
  verify: (receipt: Receipt) => boolean,
): Promise<void> {
  const db = await database();
  const work = db.transaction(["outbox", "receipts"], "readwrite");
  await whole(work, async () => {
    await work.objectStore("outbox").delete(IDBKeyRange.bound([device, 0], [device, upTo]));
    for (const receipt of receipts)
      await work
        .objectStore("receipts")
        .put({ device, seq: receipt.seq, receipt, verified: verify(receipt) });
  });
}

/**
 * Takes an entry that the unit refuses for good out of the way: it is kept aside with the reason, an empty one goes under
 * its sequence, so that those behind it are not held up and no gap is left.
 */
export async function park(device: string, seq: number, why: string): Promise<void> {
  const db = await database();
  const work = db.transaction(["outbox", "parked"], "readwrite");
  await whole(work, async () => {
    const refused = await work.objectStore("outbox").get([device, seq]);
    if (refused === undefined) return;
    await work.objectStore("parked").put({ ...refused, why });
    const empty: EntryBody = { kind: "facts", facts: [], complete: [] };
    await work.objectStore("outbox").put({ ...refused, entry: { ...refused.entry, body: empty } });
  });
}

/**
 * Gives the entries from one number on the numbers from another on, in their order: the count on this disk had begun anew
 * while the unit already knows later ones.
 */
export async function renumber(device: string, from: number, to: number): Promise<void> {
  const db = await database();
  const work = db.transaction(["outbox", "sequence"], "readwrite");
  await whole(work, async () => {
    const range = IDBKeyRange.bound([device, from], [device, Number.MAX_SAFE_INTEGER]);
    const left = await work.objectStore("outbox").getAll(range);
    await work.objectStore("outbox").delete(range);
    for (const [i, { entry }] of left.entries())
      await work.objectStore("outbox").put({ device, seq: to + i, entry: { ...entry, seq: to + i } });
    await work.objectStore("sequence").put(to + left.length - 1, device);
  });
}

/** The receipts this device holds. */
export async function receipts(device: string): Promise<readonly KeptReceipt[]> {
  return (await database()).getAll("receipts", between(device));
}
