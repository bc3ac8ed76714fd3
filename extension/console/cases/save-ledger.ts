// Writes a case's ledger with its proofs to a file, so that anyone can verify it without us.
import type { Ledger } from "./prove.ts";

/** Hands the file to the browser's download. */
export function saveLedger(caseKey: string, ledger: Ledger, now: number): void {
  const at = new Date(now).toISOString();
  const text = JSON.stringify({ case: caseKey, at, ...ledger }, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `台账_${caseKey.replace(/[^\p{L}\p{N}-]+/gu, "_")}_${at.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
