// Tries one rule as written: is it well-formed, and what do its examples say – nothing is kept.
import type { Reply } from "../../shared/api/contract.ts";
import { checkRule } from "../../shared/rules/build-pack.ts";
import { packRule } from "../../shared/rules/check-rule.ts";
import { type ExampleResult, type Law, runExamples } from "../../shared/rules/examples.ts";
import { readRule } from "../../shared/rules/rule-shape.ts";

const shown = ({
  title,
  expect,
  finding,
  ok,
  say,
}: ExampleResult): Reply<"checkRule">["examples"][number] => ({
  title,
  expect,
  got: finding?.verdict ?? "",
  pass: ok,
  ...(say === undefined ? {} : { hint: say }),
});

/** The rule's refusal, if any, and the result of each example. */
export function tryRule(input: unknown, law: Law): Reply<"checkRule"> {
  const rule = readRule(input);
  if (!rule.ok) return { ok: false, refusal: { ...rule.refusal }, examples: [] };
  const packed = packRule(rule.value, law.statutes);
  const examples = packed.ok ? runExamples(packed.value, rule.value.examples, law).map(shown) : [];
  const checked = checkRule(rule.value, law);
  return checked.ok ? { ok: true, examples } : { ok: false, refusal: { ...checked.refusal }, examples };
}
