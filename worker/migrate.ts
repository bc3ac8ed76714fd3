// Brings an object's database to the present form; the list of steps only grows and a foreign past is refused.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { rows, run } from "./sql.ts";

const digest = (step: string): string => bytesToHex(sha256(utf8ToBytes(step)));

/**
 * Applies the steps that are missing, each in a transaction of its own. Throws when the data was made by steps that this
 * program does not know (newer program, other product): running on would harm it.
 */
export function migrate(storage: DurableObjectStorage, steps: readonly string[]): void {
  const { sql } = storage;
  run(sql, "CREATE TABLE IF NOT EXISTS migrations (n INTEGER PRIMARY KEY, digest TEXT NOT NULL)");
  const past = rows<{ n: number; digest: string }>(sql, "SELECT n, digest FROM migrations ORDER BY n");
  past.forEach((step, i) => {
    const known = steps[i];
    if (step.n !== i || known === undefined || digest(known) !== step.digest) {
      throw new Error(
        `the stored data has a foreign past: step ${step.n} is not one of this program's ${steps.length}`,
      );
    }
  });
  steps.slice(past.length).forEach((step, i) => {
    storage.transactionSync(() => {
      sql.exec(step);
      run(sql, "INSERT INTO migrations (n, digest) VALUES (?, ?)", past.length + i, digest(step));
    });
  });
}
