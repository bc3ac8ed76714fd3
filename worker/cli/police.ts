// Prints what the catalogue's own checks find: npm run catalogue -- --check.
import { STATUTES } from "../../shared/law/statutes.ts";
import { CHECKS, type CheckName } from "../../shared/rules/police/complaint.ts";
import { policed } from "../../shared/rules/police/police.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import type { Catalogue } from "./catalogue-files.ts";

/** The report, and whether there is anything to mend. `today` is YYYY-MM-DD. */
export function policeReport(
  { rules, checklists }: Catalogue,
  today: string,
): { readonly text: string; readonly clean: boolean } {
  const all = policed(rules, { statutes: STATUTES, holidays: basePlan }, today, checklists);
  const lines = (Object.keys(CHECKS) as CheckName[]).flatMap((check) => {
    const found = all.filter((one) => one.check === check);
    return [`${CHECKS[check]}：${found.length} 处`, ...found.map(({ rule, say }) => `  ${rule}  ${say}`)];
  });
  const end = `${rules.length} 条规则，${all.length === 0 ? "各项检查都通过" : `${all.length} 处要改`}`;
  return { text: [...lines, end].join("\n"), clean: all.length === 0 };
}
