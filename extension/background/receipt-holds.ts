// Whether receipts hold by the key that this browser trusts, in whichever of the two suites the deployment's ledger is.
import { type OpenCheckpoint, openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { NATIONAL } from "../../shared/ledger/national.ts";
import { holdsAt } from "../../shared/ledger/receipt.ts";
import { STANDARD } from "../../shared/ledger/suite.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";

/** The worker of an extension loads no code later, so both suites lie in it; the key's own form tells which is meant. */
const SUITES = [STANDARD, NATIONAL];

/**
 * The check of a batch's receipts by a key (hex); none holds where no key is trusted yet. A checkpoint that many of them name
 * is opened once: one signature of SM2 costs milliseconds.
 */
export function receiptCheck(key: string | undefined): (receipt: Receipt) => boolean {
  const opened = new Map<string, OpenCheckpoint | undefined>();
  const pointOf = ({ unit, checkpoint }: Receipt, trusted: string): OpenCheckpoint | undefined => {
    const name = `${unit}\n${checkpoint}`;
    if (!opened.has(name)) {
      const point = openCheckpoint(checkpoint, originOf(unit), trusted, SUITES);
      opened.set(name, point.ok ? point.value : undefined);
    }
    return opened.get(name);
  };
  return (receipt) => {
    const point = key === undefined ? undefined : pointOf(receipt, key);
    return point !== undefined && holdsAt(receipt, point).ok;
  };
}
