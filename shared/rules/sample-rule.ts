// A small rule of invented law that the tests of this folder vary and judge.
import type { Cell, FactSheet } from "../facts/sheet.ts";
import type { Statute } from "../law/statute.ts";
import { parseInstant } from "../time/civil.ts";
import { basePlan } from "../time/holidays.ts";
import { packRule } from "./check-rule.ts";
import type { Finding, Judgement } from "./finding.ts";
import { judge } from "./judge.ts";
import { prepareRule } from "./prepare.ts";
import type { Rule } from "./rule.ts";

/** Two editions that meet on 2026-01-01, and a statute of which only one edition is known. */
export const SAMPLE_LAW: readonly Statute[] = [
  {
    title: "样例法",
    short: "样例",
    editions: [
      { edition: "2012-10-26", from: "2013-01-01", until: "2025-12-31", label: "2012 修正" },
      { edition: "2025-06-27", from: "2026-01-01", label: "2025 修订" },
    ],
  },
  {
    title: "样例程序规定",
    short: "样例规定",
    editions: [{ edition: "2018-11-25", from: "2019-01-01", label: "2018 修正" }],
  },
];

/** A measure has to end within three hours; warnings at two hours, one hour and thirty minutes before. */
export const SAMPLE: Rule = {
  id: "sample-overrun",
  title: "样例超时",
  stage: "coercive-measures",
  weight: "red-line",
  audience: "officer",
  status: "live",
  basis: [{ statute: "样例程序规定", edition: "2018-11-25", article: "9" }],
  act: "startedAt",
  each: "measures",
  clock: {
    from: "startedAt",
    limit: "3 hours",
    count: "hours",
    until: "endedAt",
    warn: ["2 hours", "1 hours", "30 minutes"],
  },
  fix: "按时结束。",
  owner: "法制支队",
  reviewBy: "2027-06-30",
  examples: [],
};

/** Milliseconds of an instant at +08:00: `2026-03-02 12:00`. */
export function at(text: string): number {
  const ms = parseInstant(`${text.replace(" ", "T")}+08:00`);
  if (typeof ms !== "number") throw new Error(`${text} is no instant`);
  return ms;
}

/** One case with one measure. */
export const measure = (cells: Readonly<Record<string, Cell>>, more: FactSheet = {}): FactSheet => ({
  ...more,
  measures: { items: [{ id: "m1", cells }], complete: true },
});

/** The judgement of one rule, changed as given. Throws when the rule does not pass its checks. */
export function judged(change: Partial<Rule>, sheet: FactSheet, now: number): Judgement {
  const packed = packRule({ ...SAMPLE, ...change }, SAMPLE_LAW);
  if (!packed.ok) throw new Error(packed.refusal.message);
  const rules = [prepareRule(packed.value, SAMPLE_LAW)];
  return judge({ revision: 1, hash: "", holidays: basePlan, rules }, sheet, now);
}

/** The only finding of such a judgement. */
export function finding(change: Partial<Rule>, sheet: FactSheet, now: number): Finding {
  const { findings } = judged(change, sheet, now);
  const [only, ...more] = findings;
  if (only === undefined || more.length > 0) throw new Error(`${findings.length} findings`);
  return only;
}
