// The workload's rules as the catalogue would write them, made ready for this engine.
import { STATUTES } from "../../shared/law/statutes.ts";
import { packRule } from "../../shared/rules/check-rule.ts";
import type { PackedRule } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { Parameters } from "./workload.ts";

const BASE = {
  title: "应办未办",
  weight: "serious",
  audience: "officer",
  status: "live",
  stage: "interview",
  basis: [{ statute: "刑事诉讼法", edition: "2018-10-26", article: "1" }],
  fix: "改正。",
  owner: "法制支队",
  reviewBy: "2027-06-30",
  examples: [],
} as const;

type Made = Pick<Rule, "act" | "each" | "when" | "clock" | "require">;

const clock = (from: string, until: string, limit: string, count: "hours" | "custody-months") => ({
  from,
  until,
  limit,
  count,
  warn: [],
});

/** One per kind of rule, in the order of the parameters' `template`. */
const RULES: readonly ((p: Parameters) => Made)[] = [
  ({ kind, second, n }) => ({
    act: "startedAt",
    each: "measures",
    when: `kind == "${kind}" && approvedBy == "${second}"`,
    clock: clock("startedAt", "endedAt", `${n} months`, "custody-months"),
  }),
  ({ kind, second, n }) => ({
    act: "arrivedAt",
    each: "interviews",
    when: `kind == "${kind}" && subjectRole == "${second}"`,
    clock: clock("arrivedAt", "leftAt", `${n} hours`, "hours"),
  }),
  ({ kind, second }) => ({
    act: "startedAt",
    each: "interviews",
    when: `minor == "是" && subjectRole == "${second}"`,
    require: `guardianPresent == "是" || placeKind == "${kind}"`,
  }),
  ({ kind, second, n }) => ({
    act: "startedAt",
    each: "interviews",
    when: `kind == "${kind}" && subjectRole == "${second}" && round >= ${n}`,
    require: "size(askers) >= 2",
  }),
  ({ kind, second, n }) => ({
    act: "seizedAt",
    each: "property",
    when: `kind == "${kind}" && action == "${second}"`,
    clock: clock("seizedAt", "storedAt", `${n} hours`, "hours"),
  }),
  ({ kind, second, document }) => ({
    act: "acceptedAt",
    each: "case",
    when: `cause == "${second}" && measures.exists(m, m.kind == "${kind}")`,
    require: `documents.exists(d, d.kind == "${document}")`,
  }),
  ({ kind, second, n }) => ({
    act: "acceptedAt",
    each: "case",
    when: `category == "${kind}" && cause == "${second}"`,
    clock: clock("acceptedAt", "filedAt", `${n} hours`, "hours"),
  }),
  ({ kind, document, n }) => ({
    act: "acceptedAt",
    each: "case",
    when: `cause == "${kind}" && decision in ["罚款", "行政拘留"] && amount >= ${n}`,
    require: `documents.exists(d, d.kind == "${document}")`,
  }),
  ({ kind, second, document }) => ({
    act: "startedAt",
    each: "measures",
    when: `kind == "${kind}" && approvedBy == "${second}"`,
    require: `documents.exists(d, d.kind == "${document}" && d.person == person)`,
  }),
  ({ kind, second, n }) => ({
    act: "acceptedAt",
    each: "case",
    when: `property.exists(p, p.kind == "${kind}" && p.action == "${second}" && p.quantity > ${n})`,
    require: `property.all(p, p.kind != "${kind}" || !blank(p.listNumber))`,
  }),
];

/** The rule of one parameter set as it is written. Ids carry the place, so that verdicts can be told apart. */
export function workloadRule(p: Parameters, place: number): Rule {
  const made = RULES[p.template]!(p);
  const cause = `${made.each === "case" ? "cause" : "case.cause"} == "${p.cause}"`;
  const when = p.cause === undefined ? made.when : `${cause} && ${made.when}`;
  return { ...BASE, ...made, ...(when === undefined ? {} : { when }), id: `rule-${place}` };
}

/** The same, checked and with its conditions as trees. */
export const workloadRules = (all: readonly Parameters[]): readonly PackedRule[] =>
  all.map((p, place) => {
    const packed = packRule(workloadRule(p, place), STATUTES);
    if (!packed.ok) throw new Error(`rule ${place}: ${packed.refusal.message}`);
    return packed.value;
  });
