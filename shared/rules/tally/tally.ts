// Counts the outcomes of many cases, one after the other: by rule, by unit, by what was missing.
import type { FactSheet } from "../../facts/sheet.ts";
import type { Verdict } from "../finding.ts";
import { NO_TICKS, visitAll } from "../judge.ts";
import type { Prepared } from "../prepare.ts";
import { oneOf } from "../scope.ts";

export type Verdicts = Record<Verdict, number>;

/** Units counted by name; beyond it, as with a file that is no file of units, they are counted together. */
const MAX_UNITS = 5_000;
const REST = "其余单位";

export interface UnitTally {
  cases: number;
  readonly verdicts: Verdicts;
}

/** What has been counted so far; its size does not grow with the number of cases. */
export interface Tally {
  cases: number;
  readonly verdicts: Verdicts;
  readonly rules: Map<string, Verdicts>;
  /** By `case.unit`; "" where it was not read or blank. */
  readonly units: Map<string, UnitTally>;
  /** Unknown findings by the field they lacked: `measures.startedAt`, or a list's name. */
  readonly missing: Map<string, number>;
}

const none = (): Verdicts => ({ met: 0, moot: 0, due: 0, breached: 0, unknown: 0 });

/** Nothing counted yet; every rule of the pack has its line. */
export const newTally = ({ rules }: Prepared): Tally => ({
  cases: 0,
  verdicts: none(),
  rules: new Map(rules.map(({ rule }) => [rule.id, none()])),
  units: new Map(),
  missing: new Map(),
});

function unitOf({ units }: Tally, sheet: FactSheet): UnitTally {
  const value = oneOf(sheet, "case").cells.unit;
  const name = typeof value === "string" ? value : "";
  const key = units.has(name) || units.size < MAX_UNITS ? name : REST;
  const known = units.get(key);
  if (known !== undefined) return known;
  const made: UnitTally = { cases: 0, verdicts: none() };
  units.set(key, made);
  return made;
}

/** Judges one case at `now` (ms) and adds its outcomes. */
export function countCase(tally: Tally, prepared: Prepared, sheet: FactSheet, now: number): void {
  const unit = unitOf(tally, sheet);
  tally.cases++;
  unit.cases++;
  visitAll(prepared, sheet, now, NO_TICKS, ({ rule }, { verdict }, { missing }) => {
    tally.verdicts[verdict]++;
    unit.verdicts[verdict]++;
    const own = tally.rules.get(rule.id);
    if (own !== undefined) own[verdict]++;
    if (verdict !== "unknown") return;
    const fields = new Set<string>();
    for (let i = 0; i < missing.size; i++) {
      const { element, field } = missing.at(i).reader;
      fields.add(field === "" ? element : `${element}.${field}`);
    }
    for (const field of fields) tally.missing.set(field, (tally.missing.get(field) ?? 0) + 1);
  });
}

/** Share of unknown among the findings that say something (moot ones do not); 0 where there is none. */
export function unknownRate({ met, due, breached, unknown }: Verdicts): number {
  const all = met + due + breached + unknown;
  return all === 0 ? 0 : Math.round((unknown / all) * 10_000) / 10_000;
}
