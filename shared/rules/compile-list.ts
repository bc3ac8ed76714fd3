// Compiles `exists` and `all`: a list is looked through for a witness, and every element passed is noted.
import type { ElementId } from "../dictionary/field.ts";
import type { Element } from "../facts/sheet.ts";
import { type Column, columnOf } from "./column.ts";
import { meaning, type Node, node, type Place, readerOf } from "./compile.ts";
import { undecided } from "./compile-values.ts";
import { memberOf } from "./names.ts";
import { oneCopy } from "./one-copy.ts";
import { listOf, NOTHING, type Reader, type Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/**
 * `exists` and `all` over a list of elements or of names. A witness settles the answer whatever else is unread; without one
 * an unread item, and a list of which only a part was read, leave it open.
 */
export function quantifier(op: "exists" | "all", tree: Tree, place: Place): Node {
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
