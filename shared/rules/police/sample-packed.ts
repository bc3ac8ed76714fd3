// A rule that passes every check of the catalogue, for tests that vary it.
import { packRule } from "../check-rule.ts";
import { ADDED } from "../layers/sample-layers.ts";
import type { PackedRule } from "../pack.ts";
import type { Rule } from "../rule.ts";
import { SAMPLE_LAW } from "../sample-rule.ts";
import type { Complaint } from "./complaint.ts";

export const GOOD: Rule = { ...ADDED, title: "样例超过三小时", titleDue: "样例将满三小时" };
export const says = (all: readonly Complaint[]): string => all.map(({ say }) => say).join("\n");

/** Rules that differ from the good one as given, each with an id and a title of its own; throws where one does not pack. */
export function packed(...changes: Partial<Rule>[]): PackedRule[] {
  return changes.map((change, i) => {
    const one = packRule({ ...GOOD, id: `sample-${"abcdef"[i]}`, title: `样例 ${i}`, ...change }, SAMPLE_LAW);
    if (!one.ok) throw new Error(one.refusal.message);
    return one.value;
  });
}
