// Tells a self-correction anew from the case's own ledger, proven line by line: the same judgement as the unit's, made here.
import { correctionsOf, type LedgerEvent } from "../../../shared/supervision/self-correction.ts";
import type { Ledger } from "../cases/prove.ts";

/** The entries of a ledger as the judgement reads them; the order and the words are those of the hashed records. */
export const eventsIn = ({ lines }: Pick<Ledger, "lines">): readonly LedgerEvent[] =>
  lines.flatMap(({ index, record }) => {
    const { kind, by, at, caseKey, body } = JSON.parse(record) as Record<string, unknown>;
    return typeof kind === "string" && typeof by === "string" && typeof caseKey === "string"
      ? [{ index, at: Date.parse(String(at)), kind, by, caseKey, body }]
      : [];
  });

/** Whether the ledger's lines, all of them proven, say of the entry at `index` what the record says. */
export const isProven = (
  ledger: Pick<Ledger, "lines">,
  lines: readonly boolean[],
  member: string,
  { index, credit }: { readonly index: number; readonly credit: string },
): boolean =>
  lines.every(Boolean) &&
  correctionsOf(eventsIn(ledger), member).some((one) => one.index === index && one.credit === credit);
