// Compiles comparisons, membership, arithmetic and calls: everything in a condition that works on values.
import type { Moment } from "../facts/sheet.ts";
import { meaning, type Node, node, type Place, readerOf } from "./compile.ts";
import { FUNCTIONS } from "./functions.ts";
import { before, same } from "./moment.ts";
import { oneCopy } from "./one-copy.ts";
import { listOf, NOTHING, type Reader, type Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

type Compare = (a: unknown, b: unknown) => boolean | undefined;

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

const EQUALS: Compare = (a, b) => a === b;

/** Orders of plain numbers and texts. A blank one has no order. */
const PLAIN: Readonly<Record<string, Compare>> = {
  "==": EQUALS,
  "!=": (a, b) => a !== b,
  "<": (a, b) => (a === null || b === null ? undefined : (a as number) < (b as number)),
  "<=": (a, b) => (a === null || b === null ? undefined : (a as number) <= (b as number)),
  ">": (a, b) => (a === null || b === null ? undefined : (a as number) > (b as number)),
  ">=": (a, b) => (a === null || b === null ? undefined : (a as number) >= (b as number)),
};

const moments =
  (compare: (a: Moment, b: Moment) => boolean | undefined): Compare =>
  (a, b) =>
    a === null || b === null ? undefined : compare(a as Moment, b as Moment);

/** The same for moments, of which one may be known only to the day. */
const MOMENTS: Readonly<Record<string, Compare>> = {
  "==": (a, b) => (a === null || b === null ? a === b : same(a as Moment, b as Moment)),
  "!=": (a, b) => (a === null || b === null ? a !== b : not(same(a as Moment, b as Moment))),
  "<": moments((a, b) => before(a, b)),
  ">=": moments((a, b) => not(before(a, b))),
  ">": moments((a, b) => before(b, a)),
  "<=": moments((a, b) => not(before(b, a))),
};

/** Whether a node's value is a moment: a field of that type, or an instant literal. */
function isMoment(tree: Tree, place: Place): boolean {
  if (tree[0] === "ts") return true;
  const means = meaning(tree, place);
  return means?.is === "field" && (means.field.type.is === "instant" || means.field.type.is === "day");
}

/** Notes both sides as missing where values were read but do not decide: a blank one, or a day without its hour. */
export function undecided(tree: Tree, place: Place): (scope: Scope) => undefined {
  let sides: readonly Side[] | undefined;
  return (scope) => {
    // Few comparisons are ever undecided, and to compile their sides twice would double at every depth.
    sides ??= sidesOf(tree, place);
    for (const { side, is } of sides) {
      const value = side(scope);
      const day = typeof value === "string" && (is === "instant" || is === "day");
      if (value === null || day) scope.missing.addAll(scope.reads.from(scope.reads.size - 1));
    }
    return undefined;
  };
}

interface Side {
  readonly side: Node;
  readonly is: string;
}

const sidesOf = (tree: Tree, place: Place): readonly Side[] =>
  (tree.slice(1) as Tree[]).flatMap((side) => {
    const means = meaning(side, place);
    return means?.is === "field" ? [{ side: node(side, place), is: means.field.type.is }] : [];
  });

/** Comparisons, `in` and arithmetic; undefined for any other node. */
export function compileComparison(tree: Tree, place: Place): Node | undefined {
  const [op, left, right] = tree as readonly [string, Tree, Tree];
  if (op === "+" || op === "-" || op === "*") return arithmetic(tree, place);
  const compare = isMoment(left, place) || isMoment(right, place) ? MOMENTS[op] : PLAIN[op];
  if (op !== "in" && compare === undefined) return undefined;
  const [a, b] = [node(left, place), node(right, place)];
  const open = undecided(tree, place);
  if (op === "in") {
    return (scope) => {
      const [value, list] = [a(scope), b(scope)];
      if (value === undefined || list === undefined) return undefined;
      return Array.isArray(list) ? list.includes(value) : open(scope);
    };
  }
  if (compare === EQUALS && right[0] === "lit") {
    // By far the most frequent condition: a field beside one of its values.
    const literal: unknown = oneCopy(right[1]);
    const own = left[0] === "var" ? meaning(left, place) : undefined;
    if (own?.is === "field") return ownEquals(readerOf(own.element, own.field.id), literal);
    return (scope) => {
      const x = a(scope);
      return x === undefined ? undefined : x === literal;
    };
  }
  return (scope) => {
    const x = a(scope);
    const y = b(scope);
    if (x === undefined || y === undefined) return undefined;
    return compare!(x, y) ?? open(scope);
  };
}

/** A field of the judged element beside one of its values, spelled out: it is asked of most rules and elements. */
const ownEquals =
  (reader: Reader, literal: unknown): Node =>
  (scope) => {
    const { self } = scope;
    scope.reads.add(reader, self);
    const value = self.cells[reader.field];
    if (value !== undefined) return value === literal;
    scope.missing.add(reader, self);
    return undefined;
  };

function arithmetic(tree: Tree, place: Place): Node {
  const [op, ...sides] = tree as readonly [string, ...Tree[]];
  const [a, b] = [node(sides[0]!, place), sides[1] === undefined ? undefined : node(sides[1], place)];
  const open = undecided(tree, place);
  return (scope) => {
    const x = b === undefined ? 0 : a(scope);
    const y = b === undefined ? a(scope) : b(scope);
    if (x === undefined || y === undefined) return undefined;
    if (typeof x !== "number" || typeof y !== "number") return open(scope);
    return op === "+" ? x + y : op === "-" ? x - y : x * y;
  };
}

/** A call of one of our functions; a blank value leaves all but `blank` open, naming the field. */
export function compileCall(tree: Tree, place: Place): Node {
  const [, name, ...args] = tree as unknown as readonly [string, string, ...Tree[]];
  const declared = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (declared === undefined) throw new Error(`A pack's tree calls ${name}, which no function answers`);
  const over = args[0] === undefined ? undefined : meaning(args[0], place);
  if (over?.is === "list") return sizeOf(over.element);
  const values = args.map((arg) => node(arg, place));
  const open = undecided(["call", ...args] as unknown as Tree, place);
  const { of, blank, planned } = declared;
  const [only] = values;
  if (only !== undefined && values.length === 1 && planned === undefined) {
    // `blank(x)` and `size(x)` stand in most rules, and a list of arguments costs more than the answer.
    return (scope) => {
      const one = only(scope);
      if (one === undefined) return undefined;
      return one === null && blank === undefined ? open(scope) : (of(one) ?? open(scope));
    };
  }
  return (scope) => {
    const known: unknown[] = [];
    for (const value of values) {
      const one = value(scope);
      known.push(one);
    }
    if (known.includes(undefined)) return undefined;
    if (blank === undefined && known.includes(null)) return open(scope);
    if (planned) known.push(scope.plan);
    return of(...known) ?? open(scope);
  };
}

/** The length of a list of elements, known only when it was read whole. */
function sizeOf(element: Parameters<typeof readerOf>[0]): Node {
  const reader = readerOf(element, "");
  return (scope) => {
    const list = listOf(scope.sheet, element);
    if (list?.complete) return list.items.length;
    scope.missing.add(reader, NOTHING);
    return undefined;
  };
}
