// The algorithms with which a ledger is checked in a page; those that few deployments use are loaded when a key is of them.
import { STANDARD, type Suite, suiteOf } from "../../../shared/ledger/suite.ts";

/** What is needed for a public key (hex), chosen by its own form. */
export async function suitesFor(key: string): Promise<readonly Suite[]> {
  if (suiteOf(key) !== undefined) return [STANDARD];
  const { NATIONAL } = await import("../../../shared/ledger/national.ts");
  return [STANDARD, NATIONAL];
}
