// The unit before its witness, the unit above: hands in its checkpoint, keeps the signature, notices who has forgotten what.
import { bytesToHex } from "@noble/hashes/utils.js";
import { originOf } from "../../shared/ledger/checkpoint.ts";
import { openCosignature } from "../../shared/ledger/cosignature.ts";
import { consistencyProof } from "../../shared/ledger/proofs.ts";
import { root } from "../../shared/ledger/tree.ts";
import {
  continues,
  contradicts,
  REFUSED,
  type RefusedWhy,
  type SignedTree,
  type Witnessing,
} from "../../shared/ledger/witness.ts";
import { type Env, unitOf } from "../env.ts";
import { logError, logFault } from "../log.ts";
import { iso, keep, run, setting } from "../sql.ts";
import { unitAbove } from "./above.ts";
import type { GroupCommit } from "./group-commit.ts";
import { checkpointOf } from "./ledger.ts";
import { ledgerKeyOf } from "./signer.ts";
import { treeOf } from "./stored-tree.ts";
import { SUITES, suiteIn } from "./suite.ts";

/** How long after an entry the unit above is shown the tree (ms); what comes meanwhile goes with it. */
const EVERY = 10 * 60_000;
const DUE = "witness-due";
const STATE = "witness-state";

/** What the unit keeps of its witness. */
interface Kept {
  readonly witness: string;
  /** Size that the witness signed last, 0 before the first time. */
  readonly size: number;
  readonly cosignature: string;
  readonly at: number;
  /** The witness's own tree as it was last shown. */
  readonly own?: SignedTree;
  /** How the witness contradicts what it has shown before. */
  readonly wrong?: RefusedWhy | "forgot";
}

export const witnessState = (sql: SqlStorage): Kept | undefined => {
  const text = setting(sql, STATE);
  return text === undefined ? undefined : (JSON.parse(text) as Kept);
};

/** When the unit above is to be shown the tree (ms). */
export const nextWitness = (sql: SqlStorage): number | undefined => {
  const due = setting(sql, DUE);
  return due === undefined ? undefined : Number(due);
};

/** Plans a visit after a commit that added entries; at the top of the org tree there is nobody to visit. */
export function planWitness(sql: SqlStorage, now: number): void {
  if (setting(sql, DUE) === undefined && unitAbove(sql) !== undefined) keep(sql, DUE, String(now + EVERY));
}

/** What the ledger says against a tree of its own that the unit above has seen, in Chinese with the unit's name. */
export function contradiction(
  sql: SqlStorage,
  unit: string,
  witness: string,
  seen: SignedTree | undefined,
): string | undefined {
  if (seen === undefined) return undefined;
  const tree = treeOf(sql);
  const rootAt = (size: number) => (size > tree.size ? undefined : root(tree.read, size, suiteIn(sql).hash));
  const why = contradicts(unit, ledgerKeyOf(sql), rootAt, seen, SUITES);
  return (
    why &&
    `单位 ${unit} 的${REFUSED[why]}(上级单位 ${witness} 见证过 ${seen.checkpoint.split("\n")[1]} 条),已停止追加,请从备份恢复`
  );
}

const WRONG: Readonly<Record<NonNullable<Kept["wrong"]>, string>> = {
  ...REFUSED,
  forgot: "不记得它见证过的检查点,像是恢复了旧备份",
};

/** How it stands with the witness, in Chinese where something is wrong. */
export const witnessNow = (sql: SqlStorage) => {
  const kept = witnessState(sql);
  if (kept === undefined) return null;
  const { witness, size, at, cosignature, wrong } = kept;
  return {
    unit: witness,
    size,
    at: iso(at),
    cosignature,
    why: wrong ? `上级单位 ${witness} 的${WRONG[wrong]}` : null,
  };
};

/** What the answer says of the witness itself, measured by what it has shown and signed before. */
function wrongWith(
  before: Kept,
  forgot: boolean,
  { own }: Extract<Witnessing, { is: "good" }>,
): Kept["wrong"] {
  if (forgot) return "forgot";
  if (before.own === undefined) return undefined;
  const grown = continues(before.witness, before.own, own, own.proof, SUITES);
  return grown === "yes" ? undefined : grown;
}

async function visit(
  env: Env,
  unit: string,
  sql: SqlStorage,
  before: Kept,
): Promise<{ kept?: Kept; harm?: string }> {
  const { text, size } = checkpointOf(sql, unit);
  const [key, { hash }] = [ledgerKeyOf(sql), suiteIn(sql)];
  let [from, forgot] = [before.size, false];
  for (let round = 0; round < 2; round += 1) {
    const proof = consistencyProof(treeOf(sql).read, from, size, hash).map(bytesToHex);
    const seen = before.own === undefined ? 0 : Number(before.own.checkpoint.split("\n")[1]);
    const answer = await unitOf(env, before.witness).witness(unit, {
      key,
      checkpoint: text,
      from,
      proof,
      seen,
    });
    if (answer.is === "good") {
      const { cosignature, own } = answer;
      const at = openCosignature(cosignature, text, originOf(before.witness), own.key, SUITES);
      if (at === undefined) throw new Error(`the signature of ${before.witness} does not hold`);
      const wrong = wrongWith(before, forgot, answer) ?? before.wrong;
      // What a witness that contradicts itself shows now does not replace what it showed before: that is the evidence.
      const shown =
        wrong === undefined || before.own === undefined
          ? { key: own.key, checkpoint: own.checkpoint }
          : before.own;
      return {
        kept: {
          witness: before.witness,
          size,
          cosignature,
          at: at * 1000,
          own: shown,
          ...(wrong ? { wrong } : {}),
        },
      };
    }
    if (answer.is === "refused") {
      const harm = contradiction(sql, unit, before.witness, answer.known);
      if (harm !== undefined) return { harm };
      throw new Error(`${before.witness} refused the checkpoint: ${answer.why}`);
    }
    // Its last signature is in our hands: a smaller size there means that it has lost it.
    forgot ||= answer.size < before.size;
    from = answer.size;
  }
  throw new Error(`${before.witness} and this unit do not agree on what was seen last`);
}

/** Shows the unit above the tree when that is due; answers why this ledger must not go on, when it must not. */
export async function visitWitness(
  env: Env,
  unit: string,
  sql: SqlStorage,
  commit: GroupCommit,
): Promise<string | undefined> {
  const witness = unitAbove(sql);
  const due = nextWitness(sql);
  if (due === undefined || due > Date.now()) return undefined;
  if (witness === undefined) {
    run(sql, "DELETE FROM settings WHERE key = ?", DUE);
    return undefined;
  }
  const known = witnessState(sql);
  const before: Kept = known?.witness === witness ? known : { witness, size: 0, cosignature: "", at: 0 };
  try {
    const { kept, harm } = await visit(env, unit, sql, before);
    if (kept === undefined) return harm;
    await commit.run((act) => {
      keep(act.sql, STATE, JSON.stringify(kept));
      run(act.sql, "DELETE FROM settings WHERE key = ?", DUE);
      if (kept.wrong === undefined || kept.wrong === before.wrong) return;
      const body = { unit: witness, why: kept.wrong, had: before.size };
      act.append({ kind: "witness-wrong", by: "object", byName: "", caseKey: "", body });
      logFault("witness-wrong", { by: unit, ...body });
    });
  } catch (error) {
    logError("witness-unreached", error, { unit, to: witness });
    await commit.run((act) => keep(act.sql, DUE, String(act.now + EVERY)));
  }
  return undefined;
}
