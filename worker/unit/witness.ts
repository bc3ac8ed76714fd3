// The unit as witness of those below: it signs their checkpoints as long as each continues the last, and keeps the evidence.
import { bytesToHex } from "@noble/hashes/utils.js";
import { originOf } from "../../shared/ledger/checkpoint.ts";
import { writeCosignature } from "../../shared/ledger/cosignature.ts";
import { consistencyProof } from "../../shared/ledger/proofs.ts";
import {
  REFUSED,
  type RefusedWhy,
  type SignedTree,
  type Submission,
  type Witnessing,
  weigh,
} from "../../shared/ledger/witness.ts";
import { logFault } from "../log.ts";
import { iso, row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { checkpointOf } from "./ledger.ts";
import { ledgerKeyOf, unitSigner } from "./signer.ts";
import { treeOf } from "./stored-tree.ts";
import { SUITES, suiteIn } from "./suite.ts";

interface ChildRow {
  readonly unit: string;
  readonly key: string;
  readonly size: number;
  readonly checkpoint: string;
  readonly at: number;
  readonly refused: RefusedWhy | null;
}

/** The tree of a unit below that was signed last; undefined for a unit that never came. */
export const seenOf = (sql: SqlStorage, unit: string): SignedTree | undefined =>
  row<ChildRow>(sql, "SELECT key, checkpoint FROM witnessed WHERE unit = ?", unit);

/** All units below that came, and how it stands with each. */
export const seenOfAll = (sql: SqlStorage) =>
  rows<ChildRow>(sql, "SELECT * FROM witnessed ORDER BY unit").map(({ unit, size, at, refused }) => ({
    unit,
    size,
    at: iso(at),
    why: refused === null ? null : `${unit}:${REFUSED[refused]}`,
  }));

/** Refuses once for each state of things: the entry and the log name the unit; what was signed before stays the measure. */
function note(act: Act, unit: string, why: RefusedWhy, submission: Submission): void {
  const known = row<ChildRow>(act.sql, "SELECT * FROM witnessed WHERE unit = ?", unit);
  if (known === undefined || known.refused === why) return;
  run(
    act.sql,
    "UPDATE witnessed SET refused = ?, evidence = ? WHERE unit = ?",
    why,
    submission.checkpoint,
    unit,
  );
  const got = Number(submission.checkpoint.split("\n")[1]);
  const body = { unit, why, had: known.size, got: Number.isSafeInteger(got) ? got : null };
  act.append({ kind: "witness-refused", by: "object", byName: "", caseKey: "", body });
  logFault("witness-refused", { by: act.unit, ...body, got: body.got ?? undefined });
}

/** Signs the checkpoint of a unit below, or says why not. */
export function witnessChild(act: Act, child: string, submission: Submission): Witnessing {
  const { sql, unit, now } = act;
  const known = seenOf(sql, child);
  const verdict = weigh(child, known, submission, SUITES);
  if (verdict !== "sign") {
    if (verdict.is === "refused") note(act, child, verdict.why, submission);
    return verdict;
  }
  const { checkpoint, key, seen } = submission;
  run(
    sql,
    `INSERT INTO witnessed (unit, key, size, checkpoint, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (unit) DO UPDATE SET
       size = excluded.size, checkpoint = excluded.checkpoint, at = excluded.at, refused = NULL, evidence = NULL`,
    child,
    key,
    Number(checkpoint.split("\n")[1]),
    checkpoint,
    now,
  );
  const cosignature = writeCosignature(checkpoint, originOf(unit), unitSigner(sql), Math.floor(now / 1000));
  const own = checkpointOf(sql, unit);
  const { hash } = suiteIn(sql);
  // A tree shorter than what the unit below has seen proves nothing: that is how it learns of it.
  const proof =
    seen > own.size ? [] : consistencyProof(treeOf(sql).read, seen, own.size, hash).map(bytesToHex);
  return { is: "good", cosignature, own: { key: ledgerKeyOf(sql), checkpoint: own.text, proof } };
}
