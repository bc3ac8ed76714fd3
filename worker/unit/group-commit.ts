// Collects the writes of concurrent requests into one transaction, because every transaction costs one wait for the disk.
import type { Push } from "../../shared/api/contract.ts";
import { nextTurn } from "../compared.ts";
import type { Act } from "./act.ts";
import {
  appendEntry,
  backLedger,
  checkpointOf,
  flushEntries,
  forgetLedger,
  markLedger,
  sealCheckpoint,
} from "./ledger.ts";
import { planRetention } from "./retention.ts";
import { treeOf } from "./stored-tree.ts";
import { planWitness } from "./witnessed.ts";

interface Job {
  readonly work: (act: Act) => unknown;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

export interface Surroundings {
  readonly storage: DurableObjectStorage;
  readonly unit: () => string;
  readonly judging: () => Act["judging"];
  readonly sms: boolean;
  /** Why nothing may be written; checked before each commit. */
  readonly damage: () => string | undefined;
  /** Runs inside the transaction after all jobs: sets the alarm. */
  readonly settle: () => void;
  /** The transaction was undone, and what `settle` set with it. */
  readonly undone: () => void;
  readonly announce: (push: Push) => void;
  /** Keeps the new checkpoint in the second place; nothing is acknowledged before. */
  readonly anchored?: () => Promise<void>;
}

/** The ledger's own state forbids writing; the text says why and what to do. */
export class LedgerDamaged extends Error {}

/** So much waits that more would only wait longer; the caller is to come again later. */
export class Overloaded extends Error {}

/** Writes that may wait for one commit; each of a batch's entries is within its write. */
const MOST_WAITING = 256;

/**
 * One queue per object. A job runs in a savepoint of its own: what it throws undoes it alone. Its promise settles after
 * the whole group is committed; the runtime holds the reply back until the disk has it.
 */
export class GroupCommit {
  readonly #at: Surroundings;
  #waiting: Job[] = [];

  constructor(at: Surroundings) {
    this.#at = at;
  }

  /** Runs `work` in the next group and answers what it returned. */
  run<T>(work: (act: Act) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#waiting.length >= MOST_WAITING) {
        reject(new Overloaded("too many writes wait"));
        return;
      }
      this.#waiting.push({ work, done: (value) => resolve(value as T), failed: reject });
      if (this.#waiting.length === 1) setTimeout(() => this.#flush(), 0);
    });
  }

  #flush(): void {
    const jobs = this.#waiting;
    this.#waiting = [];
    try {
      const why = this.#at.damage();
      if (why !== undefined) throw new LedgerDamaged(why);
      const outcomes = this.#at.storage.transactionSync(() => this.#commit(jobs));
      const tell = () => {
        for (const outcome of outcomes) outcome();
      };
      const kept = this.#at.anchored?.();
      if (kept === undefined) tell();
      else
        kept.then(tell, (error) => {
          for (const job of jobs) job.failed(error);
        });
    } catch (error) {
      forgetLedger(this.#at.storage.sql);
      this.#at.undone();
      for (const job of jobs) job.failed(error);
    }
  }

  #commit(jobs: readonly Job[]): readonly (() => void)[] {
    const { storage } = this.#at;
    const { sql } = storage;
    const unit = this.#at.unit();
    const before = treeOf(sql).size;
    const now = Date.now();
    const outcomes = jobs.map((job) => {
      const pushes: Push[] = [];
      const mark = markLedger(sql);
      try {
        const value = storage.transactionSync(() => {
          const made = job.work(this.#act(unit, now, pushes));
          flushEntries(sql, now);
          return made;
        });
        return () => {
          for (const push of pushes) this.#at.announce(push);
          job.done(value);
        };
      } catch (error) {
        backLedger(sql, mark);
        return () => job.failed(error);
      }
    });
    if (treeOf(sql).size === before) checkpointOf(sql, unit);
    else {
      sealCheckpoint(sql, unit);
      planWitness(sql, now);
      planRetention(sql, now);
    }
    if (this.#at.anchored !== undefined) nextTurn(sql);
    this.#at.settle();
    return outcomes;
  }

  #act(unit: string, now: number, pushes: Push[]): Act {
    const { storage, sms } = this.#at;
    const { sql } = storage;
    return {
      sql,
      unit,
      now,
      judging: this.#at.judging(),
      sms,
      append: (entry) => appendEntry(sql, unit, now, entry),
      push: (push) => pushes.push(push),
      attempt: (part) => {
        const { length } = pushes;
        const mark = markLedger(sql);
        try {
          storage.transactionSync(part);
          return undefined;
        } catch (error) {
          pushes.length = length;
          backLedger(sql, mark);
          return error ?? new Error("failed");
        }
      },
    };
  }
}
