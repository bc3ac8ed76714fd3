// The algorithms of a unit's ledger: chosen by the deployment when the ledger begins, the same for as long as it lasts.
import { NATIONAL } from "../../shared/ledger/national.ts";
import { STANDARD, SUITE_IDS, type Suite, type SuiteId } from "../../shared/ledger/suite.ts";
import { keep, setting } from "../sql.ts";

/** The suites that this program can hash and sign with. */
export const SUITES: readonly Suite[] = [STANDARD, NATIONAL];

const KEY = "ledger-suite";

/** Settles the suite of a ledger that has none yet; one with a key of before there was a choice is of the standard suite. */
export function beginSuite(sql: SqlStorage, asked: string | undefined): void {
  if (setting(sql, KEY) !== undefined) return;
  const old = setting(sql, "ledger-secret") !== undefined;
  keep(sql, KEY, old || asked === undefined || asked === "" ? STANDARD.id : asked);
}

const known = new WeakMap<SqlStorage, Suite>();

/** The suite of this ledger; throws for a name that this program does not know. */
export function suiteIn(sql: SqlStorage): Suite {
  const kept = known.get(sql);
  if (kept !== undefined) return kept;
  const id = setting(sql, KEY) ?? STANDARD.id;
  const suite = SUITES.find((one) => one.id === id);
  if (suite === undefined) throw new Error(`LEDGER_SUITE ${id} is none of ${SUITE_IDS.join(", ")}`);
  known.set(sql, suite);
  return suite;
}

/** Why the deployment's choice cannot be followed, in Chinese; undefined when it is that of the ledger. */
export function suiteRefused(sql: SqlStorage, asked: string | undefined): string | undefined {
  const id = setting(sql, KEY) ?? STANDARD.id;
  if (!SUITE_IDS.includes(id as SuiteId)) return `台账算法 ${id} 不能识别,可用:${SUITE_IDS.join("、")}`;
  if (asked === undefined || asked === "" || asked === id) return undefined;
  return `台账以 ${id} 建立,部署设置 LEDGER_SUITE 要求 ${asked};算法在台账建立后不能更换,请改回 ${id}`;
}
