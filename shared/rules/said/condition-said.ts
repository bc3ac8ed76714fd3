// Says a condition in Chinese, so that a legal officer can read when a rule applies without reading CEL.

import { elementLabel } from "../../dictionary/words.ts";
import { meaningOf } from "../names.ts";
import type { Tree } from "../tree.ts";
import { type Around, fieldIn, isMoment, operandSaid } from "./operand-said.ts";
import { inline, type Said } from "./said.ts";

const ORDER: Readonly<Record<string, string>> = { "<": "小于", "<=": "不超过", ">": "大于", ">=": "不少于" };
const TIMES: Readonly<Record<string, string>> = { "<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于" };
const OPPOSITE: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "&&": "||",
  "||": "&&",
};

/** Texts asked for a part: what it says, and what its negation says. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  contains: ["含", "不含"],
  startsWith: ["开头是", "开头不是"],
  endsWith: ["结尾是", "结尾不是"],
};

export function conditionSaid(tree: Tree, around: Around): Said {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  const operand = (one: Tree): string => operandSaid(one, around);
  switch (op) {
    case "lit":
      return args[0] === (true as unknown) ? "总是" : "从不";
    case "&&":
    case "||":
      return joined(op, parts(tree, op), around);
    case "!":
      return negation(args[0]!, around);
    case "?:":
      return {
        head: `如果${inline(conditionSaid(args[0]!, around))}`,
        of: [conditionSaid(args[1]!, around), `否则${inline(conditionSaid(args[2]!, around))}`],
      };
    case "in":
      return `${operand(args[0]!)}是${args[1]![0] === "list" && args[1]!.length > 2 ? `${operand(args[1]!)}之一` : operand(args[1]!)}`;
    case "==":
    case "!=":
      return equality(op === "==", args[0]!, args[1]!, around);
    case "exists":
    case "all":
      return quantified(op === "exists" ? "有" : "每一", args, around);
    case "call":
      return called(args, around, false);
    default: {
      const words = args.some((arg) => isMoment(arg, around)) ? TIMES : ORDER;
      return words[op] === undefined ? operand(tree) : `${operand(args[0]!)}${words[op]}${operand(args[1]!)}`;
    }
  }
}

/** The parts of a chain of the same operator. */
const parts = (tree: Tree, op: string): readonly Tree[] =>
  tree[0] === op ? (tree.slice(1) as unknown as Tree[]).flatMap((part) => parts(part, op)) : [tree];

function joined(op: "&&" | "||", all: readonly Tree[], around: Around): Said {
  const head = op === "&&" ? "同时符合" : "符合之一";
  return { head, of: all.map((part) => conditionSaid(part, around)) };
}

function equality(same: boolean, a: Tree, b: Tree, around: Around): string {
  const [left, right] = a[0] === "lit" ? [b, a] : [a, b];
  const field = fieldIn(left, around);
  const [x, y] = [operandSaid(left, around), operandSaid(right, around)];
  if (field?.label.startsWith("是否") === true && (right[1] === "是" || right[1] === "否"))
    return `${x}${same ? "为" : "不为"}${y}`;
  if (right[0] === "lit") return `${x}${same ? "是" : "不是"}${y}`;
  return `${x}与${y}${same ? "相同" : "不同"}`;
}

function quantified(word: "有" | "每一" | "没有", args: readonly Tree[], around: Around): Said {
  const [list, name, body] = args as unknown as readonly [Tree, string, Tree];
  const means = list[0] === "var" ? meaningOf(around.each, String(list[1])) : undefined;
  const element = means?.is === "list" ? means.element : undefined;
  const label = element === undefined ? operandSaid(list, around) : `“${elementLabel(element)}”`;
  const inner = {
    ...around,
    bound: new Map([...around.bound, [name, element === undefined ? { list: label } : { element }]]),
  };
  const all = parts(body, "&&").map((part) => conditionSaid(part, inner));
  const head = { 有: `有${label}，它`, 每一: `每一${label}都`, 没有: `没有这样的${label}` }[word];
  return { head, of: all };
}

function called(args: readonly Tree[], around: Around, not: boolean): string {
  const [name, ...values] = args as unknown as readonly [string, ...Tree[]];
  const [x, y] = values.map((value) => operandSaid(value, around));
  const part = PARTS[name];
  if (part !== undefined) return `${x}${part[not ? 1 : 0]}${y}`;
  if (name === "blank") return `${x}${not ? "已填写" : "空白"}`;
  if (name === "weakened") return `${y}${not ? "不比" : "比"}${x}说得轻`;
  return `${not ? "并非" : ""}${operandSaid(["call", ...args] as unknown as Tree, around)}`;
}

function negation(tree: Tree, around: Around): Said {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  if (op === "!") return conditionSaid(args[0]!, around);
  if (op === "&&" || op === "||") {
    const turned = parts(tree, op).map((part): Tree => ["!", part]);
    return joined(OPPOSITE[op] as "&&" | "||", turned, around);
  }
  if (op === "exists") return quantified("没有", args, around);
  if (op === "call") return called(args, around, true);
  if (op === "in") return inline(conditionSaid(tree, around)).replace("是", "不是");
  const opposite = OPPOSITE[op];
  return opposite === undefined
    ? { head: "并非", of: [conditionSaid(tree, around)] }
    : conditionSaid([opposite, ...args], around);
}
