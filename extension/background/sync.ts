// Sending what waits: batches in order, acknowledged ones leave, failures back off, a newer pack is noticed.
import type { Code, Refusal } from "../../shared/facts/errors.ts";
import type { WaitingEntry } from "./database.ts";
import { deviceOf, keepLocal, local } from "./kept.ts";
import { acknowledged, BATCH, park, renumber, waiting, waitingCount } from "./outbox.ts";
import { currentPack } from "./packs.ts";
import { receiptCheck } from "./receipt-holds.ts";
import { callSigned } from "./session.ts";

/** Shortest and longest pause after a failure, ms. */
const PAUSES = [2_000, 60_000] as const;

export interface SyncState {
  connection: "online" | "offline";
  sent: number;
  pause: number;
  lastError?: string;
}

export const syncState: SyncState = { connection: "offline", sent: 0, pause: PAUSES[0] };

/** The id under which the signed-in member's entries are numbered on this installation. */
export async function deviceOfMember(): Promise<string | undefined> {
  const account = await local("account");
  return account === undefined || (await local("member")) === undefined ? undefined : deviceOf(account);
}

export const waitingHere = async (): Promise<number> => {
  const device = await deviceOfMember();
  return device === undefined ? 0 : waitingCount(device);
};

const failed = ({ code, message, again = 0 }: Refusal): "later" => {
  if (code === "busy") syncState.connection = "offline";
  syncState.lastError = message;
  // The service knows best when it has time again; until then it is left alone.
  syncState.pause = Math.max(Math.min(syncState.pause * 2, PAUSES[1]), again * 1_000);
  return "later";
};

/** The largest batch, in characters of JSON; the unit refuses more than 1 MB. */
const SIZE = 300_000;

/** Refusals that trying again cannot mend. */
const LASTING: readonly Code[] = ["bad-shape", "bad-value", "bad-time", "local-field", "unknown-field"];

const withinSize = (all: readonly WaitingEntry[]): readonly WaitingEntry[] => {
  let size = 0;
  const fits = all.findIndex((w, i) => (size += JSON.stringify(w.entry).length) > SIZE && i > 0);
  return fits < 0 ? all : all.slice(0, fits);
};

/** Numbers that this browser has no entries for any more; told with the next batch, so that the unit's count goes on. */
let missing: { readonly device: string; readonly from: number; readonly to: number } | undefined;

const placeIn = ({ at }: Refusal): number => Number(/^entries\[(\d+)\]/.exec(at ?? "")?.[1] ?? "-1");

/**
 * The unit counts otherwise than this browser: entries that were lost here are given up by name, and where the browser's own
 * count began anew its entries get the numbers behind the unit's. Nothing that waits is dropped.
 */
const mendNumbers = async (
  device: string,
  batch: readonly WaitingEntry[],
  refusal: Refusal,
  gaveUp: boolean,
): Promise<"more" | "later"> => {
  // A unit that was told already and still refuses does not understand it: nothing is given up twice in a row.
  const told = gaveUp ? undefined : await callSigned("sync", { body: { device, entries: [] } });
  if (told === undefined || !told.ok) return failed(refusal);
  const { acked } = told.value;
  const [first] = batch;
  const refused = batch[placeIn(refusal)];
  if (refusal.code === "sequence-gap" && first !== undefined && first.seq > acked + 1) {
    missing = { device, from: acked + 1, to: first.seq - 1 };
    return "more";
  }
  if (refusal.code === "conflict" && refused !== undefined && refused.seq <= acked) {
    await renumber(device, refused.seq, acked + 1);
    return "more";
  }
  return failed(refusal);
};

const sendBatch = async (device: string): Promise<"more" | "empty" | "later" | { pack: number }> => {
  const all = await waiting(device);
  const batch = withinSize(all);
  const { pack: ours } = await currentPack();
  const entries = batch.map((w) => w.entry);
  const giving = missing?.device === device ? { from: missing.from, to: missing.to } : undefined;
  missing = undefined;
  const answer = await callSigned("sync", {
    body: {
      device,
      entries,
      pack: ours.revision,
      clock: Date.now(),
      ...(giving === undefined ? {} : { lost: giving }),
    },
  });
  if (!answer.ok) {
    if (answer.refusal.code === "sequence-gap" || answer.refusal.code === "conflict")
      return mendNumbers(device, batch, answer.refusal, giving !== undefined);
    const place = LASTING.includes(answer.refusal.code)
      ? /^entries\[(\d+)\]/.exec(answer.refusal.at ?? "")?.[1]
      : undefined;
    const entry = place === undefined ? undefined : batch[Number(place)];
    if (entry === undefined) return failed(answer.refusal);
    await park(device, entry.seq, answer.refusal.message);
    syncState.lastError = answer.refusal.message;
    return "more";
  }
  const { acked, receipts, pack, now, reminding } = answer.value;
  const key = await local("ledgerKey");
  await acknowledged(device, acked, receipts, receiptCheck(key));
  await keepLocal("clockOffset", now - Date.now());
  await keepLocal("reminding", reminding);
  syncState.connection = "online";
  syncState.pause = PAUSES[0];
  syncState.sent += receipts.length;
  delete syncState.lastError;
  return batch.length < all.length || all.length === BATCH ? "more" : { pack: pack.revision };
};

let running: Promise<void> | undefined;
let again = false;

/**
 * Sends everything that waits; concurrent calls share one run. `onPack` hears the revision that the unit says is
 * current, `onLater` the pause after which to try again (ms).
 */
export function flush(onPack: (revision: number) => void, onLater: (pause: number) => void): Promise<void> {
  if (running !== undefined) {
    again = true;
    return running;
  }
  running = (async () => {
    const device = await deviceOfMember();
    if (device === undefined) return;
    do {
      again = false;
      let outcome = await sendBatch(device);
      while (outcome === "more") outcome = await sendBatch(device);
      if (outcome === "later") return onLater(syncState.pause);
      if (typeof outcome === "object") onPack(outcome.pack);
    } while (again);
  })().finally(() => {
    running = undefined;
  });
  return running;
}
