// Runs the examples of a rule of unit scope: `given` holds several cases by their keys.
import { readFactsJson } from "../../facts/read-json.ts";
import { parseInstant } from "../../time/civil.ts";
import type { ExampleResult, Law } from "../examples.ts";
import type { PackedRule } from "../pack.ts";
import type { Example } from "../rule.ts";
import { judgeUnit, type UnitJudgement } from "./judge-unit.ts";
import { prepareUnitRule } from "./prepare-unit.ts";
import type { UnitCase } from "./unit-case.ts";

/** Judges every example by this rule alone. `on` is `A1 interviews/i1`; without it the whole is meant. */
export function runUnitExamples(
  rule: PackedRule,
  examples: readonly Example[],
  law: Law,
): readonly ExampleResult[] {
  const prepared = [prepareUnitRule(rule, law.statutes, law.holidays)];
  return examples.map((example) => {
    const { title, expect } = example;
    const cases: UnitCase[] = [];
    for (const [key, given] of Object.entries(example.given)) {
      const sheet = readFactsJson(given);
      if (!sheet.ok) return { title, expect, ok: false, say: `given.${key} 有误：${sheet.refusal.message}` };
      cases.push({ key, sheet: sheet.value });
    }
    const now = parseInstant(example.now);
    if (typeof now !== "number") {
      return { title, expect, ok: false, say: "now 应为带时区的时间，如 2026-03-01T09:00+08:00" };
    }
    const say = difference(example, judgeUnit(prepared, cases, now));
    return say === undefined ? { title, expect, ok: true } : { title, expect, ok: false, say };
  });
}

function difference(example: Example, { findings, counts }: UnitJudgement): string | undefined {
  const whole = counts[0]!;
  const meant = findings.filter(
    ({ caseKey, on, verdict }) =>
      (example.on === undefined || example.on === `${caseKey} ${on}`) &&
      (example.on !== undefined || verdict === whole.verdict),
  );
  const verdict = example.on === undefined ? whole.verdict : (meant[0]?.verdict ?? "met");
  const missing = [
    ...new Set(meant.flatMap((one) => one.missing)),
    ...(meant.length === 0 ? whole.open : []),
  ];
  if (verdict !== example.expect) {
    return `应为 ${example.expect}，判为 ${verdict}${missing.length > 0 ? `，缺 ${missing.join("、")}` : ""}`;
  }
  if (example.colour !== undefined && meant[0]?.colour !== example.colour) {
    return `颜色应为 ${example.colour}，判为 ${meant[0]?.colour ?? "（无）"}`;
  }
  if (example.missing === undefined) return undefined;
  const short = new Set(missing.map(shortOf));
  return short.size === 1 && short.has(shortOf(example.missing))
    ? undefined
    : `应只缺 ${example.missing}，判为缺 ${[...short].join("、") || "（无）"}`;
}

/** `A2 interviews/i7.endedAt` → `interviews.endedAt`. */
const shortOf = (path: string): string => (path.split(" ").at(-1) ?? path).replace(/\/[^.]*/, "");
