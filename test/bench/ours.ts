// This engine on the workload: rules made ready, and one pass that keeps every verdict with what it rests on.

import type { FactSheet } from "../../shared/facts/sheet.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import type { Verdict } from "../../shared/rules/finding.ts";
import type { Kept } from "../../shared/rules/notes.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import { visitSpeaking } from "../../shared/rules/speaking.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import { NOW, type Parameters } from "./workload.ts";
import { workloadRules } from "./workload-rules.ts";

export const preparedWorkload = (all: readonly Parameters[]): Prepared =>
  prepare({ revision: 1, rules: workloadRules(all), statutes: STATUTES, holidays: basePlan });

/** A breached or unknown verdict with its evidence: on which element, and every field that was read. */
export interface Open {
  readonly place: number;
  readonly on: string;
  readonly verdict: Verdict;
  readonly evidence: Kept;
}

export interface Pass {
  /** How many rule and element pairs apply. */
  readonly applies: number;
  readonly open: readonly Open[];
}

const NO_TICKS: ReadonlySet<string> = new Set();

/** Three-valued: what is kept, runs or is not begun is counted, what is open is kept with its evidence. */
export function ourPass(prepared: Prepared, sheet: FactSheet, now: number = NOW): Pass {
  const open: Open[] = [];
  let applies = 0;
  visitSpeaking(prepared, sheet, now, NO_TICKS, (_rule, { verdict }, scope, place) => {
    applies++;
    if (verdict !== "breached" && verdict !== "unknown") return;
    open.push({ place, on: scope.self.id, verdict, evidence: scope.reads.kept() });
  });
  return { applies, open };
}
