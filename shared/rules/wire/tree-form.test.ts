// Proves that every tree comes out of its short form as it went in.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { formOf, treeOf } from "./tree-form.ts";

const name = fc.constantFrom("kind", "case", "m", "startedAt");
const literal = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const lit = literal.map((value): Tree => ["lit", value]);
const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    lit,
    name.map((one): Tree => ["var", one]),
    fc.tuple(name, name).map(([owner, one]): Tree => ["get", ["var", owner], one]),
    fc.integer().map((ms): Tree => ["ts", ms]),
    fc.array(lit, { maxLength: 4 }).map((items): Tree => ["list", ...items]),
    fc
      .tuple(fc.constantFrom("&&", "||", "==", "<", "in", "+"), tie("tree"), tie("tree"))
      .map(([op, a, b]): Tree => [op, a, b]),
    fc.tuple(fc.constantFrom("!", "-"), tie("tree")).map(([op, one]): Tree => [op, one]),
    fc
      .tuple(name, fc.array(tie("tree"), { maxLength: 3 }))
      .map(([called, args]): Tree => ["call", called, ...args]),
    fc
      .tuple(fc.constantFrom("exists", "all"), tie("tree"), name, tie("tree"))
      .map(([op, list, bound, body]): Tree => [op, list, bound, body]),
  ),
}));

test("a tree comes out of its short form as it went in", () => {
  fc.assert(
    fc.property(trees.tree, (tree) => {
      expect(treeOf(JSON.parse(JSON.stringify(formOf(tree))))).toEqual(tree);
    }),
    { numRuns: 500 },
  );
});

test("a chain of one operator is one node, and its nesting is kept", () => {
  const [a, b, c]: readonly Tree[] = [
    ["var", "a"],
    ["var", "b"],
    ["var", "c"],
  ];
  expect(formOf(["&&", ["&&", a!, b!], c!])).toEqual(["&&", "a", "b", "c"]);
  const right: Tree = ["&&", a!, ["&&", b!, c!]];
  expect(formOf(right)).toEqual(["&&", "a", ["&&", "b", "c"]]);
  expect(treeOf(formOf(right))).toEqual(right);
  const wide: Tree = ["&&", ["&&", a!, b!, c!], a!];
  expect(treeOf(formOf(wide))).toEqual(wide);
});

test.each([[null], [[]], [{}], [[1, "a"]]])("what is no form is refused: %j", (form) => {
  expect(() => treeOf(form)).toThrow(TypeError);
});
