// Makes the clauses of a rule ready that stand beside its clock: extensions, restarts, stops and the other act.
import type { ElementId } from "../dictionary/field.ts";
import type { Limit } from "../time/period.ts";
import { compile, type Node, readerOf } from "./compile.ts";
import { fieldAt } from "./names.ts";
import type { PackedRule } from "./pack.ts";
import type { PreparedPair } from "./pair.ts";
import type { Reader } from "./scope.ts";

export interface PreparedExtension {
  /** The whole period where this step is granted, from its beginning. */
  readonly reach: readonly Limit[];
  /** By how much this step prolongs the one before; undefined where it counts from the beginning. */
  readonly add: Limit | undefined;
  readonly when: Node | undefined;
  readonly approver: string;
}

export interface PreparedRestart {
  readonly from: Reader;
  readonly when: Node | undefined;
  readonly say: string;
}

export interface PreparedStop {
  /** The list on whose elements the fields stand; undefined for fields of the rule's own element. */
  readonly list: Reader | undefined;
  readonly from: Reader | undefined;
  readonly until: Reader | undefined;
  /** A length that an officer noted, in place of two ends. */
  readonly hours: Reader | undefined;
  /** Fields that must be the same on both sides. */
  readonly same: readonly Tie[];
  readonly where: Node | undefined;
  readonly say: string | undefined;
}

/** A field of another element and the one of ours that has to have the same value. */
export interface Tie {
  readonly theirs: Reader;
  readonly ours: Reader;
}

const tiesOf = (
  same: Readonly<Record<string, string>> | undefined,
  theirs: ElementId,
  each: ElementId,
): Tie[] => {
  const reader = (on: ElementId, path: string): Reader =>
    path === "id" ? readerOf(on, "id") : readerAt(on, path);
  return Object.entries(same ?? {}).map(([one, other]) => ({
    theirs: reader(theirs, one),
    ours: reader(each, other),
  }));
};

/** What each extension reaches: `to` from the beginning, `add` on top of the extension before it. */
export function chainOf(
  { extend }: PackedRule,
  steps: readonly Limit[],
  node: (tree: PackedRule["when"]) => Node | undefined,
): readonly PreparedExtension[] {
  let reach = steps;
  return (extend ?? []).map(({ to, add, when, approver }) => {
    reach = to !== undefined ? [to] : add !== undefined ? [...reach, add] : reach;
    return { reach, add, when: node(when), approver };
  });
}

export function stopOf(stop: NonNullable<PackedRule["stop"]>[number], each: ElementId): PreparedStop {
  const on = stop.in ?? each;
  const reader = (path: string | undefined): Reader | undefined =>
    path === undefined ? undefined : readerAt(on, path);
  return {
    list: stop.in === undefined ? undefined : readerOf(stop.in, ""),
    from: reader(stop.from),
    until: reader(stop.until),
    hours: reader(stop.hours),
    same: tiesOf(stop.same, on, each),
    where: stop.where === undefined ? undefined : compile(stop.where, on),
    say: stop.say,
  };
}

export function pairFor(pair: NonNullable<PackedRule["pair"]>, each: ElementId): PreparedPair {
  return {
    list: readerOf(pair.with, ""),
    where: pair.where === undefined ? undefined : compile(pair.where, pair.with),
    same: tiesOf(pair.same, pair.with, each),
    at: pair.at === undefined ? undefined : readerAt(pair.with, pair.at),
  };
}

/** The reader of a field named outside CEL. */
export function readerAt(each: ElementId, path: string): Reader {
  const at = fieldAt(each, path);
  if (at === undefined) throw new Error(`${path} is no field of ${each}`);
  return readerOf(at.element, at.field.id);
}
