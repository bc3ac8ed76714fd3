// Every field a rule can read, from its trees and the fields it names: for privacy, page kinds and the dictionary's census.
import type { ElementId } from "../dictionary/field.ts";
import { fieldAt, meaningOf, memberOf } from "./names.ts";
import type { PackedRule } from "./pack.ts";
import type { Tree } from "./tree.ts";

export interface FieldName {
  readonly element: ElementId;
  readonly field: string;
}

/** Without doubles, in the order in which they stand in the rule. Element ids are no fields. */
export function fieldsRead(rule: PackedRule): readonly FieldName[] {
  const each = rule.each ?? "case";
  const found = new Map<string, FieldName>();
  const add = (element: ElementId, field: string) => found.set(`${element}.${field}`, { element, field });
  if (rule.kinds !== undefined || rule.basis.some(({ kinds }) => kinds !== undefined))
    add("case", "category");
  const named = [
    rule.act === "continuing" ? undefined : rule.act,
    rule.clock?.from,
    rule.clock?.until,
    ...(rule.restart ?? []).map(({ from }) => from),
    ...Object.values(rule.pair?.same ?? {}),
  ];
  const addAll = (on: ElementId, paths: readonly (string | undefined)[]): void => {
    for (const path of paths) {
      const at = path === undefined ? undefined : fieldAt(on, path);
      if (at !== undefined) add(at.element, at.field.id);
    }
  };
  addAll(each, named);
  const trees = [
    rule.when,
    rule.require,
    ...(rule.unless ?? []).map(({ when }) => when),
    ...(rule.extend ?? []).map(({ when }) => when),
    ...(rule.restart ?? []).map(({ when }) => when),
  ];
  for (const tree of trees) if (tree !== undefined) walk(tree, each, new Map(), add);
  if (rule.pair !== undefined) {
    const { with: on, where, same, at, or, shown, over } = rule.pair;
    addAll(on, [...Object.keys(same ?? {}), at, ...Object.keys(or ?? {}), over?.from, over?.until]);
    addAll(each, [...Object.values(or ?? {}), shown, over?.ourFrom, over?.ourUntil]);
    if (where !== undefined) walk(where, on, new Map(), add);
  }
  for (const act of [...(rule.clash?.acts ?? []), rule.clash?.within]) {
    if (act === undefined) continue;
    addAll(act.in, [...act.who, ...(act.alike ?? []), act.from, act.until]);
    if (act.where !== undefined) walk(act.where, act.in, new Map(), add);
  }
  for (const { in: list, from, until, hours, same, where } of rule.stop ?? []) {
    addAll(list ?? each, [from, until, hours, ...Object.keys(same ?? {})]);
    addAll(each, Object.values(same ?? {}));
    if (where !== undefined) walk(where, list ?? each, new Map(), add);
  }
  return [...found.values()];
}

type Bound = ReadonlyMap<string, ElementId | undefined>;

function walk(
  tree: Tree,
  each: ElementId,
  bound: Bound,
  add: (element: ElementId, field: string) => void,
): void {
  const [op, first, second, third] = tree;
  if (op === "var" && typeof first === "string" && !bound.has(first)) {
    const means = meaningOf(each, first);
    if (means?.is === "field") add(means.element, means.field.id);
    return;
  }
  if (op === "get" && Array.isArray(first) && typeof second === "string") {
    const owner = String(first[1]);
    const one = bound.has(owner) ? undefined : meaningOf(each, owner);
    const element = bound.get(owner) ?? (one?.is === "one" ? one.element : undefined);
    const means = element === undefined ? undefined : memberOf(element, second);
    if (means?.is === "field") add(means.element, means.field.id);
    return;
  }
  if ((op === "exists" || op === "all") && Array.isArray(first) && typeof second === "string") {
    walk(first as unknown as Tree, each, bound, add);
    const list = bound.has(String(first[1])) ? undefined : meaningOf(each, String(first[1]));
    const element = first[0] === "var" && list?.is === "list" ? list.element : undefined;
    walk(third as Tree, each, new Map([...bound, [second, element]]), add);
    return;
  }
  for (const item of tree.slice(1)) if (Array.isArray(item)) walk(item as unknown as Tree, each, bound, add);
}
