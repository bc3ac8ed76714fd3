// Judges one rule of the catalogue on facts as they are written in its examples.
import { readFactsJson } from "../../shared/facts/read-json.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import { judge } from "../../shared/rules/judge.ts";
import { prepareRule } from "../../shared/rules/prepare.ts";
import { parseInstant } from "../../shared/time/civil.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import { packed } from "./varied-cases.ts";

/** The first finding of a rule; throws where there is none, no such rule, or the facts cannot be read. */
export function found(id: string, given: unknown, now: string): Finding {
  const sheet = readFactsJson(given);
  const at = parseInstant(now);
  const rule = packed.find((one) => one.id === id);
  if (!sheet.ok) throw new Error(`${id}: ${sheet.refusal.message}`);
  if (rule === undefined || typeof at !== "number") throw new Error(`${id} at ${now}`);
  const pack = { revision: 1, hash: "", holidays: basePlan, rules: [prepareRule(rule, STATUTES)] };
  const [finding] = judge(pack, sheet.value, at).findings;
  if (finding === undefined) throw new Error(`${id}: no finding`);
  return finding;
}
