// What a unit's second place is told after each commit, and what the ledger says to it when the object is opened.

import { root } from "../../shared/ledger/tree.ts";
import { contradicts, REFUSED } from "../../shared/ledger/witness.ts";
import type { Anchored } from "../anchor.ts";
import { type Known, Lost, turnOf } from "../compared.ts";
import type { NewEntry } from "./act.ts";
import { checkpointOf } from "./ledger.ts";
import { ledgerKeyOf } from "./signer.ts";
import { treeOf } from "./stored-tree.ts";
import { SUITES, suiteIn } from "./suite.ts";

/** What is to be kept of the unit now. */
export const anchoredNow = (sql: SqlStorage, unit: string): Anchored => ({
  unit,
  turn: turnOf(sql),
  key: ledgerKeyOf(sql),
  checkpoint: checkpointOf(sql, unit).text,
});

const sizeIn = (checkpoint: string | undefined): number => Number(checkpoint?.split("\n")[1] ?? "0");

/**
 * Compares the opened ledger with the checkpoint in the second place: throws `Lost` where the ledger does not continue it.
 * Where people have accepted a loss, the entry that says so.
 */
export function heedSecondPlace(
  sql: SqlStorage,
  unit: string,
  { anchored, loss }: Known,
): NewEntry | undefined {
  const checkpoint = anchored?.checkpoint;
  if (loss !== undefined) {
    const body = { had: sizeIn(checkpoint), got: treeOf(sql).size };
    return { kind: "loss-accepted", by: "object", byName: "", caseKey: "", body };
  }
  if (anchored === undefined || checkpoint === undefined) return undefined;
  const tree = treeOf(sql);
  const rootAt = (size: number) => (size > tree.size ? undefined : root(tree.read, size, suiteIn(sql).hash));
  const why = contradicts(unit, ledgerKeyOf(sql), rootAt, { key: anchored.key, checkpoint }, SUITES);
  if (why !== undefined) throw new Lost(`单位 ${unit} `, REFUSED[why]);
  return undefined;
}
