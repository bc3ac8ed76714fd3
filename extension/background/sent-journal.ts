// The journal of all that left this browser: every request as it was sent, on disk beside the outbox, never sent itself.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { MOST_KEPT, type SentRequest } from "../protocol/traffic.ts";
import { WORDS } from "../words/background.ts";

interface Row extends SentRequest {
  readonly id?: number;
  /** Device of the member who was signed in; officers who share a desk see their own. */
  readonly device: string;
}

interface Schema extends DBSchema {
  sent: { key: number; value: Row; indexes: { device: string } };
}

/** A longer body is kept by its length and hash alone, characters. */
export const LONGEST = 400_000;

/** What is never written to disk: passwords, tokens, codes, and the phone numbers of members. */
const SECRET = /password|secret|token|refresh|ticket|verifier|phone|^code$/i;
/** What our users wrote to somebody, and who signed in: forgotten here with the sign-out. */
const WORDS_OF_USERS = /^(said|evidence|reason|account)$/;

type Which = (key: string, value: unknown) => boolean;

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isSecret: Which = (key, value) => SECRET.test(key) && isText(value);
/** Words of users, and the lists of officers in what pages said of cases. */
const isOfSomebody: Which = (key, value) =>
  (WORDS_OF_USERS.test(key) && isText(value)) || (key === "value" && Array.isArray(value));

const masked = (json: string, which: Which, by: string): string =>
  JSON.stringify(JSON.parse(json), (key, value: unknown) => (which(key, value) ? by : value));

let opened: Promise<IDBPDatabase<Schema>> | undefined;
const journal = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>("first-button-sent", 1, {
    upgrade(db) {
      db.createObjectStore("sent", { keyPath: "id", autoIncrement: true }).createIndex("device", "device");
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
};

export interface Leaving {
  readonly route: string;
  readonly method: SentRequest["method"];
  readonly path: string;
  /** The body's text exactly as it goes out. */
  readonly body?: string | undefined;
  readonly device: string;
}

async function write({ body, ...rest }: Leaving, at: number): Promise<number> {
  const db = await journal();
  const kept =
    body === undefined || body.length > LONGEST ? undefined : masked(body, isSecret, WORDS.notKept);
  const id = await db.add("sent", {
    ...rest,
    at,
    bytes: body === undefined ? 0 : utf8ToBytes(body).length,
    hash: body === undefined ? "" : bytesToHex(sha256(utf8ToBytes(body))),
    ...(kept === undefined ? {} : { body: kept }),
    ...(kept === undefined || kept === body ? {} : { masked: true }),
  });
  if (id > MOST_KEPT && id % 50 === 0) await db.delete("sent", IDBKeyRange.upperBound(id - MOST_KEPT));
  return id;
}

/**
 * Writes down one request as it leaves; the answer tells its outcome later (HTTP status, 0 for none). Sending never waits
 * for the disk and never fails by it.
 */
export function leaving(request: Leaving, at = Date.now()): (status: number) => Promise<void> {
  const written = write(request, at).catch((cause: unknown) => {
    console.error("a request could not be written down", cause);
    return undefined;
  });
  return async (status) => {
    const id = await written;
    if (id === undefined) return;
    const db = await journal();
    const row = await db.get("sent", id);
    if (row !== undefined) await db.put("sent", { ...row, status });
  };
}

/**
 * What left under this device, newest first, and what left while nobody was signed in: that one without its content, which
 * may be another's.
 */
export async function sentBy(device: string): Promise<readonly SentRequest[]> {
  const db = await journal();
  const [own, nobodys] = await Promise.all([
    db.getAllFromIndex("sent", "device", device),
    db.getAllFromIndex("sent", "device", ""),
  ]);
  const bare = nobodys.map(({ body, ...rest }) => (body === undefined ? rest : { ...rest, masked: true }));
  return [...own, ...bare]
    .sort((a, b) => (b.id ?? 0) - (a.id ?? 0))
    .map(({ id: _, device: __, ...sent }) => sent);
}

/** Forgets the words that users wrote and the officers that pages named; that, when and how much was sent stays. */
export async function forgetSaid(): Promise<void> {
  const work = (await journal()).transaction("sent", "readwrite");
  for (let at = await work.store.openCursor(); at !== null; at = await at.continue()) {
    const { body } = at.value;
    const left = body === undefined ? undefined : masked(body, isOfSomebody, WORDS.forgotten);
    if (left !== undefined && left !== body) await at.update({ ...at.value, body: left, masked: true });
  }
  await work.done;
}
