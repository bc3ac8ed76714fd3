// Finds what in a rule can never come true: conditions, exceptions, extensions and warnings that nobody will ever see.
import { fieldOf } from "../../dictionary/dictionary.ts";
import type { ElementId } from "../../dictionary/field.ts";
import { limitText } from "../../time/limit.ts";
import type { Limit } from "../../time/period.ts";
import { compareLimits } from "../layers/compare.ts";
import type { PackedRule } from "../pack.ts";
import type { Tree } from "../tree.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";
import { canBeTrue, deadBodies, type Place } from "./satisfy.ts";

export const deadComplaints = (rules: readonly PackedRule[]): readonly Complaint[] =>
  rules.flatMap((rule) => complaintsOf("dead", rule.id, [...conditionsOf(rule), ...periodsOf(rule)]));

const both = (a: Tree | undefined, b: Tree): Tree => (a === undefined ? b : ["&&", a, b]);

/** `when` together with the kinds of case that the rule is for. */
function applies({ when, kinds, each }: PackedRule): Tree | undefined {
  if (kinds === undefined) return when;
  const own = (each ?? "case") === "case" || fieldOf(each ?? "case", "category") !== undefined;
  const category: Tree = own ? ["var", "category"] : ["get", ["var", "case"], "category"];
  return both(when, ["in", category, ["list", ...kinds.map((kind): Tree => ["lit", kind])]]);
}

function conditionsOf(rule: PackedRule): readonly (string | false)[] {
  const place = (on: ElementId): Place => ({
    each: on,
    bound: new Map(),
    editions: rule.basis.map(({ edition }) => edition),
  });
  const own = place(rule.each ?? "case");
  const when = applies(rule);
  const alive = when === undefined || canBeTrue(when, own);
  const unless = rule.unless ?? [];
  const never = (tree: Tree | undefined): boolean => tree !== undefined && !canBeTrue(both(when, tree), own);
  const kept = unless.reduce<Tree | undefined>((all, one) => both(all, ["!", one.when]), when);
  const said = [
    !alive && "when 按字典里的值永远不成立",
    ...(alive ? unless : []).map((one, i) => never(one.when) && `unless[${i}]（${one.say}）永远用不上`),
    alive &&
      unless.length > 0 &&
      kept !== undefined &&
      !canBeTrue(kept, own) &&
      "unless 总是成立，规则永远不说话",
    ...(alive ? (rule.extend ?? []) : []).map((one, i) => never(one.when) && `extend[${i}] 永远用不上`),
    ...(alive ? (rule.restart ?? []) : []).map((one, i) => never(one.when) && `restart[${i}] 永远用不上`),
    ...[
      ...(rule.pair === undefined ? [] : [{ at: "pair.where", tree: rule.pair.where, on: rule.pair.with }]),
      ...(rule.stop ?? []).map((one, i) => ({
        at: `stop[${i}].where`,
        tree: one.where,
        on: one.in ?? own.each,
      })),
      ...(rule.clash?.acts ?? []).map((one, i) => ({
        at: `clash.acts[${i}].where`,
        tree: one.where,
        on: one.in,
      })),
    ].map(({ at, tree, on }) => tree !== undefined && !canBeTrue(tree, place(on)) && `${at} 永远不成立`),
  ];
  const trees = [rule.when, rule.require, ...unless.map((one) => one.when)];
  const bodies = trees.flatMap((tree) => (tree === undefined ? [] : deadBodies(tree, own)));
  return [...said, bodies.length > 0 && "exists 里的条件永远不成立"];
}

function periodsOf({ clock, extend, stop, restart }: PackedRule): readonly (string | false)[] {
  if (clock === undefined) return [];
  const { limit, warn, count } = clock;
  let reach: Limit = limit;
  const steps = (extend ?? []).map(({ to }, i) => {
    if (to === undefined) return false;
    const longer = compareLimits(to, reach, count);
    const before = reach;
    reach = to;
    // Two steps of one length may rest on different facts; none may reach no farther than the limit itself.
    const short = longer !== undefined && (longer < 0 || (longer === 0 && before === limit));
    return short && `extend[${i}] 延长到 ${limitText(to)}，不比已有的 ${limitText(before)} 长`;
  });
  if (stop !== undefined || restart !== undefined) return steps;
  const minutes = LONGEST_MINUTES[limit.unit] * limit.amount;
  const early = warn.find((one) => LONGEST_MINUTES[one.unit] * one.amount >= minutes);
  return [
    ...steps,
    early !== undefined && `预警提前 ${limitText(early)}，期限只有 ${limitText(limit)}，一开始就在预警`,
  ];
}

/** A working day or a month at its longest, so that a warning is only called too early where it surely is. */
const LONGEST_MINUTES: Readonly<Record<Limit["unit"], number>> = {
  minutes: 1,
  hours: 60,
  days: 1_440,
  workdays: 1_440,
  months: 44_640,
  years: 527_040,
};
