// Every condition of a rule, with the element whose fields stand bare in it.
import type { ElementId } from "../dictionary/field.ts";
import { compileNow } from "./compile.ts";
import type { PackedRule } from "./pack.ts";
import type { Tree } from "./tree.ts";

export interface RuleTree {
  readonly tree: Tree;
  readonly on: ElementId;
}

export function treesOf(rule: PackedRule): readonly RuleTree[] {
  const each = rule.each ?? "case";
  const clauses = [...(rule.unless ?? []), ...(rule.extend ?? []), ...(rule.restart ?? [])];
  const clashing = [...(rule.clash?.acts ?? []), rule.clash?.within].filter((act) => act !== undefined);
  const all: readonly { readonly tree: Tree | undefined; readonly on: ElementId }[] = [
    { tree: rule.when, on: each },
    { tree: rule.require, on: each },
    ...clauses.map(({ when }) => ({ tree: when, on: each })),
    ...(rule.pair === undefined ? [] : [{ tree: rule.pair.where, on: rule.pair.with }]),
    ...clashing.map(({ where, in: list }) => ({ tree: where, on: list })),
    ...(rule.stop ?? []).map(({ where, in: list }) => ({ tree: where, on: list ?? each })),
  ];
  return all.filter((one): one is RuleTree => one.tree !== undefined);
}

/** Compiles every condition of a rule. Throws, as `compileNow` does, on a tree that judging does not know. */
export function compilesWhole(rule: PackedRule): void {
  for (const { tree, on } of treesOf(rule)) compileNow(tree, on);
}
