// What the background keeps between its own restarts: small named values in the browser's storage areas.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Reminding } from "../../shared/supervision/reminding.ts";
import type { PageState } from "../protocol/messages.ts";
import type { KeptPolicy } from "./policy.ts";

export interface KeptLocal {
  /** Address of the worker, typed once; managed settings win over it. */
  server?: string;
  /** This installation's id for each account that has signed in here, by the account's hash: officers who share a desk never share entries. */
  devices: Readonly<Record<string, string>>;
  /** Account that signed in last; a sign-out forgets it. */
  account?: string;
  refresh?: string;
  member?: NonNullable<PageState["member"]>;
  /** The password was given by somebody else and has to be changed first. */
  mustChange?: boolean | undefined;
  /** Pack key pinned at first sign-in, hex. */
  packKey?: string;
  /** Unit whose pack this browser holds: revisions of another unit's are of another count. */
  packUnit?: string;
  /** Checkpoint key of the unit, hex. */
  ledgerKey?: string;
  /** Key of person references, hex. */
  referenceKey?: string;
  /** How the unit reminds, as it said last. */
  reminding?: Reminding;
  /** Server clock minus ours, ms. */
  clockOffset?: number;
  /** Why the last pack was refused, shown in the panel until a good one arrives. */
  packRefused?: string;
  /** What the enterprise policy said last. */
  policy?: KeptPolicy;
  /** Officers who have seen the short tour, or waved it off, by their device. */
  toured?: Readonly<Record<string, true>>;
  /** After how many idle minutes the last officer was signed out, until the next sign-in. */
  idledOut?: number;
}

export interface KeptSession {
  token?: string;
  tokenUntil?: number;
  /** Since when the screen has been locked (ms). */
  lockedAt?: number;
  /** Pause per tab. */
  [pause: `pause:${number}`]: { until: number; reason: string } | undefined;
}

const read = async <T>(area: chrome.storage.StorageArea, key: string): Promise<T | undefined> =>
  ((await area.get(key)) as Record<string, T>)[key];

const write = (area: chrome.storage.StorageArea, key: string, value: unknown): Promise<void> =>
  value === undefined ? area.remove(key) : area.set({ [key]: value });

/** Reads one kept value; `undefined` when there is none. */
export const local = <K extends keyof KeptLocal>(key: K): Promise<KeptLocal[K] | undefined> =>
  read(chrome.storage.local, key);

/** Keeps one value on disk; `undefined` forgets it. */
export const keepLocal = <K extends keyof KeptLocal>(
  key: K,
  value: KeptLocal[K] | undefined,
): Promise<void> => write(chrome.storage.local, key, value);

/** Reads one value of this browser session (memory only). */
export const session = <K extends keyof KeptSession>(key: K): Promise<KeptSession[K] | undefined> =>
  read(chrome.storage.session, key as string);

/** Keeps one value until the browser closes. */
export const keepSession = <K extends keyof KeptSession>(
  key: K,
  value: KeptSession[K] | undefined,
): Promise<void> => write(chrome.storage.session, key as string, value);

/** The id of this installation for an account, made once; part of the idempotency key of every entry. */
export const deviceOf = async (account: string): Promise<string> => {
  const devices = (await local("devices")) ?? {};
  const hash = bytesToHex(sha256(utf8ToBytes(account)));
  const known = devices[hash];
  if (known !== undefined) return known;
  const made = crypto.randomUUID();
  await keepLocal("devices", { ...devices, [hash]: made });
  return made;
};

export interface Managed {
  server?: string;
  packKey?: string;
  hosts?: readonly string[];
  unit?: string;
  idleMinutes?: number;
}

/** Settings of the enterprise policy; empty where none are set or the browser has no managed storage. */
export const managed = async (): Promise<Managed> => {
  try {
    return (await chrome.storage.managed.get([
      "server",
      "packKey",
      "hosts",
      "unit",
      "idleMinutes",
    ])) as Managed;
  } catch {
    return {};
  }
};

/** Address of the worker without a trailing slash. */
export const serverAddress = async (): Promise<string | undefined> =>
  ((await managed()).server ?? (await local("server")))?.replace(/\/+$/, "");
