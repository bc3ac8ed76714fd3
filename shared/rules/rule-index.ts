// Finds the rules that may speak of an element without trying the others: a tree of tests on kind and the like.
import type { ElementId } from "../dictionary/field.ts";
import type { Cell, Element, ElementList, FactSheet } from "../facts/sheet.ts";
import { type Demand, demandsOf, type Test } from "./discriminators.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import { listOf, oneOf, type Reader } from "./scope.ts";
import type { Literal } from "./tree.ts";

/** A rule with its place in the pack. */
export interface Placed {
  readonly rule: PreparedRule;
  /** The rule without its getters, once it has been tried. */
  made: PreparedRule | undefined;
  readonly place: number;
  /** What its condition reads, where the tests on the way to it are all that it asks. */
  readonly covered: readonly Reader[] | undefined;
}

/** A rule with what it still demands of the judged element where the tests above have let it through. */
interface Leaf {
  readonly placed: Placed;
  readonly demands: readonly Demand[];
}

/** The branches to which the elements of a list lead; undefined where one of them may lead to any. */
type Held = readonly Branch[] | undefined;

/** Branches by the value of the tested field, or by those of several, one below the other. */
export type Deep = ReadonlyMap<unknown, Branch | Deep>;

export interface Branch {
  /** Rules that have to be tried on whatever comes here. */
  readonly rules: readonly Leaf[];
  readonly test: Test | undefined;
  readonly by: Deep;
  /** All rules below `by`, for a field that was not read. */
  readonly any: readonly Placed[];
  /** Rules that do not ask for the tested field. */
  readonly rest: Branch | undefined;
  /** Where `test` looks through a list: the branches to which a list leads, kept as long as the list. */
  readonly held: WeakMap<ElementList, Held>;
}

/** The rules that are judged on one kind of element. */
export interface KindIndex {
  readonly each: ElementId;
  readonly many: boolean;
  readonly all: readonly Placed[];
  readonly root: Branch;
}

const indexes = new WeakMap<Prepared, readonly KindIndex[]>();

/** The index of a pack, made when first asked for. */
export function indexOf(prepared: Prepared): readonly KindIndex[] {
  let index = indexes.get(prepared);
  if (index === undefined) {
    index = build(prepared.rules);
    indexes.set(prepared, index);
  }
  return index;
}

function build(rules: readonly PreparedRule[]): readonly KindIndex[] {
  const kinds = new Map<ElementId, Leaf[]>();
  for (const [place, rule] of rules.entries()) {
    const open = kinds.get(rule.each) ?? [];
    const { all, covered } = demandsOf(rule.rule);
    open.push({ placed: { rule, made: undefined, place, covered }, demands: all });
    kinds.set(rule.each, open);
  }
  return [...kinds].map(([each, open]) => ({
    each,
    many: open[0]!.placed.rule.many,
    all: open.map(({ placed }) => placed),
    root: branch(open),
  }));
}

/** This many rules are asked one by one sooner than through a table. */
const FEW = 3;

function branch(open: readonly Leaf[]): Branch {
  const test = open.length <= FEW ? undefined : commonest(open);
  if (test === undefined) {
    const rules = open.map((one) => ({
      ...one,
      demands: one.demands.filter(({ test: each }) => each.some === undefined),
    }));
    return { rules, test, by: new Map(), any: [], rest: undefined, held: new WeakMap() };
  }
  const any: Placed[] = [];
  const rest: Leaf[] = [];
  const under: { readonly path: readonly unknown[]; readonly leaf: Leaf }[] = [];
  for (const one of open) {
    const demand = one.demands.find((each) => each.test.key === test.key);
    if (demand === undefined) {
      rest.push(one);
      continue;
    }
    any.push(one.placed);
    const leaf = { ...one, demands: one.demands.filter((each) => each.test.key !== test.key) };
    const paths =
      test.some === undefined ? [...new Set(demand.values)].map((value) => [value]) : [demand.values];
    for (const path of paths) under.push({ path, leaf });
  }
  const by = deep(under, 0);
  return {
    rules: [],
    test,
    by,
    any,
    rest: rest.length === 0 ? undefined : branch(rest),
    held: new WeakMap(),
  };
}

/** Branches by the values of the paths from `depth` on; all paths are of one length. */
function deep(
  under: readonly { readonly path: readonly unknown[]; readonly leaf: Leaf }[],
  depth: number,
): Deep {
  const groups = new Map<unknown, (typeof under)[number][]>();
  for (const one of under) {
    const group = groups.get(one.path[depth]);
    if (group === undefined) groups.set(one.path[depth], [one]);
    else group.push(one);
  }
  return new Map(
    [...groups].map(([value, group]): [unknown, Branch | Deep] => [
      value,
      depth + 1 < group[0]!.path.length ? deep(group, depth + 1) : branch(group.map(({ leaf }) => leaf)),
    ]),
  );
}

/** The test that most of the rules share. */
function commonest(open: readonly Leaf[]): Test | undefined {
  const counts = new Map<string, { test: Test; count: number }>();
  for (const { demands } of open) {
    for (const key of new Set(demands.map(({ test }) => test.key))) {
      const { test } = demands.find((one) => one.test.key === key)!;
      counts.set(key, { test, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  let best: { test: Test; count: number } | undefined;
  for (const one of counts.values()) if (best === undefined || one.count > best.count) best = one;
  return best !== undefined && best.count > 1 ? best.test : undefined;
}

/** Where rules are looked for: one element of a sheet. */
export interface Spot {
  each: ElementId;
  element: Element;
  readonly sheet: FactSheet;
}

/** Takes a rule that may speak; `sure` where its condition is known to hold. */
export type Candidate = (placed: Placed, sure: boolean) => void;

/** Calls `visit` once with every rule below `branch` that may speak of the element; all others do not apply to it. */
export function candidates(top: Branch, spot: Spot, visit: Candidate): void {
  for (let branch: Branch | undefined = top; branch !== undefined; ) {
    const { rules, test, rest } = branch;
    for (let i = 0; i < rules.length; i++) {
      const { placed, demands } = rules[i]!;
      const meets = demands.length === 0 || met(demands, spot);
      if (meets !== false) visit(placed, meets === true && placed.covered !== undefined);
    }
    if (rest !== undefined) candidates(rest, spot, visit);
    if (test === undefined) return;
    if (test.some !== undefined) {
      const held = heldBy(branch, test, test.some, spot.sheet);
      if (held === undefined) for (const one of branch.any) visit(one, false);
      else for (const below of held) candidates(below, spot, visit);
      return;
    }
    const value = cellOf(test, spot);
    if (value === undefined) {
      for (const one of branch.any) visit(one, false);
      return;
    }
    branch = branch.by.get(value) as Branch | undefined;
  }
}

const cellOf = ({ element, field }: Test, spot: Spot): Cell =>
  (element === spot.each ? spot.element : oneOf(spot.sheet, element)).cells[field];

/** Whether all that is demanded was read; undefined where a field that was not read leaves it open. */
function met(demands: readonly Demand[], spot: Spot): boolean | undefined {
  let open = false;
  for (let i = 0; i < demands.length; i++) {
    const { test, values } = demands[i]!;
    const value = cellOf(test, spot);
    if (value === undefined) open = true;
    else if (values[0] !== value && !values.includes(value as Literal)) return false;
  }
  return open ? undefined : true;
}

/** The branches to which the elements of a list lead; a list is never changed in place. */
function heldBy(branch: Branch, test: Test, fields: readonly string[], sheet: FactSheet): Held {
  const list = listOf(sheet, test.element);
  if (list === undefined) return undefined;
  const known = branch.held.get(list);
  if (known !== undefined || branch.held.has(list)) return known;
  const found = leadsTo(branch, list, fields);
  branch.held.set(list, found);
  return found;
}

function leadsTo({ by }: Branch, { items, complete }: ElementList, fields: readonly string[]): Held {
  const found: Branch[] = [];
  for (const { cells } of items) {
    let below: Branch | Deep | undefined = by;
    for (const field of fields) {
      const value = cells[field];
      if (value === undefined) return undefined;
      below = (below as Deep | undefined)?.get(value);
    }
    if (below !== undefined && !found.includes(below as Branch)) found.push(below as Branch);
  }
  return complete ? found : undefined;
}
