// Builds a pack from its parts, refusing it when a rule, an example or a reference between them does not hold.
import { accepted, type Result, refused } from "../facts/errors.ts";
import { packChecklists } from "./check-checklist.ts";
import { twiceNamed } from "./check-profile.ts";
import { packRule } from "./check-rule.ts";
import { type ExampleResult, type Law, runExamples } from "./examples.ts";
import type { Checklist, Pack, PackedRule } from "./pack.ts";
import type { Rule } from "./rule.ts";
import type { SiteProfile } from "./site-profile.ts";

export interface PackParts extends Law {
  readonly rules: readonly Rule[];
  readonly checklists: readonly Checklist[];
  readonly profiles: readonly SiteProfile[];
  readonly revision: number;
  readonly label: string;
  readonly issuer: string;
  /** ISO 8601 with offset; given from outside because nothing here knows the time. */
  readonly publishedAt: string;
}

/** Red lines of one pack that may interrupt an officer; more of them and none is heard. */
export const MOST_RED_LINES = 40;

/** One rule checked whole, its examples included. Codes: `bad-rule`, `examples-failed`. */
export function checkRule(rule: Rule, law: Law): Result<PackedRule> {
  const packed = packRule(rule, law.statutes);
  if (!packed.ok) return refused("bad-rule", `${rule.id}：${packed.refusal.message}`, packed.refusal.at);
  const lacking = lackingExample(rule);
  if (lacking !== undefined) return refused("bad-rule", `${rule.id}：${lacking}`, "examples");
  const failed = runExamples(packed.value, rule.examples, law).flatMap(failureOf);
  return failed.length === 0
    ? packed
    : refused("examples-failed", `${rule.id}：${failed.join("；")}`, "examples");
}

/** Which example is still to be written. A duty that only a person ticks can be neither met nor breached by facts. */
function lackingExample({ examples, attest, clock, require, pair, clash }: Rule): string | undefined {
  const has = (expect: string) => examples.some((one) => one.expect === expect);
  const byFacts = clock !== undefined || require !== undefined || pair !== undefined || clash !== undefined;
  if (byFacts && !has("met")) return "缺少一个 expect: met 的例子，请补一个符合的";
  if (byFacts && !has("breached")) return "缺少一个 expect: breached 的例子，请补一个违反的";
  if (attest !== undefined && !byFacts) return undefined;
  if (!examples.some((one) => one.expect === "unknown" && one.missing !== undefined)) {
    return "缺少一个 expect: unknown 的例子：只少一个字段，并在 missing 里写明是哪个";
  }
  return undefined;
}

function failureOf(result: ExampleResult): readonly string[] {
  const { title, finding, expect } = result;
  if (!result.ok) return [`例子“${title}”${result.say ?? "没有通过"}`];
  const noEdition = finding?.reason === "edition" && finding.missing.length === 0;
  if (noEdition && expect !== "unknown")
    return [`例子“${title}”的行为日没有所引法律的有效版本，请补 basis 或者改日期`];
  return [];
}

/** The pack of these parts, every rule checked. The first thing that does not hold is answered. */
export function buildPack(parts: PackParts): Result<Pack> {
  const { rules, statutes, holidays, checklists, profiles, revision, label, issuer, publishedAt } = parts;
  const packed: PackedRule[] = [];
  for (const rule of rules) {
    if (packed.some(({ id }) => id === rule.id))
      return refused("bad-rule", `有两条规则都叫 ${rule.id}`, rule.id);
    const checked = checkRule(rule, { statutes, holidays });
    if (!checked.ok) return checked;
    packed.push(checked.value);
  }
  const loud = packed.filter(interrupts).length;
  if (loud > MOST_RED_LINES) {
    return refused(
      "bad-rule",
      `会打断办案人的红线规则 ${loud} 条，最多 ${MOST_RED_LINES} 条；其余写 quiet: true`,
    );
  }
  const twice = twiceNamed(profiles);
  if (twice !== undefined) return refused("bad-rule", `有两份页面档案都叫 ${twice}`, "profiles");
  const lists = packChecklists(checklists, packed);
  if (!lists.ok) return lists;
  return accepted({
    format: 1,
    issuer,
    revision,
    label,
    publishedAt,
    rules: packed,
    checklists: lists.value,
    profiles,
    statutes,
    holidays,
  });
}

const interrupts = ({ weight, status, quiet }: PackedRule): boolean =>
  weight === "red-line" && status === "live" && quiet !== true;
