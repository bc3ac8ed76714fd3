// The finding that an officer would see for one example, judged by the very judge of the product.

import { packRule } from "../../../shared/rules/check-rule.ts";
import { runExamples } from "../../../shared/rules/examples.ts";
import type { Finding } from "../../../shared/rules/finding.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import type { Example, Rule } from "../../../shared/rules/rule.ts";
import { parseInstant } from "../../../shared/time/civil.ts";

export interface Sample {
  readonly finding: Finding;
  /** The example's now (ms). */
  readonly at: number;
}

/** Undefined when the rule does not pass its check or the example cannot be read. */
export function sampleOf(rule: Rule, example: Example, pack: Pack): Sample | undefined {
  const packed = packRule(rule, pack.statutes);
  const at = parseInstant(example.now);
  if (!packed.ok || typeof at !== "number") return undefined;
  const [result] = runExamples(packed.value, [example], pack);
  return result?.finding === undefined ? undefined : { finding: result.finding, at };
}
