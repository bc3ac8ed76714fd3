// A pack as the unit judges by it: only the rules whose every field the unit may know.
import { elementOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import { fieldAt, type Meaning, meaningOf, memberOf } from "../../shared/rules/names.ts";
import type { Pack, PackedRule, SignedPack } from "../../shared/rules/pack.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import type { Tree } from "../../shared/rules/tree.ts";

export interface Judging {
  readonly revision: number;
  readonly prepared: Prepared;
  /** Rules by id, for the titles of reminders. */
  readonly rules: ReadonlyMap<string, PackedRule>;
  /** Rules of which the unit judges; of all others it keeps the browser's finding. */
  readonly judged: ReadonlySet<string>;
  /** Checklist items that a person ticks for a rule. */
  readonly attests: ReadonlyMap<string, string>;
}

type Bound = ReadonlyMap<string, ElementId>;

const isUnit = (meaning: Meaning | undefined): boolean =>
  meaning?.is === "field" ? meaning.field.privacy === "unit" : meaning !== undefined;

/** Whether a condition reads unit-class fields only. */
function treeStays(tree: Tree, each: ElementId, bound: Bound): boolean {
  const [op, ...args] = tree as readonly [string, ...(Tree | string)[]];
  if (op === "lit" || op === "ts" || op === "dur" || op === "list") return true;
  if (op === "var") return bound.has(args[0] as string) || isUnit(meaningOf(each, args[0] as string));
  if (op === "get") {
    const [base, name] = args as unknown as readonly [Tree, string];
    const from = base[0] === "var" ? (base[1] as string) : "";
    const element = bound.get(from) ?? elementOf(from)?.id;
    return element !== undefined && isUnit(memberOf(element, name));
  }
  if (op === "exists" || op === "all") {
    const [list, name, body] = args as unknown as readonly [Tree, string, Tree];
    const element = elementOf(String(list[1]));
    const inner = element === undefined ? bound : new Map([...bound, [name, element.id] as const]);
    return treeStays(list, each, bound) && treeStays(body, each, inner);
  }
  return args.every((arg) => !Array.isArray(arg) || treeStays(arg as unknown as Tree, each, bound));
}

/** Whether a rule reads unit-class fields only, so that the unit can judge it by itself. */
export function unitJudges(rule: PackedRule): boolean {
  const each = rule.each ?? "case";
  const trees = [
    rule.when,
    rule.require,
    ...(rule.unless ?? []).map(({ when }) => when),
    ...(rule.extend ?? []).map(({ when }) => when),
  ];
  const paths = [
    ...(rule.clock === undefined ? [] : [rule.clock.from, rule.clock.until]),
    ...(rule.stop ?? []).flatMap(({ from, until }) => [from, until]),
    ...(rule.act === "continuing" ? [] : [rule.act]),
  ];
  return (
    trees.every((tree) => tree === undefined || treeStays(tree, each, new Map())) &&
    paths.every((path) => fieldAt(each, path)?.field.privacy === "unit")
  );
}

/** Makes a published pack ready for the unit. */
export function judgingOf(signed: Pick<SignedPack, "body" | "hash">): Judging {
  const pack = JSON.parse(signed.body) as Pack;
  const rules = pack.rules.filter(unitJudges);
  return {
    revision: pack.revision,
    prepared: prepare({ ...pack, rules }, signed.hash),
    rules: new Map(pack.rules.map((rule) => [rule.id, rule])),
    judged: new Set(rules.map(({ id }) => id)),
    attests: new Map(
      pack.checklists.flatMap(({ items }) =>
        items.flatMap(({ id, rule, attest }) => (attest && rule !== undefined ? [[id, rule] as const] : [])),
      ),
    ),
  };
}
