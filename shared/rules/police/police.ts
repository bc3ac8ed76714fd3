// The catalogue polices itself: every check over the whole of it, in one answer.
import { packRule } from "../check-rule.ts";
import { type Law, runExamples } from "../examples.ts";
import type { Checklist, PackedRule } from "../pack.ts";
import type { Rule } from "../rule.ts";
import { contradictions, doubleComplaints } from "./claims.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";
import { deadComplaints } from "./dead.ts";
import { namingComplaints } from "./naming.ts";
import { standingComplaints } from "./standing.ts";
import { checklistComplaints, textComplaints } from "./text.ts";

/** Everything that does not hold of the rules on `today` (YYYY-MM-DD); nothing where all does. */
export function policed(
  rules: readonly Rule[],
  law: Law,
  today: string,
  checklists: readonly Checklist[] = [],
): readonly Complaint[] {
  const packed: PackedRule[] = [];
  const examples = rules.flatMap((rule) => {
    const one = packRule(rule, law.statutes);
    if (!one.ok) return complaintsOf("examples", rule.id, [one.refusal.message]);
    packed.push(one.value);
    const failed = runExamples(one.value, rule.examples, law).filter(({ ok }) => !ok);
    return complaintsOf(
      "examples",
      rule.id,
      failed.map(({ title, say }) => `例子“${title}”：${say}`),
    );
  });
  return [
    ...examples,
    ...standingComplaints(rules, law.statutes, today),
    ...namingComplaints(rules),
    ...textComplaints(rules),
    ...checklistComplaints(checklists),
    ...doubleComplaints(packed),
    ...contradictions(packed),
    ...deadComplaints(packed),
  ];
}
