// The rules of a case's findings that are not the nation's as it stands: whoever looks from above judges by another pack.
import type { Reply } from "../../shared/api/contract.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import type { Judging } from "./judging.ts";

/** Each once, under the title and basis that hold in the case's unit. */
export function localRules(
  findings: readonly UnitFinding[],
  rules: Judging["rules"],
): NonNullable<Reply<"caseView">["rules"]> {
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((id) => {
    const rule = rules.get(id);
    const from = rule?.from;
    const last = from?.changes[from.changes.length - 1] ?? from;
    if (rule === undefined || last === undefined || last.level === "nation") return [];
    const [basis] = rule.basis;
    return [
      {
        id,
        title: rule.title,
        ...(rule.titleDue === undefined ? {} : { titleDue: rule.titleDue }),
        ...(basis === undefined ? {} : { statute: basis.statute, article: basis.article }),
        level: last.level,
        layer: last.layer,
      },
    ];
  });
}
