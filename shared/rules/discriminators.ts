// What a rule's condition demands of single fields: equalities without which it cannot speak of an element.
import { elementOf, fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import { readerOf } from "./compile.ts";
import { meaningOf, memberOf } from "./names.ts";
import { oneCopy } from "./one-copy.ts";
import type { PackedRule } from "./pack.ts";
import type { Reader } from "./scope.ts";
import type { Literal, Tree } from "./tree.ts";

/** A field whose value decides at a glance: of the judged element, of one that exists once, or of any element of a list. */
export interface Test {
  readonly key: string;
  readonly element: ElementId;
  readonly field: string;
  /** Where any element of a list will do: all the fields in which one element has to have the values. */
  readonly some: readonly string[] | undefined;
}

export interface Demand {
  readonly test: Test;
  /** One of these; a blank field has none of them, an unread one may have any. With `some`, the values of its fields in order. */
  readonly values: readonly Literal[];
}

/** Types whose values are compared by `===`: a moment may be known only to the day, and lists are never equal. */
const PLAIN: ReadonlySet<string> = new Set(["choice", "text", "person", "number"]);

const testOf = (element: ElementId, field: string): Test | undefined =>
  PLAIN.has(fieldOf(element, field)?.type.is ?? "")
    ? { key: `${element}.${field}`, ...readerOf(element, field), some: undefined }
    : undefined;

export interface Demands {
  readonly all: readonly Demand[];
  /** The fields that the whole condition reads, in its order, where it is nothing but these demands; else undefined. */
  readonly covered: readonly Reader[] | undefined;
}

/** Every demand that has to hold for `when` (and the kinds of case) to be anything but false. */
export function demandsOf(rule: PackedRule): Demands {
  const each = rule.each ?? "case";
  const all: Demand[] = [];
  const category = testOf("case", "category");
  if (rule.kinds !== undefined && category !== undefined) all.push({ test: category, values: rule.kinds });
  let whole = true;
  for (const part of rule.when === undefined ? [] : conjuncts(rule.when)) {
    const own = demandOf(part, (tree) => ownTest(tree, each));
    if (own === undefined) whole = false;
    const demand = own ?? existsDemand(part, each);
    if (demand !== undefined) all.push(demand);
  }
  const covered = whole ? all.map(({ test }) => readerOf(test.element, test.field)) : undefined;
  return { all, covered };
}

const conjuncts = (tree: Tree): readonly Tree[] =>
  tree[0] === "&&" ? (tree.slice(1) as Tree[]).flatMap(conjuncts) : [tree];

type Named = (tree: Tree) => Test | undefined;

/** `kind == "a"`, `"a" == kind`, `kind in ["a", "b"]`, and any of them joined by `||` over the same field. */
function demandOf(tree: Tree, named: Named): Demand | undefined {
  const [op, left, right] = tree as readonly [string, Tree, Tree];
  if (op === "||") {
    const [a, b] = [demandOf(left, named), demandOf(right, named)];
    return a !== undefined && a.test.key === b?.test.key
      ? { test: a.test, values: [...a.values, ...b.values] }
      : undefined;
  }
  if (op === "in") {
    const test = right[0] === "list" ? named(left) : undefined;
    return test && { test, values: (right.slice(1) as Tree[]).map((item) => oneCopy(item[1] as Literal)) };
  }
  if (op !== "==") return undefined;
  const [field, value] = right[0] === "lit" ? [left, right] : [right, left];
  const test = value[0] === "lit" ? named(field) : undefined;
  return test && { test, values: [oneCopy(value[1] as Literal)] };
}

/** A field of the judged element, or of an element that exists once. */
function ownTest(tree: Tree, each: ElementId): Test | undefined {
  const [op, first, second] = tree as readonly [string, string | Tree, string];
  if (op === "var") {
    const means = meaningOf(each, first as string);
    return means?.is === "field" ? testOf(means.element, means.field.id) : undefined;
  }
  if (op !== "get" || (first as Tree)[0] !== "var") return undefined;
  const owner = meaningOf(each, (first as Tree)[1] as string);
  return owner?.is === "one" && memberOf(owner.element, second)?.is === "field"
    ? testOf(owner.element, second)
    : undefined;
}

/** `measures.exists(m, m.kind == "a" && …)`: no such element in a list that was read whole, and it is false. */
function existsDemand(tree: Tree, each: ElementId): Demand | undefined {
  const [op, list, name, body] = tree as unknown as readonly [string, Tree, string, Tree];
  if (op !== "exists" || list[0] !== "var") return undefined;
  const over = meaningOf(each, list[1] as string);
  if (over?.is !== "list" || elementOf(over.element) === undefined) return undefined;
  const named: Named = (one) => {
    const [get, owner, field] = one as readonly [string, Tree, string];
    return get === "get" && owner[0] === "var" && owner[1] === name ? testOf(over.element, field) : undefined;
  };
  // A field of several values would put the rule under each of them.
  const single = conjuncts(body)
    .flatMap((part) => demandOf(part, named) ?? [])
    .filter(({ values }) => values.length === 1);
  const fields = new Map(single.map(({ test, values }) => [test.field, values[0]!]));
  const names = [...fields.keys()].sort();
  const [field] = names;
  if (field === undefined) return undefined;
  const key = `*${over.element}.${names.join("+")}`;
  const test: Test = { key, element: over.element, field, some: names };
  return { test, values: names.map((one) => fields.get(one)!) };
}
