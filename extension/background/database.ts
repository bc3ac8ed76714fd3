// The browser's own store: entries that wait to be sent, receipts, the current pack, what was sent of each case.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { LoadedStatute } from "../../shared/api/routes/statutes.ts";
import type { StatuteText } from "../../shared/law/library/statute-text.ts";
import type { PageHits } from "../../shared/rules/drift.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Receipt, SentEntry } from "../../shared/supervision/entry.ts";
import type { FindingAnswer } from "../protocol/messages.ts";
import type { ProfileDraft } from "../protocol/picking.ts";
import type { UnsignedReason } from "./before-sign-in.ts";

export interface WaitingEntry {
  /** Device and member that wrote it: entries are never sent under another officer's name. */
  readonly device: string;
  readonly seq: number;
  readonly entry: SentEntry;
}

export interface KeptReceipt {
  readonly device: string;
  readonly seq: number;
  readonly receipt: Receipt;
  readonly verified: boolean;
}

export interface Schema extends DBSchema {
  outbox: { key: [string, number]; value: WaitingEntry };
  /** Entries that the unit refused for good: kept here, an empty one goes in their place. */
  parked: { key: [string, number]; value: WaitingEntry & { readonly why: string } };
  /** Last sequence used, by device. */
  sequence: { key: string; value: number };
  receipts: { key: [string, number]; value: KeptReceipt };
  pack: { key: "current"; value: SignedPack };
  /** What was last queued, by `device|caseKey|kind|path`: the same state is not sent twice. Words only as keyed hashes. */
  queued: { key: string; value: string };
  /** Officers' answers by the officer's device and the finding's key: officers who share a desk have their own. */
  answers: { key: string; value: FindingAnswer };
  /** Interruptions already made, by the officer's device, finding key and colour: once per fact state. */
  interrupted: { key: string; value: number };
  /** What the deployment's statute library held when it was last asked (ms). */
  library: { key: "list"; value: { readonly statutes: readonly LoadedStatute[]; readonly at: number } };
  /** Site profiles in the making, with the pages captured for them. */
  profileDrafts: { key: string; value: ProfileDraft };
  /** How often each field that a page kind should show was found on it, by `profile/page`. */
  hits: { key: string; value: PageHits };
  /** Reasons given while nobody was signed in, until somebody is. */
  unsigned: { key: number; value: UnsignedReason };
  /** Statute texts by the hash of their content. */
  statutes: { key: string; value: StatuteText };
}

/** What one officer has answered; "" is whoever has not signed in. */
export const ofOfficer = (device: string | undefined): IDBKeyRange =>
  IDBKeyRange.bound(`${device ?? ""}|`, `${device ?? ""}|\uffff`);

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Opens the store once; later versions only add. */
export const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>("first-button", 5, {
    async upgrade(db, before, _, work) {
      if (before < 4) db.createObjectStore("unsigned", { autoIncrement: true });
      if (before < 3) {
        db.createObjectStore("profileDrafts", { keyPath: "id" });
        db.createObjectStore("hits");
      }
      if (before < 2) {
        db.createObjectStore("library");
        db.createObjectStore("statutes");
      }
      if (before >= 1) {
        // Up to the fourth version these held the words themselves. The unit is told such a fact once more.
        const queued = work.objectStore("queued");
        for (const key of await queued.getAllKeys()) if (key.includes("|fact|")) await queued.delete(key);
        return;
      }
      db.createObjectStore("outbox", { keyPath: ["device", "seq"] });
      db.createObjectStore("parked", { keyPath: ["device", "seq"] });
      db.createObjectStore("sequence");
      db.createObjectStore("receipts", { keyPath: ["device", "seq"] });
      db.createObjectStore("pack");
      db.createObjectStore("queued");
      db.createObjectStore("answers");
      db.createObjectStore("interrupted");
    },
    terminated() {
      opened = undefined;
    },
  });
  // Asked again by the next who needs it: a disk that was full may have room by then.
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
};
