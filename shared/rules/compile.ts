// Compiles a checked tree into closures that answer true, false or unknown, noting every field they read.
import { elementOf, fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import type { Element } from "../facts/sheet.ts";
import { type Column, columnOf } from "./column.ts";
import { compileCall, compileComparison, undecided } from "./compile-values.ts";
import { type Meaning, meaningOf, memberOf } from "./names.ts";
import { oneCopy } from "./one-copy.ts";
import { listOf, NOTHING, oneOf, type Reader, readCell, readId, type Scope } from "./scope.ts";
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

/**
 * `exists` and `all` over a list of elements or of names. A witness settles the answer whatever else is unread; without one
 * an unread item, and a list of which only a part was read, leave it open.
 */
function quantifier(op: "exists" | "all", tree: Tree, place: Place): Node {
  const [, list, name, body] = tree as unknown as readonly [string, Tree, string, Tree];
  const means = meaning(list, place);
  const depth = place.bound.size;
  const element = means?.is === "list" ? means.element : undefined;
  const inner = node(body, {
    each: place.each,
    bound: new Map([...place.bound, [name, element === undefined ? { depth } : { depth, element }]]),
  });
  const witness = op === "exists";
  const passes = element === undefined ? undefined : passer(op, body, name, element);
  const wanted = passes?.wanted;
  const over = (
    scope: Scope,
    items: readonly unknown[],
    complete: boolean,
    reader?: Reader,
    column?: Column,
  ): unknown => {
    const mark = scope.missing.size;
    const cells = column?.cells;
    const passed = column?.strange === false ? passes?.calm : passes?.reader;
    let open = false;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (cells !== undefined && passed !== undefined) {
        const value = cells[i];
        if (value !== undefined && value !== wanted) {
          scope.reads.add(passed, item as Element);
          continue;
        }
      }
      scope.bound[depth] = item;
      const answer = inner(scope);
      if (answer === witness) {
        scope.missing.cut(mark);
        return witness;
      }
      if (answer === undefined) open = true;
    }
    if (!complete && reader !== undefined) scope.missing.add(reader, NOTHING);
    return open || !complete ? undefined : !witness;
  };
  if (element === undefined) {
    const names = node(list, place);
    const blank = undecided(["in", list], place);
    return (scope) => {
      const items = names(scope);
      if (items === undefined) return undefined;
      return Array.isArray(items) ? over(scope, items, true) : blank(scope);
    };
  }
  const reader = readerOf(element, "");
  return (scope) => {
    const read = listOf(scope.sheet, element);
    if (read !== undefined) {
      const column = passes && columnOf(read, passes.reader.field);
      return over(scope, read.items, read.complete, reader, column);
    }
    scope.missing.add(reader, NOTHING);
    return undefined;
  };
}

interface Passer {
  readonly reader: Reader;
  /** The same for a list of which no value is a date of another age. */
  readonly calm: Reader;
  readonly wanted: unknown;
}

/**
 * The `x.kind == "a"` with which most bodies of `exists` begin, or the `x.kind != "a"` of `all`: an element of another value
 * is no witness, whatever else the body asks. Undefined for any other body.
 */
function passer(op: "exists" | "all", body: Tree, name: string, element: ElementId): Passer | undefined {
  let first = body;
  while (first[0] === (op === "exists" ? "&&" : "||")) first = first[1] as Tree;
  const [compare, side, literal] = first as readonly [string, Tree, Tree];
  if (compare !== (op === "exists" ? "==" : "!=") || literal[0] !== "lit" || side[0] !== "get")
    return undefined;
  const [, owner, field] = side as unknown as readonly [string, Tree, string];
  const means = owner[1] === name ? memberOf(element, field) : undefined;
  if (means?.is !== "field" || means.field.type.is === "instant" || means.field.type.is === "day")
    return undefined;
  const reader = readerOf(element, field);
  return { reader, calm: { ...reader, dated: false }, wanted: oneCopy(literal[1]) };
}
