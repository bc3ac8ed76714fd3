// One act within a group commit: what a plain function may read, write, append and announce.
import type { Push } from "../../shared/api/contract.ts";
import type { Judging } from "./judging.ts";

/** An entry before it has its place; `outside` is what may be deleted later and lies outside the tree. */
export interface NewEntry {
  readonly kind: string;
  readonly by: string;
  readonly byName: string;
  readonly caseKey: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly outside?: string | undefined;
  readonly sent?: {
    readonly device: string;
    readonly seq: number;
    readonly at: string;
    readonly hash: string;
  };
}

export interface Act {
  readonly sql: SqlStorage;
  readonly unit: string;
  /** The server's clock (ms), one instant for the whole act. */
  readonly now: number;
  /** The pack made ready for judging; undefined while the unit has none. */
  readonly judging: Judging | undefined;
  /** Whether an SMS gateway is configured. */
  readonly sms: boolean;
  /** Appends to the ledger and tells the entry's place. */
  readonly append: (entry: NewEntry) => number;
  /** Announces to the open sockets once the commit is durable. */
  readonly push: (push: Push) => void;
  /** Runs a part that may fail without harm to the rest: what it wrote is undone and its error answered. */
  readonly attempt: (part: () => void) => unknown;
}
