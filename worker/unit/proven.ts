// Receipts and ledger lines with their proofs, read from the stored tree.
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Reply } from "../../shared/api/contract.ts";
import type { LedgerLine } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { consistencyProof, inclusionProof } from "../../shared/ledger/proofs.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";
import { iso, row, rows } from "../sql.ts";
import type { Place } from "./accept.ts";
import { checkpointOf } from "./ledger.ts";
import { ledgerKeyOf } from "./signer.ts";
import { treeOf } from "./stored-tree.ts";
import { suiteIn } from "./suite.ts";
import { monthsOf, wordsOf } from "./words.ts";

interface EntryRow {
  readonly idx: number;
  readonly at: number;
  readonly kind: string;
  readonly by: string;
  readonly by_name: string;
  readonly record: string;
  readonly month: string | null;
}

const proofOf = (sql: SqlStorage, index: number, size: number): string[] =>
  inclusionProof(treeOf(sql).read, index, size, suiteIn(sql).hash).map(bytesToHex);

/** The receipts of entries, proven against the present checkpoint. */
export function receiptsOf(sql: SqlStorage, unit: string, places: readonly Place[]): Receipt[] {
  const point = checkpointOf(sql, unit);
  const { read } = treeOf(sql);
  return places.map(({ seq, index }) => {
    const found = row<{ record: string }>(sql, "SELECT record FROM entries WHERE idx = ?", index);
    if (found === undefined) throw new Error(`the ledger lacks its entry ${index}`);
    const leaf = bytesToHex(read(0, index));
    const proof = proofOf(sql, index, point.size);
    return { seq, unit, index, leaf, record: found.record, proof, checkpoint: point.text };
  });
}

/** Kinds whose outside part is a text of ours that people read; of the others it is data shown elsewhere. */
export const isSaid = (kind: string): boolean => kind !== "facts" && kind !== "findings";

/** A case's entries, oldest first, each with its proof. */
export function ledgerOf(sql: SqlStorage, unit: string, caseKey: string): Reply<"ledger"> {
  const point = checkpointOf(sql, unit);
  const { read } = treeOf(sql);
  const months = monthsOf(sql);
  const lines = rows<EntryRow>(sql, "SELECT * FROM entries WHERE case_key = ? ORDER BY idx", caseKey).map(
    (entry): LedgerLine => {
      const words = isSaid(entry.kind) ? wordsOf(sql, entry.idx, entry.month, months) : undefined;
      return {
        index: entry.idx,
        at: iso(entry.at),
        kind: entry.kind,
        by: entry.by,
        byName: entry.by_name,
        record: entry.record,
        leaf: bytesToHex(read(0, entry.idx)),
        proof: proofOf(sql, entry.idx, point.size),
        said: words?.outside ?? null,
        salt: words?.salt ?? null,
      };
    },
  );
  return { lines, checkpoint: point.text, ledgerKey: ledgerKeyOf(sql) };
}

/** Proof that the ledger of `to` entries (the present size when left out) continues the one of `from`. */
export function consistencyOf(
  sql: SqlStorage,
  unit: string,
  from: number,
  to: number | undefined,
): Result<Reply<"consistency">> {
  const { size } = checkpointOf(sql, unit);
  const end = to ?? size;
  if (end > size) return refused("bad-value", `台账只有 ${size} 条记录`, "to");
  if (from > end) return refused("bad-value", "起点不能在终点之后", "from");
  return accepted({
    from,
    to: end,
    proof: consistencyProof(treeOf(sql).read, from, end, suiteIn(sql).hash).map(bytesToHex),
  });
}
