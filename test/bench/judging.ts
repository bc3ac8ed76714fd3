// Measures judging one case by twenty rules against closures written by hand, in the same run.
import type { FactSheet } from "../../shared/facts/sheet.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import { packRule } from "../../shared/rules/check-rule.ts";
import { judge, outcomes } from "../../shared/rules/judge.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import { benchCase } from "./bench-case.ts";
import { NOW, TWINS } from "./hand-rules.ts";
import { compared, type Timed } from "./measured.ts";
import type { Row } from "./row.ts";

/** Cases judged in turn, so that no answer is simply remembered. */
const CASES = 16;
const BUDGET = 8;
const GOAL = 100;

function twentyRules(): Prepared {
  const rules = TWINS.map(({ rule }) => {
    const packed = packRule(rule, STATUTES);
    if (!packed.ok) throw new Error(`${rule.id}: ${packed.refusal.message}`);
    return packed.value;
  });
  return prepare({ revision: 1, rules, statutes: STATUTES, holidays: basePlan });
}

/** Both sides must agree on every verdict, else their times are not worth comparing. */
function assertAgreement(prepared: Prepared, sheets: readonly FactSheet[]): void {
  for (const [index, sheet] of sheets.entries()) {
    const ours = judge(prepared, sheet, NOW).findings.map(
      ({ rule, on, verdict }) => `${rule} ${on} ${verdict}`,
    );
    const hand = TWINS.flatMap(({ rule, byHand }) =>
      byHand(sheet, NOW).map(([on, verdict]) => `${rule.id} ${on} ${verdict}`),
    );
    const differs = ours.find((line, i) => line !== hand[i]);
    if (differs !== undefined || ours.length !== hand.length) {
      throw new Error(`case ${index}: judged “${differs}”, by hand “${hand[ours.indexOf(differs ?? "")]}”`);
    }
  }
}

const times = (value: number): string => `${value.toFixed(1)} 倍`;

/** Rows: verdicts alone (budget), whole findings with their texts (goal), and how long a case takes. */
export async function judgingBench(): Promise<readonly Row[]> {
  const prepared = twentyRules();
  const sheets = Array.from({ length: CASES }, (_, i) => benchCase(i));
  assertAgreement(prepared, sheets);
  let kept = 0;
  const sheetOf = (i: number): FactSheet => sheets[i % CASES]!;
  const [hand, verdicts, whole] = (await compared([
    (i) => {
      for (const { byHand } of TWINS) kept += byHand(sheetOf(i), NOW).length;
    },
    (i) => void (kept += outcomes(prepared, sheetOf(i), NOW).length),
    (i) => void (kept += judge(prepared, sheetOf(i), NOW).findings.length),
  ])) as [Timed, Timed, Timed];
  if (kept === 0) throw new Error("nothing was judged");
  return [
    {
      figure: `${TWINS.length} 条规则判定一个案件，比手写闭包`,
      value: `${times(verdicts.ratio)}（${verdicts.time.toFixed(1)} µs 比 ${hand.time.toFixed(1)} µs）`,
      budget: `≤ ${BUDGET} 倍`,
      held: verdicts.ratio <= BUDGET,
      kind: "budget",
    },
    {
      figure: "连同卡片文字和计算过程",
      value: `${times(whole.ratio)}（${whole.time.toFixed(0)} µs）`,
      budget: `≤ ${GOAL} 倍`,
      held: whole.ratio <= GOAL,
      kind: "goal",
    },
  ];
}
