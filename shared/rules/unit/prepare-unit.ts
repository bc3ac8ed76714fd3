// Makes the rules over all cases of a unit ready: readers, compiled conditions, lengths in milliseconds.
import { elementOf, fieldOf } from "../../dictionary/dictionary.ts";
import type { ElementId, FieldType } from "../../dictionary/field.ts";
import type { Statute } from "../../law/statute.ts";
import type { HolidayPlan } from "../../time/period.ts";
import { warningLengths } from "../colour.ts";
import { compile, type Node, readerOf } from "../compile.ts";
import { fieldAt } from "../names.ts";
import type { Pack, PackedClashAct, PackedRule } from "../pack.ts";
import { type PreparedRule, prepareRule } from "../prepare.ts";
import type { Reader } from "../scope.ts";

export interface PreparedAct {
  readonly in: ElementId;
  readonly who: readonly { readonly reader: Reader; readonly is: FieldType["is"] }[];
  readonly from: Reader;
  readonly until: Reader;
  readonly where: Node | undefined;
  readonly alike: readonly Reader[] | undefined;
  /** ms */
  readonly most: number;
}

export interface PreparedClash {
  readonly acts: readonly PreparedAct[];
  readonly within: PreparedAct | undefined;
  /** All lines with their numbers; those within which the others have to lie are number -1. */
  readonly lines: readonly (readonly [number, PreparedAct])[];
  /** ms */
  readonly slack: number;
}

/** One tie: the fields of the other act and of ours that have to be the same. */
export type Tie = readonly { readonly theirs: Reader; readonly ours: Reader }[];

export interface PreparedPartner {
  readonly with: ElementId;
  readonly many: boolean;
  readonly where: Node | undefined;
  readonly ties: readonly Tie[];
  readonly at: Reader | undefined;
  readonly shown: Reader | undefined;
  readonly over:
    | { readonly from: Reader; readonly until: Reader; readonly ourFrom: Reader; readonly ourUntil: Reader }
    | undefined;
}

export interface PreparedUnitRule {
  readonly rule: PackedRule;
  /** Its condition, clock and editions, as for one case. */
  readonly base: PreparedRule;
  readonly clash: PreparedClash | undefined;
  readonly partner: PreparedPartner | undefined;
  readonly plan: HolidayPlan;
}

/** The rules of a pack that speak of the whole unit. Throws, naming the rule, on a field that is not there. */
export function prepareUnit(
  pack: Pick<Pack, "rules" | "statutes" | "holidays">,
): readonly PreparedUnitRule[] {
  return pack.rules
    .filter(({ status, scope }) => (status === "live" || status === "trial") && scope === "unit")
    .map((rule) => prepareUnitRule(rule, pack.statutes, pack.holidays));
}

export function prepareUnitRule(
  rule: PackedRule,
  statutes: readonly Statute[],
  plan: HolidayPlan,
): PreparedUnitRule {
  const { clash, ...rest } = rule;
  const { pair } = rule;
  const acts = (clash?.acts ?? []).map(actOf);
  const within = clash?.within && actOf(clash.within);
  return {
    rule,
    base: prepareRule(rest, statutes),
    clash: clash && {
      acts,
      within,
      lines: [...acts.entries(), ...(within === undefined ? [] : [[-1, within] as const])],
      slack: clash.slack === undefined ? 0 : lengthOf(clash.slack),
    },
    partner: pair && partnerOf(pair, rule.each ?? "case"),
    plan,
  };
}

const lengthOf = (limit: PackedClashAct["most"]): number => warningLengths([limit])[0] ?? 0;

/** The reader of a field of `on`; `case.number` reads the case. */
function readerAt(on: ElementId, path: string): Reader {
  const at = fieldAt(on, path);
  if (at === undefined) throw new Error(`${path} is no field of ${on}`);
  return readerOf(at.element, at.field.id);
}

function actOf(act: PackedClashAct): PreparedAct {
  const reader = (path: string): Reader => readerAt(act.in, path);
  return {
    in: act.in,
    who: act.who.map((path) => {
      const one = reader(path);
      return { reader: one, is: fieldOf(one.element, one.field)?.type.is ?? "text" };
    }),
    from: reader(act.from),
    until: reader(act.until),
    where: act.where === undefined ? undefined : compile(act.where, act.in),
    alike: act.alike?.map(reader),
    most: lengthOf(act.most),
  };
}

function partnerOf(pair: NonNullable<PackedRule["pair"]>, each: ElementId): PreparedPartner {
  const theirs = (path: string): Reader => readerAt(pair.with, path);
  const ours = (path: string): Reader => readerAt(each, path);
  const tie = (fields: Readonly<Record<string, string>>): Tie =>
    Object.entries(fields).map(([their, our]) => ({ theirs: theirs(their), ours: ours(our) }));
  const { over } = pair;
  return {
    with: pair.with,
    many: elementOf(pair.with)?.cardinality === "many",
    where: pair.where === undefined ? undefined : compile(pair.where, pair.with),
    ties: [pair.same, pair.or].filter((one) => one !== undefined).map(tie),
    at: pair.at === undefined ? undefined : theirs(pair.at),
    shown: pair.shown === undefined ? undefined : ours(pair.shown),
    over: over && {
      from: theirs(over.from),
      until: theirs(over.until),
      ourFrom: ours(over.ourFrom),
      ourUntil: ours(over.ourUntil),
    },
  };
}
