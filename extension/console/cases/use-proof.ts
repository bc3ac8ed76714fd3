// Loads a case's ledger, proves it, and remembers the checkpoint once it has been proven.
import { ask } from "../../protocol/ask.ts";
import type { Answer } from "../../protocol/messages.ts";
import { call } from "../call.ts";
import { keep, kept } from "../kept.ts";
import { type Loaded, useLoad } from "../use-call.ts";
import { holds, type Ledger, type Proven, prove, proveGrowth, SeenShape } from "./prove.ts";
import { suitesFor } from "./suites.ts";

export interface ProvenLedger {
  readonly ledger: Ledger;
  readonly proven: Proven;
}

/** A ledger with its proof; what holds is remembered for the next look. */
export async function loadProof(caseKey: string): Promise<Answer<ProvenLedger>> {
  const answer = await call("ledger", { params: { key: caseKey } });
  if (!answer.ok) return answer;
  const ledger = answer.value;
  const seen = kept("checkpoints", SeenShape) ?? {};
  const session = await ask("session", {});
  // Two services may both have a unit of this name.
  const place = `${session.ok ? session.value.server : ""} ${ledger.checkpoint.split("\n")[0]}`;
  const mine = Object.hasOwn(seen, place) ? seen[place] : undefined;
  const first = prove(ledger, caseKey, mine, await suitesFor(ledger.ledgerKey));
  const growth =
    first.point === undefined
      ? ({ is: "unproven", why: first.refusal ?? "" } as const)
      : await proveGrowth(first.point, mine, async (from, to) => {
          const proof = await call("consistency", { query: { from: String(from), to: String(to) } });
          return proof.ok
            ? { ok: true, value: proof.value.proof }
            : { ok: false, refusal: { code: proof.code, message: proof.message } };
        });
  const proven: Proven = { ...first, growth };
  // Only what holds may take the place of what was seen: a damaged ledger must stay visible at the next look as well.
  if (holds(proven))
    keep("checkpoints", {
      ...seen,
      [place]: { key: ledger.ledgerKey, checkpoint: ledger.checkpoint, at: Date.now() },
    });
  return { ok: true, value: { ledger, proven } };
}

export const useProof = (caseKey: string): Loaded<ProvenLedger> =>
  useLoad(`ledger ${caseKey}`, () => loadProof(caseKey));
