// Says one operand of a condition in Chinese: a field by its label, a literal, a count, a length of time.

import type { ElementId, Field } from "../../dictionary/field.ts";
import { elementLabel, fieldLabel } from "../../dictionary/words.ts";
import { dayOf, endOfDay } from "../../time/civil.ts";
import { dayText, fullInstantText } from "../../time/format.ts";
import { type Meaning, meaningOf, memberOf } from "../names.ts";
import type { Tree } from "../tree.ts";

export interface Around {
  readonly each: ElementId;
  /** Bound variables with the element they run over, or for a name in a list of names what the list is called. */
  readonly bound: ReadonlyMap<string, { readonly element: ElementId } | { readonly list: string }>;
}

/** What a field tree means, and how its owner is called beside it: 其 for a bound element, 本条 for the rule's own. */
function fieldOf(tree: Tree, { each, bound }: Around): { meaning: Meaning; of: string } | undefined {
  const [op, first, second] = tree as readonly [string, string | Tree, string];
  if (op === "var") {
    const meaning = bound.has(String(first)) ? undefined : meaningOf(each, String(first));
    const beside = [...bound.values()].some((over) => "element" in over);
    return meaning && { meaning, of: beside && meaning.is !== "list" ? "本条" : "" };
  }
  if (op !== "get" || !Array.isArray(first)) return undefined;
  const owner = String(first[1]);
  const over = bound.get(owner);
  if (over !== undefined) {
    const meaning = "element" in over ? memberOf(over.element, second) : undefined;
    return meaning && { meaning, of: "其" };
  }
  const one = meaningOf(each, owner);
  const meaning = one?.is === "one" ? memberOf(one.element, second) : undefined;
  return meaning && one?.is === "one" ? { meaning, of: elementLabel(one.element) } : undefined;
}

/** The dictionary's field behind an operand; undefined for anything else. */
export function fieldIn(tree: Tree, around: Around): Field | undefined {
  const found = fieldOf(tree, around)?.meaning;
  return found?.is === "field" ? found.field : undefined;
}

export const isMoment = (tree: Tree, around: Around): boolean => {
  const is = fieldIn(tree, around)?.type.is;
  return is === "instant" || is === "day" || tree[0] === "ts";
};

/** Functions of the product by what they answer. */
const CALLS: Readonly<Record<string, (...args: readonly string[]) => string>> = {
  police: (list) => `${list}中的民警人数`,
  size: (list) => `${list}的个数`,
  hoursBetween: (a, b) => `自${a}至${b}的小时数`,
  daysPassed: (a, b) => `${a}与${b}之间相隔的整日数`,
  workdaysPassed: (a, b) => `${a}与${b}之间相隔的工作日数`,
  changed: (a, b) => `${b}比${a}改动的词`,
};

const SIGNS: Readonly<Record<string, string>> = { "+": "加", "-": "减", "*": "乘" };

/** `“执行时间”`, `案件“受案时间”`, `“侦查人员”中的民警人数`, `24`. */
export function operandSaid(tree: Tree, around: Around): string {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  const sub = (one: Tree): string => operandSaid(one, around);
  if (op === "lit") return literal(args[0] as unknown);
  if (op === "ts") return momentSaid(args[0] as unknown as number);
  if (op === "dur") return `${Number(args[0]) / 3_600_000} 小时`;
  if (op === "list") return args.map(sub).join("、");
  if (op === "call") return CALLS[String(args[0])]?.(...args.slice(1).map(sub)) ?? String(args[0]);
  if (SIGNS[op] !== undefined) {
    return args.length === 1 ? `负${sub(args[0]!)}` : `${sub(args[0]!)}${SIGNS[op]}${sub(args[1]!)}`;
  }
  const over = op === "var" ? around.bound.get(String(args[0])) : undefined;
  if (over !== undefined && "list" in over) return `该${over.list}`;
  const found = fieldOf(tree, around);
  if (found === undefined) return "该项";
  const { meaning, of } = found;
  if (meaning.is === "edition") return "适用的法律版本";
  if (meaning.is === "id") return `${of}编号`;
  if (meaning.is === "field") return `${of}“${fieldLabel(meaning.element, meaning.field.id)}”`;
  return `“${elementLabel(meaning.element)}”`;
}

const literal = (value: unknown): string => (typeof value === "string" ? `“${value}”` : ` ${String(value)}`);

const momentSaid = (ms: number): string =>
  ms === endOfDay(dayOf(ms)) ? dayText(dayOf(ms)) : fullInstantText(ms);
