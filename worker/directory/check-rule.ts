// Tries one rule as written: is it well-formed, what do its examples say, may the unit's layer have it – nothing is kept.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Statute } from "../../shared/law/statute.ts";
import { checkRule } from "../../shared/rules/build-pack.ts";
import { packRule } from "../../shared/rules/check-rule.ts";
import { type ExampleResult, type Law, runExamples } from "../../shared/rules/examples.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { readRule } from "../../shared/rules/rule-shape.ts";
import { groundOf, layerWith, NO_EDIT, type Publisher } from "./layer-edit.ts";
import { isLayered } from "./publish.ts";
import { unitById } from "./units.ts";

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

/** Stand for those who would publish and approve it. */
const SOMEBODY: Omit<Publisher, "now"> = { name: "试用人", say: "试", approvers: ["批准人一", "批准人二"] };

/**
 * The same for a member of `unit`, with what the unit's layer would say to it. A local value may judge an example more
 * strictly than it was written for; what was a breach must stay one, but where a template has been narrowed.
 */
export function tryInUnit(
  sql: SqlStorage,
  unitId: string,
  body: Body<"checkRule">,
  now: number,
): Reply<"checkRule"> {
  const unit = unitById(sql, unitId);
  const ground = groundOf(sql, unitId);
  const law = {
    ...ground.above,
    statutes: [...ground.above.statutes, ...((body.statutes ?? []) as Statute[])],
  };
  const rule = readRule(body.rule);
  if (!rule.ok || !isLayered(sql, unit, rule.value)) return tryRule(body.rule, law);
  const source = ground.sources.find(({ id }) => id === rule.value.id);
  if (source === undefined) return tryRule(rule.value, law);
  const packed = packRule(rule.value, law.statutes);
  if (!packed.ok) return { ok: false, refusal: { ...packed.refusal }, examples: [] };
  const edit = { ...NO_EDIT, rules: [rule.value], statutes: (body.statutes ?? []) as Statute[] };
  const made = layerWith(sql, unit, edit, { ...SOMEBODY, now }, ground);
  const examples = runExamples(packed.value, rule.value.examples, law).map((one) => ({
    ...shown(one),
    pass: one.ok || source.needs !== undefined || mayDiffer(one, source, rule.value),
  }));
  if (!made.ok) return { ok: false, refusal: { ...made.refusal }, examples };
  return { ok: examples.every(({ pass }) => pass), examples };
}

/** A changed rule may find more than its examples were written for, never less. */
const mayDiffer = ({ expect, finding }: ExampleResult, source: Rule, edited: Rule): boolean =>
  JSON.stringify(source) !== JSON.stringify(edited) &&
  expect !== "breached" &&
  (expect !== "unknown" || finding?.verdict === "breached");
