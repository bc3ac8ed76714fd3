// Which rules have to be judged again when a field or a list changes.
import type { ElementId } from "../dictionary/field.ts";
import { fieldsRead } from "./fields-read.ts";
import { meaningOf } from "./names.ts";
import type { Prepared, PreparedRule } from "./prepare.ts";
import type { Reader } from "./scope.ts";
import type { Tree } from "./tree.ts";
import { treesOf } from "./trees.ts";

export interface RuleReads {
  /** Rules by `measures.startedAt` that read it of the judged element alone. */
  readonly own: ReadonlyMap<string, readonly number[]>;
  /** Rules by `case.category` or `documents.kind` that read it of other elements, whichever is judged. */
  readonly other: ReadonlyMap<string, readonly number[]>;
  /** Rules by the list whose rows they go through. */
  readonly lists: ReadonlyMap<ElementId, readonly number[]>;
  /** Rules by what they are judged on. */
  readonly each: ReadonlyMap<ElementId, readonly number[]>;
}

const known = new WeakMap<Prepared, RuleReads>();

/** The table of a pack, made when first asked for. Rules go by their place in the pack. */
export function readsOf(prepared: Prepared): RuleReads {
  let reads = known.get(prepared);
  if (reads === undefined) {
    reads = build(prepared.rules);
    known.set(prepared, reads);
  }
  return reads;
}

function build(rules: readonly PreparedRule[]): RuleReads {
  const own = new Map<string, number[]>();
  const other = new Map<string, number[]>();
  const lists = new Map<ElementId, number[]>();
  const each = new Map<ElementId, number[]>();
  for (const [place, rule] of rules.entries()) {
    const through = listsOf(rule);
    put(each, rule.each, place);
    for (const list of through) put(lists, list, place);
    for (const field of namesOf(rule)) {
      const element = field.slice(0, field.indexOf("."));
      // A rule that goes through its own list reads the other rows as well.
      put(element === rule.each && !through.has(rule.each) ? own : other, field, place);
    }
  }
  return { own, other, lists, each };
}

function put<K>(map: Map<K, number[]>, key: K, place: number): void {
  const places = map.get(key);
  if (places === undefined) map.set(key, [place]);
  else if (places.at(-1) !== place) places.push(place);
}

/** Fields that the rule's answer or its words rest on. */
function namesOf(rule: PreparedRule): ReadonlySet<string> {
  const named = fieldsRead(rule.rule).map(({ element, field }) => `${element}.${field}`);
  const said = (rule.why ?? []).flatMap((part) =>
    typeof part === "object" && "reader" in part ? [nameOf(part.reader)] : [],
  );
  return new Set([...named, ...said, ...(rule.act === undefined ? [] : [nameOf(rule.act)])]);
}

const nameOf = ({ element, field }: Reader): string => `${element}.${field}`;

/** Lists that the rule goes through or of which it counts the rows. */
function listsOf({ rule }: PreparedRule): ReadonlySet<ElementId> {
  const lists = new Set<ElementId>();
  const walk = (tree: Tree, on: ElementId): void => {
    const means = tree[0] === "var" ? meaningOf(on, String(tree[1])) : undefined;
    if (means?.is === "list") lists.add(means.element);
    for (const item of tree.slice(1)) if (Array.isArray(item)) walk(item as unknown as Tree, on);
  };
  for (const { tree, on } of treesOf(rule)) walk(tree, on);
  if (rule.pair !== undefined) lists.add(rule.pair.with);
  for (const { in: list } of rule.stop ?? []) if (list !== undefined) lists.add(list);
  return lists;
}
