// Runs a rule's own examples through the judge.
import { placeOf } from "../dictionary/path.ts";
import { readFactsJson } from "../facts/read-json.ts";
import type { Statute } from "../law/statute.ts";
import { parseInstant } from "../time/civil.ts";
import type { HolidayPlan } from "../time/period.ts";
import type { Finding, Judgement } from "./finding.ts";
import { judge } from "./judge.ts";
import type { PackedRule } from "./pack.ts";
import { prepareRule } from "./prepare.ts";
import type { Example } from "./rule.ts";
import { runUnitExamples } from "./unit/unit-examples.ts";

export interface ExampleResult {
  readonly title: string;
  readonly expect: Example["expect"];
  /** What the judge said; absent when the example could not be read or has no finding. */
  readonly finding?: Finding;
  readonly ok: boolean;
  /** What differs and how to mend it; absent when it passed. */
  readonly say?: string;
}

export interface Law {
  readonly statutes: readonly Statute[];
  readonly holidays: HolidayPlan;
}

/** Judges every example by this rule alone, whatever its status. */
export function runExamples(
  rule: PackedRule,
  examples: readonly Example[],
  law: Law,
): readonly ExampleResult[] {
  if (rule.scope === "unit") return runUnitExamples(rule, examples, law);
  const prepared = {
    revision: 0,
    hash: "",
    holidays: law.holidays,
    rules: [prepareRule(rule, law.statutes)],
  };
  return examples.map((example) => {
    const { title, expect } = example;
    const sheet = readFactsJson(example.given);
    if (!sheet.ok) return { title, expect, ok: false, say: `given 有误：${sheet.refusal.message}` };
    const now = parseInstant(example.now);
    if (typeof now !== "number") {
      return { title, expect, ok: false, say: `now 应为带时区的时间，如 2026-03-01T09:00+08:00` };
    }
    return resultOf(example, judge(prepared, sheet.value, now));
  });
}

function resultOf(example: Example, { findings }: Judgement): ExampleResult {
  const { title, expect } = example;
  const meant = example.on === undefined ? findings : findings.filter(({ on }) => on === example.on);
  const finding = meant[0];
  if (finding === undefined || meant.length > 1) {
    const ons = findings.map(({ on }) => on).join("、");
    return { title, expect, ok: false, say: `请用 on 指明是哪一条：${ons}` };
  }
  const say = difference(example, finding);
  return say === undefined
    ? { title, expect, finding, ok: true }
    : { title, expect, finding, ok: false, say };
}

function difference(example: Example, finding: Finding): string | undefined {
  if (finding.verdict !== example.expect) {
    const why = finding.missing.length > 0 ? `，缺 ${finding.missing.join("、")}` : "";
    return `应为 ${example.expect}，判为 ${finding.verdict}${why}${finding.reason ? `（${finding.reason}）` : ""}`;
  }
  if (example.colour !== undefined && finding.colour !== example.colour) {
    return `颜色应为 ${example.colour}，判为 ${finding.colour}`;
  }
  if (example.missing !== undefined && !isMissing(example.missing, finding)) {
    return `应只缺 ${example.missing}，判为缺 ${finding.missing.join("、") || "（无）"}`;
  }
  return undefined;
}

/** `startedAt`, `case.acceptedAt` or a whole path, and nothing else is missing. */
function isMissing(wanted: string, { missing, on }: Finding): boolean {
  const [only, ...more] = missing;
  if (only === undefined || more.length > 0) return false;
  const place = placeOf(only);
  const short = place?.field === undefined ? only : `${place.element}.${place.field}`;
  return [only, short, `${on}.${wanted}` === only ? wanted : ""].includes(wanted);
}
