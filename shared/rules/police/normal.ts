// Brings a condition into one form, so that two that say the same are the same text.
import type { Literal, Tree } from "../tree.ts";

const FLIPPED: Readonly<Record<string, string>> = { ">": "<", ">=": "<=" };
const OPPOSITE: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

const text = (tree: unknown): string => JSON.stringify(tree);
const isTree = (item: Literal | Tree): item is Tree => Array.isArray(item);

/** The negation of a tree, pushed inwards as far as it goes; the bodies of `exists` and `all` swap. */
export function negated(tree: Tree): Tree {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  if (op === "!") return args[0]!;
  if (op === "&&" || op === "||") return [op === "&&" ? "||" : "&&", ...args.map(negated)];
  if (op === "exists" || op === "all") {
    return [op === "exists" ? "all" : "exists", args[0]!, args[1]!, negated(args[2]!)];
  }
  const opposite = OPPOSITE[op];
  return opposite === undefined ? ["!", tree] : [opposite, ...args];
}

/** One form for all that mean the same: sorted conjunctions, one direction of `<`, lists in order, bound names by depth. */
export const normalised = (tree: Tree): Tree => form(tree, new Map());

function form(tree: Tree, names: ReadonlyMap<string, string>): Tree {
  const [op, ...args] = tree as readonly [string, ...Tree[]];
  const sub = (one: Tree): Tree => form(one, names);
  switch (op) {
    case "lit":
    case "ts":
    case "dur":
      return tree;
    case "var":
      return ["var", names.get(String(args[0])) ?? String(args[0])];
    case "list":
      return ["list", ...args.map(sub).sort((a, b) => (text(a) < text(b) ? -1 : 1))];
    case "!": {
      const pushed = negated(args[0]!);
      return pushed[0] === "!" ? ["!", sub(args[0]!)] : sub(pushed);
    }
    case "&&":
    case "||": {
      const parts = args.map(sub).flatMap((part) => (part[0] === op ? (part.slice(1) as Tree[]) : [part]));
      const once = [...new Map(parts.map((part) => [text(part), part])).entries()];
      once.sort(([a], [b]) => (a < b ? -1 : 1));
      return once.length === 1 ? once[0]![1] : [op, ...once.map(([, part]) => part)];
    }
    case "==":
    case "!=": {
      const sides = args.map(sub).sort((a, b) => (text(a) < text(b) ? -1 : 1));
      return [op, ...sides];
    }
    case "in": {
      const [one, list] = args.map(sub) as [Tree, Tree];
      return list[0] === "list" && list.length === 2
        ? form(["==", one, list[1] as Tree], names)
        : [op, one, list];
    }
    case ">":
    case ">=":
      return [FLIPPED[op]!, sub(args[1]!), sub(args[0]!)];
    case "exists":
    case "all": {
      const inner = new Map([...names, [String(args[1]), `#${names.size}`]]);
      return [op, sub(args[0]!), `#${names.size}`, form(args[2]!, inner)];
    }
    default:
      return [op, ...tree.slice(1).map((item) => (isTree(item) ? sub(item) : item))];
  }
}
