// Compiles a checked tree into closures that answer true, false or unknown, noting every field they read.
import { elementOf, fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import type { Element } from "../facts/sheet.ts";
import { quantifier } from "./compile-list.ts";
import { compileCall, compileComparison } from "./compile-values.ts";
import { type Meaning, meaningOf, memberOf } from "./names.ts";
import { oneCopy } from "./one-copy.ts";
import { oneOf, type Reader, readCell, readId, type Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** A compiled node. It answers `undefined` where an unread field leaves it open, as CEL answers an error. */
export type Node = (scope: Scope) => unknown;

/** Bound variables by name: their depth and, for a list of elements, which. */
export type Bound = ReadonlyMap<string, { readonly depth: number; readonly element?: ElementId }>;

export interface Place {
  readonly each: ElementId;
  readonly bound: Bound;
}

const UNDATED: ReadonlySet<string> = new Set(["choice", "officers", "list"]);

export function readerOf(element: ElementId, field: string): Reader {
  const kind = elementOf(element);
  const known = fieldOf(element, field);
  const label = field === "" ? kind?.label : known?.label;
  return {
    element: kind?.id ?? element,
    field: known?.id ?? field,
    many: kind?.cardinality === "many",
    label: label ?? (field || element),
    dated: field !== "" && !UNDATED.has(known?.type.is ?? ""),
  };
}

const broken = (tree: unknown): never => {
  throw new Error(`A pack's tree holds a node that no compiler knows: ${JSON.stringify(tree)?.slice(0, 80)}`);
};

/** Compiles a condition of a rule that is judged on `each`. Throws on a tree that the checker has not let through. */
export const compileNow = (tree: Tree, each: ElementId): Node => node(tree, { each, bound: new Map() });

/**
 * The same when it is first asked: of a large pack most conditions never are. A pack from outside has to be compiled whole
 * once before (`compilesWhole`), else a bad tree throws in the middle of judging.
 */
export function compile(tree: Tree, each: ElementId): Node {
  let made: Node | undefined;
  return (scope) => {
    made ??= compileNow(tree, each);
    return made(scope);
  };
}

export function node(tree: Tree, place: Place): Node {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  switch (op) {
    case "lit":
    case "ts":
    case "dur": {
      const value: unknown = oneCopy(args[0]);
      return () => value;
    }
    case "list": {
      const values = args.map((arg) => oneCopy((arg as unknown as readonly [string, unknown])[1]));
      return () => values;
    }
    case "var":
    case "get":
      return field(tree, place);
    case "&&":
      return and(node(args[0]!, place), node(args[1]!, place));
    case "||":
      return or(node(args[0]!, place), node(args[1]!, place));
    case "!": {
      const inner = node(args[0]!, place);
      return (scope) => {
        const value = inner(scope);
        return typeof value === "boolean" ? !value : undefined;
      };
    }
    case "?:": {
      const [test, yes, no] = [node(args[0]!, place), node(args[1]!, place), node(args[2]!, place)];
      return (scope) => {
        const value = test(scope);
        return value === true ? yes(scope) : value === false ? no(scope) : undefined;
      };
    }
    case "exists":
    case "all":
      return quantifier(op, tree, place);
    case "call":
      return compileCall(tree, place);
    default:
      return compileComparison(tree, place) ?? broken(tree);
  }
}

function and(left: Node, right: Node): Node {
  return (scope) => {
    const mark = scope.missing.size;
    const a = left(scope);
    if (a === false) return false;
    const b = right(scope);
    if (b === false) {
      scope.missing.cut(mark);
      return false;
    }
    return a === true && b === true ? true : undefined;
  };
}

function or(left: Node, right: Node): Node {
  return (scope) => {
    const mark = scope.missing.size;
    const a = left(scope);
    if (a === true) return true;
    const b = right(scope);
    if (b === true) {
      scope.missing.cut(mark);
      return true;
    }
    return a === false && b === false ? false : undefined;
  };
}

/** What a `var` or `get` node names; undefined for a bound variable. */
export function meaning(tree: Tree, place: Place): Meaning | undefined {
  const [op, first, second] = tree as readonly [string, string | Tree, string];
  if (op === "var")
    return place.bound.has(first as string) ? undefined : meaningOf(place.each, first as string);
  if (op !== "get") return undefined;
  const owner = first as Tree;
  const bound = owner[0] === "var" ? place.bound.get(owner[1] as string) : undefined;
  if (bound?.element !== undefined) return memberOf(bound.element, second);
  const one = bound === undefined ? meaning(owner, place) : undefined;
  return one?.is === "one" ? memberOf(one.element, second) : undefined;
}

function field(tree: Tree, place: Place): Node {
  const bound = tree[0] === "var" ? place.bound.get(tree[1] as string) : undefined;
  if (bound !== undefined) return (scope) => scope.bound[bound.depth];
  const means = meaning(tree, place);
  if (means?.is === "edition") return (scope) => scope.edition;
  if (means?.is !== "field" && means?.is !== "id") return broken(tree);
  const name = means.is === "field" ? means.field.id : "id";
  const reader = readerOf(means.element, name);
  const { element } = means;
  const read = means.is === "id" ? readId : readCell;
  if (tree[0] === "var") return (scope) => read(scope, reader, scope.self);
  const owner = tree[1] as unknown as readonly [string, string];
  const depth = place.bound.get(owner[1])?.depth;
  if (depth !== undefined) return (scope) => read(scope, reader, scope.bound[depth] as Element);
  return (scope) => read(scope, reader, oneOf(scope.sheet, element));
}
