// A naive interpreter of conditions: no closures, no record of reads, every rule of three-valued logic written out.
import { elementOf, fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { FUNCTIONS } from "../../shared/rules/functions.ts";
import type { Tree } from "../../shared/rules/tree.ts";
import { basePlan } from "../../shared/time/holidays.ts";

export interface Where {
  readonly sheet: FactSheet;
  readonly each: ElementId;
  readonly self: Element;
  readonly edition: string;
  /** Names bound by `exists` and `all`: an element with its kind, or a text. */
  readonly bound: Readonly<Record<string, { readonly value: unknown; readonly element?: ElementId }>>;
}

type Field = { readonly element: ElementId; readonly field: string; readonly value: unknown };

const DAY = 86_400_000;

/** Earliest and latest instant of a moment: the ends of its day at +08:00 where only the day is known. */
function ends(moment: unknown): readonly [number, number] {
  if (typeof moment === "number") return [moment, moment];
  const start = Date.parse(`${String(moment)}T00:00:00+08:00`);
  return [start, start + DAY - 1];
}

function cellOf(element: ElementId, holder: Element | undefined, field: string): Field | undefined {
  if (fieldOf(element, field) !== undefined) return { element, field, value: holder?.cells[field] };
  if (field !== "id") return undefined;
  return { element, field, value: holder === undefined ? undefined : (holder.cells["id"] ?? holder.id) };
}

/** The field that a name stands for; undefined for anything that is no field. */
function fieldAt(tree: Tree, at: Where): Field | undefined {
  const [op, first, second] = tree as readonly [string, unknown, string];
  if (op === "var") {
    const name = first as string;
    return name in at.bound ? undefined : cellOf(at.each, at.self, name);
  }
  if (op !== "get") return undefined;
  const owner = (first as Tree)[1] as string;
  const bound = at.bound[owner];
  if (bound?.element !== undefined) return cellOf(bound.element, bound.value as Element, second);
  const kind = elementOf(owner);
  return kind?.cardinality === "one"
    ? cellOf(kind.id, at.sheet[kind.id] as Element | undefined, second)
    : undefined;
}

function isMoment(tree: Tree, at: Where): boolean {
  if (tree[0] === "ts") return true;
  const field = fieldAt(tree, at);
  const is = field && fieldOf(field.element, field.field)?.type.is;
  return is === "instant" || is === "day";
}

/** The list that a name stands for, read or not; undefined where it stands for none. */
function listAt(tree: Tree, at: Where): { element: ElementId; list: ElementList | undefined } | undefined {
  const name = tree[0] === "var" ? String(tree[1]) : "";
  if (name in at.bound || cellOf(at.each, at.self, name) !== undefined) return undefined;
  const kind = elementOf(name);
  return kind?.cardinality === "many"
    ? { element: kind.id, list: at.sheet[kind.id] as ElementList | undefined }
    : undefined;
}

function quantified(tree: Tree, at: Where): unknown {
  const [op, source, name, body] = tree as unknown as readonly [string, Tree, string, Tree];
  const over = listAt(source, at);
  const texts = over === undefined ? naive(source, at) : undefined;
  if (over === undefined && !Array.isArray(texts)) return undefined;
  const items: readonly unknown[] = over === undefined ? (texts as unknown[]) : (over.list?.items ?? []);
  const answers = items.map((value) =>
    naive(body, {
      ...at,
      bound: { ...at.bound, [name]: over === undefined ? { value } : { value, element: over.element } },
    }),
  );
  const witness = op === "exists";
  if (answers.includes(witness)) return witness;
  const whole = over === undefined || over.list?.complete === true;
  return answers.includes(undefined) || !whole ? undefined : !witness;
}

function compared(op: string, left: Tree, right: Tree, at: Where): unknown {
  const [a, b] = [naive(left, at), naive(right, at)];
  if (a === undefined || b === undefined) return undefined;
  if (op === "in") return Array.isArray(b) ? b.includes(a) : undefined;
  if (op === "!=") {
    const same = compared("==", left, right, at);
    return same === undefined ? undefined : !same;
  }
  const moments = isMoment(left, at) || isMoment(right, at);
  if (a === null || b === null) return op === "==" ? a === b : undefined;
  if (!moments) {
    const [x, y] = [a as number, b as number];
    return op === "==" ? x === y : op === "<" ? x < y : op === "<=" ? x <= y : op === ">" ? x > y : x >= y;
  }
  const [[a0, a1], [b0, b1]] = [ends(a), ends(b)];
  if (op === "==") {
    if (typeof a === typeof b) return a === b;
    return a1 < b0 || b1 < a0 ? false : undefined;
  }
  const sooner = (x1: number, y0: number, x0: number, y1: number): boolean | undefined =>
    x1 < y0 ? true : x0 >= y1 ? false : undefined;
  const less = op === "<" || op === ">=" ? sooner(a1, b0, a0, b1) : sooner(b1, a0, b0, a1);
  if (less === undefined) return undefined;
  return op === "<" || op === ">" ? less : !less;
}

function called(name: string, args: readonly Tree[], at: Where): unknown {
  const list = args[0] === undefined ? undefined : listAt(args[0], at);
  if (list !== undefined) return list.list?.complete === true ? list.list.items.length : undefined;
  const values = args.map((arg) => naive(arg, at));
  if (values.includes(undefined)) return undefined;
  if (name !== "blank" && values.includes(null)) return undefined;
  const declared = FUNCTIONS[name]!;
  return declared.of(...values, ...(declared.planned ? [basePlan] : []));
}

/** The value of a condition: true, false, any value, or undefined where it cannot be told. */
export function naive(tree: Tree, at: Where): unknown {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  switch (op) {
    case "lit":
    case "ts":
    case "dur":
      return args[0];
    case "list":
      return args.map((arg) => naive(arg, at));
    case "var":
    case "get": {
      const name = op === "var" ? String(args[0]) : "";
      if (name in at.bound) return at.bound[name]!.value;
      const field = fieldAt(tree, at);
      return field === undefined && name === "edition" ? at.edition : field?.value;
    }
    case "&&":
    case "||": {
      const settles = op === "||";
      const sides = args.map((arg) => naive(arg, at));
      return sides.includes(settles)
        ? settles
        : sides.every((side) => side === !settles)
          ? !settles
          : undefined;
    }
    case "!": {
      const value = naive(args[0]!, at);
      return typeof value === "boolean" ? !value : undefined;
    }
    case "?:": {
      const test = naive(args[0]!, at);
      return test === true ? naive(args[1]!, at) : test === false ? naive(args[2]!, at) : undefined;
    }
    case "exists":
    case "all":
      return quantified(tree, at);
    case "call":
      return called(String(args[0]), args.slice(1), at);
    case "+":
    case "-":
    case "*": {
      const [a, b] =
        args.length === 1 ? [0, naive(args[0]!, at)] : [naive(args[0]!, at), naive(args[1]!, at)];
      if (typeof a !== "number" || typeof b !== "number") return undefined;
      return op === "+" ? a + b : op === "-" ? a - b : a * b;
    }
    default:
      return compared(op, args[0]!, args[1]!, at);
  }
}
