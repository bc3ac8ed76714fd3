// Whether a condition can be true at all, by the values that the dictionary's choices can have.
import type { ElementId } from "../../dictionary/field.ts";
import { meaningOf, memberOf } from "../names.ts";
import type { Tree } from "../tree.ts";

type Value = string | number | null;
/** What a variable may be: a choice's value, a number between the literals it is compared with, or true and false. */
type Domain = readonly (Value | boolean)[];
type Assigned = ReadonlyMap<string, Value | boolean>;

/** Steps after which a condition is taken for satisfiable: nobody writes one that needs more. */
const MOST_STEPS = 60_000;

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const key = (tree: Tree): string => JSON.stringify(tree);

export interface Place {
  readonly each: ElementId;
  /** Bound variables with the element they run over. */
  readonly bound: ReadonlyMap<string, ElementId | undefined>;
  /** Editions that the rule cites. */
  readonly editions: readonly string[];
}

/**
 * False only where no values at all make it true. Choice fields, numbers beside literals and `blank` are reasoned about;
 * every other part may be true or false, the same part alike wherever it stands.
 */
export function canBeTrue(tree: Tree, place: Place): boolean {
  const variables = new Map<string, Set<Value | boolean>>();
  collect(tree, place, variables);
  const names = [...variables.keys()];
  let steps = 0;
  const search = (i: number, assigned: Assigned): boolean => {
    if (++steps > MOST_STEPS) return true;
    const now = evaluate(tree, assigned);
    if (now !== undefined || i === names.length) return now !== false;
    const name = names[i]!;
    return ([...variables.get(name)!] as Domain).some((value) =>
      search(i + 1, new Map([...assigned, [name, value]])),
    );
  };
  return search(0, new Map());
}

/** Bodies of `exists` inside a tree that no element can fulfil, as their own trees. */
export function deadBodies(tree: Tree, place: Place): readonly Tree[] {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  const trees = tree.slice(1).filter((item): item is Tree => Array.isArray(item));
  if (op !== "exists" && op !== "all") return trees.flatMap((item) => deadBodies(item, place));
  const list = args[0]![0] === "var" ? meaningOf(place.each, String(args[0]![1])) : undefined;
  const bound = new Map([...place.bound, [String(args[1]), list?.is === "list" ? list.element : undefined]]);
  const inner = { ...place, bound };
  const body = args[2]!;
  const dead = op === "exists" && !canBeTrue(body, inner) ? [body] : [];
  return [...dead, ...deadBodies(body, inner)];
}

function valuesOf(tree: Tree, { each, bound, editions }: Place): readonly Value[] | "number" | undefined {
  const [op, first, second] = tree as readonly [string, string | Tree, string];
  let means: ReturnType<typeof meaningOf>;
  if (op === "var" && !bound.has(String(first))) means = meaningOf(each, String(first));
  if (op === "get" && Array.isArray(first)) {
    const owner = String(first[1]);
    const one = meaningOf(each, owner);
    const element = bound.has(owner) ? bound.get(owner) : one?.is === "one" ? one.element : undefined;
    means = element === undefined ? undefined : memberOf(element, second);
  }
  if (means?.is === "edition") return editions.length === 0 ? undefined : editions;
  if (means?.is !== "field") return undefined;
  const { type } = means.field;
  if (type.is === "choice") return [...type.values, null];
  return type.is === "number" ? "number" : undefined;
}

const literalOf = (tree: Tree): Value | undefined => (tree[0] === "lit" ? (tree[1] as Value) : undefined);

/** Notes every variable of a tree with the values to try. */
function collect(tree: Tree, place: Place, into: Map<string, Set<Value | boolean>>): void {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  const add = (name: string, values: Domain): void => {
    into.set(name, new Set([...(into.get(name) ?? []), ...values]));
  };
  if (op === "&&" || op === "||" || op === "!" || op === "?:") {
    for (const arg of args) collect(arg, place, into);
    return;
  }
  const compares = op in COMPARE || op === "==" || op === "!=";
  const blank = op === "call" && String(args[0]) === "blank";
  const sides = blank ? [args[1]!] : compares || op === "in" ? args : [];
  const numbers = sides.filter((side) => valuesOf(side, place) === "number");
  // Of two numbers that were both read nothing is known but that the comparison may go either way.
  const open = compares && numbers.length > 0 && sides.every((side) => literalOf(side) === undefined);
  for (const [i, side] of sides.entries()) {
    const values = valuesOf(side, place);
    const literal = sides.length > 1 ? literalOf(sides[1 - i]!) : undefined;
    if (values === "number") add(key(side), [null, 0, ...around(literal)]);
    else if (values !== undefined && !(op in COMPARE)) add(key(side), values);
  }
  const first = new Map([...into].map(([name, values]) => [name, [...values][0]!]));
  if (open || evaluate(tree, first) === undefined) add(key(positive(tree)), [true, false]);
}

const around = (literal: Value | undefined): readonly number[] =>
  typeof literal === "number" ? [literal - 0.5, literal, literal + 0.5] : [];

/** `a != b` is the same part as `a == b`, turned round. */
const positive = (tree: Tree): Tree => (tree[0] === "!=" ? ["==", ...tree.slice(1)] : tree);

/** True, false, or undefined where it hangs on what is not assigned. */
function evaluate(tree: Tree, assigned: Assigned): boolean | undefined {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  const sub = (one: Tree): boolean | undefined => evaluate(one, assigned);
  switch (op) {
    case "lit":
      return typeof args[0] === "boolean" ? args[0] : undefined;
    case "&&": {
      const all = args.map(sub);
      return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
    }
    case "||": {
      const all = args.map(sub);
      return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
    }
    case "!": {
      const one = sub(args[0]!);
      return one === undefined ? undefined : !one;
    }
    case "?:": {
      const test = sub(args[0]!);
      return test === undefined ? undefined : sub(test ? args[1]! : args[2]!);
    }
    default: {
      const free = assigned.get(key(positive(tree)));
      if (typeof free === "boolean") return op === "!=" ? !free : free;
      return atom(op, args, assigned);
    }
  }
}

function atom(op: string, args: readonly Tree[], assigned: Assigned): boolean | undefined {
  const value = (tree: Tree): Value | undefined =>
    tree[0] === "lit" ? literalOf(tree) : (assigned.get(key(tree)) as Value | undefined);
  if (op === "call" && String(args[0]) === "blank") {
    const one = value(args[1]!);
    return one === undefined ? undefined : one === null;
  }
  const [a, b] = args;
  if (a === undefined || b === undefined) return undefined;
  const left = value(a);
  if (left === undefined) return undefined;
  if (op === "in") {
    return b[0] === "list" ? (b.slice(1) as Tree[]).some((item) => literalOf(item) === left) : undefined;
  }
  const right = value(b);
  if (right === undefined) return undefined;
  if (op === "==") return left === right;
  if (op === "!=") return left !== right;
  const compare = COMPARE[op];
  if (compare === undefined) return undefined;
  // A blank number has no order: whatever is asked of it does not come true.
  return typeof left === "number" && typeof right === "number" ? compare(left, right) : false;
}
