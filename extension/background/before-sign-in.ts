// Reasons given at a gate while nobody is signed in: on disk until the next sign-in, whose officer enters them, marked as given before it.
import type { EntryBody } from "../../shared/supervision/entry.ts";
import { database } from "./database.ts";
import { local } from "./kept.ts";
import { enqueue } from "./outbox.ts";
import { references } from "./references.ts";
import { deviceOfMember } from "./sync.ts";

type Explained = Extract<EntryBody, { finding: string }>;

/** A reason as it waits: of whom it is nobody knows yet, and without the key of the service its finding has no name that travels. */
export interface UnsignedReason {
  /** "" of a form without a case number. */
  readonly caseKey: string;
  /** When it was given (ms, server's time). */
  readonly at: number;
  /** The finding under the name it has in this browser; the element it stands on is named by its kind alone. */
  readonly body: Omit<Explained, "kind">;
}

/** Keeps a reason for the next sign-in; throws when the store cannot be written, so that nothing is let through as kept. */
export async function keepUnsigned(reason: UnsignedReason): Promise<void> {
  await (await database()).add("unsigned", reason);
}

/**
 * Enters what waits under who has just signed in on this device, each marked `unsigned` and with an id of its own. One leaves the
 * disk only when it stands in the outbox. Answers how many there were.
 */
export async function enterUnsigned(): Promise<number> {
  const [device, key] = [await deviceOfMember(), await local("referenceKey")];
  if (device === undefined || key === undefined) return 0;
  const db = await database();
  const waiting = await db.getAllKeys("unsigned");
  for (const id of waiting) {
    const reason = await db.get("unsigned", id);
    if (reason === undefined) continue;
    const { caseKey, at, body } = reason;
    const finding = references(key, caseKey, {}).key(body.finding);
    await enqueue(device, caseKey, { ...body, finding, kind: "explained", unsigned: true }, at);
    await db.delete("unsigned", id);
  }
  return waiting.length;
}
