// Turns the CEL library's syntax tree into ours, letting through only what judging knows.
import type { ASTNode } from "@marcbachmann/cel-js";
import { dictionary, elementOf } from "../dictionary/dictionary.ts";
import type { ElementId, Field } from "../dictionary/field.ts";
import { nearest, nearestField } from "../dictionary/nearest.ts";
import { parseInstant } from "../time/civil.ts";
import type { ConditionPlace } from "./check-condition.ts";
import { FUNCTIONS, METHODS } from "./functions.ts";
import { EDITION, type Meaning, meaningOf, memberOf } from "./names.ts";
import type { Literal, Tree } from "./tree.ts";

/** A text that has to be mended; its message says how. */
export class Mend extends Error {
  override readonly name = "Mend";
}

type Names = ReadonlyMap<string, ElementId | undefined>;

const REFUSED: Readonly<Record<string, string>> = {
  has: "has() 对未读的字段答“没有”，会把未检查说成符合；问空白请写 blank(字段)",
  now: "条件里不能问现在；期限请写成 clock",
  exists_one: "exists_one 遇到未读就出错，请用 exists",
  filter: "filter 会丢掉未读的项，请用 exists 或者 all",
  map: "map 会丢掉未读的项，请用 exists 或者 all",
  matches: "matches 的正则表达式可能很慢，请用 contains、startsWith、endsWith",
};

const BINARY = new Set(["&&", "||", "==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*"]);
const EQUALITY = new Set(["==", "!=", "in"]);

/** Our tree of a parsed condition. Throws `Mend` on whatever judging does not know. */
export function convert(ast: ASTNode, place: ConditionPlace): Tree {
  return walk(ast, new Map(), place);
}

function walk(ast: ASTNode, names: Names, place: ConditionPlace): Tree {
  const sub = (one: ASTNode): Tree => walk(one, names, place);
  if (BINARY.has(ast.op)) {
    const [left, right] = ast.args as [ASTNode, ASTNode];
    if (EQUALITY.has(ast.op)) checkValues(left, right, names, place);
    return [ast.op, sub(left), sub(right)];
  }
  switch (ast.op) {
    case "value":
      return ["lit", literal(ast.args)];
    case "id":
    case ".":
      return named(ast, names, place);
    case "!_":
      return ["!", sub(ast.args)];
    case "-_":
      return ["-", sub(ast.args)];
    case "?:":
      return ["?:", ...ast.args.map(sub)];
    case "list":
      if (ast.args.some((item) => item.op !== "value")) throw new Mend("列表里只能写具体的值");
      return ["list", ...ast.args.map(sub)];
    case "call":
      return call(ast.args[0], ast.args[1], names, place);
    case "rcall":
      return method(ast.args, names, place);
    default:
      throw new Mend(`不能用 ${ast.op}；可用的是比较、in、&&、||、!、exists、all 和登记的函数`);
  }
}

function literal(value: unknown): Literal {
  if (typeof value === "bigint") return Number(value);
  if (value === null) throw new Mend("不能和 null 比较；问空白请写 blank(字段)");
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Mend("这种常量不能用");
}

function call(name: string, args: readonly ASTNode[], names: Names, place: ConditionPlace): Tree {
  if (Object.hasOwn(REFUSED, name)) throw new Mend(REFUSED[name]!);
  if (name === "timestamp" || name === "duration") return constant(name, args[0]);
  if (!Object.hasOwn(FUNCTIONS, name) || (METHODS.has(name) && name !== "size")) {
    const near = nearest(name, Object.keys(FUNCTIONS));
    throw new Mend(`没有函数 ${name}${near === undefined ? "" : `，是不是 ${near}`}`);
  }
  const trees = args.map((arg) => walk(arg, names, place));
  if (name === "blank" && means(args[0], names, place)?.is !== "field") {
    throw new Mend("blank() 里要写一个字段");
  }
  return ["call", name, ...trees];
}

const SPAN: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000 };

function constant(name: "timestamp" | "duration", arg: ASTNode | undefined): Tree {
  const text = arg?.op === "value" ? arg.args : undefined;
  if (name === "timestamp") {
    const at = typeof text === "string" ? parseInstant(text) : undefined;
    if (typeof at === "number") return ["ts", at];
    throw new Mend('timestamp() 里要写带时区的时间，如 "2026-01-01T00:00:00+08:00"');
  }
  const span = typeof text === "string" ? /^(\d+)([hms])$/.exec(text) : null;
  if (span === null) throw new Mend('duration() 里要写一个时长，如 "24h"、"30m"');
  return ["dur", Number(span[1]) * SPAN[span[2]!]!];
}

function method(
  [name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
  names: Names,
  place: ConditionPlace,
): Tree {
  if (Object.hasOwn(REFUSED, name)) throw new Mend(REFUSED[name]!);
  if (name === "exists" || name === "all") return quantifier(name, receiver, args, names, place);
  if (!METHODS.has(name)) throw new Mend(`不能用 .${name}()`);
  return ["call", name, ...[receiver, ...args].map((arg) => walk(arg, names, place))];
}

function quantifier(
  op: "exists" | "all",
  list: ASTNode,
  [name, body]: readonly ASTNode[],
  names: Names,
  place: ConditionPlace,
): Tree {
  if (name?.op !== "id" || body === undefined) throw new Mend(`${op} 要写成 列表.${op}(x, 条件)`);
  const over = means(list, names, place);
  const isNames =
    over?.is === "field" && (over.field.type.is === "officers" || over.field.type.is === "list");
  // A misspelt name or a refused call in front says more than that it is no list.
  const source: Tree = over?.is === "list" ? ["var", over.element] : walk(list, names, place);
  if (over?.is !== "list" && !isNames) throw new Mend(`${op} 前面要是一个列表`);
  if (names.has(name.args) || meaningOf(place.each, name.args) !== undefined) {
    throw new Mend(`变量名 ${name.args} 已有别的含义，请换一个`);
  }
  const element = over.is === "list" ? over.element : undefined;
  const inner = walk(body, new Map([...names, [name.args, element]]), place);
  return [op, source, name.args, inner];
}

/** What a name or a dotted name means; undefined for anything else and for bound variables. */
function means(ast: ASTNode | undefined, names: Names, place: ConditionPlace): Meaning | undefined {
  if (ast?.op === "id") return names.has(ast.args) ? undefined : meaningOf(place.each, ast.args);
  if (ast?.op !== ".") return undefined;
  const [owner, member] = ast.args;
  const element = owner.op === "id" ? ownerOf(owner.args, names, place) : undefined;
  return element === undefined ? undefined : memberOf(element, member);
}

/** The element whose fields stand behind `name.`; undefined when it has none. */
function ownerOf(name: string, names: Names, place: ConditionPlace): ElementId | undefined {
  if (names.has(name)) return names.get(name);
  const meaning = meaningOf(place.each, name);
  return meaning?.is === "one" ? meaning.element : undefined;
}

function named(ast: ASTNode, names: Names, place: ConditionPlace): Tree {
  if (ast.op === "id") {
    if (names.has(ast.args)) {
      if (names.get(ast.args) === undefined) return ["var", ast.args];
      throw new Mend(`${ast.args} 是一条记录，请写它的字段，如 ${ast.args}.kind`);
    }
    const meaning = meaningOf(place.each, ast.args);
    if (meaning?.is === "list") return ["var", ast.args];
    if (meaning?.is === "one") throw new Mend(`请写 ${ast.args} 的字段，如 ${ast.args}.number`);
    if (meaning !== undefined) return ["var", ast.args];
    if (Object.hasOwn(REFUSED, ast.args)) throw new Mend(REFUSED[ast.args]!);
    throw new Mend(unknownName(ast.args, place.each));
  }
  const [owner, member] = ast.args as [ASTNode, string];
  if (owner.op !== "id") throw new Mend(`看不懂 .${member} 前面的部分`);
  const element = ownerOf(owner.args, names, place);
  if (element === undefined) {
    const list = names.has(owner.args) ? undefined : meaningOf(place.each, owner.args);
    if (list?.is === "list")
      throw new Mend(`${owner.args} 是列表，请写 ${owner.args}.exists(x, x.${member} …)`);
    throw new Mend(unknownName(owner.args, place.each));
  }
  if (memberOf(element, member) === undefined) {
    const near = nearestField(element, member);
    throw new Mend(
      `${elementOf(element)?.label ?? element}没有字段 ${member}${near === undefined ? "" : `，是不是 ${near}`}`,
    );
  }
  return ["get", ["var", owner.args], member];
}

function unknownName(name: string, each: ElementId): string {
  const elements = dictionary.map((kind) => kind.id);
  const near = nearestField(each, name) ?? nearest(name, elements);
  return `${elementOf(each)?.label ?? each}没有字段 ${name}${near === undefined ? "" : `，是不是 ${near}`}`;
}

/** A literal beside a choice must be one of its values: a misspelt one would never be true. */
function checkValues(left: ASTNode, right: ASTNode, names: Names, place: ConditionPlace): void {
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const meaning = means(side, names, place);
    const values = meaning && valuesOf(meaning, place);
    if (values === undefined) continue;
    const items = other.op === "list" ? other.args : [other];
    for (const item of items) {
      if (item.op !== "value" || typeof item.args !== "string" || values.includes(item.args)) continue;
      const near = nearest(item.args, values);
      const label = meaning?.is === "field" ? meaning.field.label : EDITION;
      throw new Mend(
        `“${label}”没有“${item.args}”这个值${near === undefined ? "" : `，是不是“${near}”`}；可用：${values.join("、")}`,
      );
    }
  }
}

function valuesOf(meaning: Meaning, place: ConditionPlace): readonly string[] | undefined {
  if (meaning.is === "edition") return place.editions;
  const field: Field | undefined = meaning.is === "field" ? meaning.field : undefined;
  return field?.type.is === "choice" ? field.type.values : undefined;
}
