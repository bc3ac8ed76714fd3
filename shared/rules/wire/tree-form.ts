// Conditions as a pack writes them: the tree in short tuples, from which the same tree is made again.
import type { Literal, Tree } from "../tree.ts";

/**
 * One node: a name stands for the variable (`kind`), a dotted one for a member (`case.cause`), a text behind an apostrophe for
 * itself (`'取保候审`), numbers and truths for themselves; chains of one `&&` or `||` are one node with all their parts.
 */
export type TreeForm = string | number | boolean | readonly [string, ...unknown[]];

/** A node that has no shorter form, as it is. */
const AS_IS = "tree";
const NAME = /^[A-Za-z]\w*$/;
const CHAINS = new Set(["&&", "||"]);

/** The short form of a tree; `treeOf` makes the same tree of it. */
export function formOf(tree: Tree): TreeForm {
  const [op, ...args] = tree as readonly [string, ...(Tree | Literal)[]];
  const [first] = args;
  if (op === "lit" && args.length === 1) {
    if (typeof first === "string") return `'${first}`;
    if (typeof first === "number" || typeof first === "boolean") return first;
  }
  if (op === "var" && args.length === 1 && isName(first)) return first;
  if (op === "get" && args.length === 2) {
    const [owner, name] = args as unknown as readonly [Tree, string];
    if (owner[0] === "var" && owner.length === 2 && isName(owner[1]) && isName(name))
      return `${owner[1]}.${name}`;
  }
  if (op === "list" && args.every((one) => Array.isArray(one) && one[0] === "lit" && one.length === 2)) {
    return ["list", ...args.map((one) => (one as Tree)[1])];
  }
  if (CHAINS.has(op) && args.length === 2) return [op, ...chainOf(op, tree).map(formOf)];
  if (["&&", "||", "list", "lit", "var", "get", "ts", "dur", AS_IS].includes(op)) return [AS_IS, tree];
  return [op, ...args.map((one, at) => (Array.isArray(one) ? formOf(one as Tree) : plain(op, at, one)))];
}

const isName = (value: unknown): value is string => typeof value === "string" && NAME.test(value);

/** A bound name or a function's name, which stand bare beside the operator. */
function plain(op: string, at: number, value: unknown): unknown {
  if (at === bareAt(op)) return value;
  throw new TypeError(`A condition's tree holds a bare ${JSON.stringify(value)}`);
}

const bareAt = (op: string): number => (op === "call" ? 0 : op === "exists" || op === "all" ? 1 : -1);

/** The parts of `a && b && c`, which is written as `(a && b) && c`. */
function chainOf(op: string, tree: Tree): readonly Tree[] {
  const [, left, right] = tree as unknown as readonly [string, Tree, Tree];
  return left[0] === op && left.length === 3 ? [...chainOf(op, left), right] : [left, right];
}

/** The tree of a short form. Throws a TypeError on what no tree has; whether judging knows it is checked elsewhere. */
export function treeOf(form: unknown): Tree {
  if (typeof form === "string") {
    if (form.startsWith("'")) return ["lit", form.slice(1)];
    const dot = form.indexOf(".");
    return dot < 0 ? ["var", form] : ["get", ["var", form.slice(0, dot)], form.slice(dot + 1)];
  }
  if (typeof form === "number" || typeof form === "boolean") return ["lit", form];
  if (!Array.isArray(form) || typeof form[0] !== "string") throw new TypeError("A condition has no form");
  const op = form[0];
  if (op === AS_IS) return form[1] as Tree;
  if (op === "list") {
    const items: Tree[] = [];
    for (let i = 1; i < form.length; i++) items.push(["lit", form[i] as Literal]);
    return [op, ...items];
  }
  if (CHAINS.has(op)) {
    let tree = treeOf(form[1]);
    for (let i = 2; i < form.length; i++) tree = [op, tree, treeOf(form[i])];
    return tree;
  }
  const bare = bareAt(op) + 1;
  const tree: [string, ...(Tree | Literal)[]] = [op];
  for (let i = 1; i < form.length; i++) tree.push(i === bare ? (form[i] as string) : treeOf(form[i]));
  return tree;
}
