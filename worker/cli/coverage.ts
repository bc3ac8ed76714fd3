// Prints the list of duties (义务清单): which rule watches each, or why none does.
import { complaints, type Duty, type DutyArea, heldBy, REASONS } from "../../shared/rules/duties.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { stageOrder } from "../../shared/rules/stages.ts";
import { type Catalogue, readDuties } from "./catalogue-files.ts";
import { Stop } from "./stop.ts";

/** As JSON: `{ rules: [{ id, stage, status }], rows: [{ row, duty, rule } | { row, duty, reason, of?, say? }] }`. */
export function coverageJson({ rules }: Catalogue): string {
  const rows = areasOf(rules).flatMap(({ duties }) =>
    duties.map(({ id, duty, rule, reason, of, say }) => ({
      row: id,
      duty,
      ...(rule === undefined ? { reason } : { rule }),
      ...(of === undefined ? {} : { of }),
      ...(say === undefined ? {} : { say }),
    })),
  );
  const listed = sorted(rules).map(({ id, stage, status }) => ({ id, stage, status }));
  return JSON.stringify({ rules: listed, rows }, null, 2);
}

/** For people: per area how many duties have a rule and how many a reason, every reason by name, and rules of no duty. */
export function coverageText({ rules }: Catalogue): string {
  const areas = areasOf(rules);
  const all = areas.flatMap(({ duties }) => duties);
  const used = new Set(all.map(({ rule }) => rule));
  const spare = sorted(rules).filter(({ id }) => !used.has(id));
  const lines = areas.map(({ label, duties }) => `${label}：${countText(duties)}`);
  const reasons = Object.entries(REASONS).map(([reason, text]) => {
    const rows = all.filter((duty) => duty.reason === reason);
    return [`${text}（${rows.length} 项）`, ...rows.map(rowText)].join("\n");
  });
  return [
    `义务清单`,
    ...lines,
    `合计：${countText(all)}`,
    "",
    ...reasons,
    "",
    `规则 ${rules.length} 条，其中 ${spare.length} 条不对应清单中的义务${spare.length === 0 ? "" : `：${spare.map(({ id }) => id).join("、")}`}`,
  ].join("\n");
}

const rowText = ({ id, duty, of, say }: Duty): string =>
  `  ${id}  ${duty}${of === undefined ? "" : `（同 ${of}）`}${say === undefined ? "" : `  ${say}`}`;

function countText(duties: readonly Duty[]): string {
  const { rows, reasons, held } = heldBy(duties);
  const share = rows === 0 ? 0 : Math.round((reasons / rows) * 100);
  return `${rows} 项，有规则 ${rows - reasons} 项，写明理由 ${reasons} 项（${share}%，${held ? "未超过" : "超过"}四分之一）`;
}

const sorted = (rules: readonly Rule[]): readonly Rule[] =>
  [...rules].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));

function areasOf(rules: readonly Rule[]): readonly DutyArea[] {
  const areas = readDuties();
  if (!areas.ok) throw new Stop(areas.refusal.message);
  const wrong = complaints(areas.value, new Set(rules.map(({ id }) => id)));
  if (wrong.length > 0) throw new Stop(`义务清单有 ${wrong.length} 处不成立：\n${wrong.join("\n")}`);
  return areas.value;
}
